/**
 * Fills what a template leaves open with what an alert rule says: by the names of the fields and headings where the gaps
 * stand. Knows nothing of which template it is.
 */
import { gapsOf } from '../../document/placeholders/gaps';
import type { HouseField } from '../../model/house-style';
import type { Runbook } from '../../model/runbook';
import { englishName } from '../../model/translated-names';
import { normalizeName } from '../../model/vocabulary';
import type { Edit } from '../../text/edit';
import { encloses, firstFrom, type Span } from '../../text/span';
import { asCode } from '../shared/alert-words';
import { thresholdOf, triggerWords, type AlertFacts } from './alert-facts';

/** What fields and sections are filled with, by their names in lower case. */
const fillings: readonly (readonly [names: RegExp, words: (facts: AlertFacts) => string])[] = [
  [/^(?:alert|alerts|alert name|alertname|alert rule)$/, ({ name }) => name],
  [/^(?:severity|alert severity)$/, ({ severity }) => severity],
  [
    /^(?:expression|expr|query|promql|alert expression|what|metric)$/,
    ({ expression }) => (expression === '' ? '' : asCode(expression)),
  ],
  [/^(?:duration|for)$/, ({ duration }) => duration],
  [/^(?:dashboards?|dashboard link|dashboard url|grafana|location)$/, ({ dashboard }) => dashboard],
  [
    /^(?:triggers?|when to use|when this fires|alert condition|condition|symptoms?|alert description)$/,
    triggerWords,
  ],
];

/** The edits that fill the gaps in a stretch; each name is filled once. */
export function fillGaps(runbook: Runbook, within: Span, facts: AlertFacts): Edit[] {
  const edits: Edit[] = [];
  const filled = new Set<string>();
  for (const { span } of gapsOf(runbook)) {
    if (!encloses(within, span)) continue;
    const name = nameAt(runbook, span);
    const row = thresholdRow(runbook, span, facts);
    const newText = row ?? wordsFor(name, facts);
    const key = row === null ? name : `row ${name}`;
    if (newText === '' || filled.has(key) || !allows(runbook.kind.house?.fields ?? [], name, newText))
      continue;
    filled.add(key);
    edits.push({ span, newText });
  }
  return edits;
}

function wordsFor(name: string, facts: AlertFacts): string {
  const english = englishName(name);
  const found = fillings.find(([names]) => names.test(name) || names.test(english));
  return found?.[1](facts) ?? '';
}

/** The name of the field whose value a gap is, else of the heading that it stands below; as names are compared. */
function nameAt({ labels, headings, frontMatter }: Runbook, span: Span): string {
  const field = frontMatter?.fields.find(({ valueSpan }) => encloses(valueSpan, span));
  if (field !== undefined) return normalizeName(field.key.replace(/[_-]+/g, ' '));
  const label = labels.find(({ value }) => value !== null && encloses(value.span, span));
  if (label !== undefined) return normalizeName(label.name);
  const index = firstFrom(headings, span.start, (heading) => heading.span.start) - 1;
  return normalizeName(headings[index]?.title ?? '');
}

/** The threshold in the row of the severity, where the gap is its figure; null elsewhere. */
function thresholdRow({ lines }: Runbook, { start }: Span, facts: AlertFacts): string | null {
  const row = lines.lineAt(start);
  const line = lines.textOf(row);
  const [lead = '', name = '', ...rest] = line.split('|');
  const figure = lead.length + name.length + 2;
  const isFigure =
    lead.trim() === '' && rest.length > 1 && line.slice(figure, start - lines.startOf(row)).trim() === '';
  if (!isFigure || start - lines.startOf(row) < figure) return null;
  const level = facts.severity === 'warning' ? /^warn/i : /^crit/i;
  return level.test(name.trim()) ? thresholdOf(facts) : null;
}

/** Whether a field of the document's own kind takes such a value. */
function allows(fields: readonly HouseField[], name: string, value: string): boolean {
  const field = fields.find((one) => [one.name, ...one.also].some((own) => normalizeName(own) === name));
  return field?.values == null || field.values.allowed.includes(value);
}
