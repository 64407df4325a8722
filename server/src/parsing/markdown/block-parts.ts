/** The parts of code blocks, list items and table cells, read from their source between known offsets. Both engines use these. */
import type { CheckBox, CodeBlock } from '../../model/markdown';
import { trimSpan, type Span } from '../../text/span';
import { fencesWithin } from './fences';

/** A fenced or indented code block, by what its source starts with. */
export function toCodeBlock(text: string, span: Span): CodeBlock {
  const source = text.slice(span.start, span.end);
  const opening = /^(`{3,}|~{3,})[ \t]*([^\r\n]*)/.exec(source);
  if (opening === null) {
    return {
      type: 'code',
      span,
      fenced: false,
      info: { start: span.start, end: span.start },
      content: span,
      closed: true,
      nested: [],
    };
  }
  const [firstLine, run = '', rawInfo = ''] = opening;
  const infoLength = rawInfo.trimEnd().length;
  const infoStart = span.start + firstLine.length - rawInfo.length;
  const info = { start: infoStart, end: infoStart + infoLength };
  const lastBreak = Math.max(source.lastIndexOf('\n'), source.lastIndexOf('\r'));
  const last = source.slice(lastBreak + 1);
  const closing = lastBreak >= 0 ? /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(last)?.[1] : undefined;
  const closed = closing !== undefined && closing.startsWith(run.charAt(0)) && closing.length >= run.length;
  const start = Math.min(span.start + firstLine.length + lineBreakLength(source, firstLine.length), span.end);
  let end = span.end;
  if (closed) {
    const atCarriageReturn = source.charAt(lastBreak) === '\n' && source.charAt(lastBreak - 1) === '\r';
    end = span.start + lastBreak - (atCarriageReturn ? 1 : 0);
  }
  const content = { start, end: Math.max(start, end) };
  const mayNest = infoLength === 0 || /^(?:markdown|md|text|txt)\b/i.test(rawInfo);
  return {
    type: 'code',
    span,
    fenced: true,
    info,
    content,
    closed,
    nested: mayNest ? fencesWithin(text, content) : [],
  };
}

function lineBreakLength(source: string, at: number): number {
  if (source.startsWith('\r\n', at)) return 2;
  return at < source.length ? 1 : 0;
}

/** Marker, number and box of the list item whose source starts at `span.start`. */
export function itemParts(
  text: string,
  span: Span,
): { readonly marker: Span; readonly ordinal: number | null; readonly box: CheckBox | null } {
  const source = text.slice(span.start, Math.min(span.end, span.start + 64));
  const match = /^([-*+]|(\d{1,9})[.)])(?:[ \t]+(\[([ xX])\])(?=\s|$))?/.exec(source);
  const [whole = '', marker = '', ordinal, box, mark] = match ?? [];
  const boxEnd = span.start + whole.length;
  return {
    marker: { start: span.start, end: span.start + marker.length },
    ordinal: ordinal === undefined ? null : Number(ordinal),
    box:
      box === undefined ? null : { span: { start: boxEnd - box.length, end: boxEnd }, checked: mark !== ' ' },
  };
}

/**
 * A block's span without the lines at its end that hold nothing but the marks of the `quotes` around them, itself among
 * them: where a list or an open fence ends in a row of blank lines says nothing about the document. One mark more is
 * something that stands in them.
 */
export function trimTail(text: string, { start, end }: Span, quotes: number): Span {
  let at = end;
  let stop = end;
  let marks = 0;
  while (at > start) {
    const unit = text.charCodeAt(at - 1);
    if (unit === 10 || unit === 13) {
      stop = at - 1;
      marks = 0;
    } else if (unit === 62) {
      if (++marks > quotes) break;
    } else if (unit !== 32 && unit !== 9) break;
    at--;
  }
  return { start, end: stop };
}

/** The words of a table cell whose source may start and end with its pipes. */
export function cellSpan(text: string, span: Span): Span {
  const outer = trimSpan(text, span);
  const start = text.charAt(outer.start) === '|' ? outer.start + 1 : outer.start;
  const { end } = outer;
  const closed = end > start && text.charAt(end - 1) === '|' && text.charAt(end - 2) !== '\\';
  return trimSpan(text, { start, end: closed ? end - 1 : end });
}
