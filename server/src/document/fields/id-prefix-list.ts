/** The prefixes that a file declares in `id_prefix`, as a list that can grow and shrink at its end. */
import { declaredPrefixes } from './declared-prefixes';
import type { Runbook } from '../../model/runbook';
import { lineEndingOf, type Edit } from '../../text/edit';
import type { Span } from '../../text/span';

const lastName = /([A-Z][A-Z0-9-]{0,40}?)(-(?:X{1,9}|N{1,9}|#{1,9}|\d{1,9}|\*)?)?(["']?)([\]"'\s]{0,40})$/;

/** Where a declared prefix stands, without its number: id_prefix: DEP-XXX, «RUN»-XXX; undefined without `id_prefix`. */
export function placeOfPrefix({ frontMatter, text }: Runbook, prefix: string): Span | undefined {
  const field = frontMatter?.fields.find(({ key }) => key === 'id_prefix');
  if (field === undefined) return undefined;
  const value = text.slice(field.valueSpan.start, field.valueSpan.end);
  // `SEC` is not that of `SEC-NET-XXX`
  const whole = `(?<![A-Z0-9-])${prefix}(?![A-Z0-9])(?!-(?!(?:X+|N+|Y+)(?![A-Z0-9]))[A-Z])`;
  const at = new RegExp(whole).exec(value)?.index ?? 0;
  const start = field.valueSpan.start + at;
  return { start, end: start + prefix.length };
}

/** Writes a prefix behind the last one: in a comma list, in `[…]`, in quotes or as a line of a block list. */
export function addPrefix(runbook: Runbook, prefix: string): Edit[] {
  const declared = declaredPrefixes(runbook);
  const field = runbook.frontMatter?.fields.find(({ key }) => key === 'id_prefix');
  if (field === undefined || declared.length === 0 || declared.includes(prefix)) return [];
  const value = runbook.text.slice(field.valueSpan.start, field.valueSpan.end);
  const match = lastName.exec(value);
  if (match === null) return [];
  const [, name = '', form = '', quote = ''] = match;
  const end = field.valueSpan.start + match.index + name.length + form.length;
  const marker = /^[ \t]*-[ \t]+/.exec(runbook.lines.textOf(runbook.lines.lineAt(end)))?.[0];
  if (marker !== undefined) {
    const at = end + quote.length;
    const newText = `${lineEndingOf(runbook.text)}${marker}${quote}${prefix}${form}${quote}`;
    return [{ span: { start: at, end: at }, newText }];
  }
  // in a flow list each name has its quotes, else the quotes are those of the whole
  const own = value.startsWith('[') ? quote : '';
  const at = end + own.length;
  return [{ span: { start: at, end: at }, newText: `, ${own}${prefix}${form}${own}` }];
}

/** Takes a prefix away that is the last of several: the inverse of {@link addPrefix}. Elsewhere the list stays. */
export function dropLastPrefix(runbook: Runbook, prefix: string): Edit[] {
  const declared = declaredPrefixes(runbook);
  const field = runbook.frontMatter?.fields.find(({ key }) => key === 'id_prefix');
  if (field === undefined || declared.length < 2 || declared.at(-1) !== prefix) return [];
  const value = runbook.text.slice(field.valueSpan.start, field.valueSpan.end);
  const match = lastName.exec(value);
  if (match?.[1] !== prefix) return [];
  const [, name = '', form = '', quote = ''] = match;
  const lead = /(?:,[ \t]*|\r?\n[ \t]*-[ \t]+)(["']?)$/.exec(value.slice(0, match.index));
  if (lead === null) return [];
  const closing = lead[1] === quote ? quote.length : 0;
  const start = field.valueSpan.start + lead.index;
  const end = field.valueSpan.start + match.index + name.length + form.length + closing;
  return [{ span: { start, end }, newText: '' }];
}
