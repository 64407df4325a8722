/** Alert rules whose text stands elsewhere: further down in a file, or nowhere in it. */
import type { AlertField, AlertRule, AlertText } from '../model/alert-rule';
import { moved, type Span } from '../text/span';

/** The rule in a text that has so many characters more in front of it. */
export function movedRule(rule: AlertRule, by: number): AlertRule {
  return by === 0 ? rule : withPlaces(rule, (span) => moved(span, by));
}

/** The rule of a string whose characters have no place in the file. */
export function withoutPlaces(rule: AlertRule): AlertRule {
  return withPlaces(rule, () => null);
}

function withPlaces(rule: AlertRule, placeOf: (span: Span) => Span | null): AlertRule {
  const place = (span: Span | null): Span | null => (span === null ? null : placeOf(span));
  const text = ({ value, raw, span, exact, style }: AlertText): AlertText => {
    const placed = place(span);
    return { value, raw, span: placed, exact: exact && placed !== null, style };
  };
  const field = ({ name, nameSpan, value }: AlertField): AlertField => ({
    name,
    nameSpan: place(nameSpan),
    value: text(value),
  });
  const at = rule.annotationsAt;
  const offset = at === null ? null : placeOf({ start: at.offset, end: at.offset });
  return {
    ...rule,
    name: text(rule.name),
    span: place(rule.span),
    expr: text(rule.expr),
    duration: rule.duration === null ? null : text(rule.duration),
    labels: rule.labels.map(field),
    annotations: rule.annotations.map(field),
    annotationsAt: at === null || offset === null ? null : { ...at, offset: offset.start },
  };
}
