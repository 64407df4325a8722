/** Hover over the name of a field or labelled section: what it is for, and which values it may have. */
import { normalizeName, roleOf } from '../../model/vocabulary';
import type { Span } from '../../text/span';
import { firstFrom, touches } from '../../text/span';
import type { Say } from '../../text/say';
import { purposeOf } from '../shared/field-purposes';
import { valuesOfField } from '../shared/field-values';
import { aboutOwnField, ownFieldNamed } from '../shared/own-fields';
import type { HoverRequest, HoverText } from './hover-request';
import { escapeMarkdown } from '../shared/plain-words';

/** What is known of the field whose name an offset is in, or null. */
export function hoverField(request: HoverRequest): HoverText | null {
  const { context, uri, runbook, offset } = request;
  const field = fieldAt(request);
  if (field === null) return null;
  const own = ownFieldNamed(runbook, field.name);
  if (own !== undefined)
    return {
      span: field.span,
      words: aboutField(context.say, field.name, aboutOwnField(context.say, own), []),
    };
  const purpose = purposeOf(context.say, field.key, roleOf(field.name));
  const values = valuesOfField(context, uri, runbook, field.key, offset);
  if (purpose === '' && values.length === 0) return null;
  return { span: field.span, words: aboutField(context.say, field.name, purpose, values) };
}

/** `**Status**`, its purpose and its values, in Markdown; `name` as the document has it. */
export function aboutField(say: Say, name: string, purpose: string, values: readonly string[]): string {
  const quoted = values.map((value) => `\`${value}\``).join(', ');
  const allowed = quoted === '' ? '' : say`Values: ${quoted}`;
  return [`**${escapeMarkdown(name)}**`, purpose, allowed].filter((line) => line !== '').join('\n\n');
}

/** The label or front-matter key that an offset is in. */
function fieldAt({ runbook, offset }: HoverRequest): { name: string; key: string; span: Span } | null {
  const { labels, frontMatter } = runbook;
  if (frontMatter !== null && touches(frontMatter.span, offset)) {
    const field = frontMatter.fields.find(({ keySpan }) => touches(keySpan, offset));
    if (field === undefined) return null;
    return {
      name: field.key,
      key: normalizeName(field.key.replace(/[_-]/g, ' ')),
      span: field.keySpan,
    };
  }
  const label = labels[firstFrom(labels, offset + 1, ({ nameSpan }) => nameSpan.start) - 1];
  if (label === undefined || !touches(label.nameSpan, offset)) return null;
  return { name: label.name, key: label.key, span: label.nameSpan };
}
