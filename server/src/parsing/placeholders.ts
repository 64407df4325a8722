/** What a template leaves to fill in: `[Words]`, `{words}`, `<words>`, `YYYY-MM-DD`, `vX.Y.Z`, menus, TBD. */
import type { Inline } from '../model/markdown';
import type { Placeholder, PlaceholderForm } from '../model/runbook';
import type { Span } from '../text/span';
import type { FlowNode } from './flow';
import { Zones } from './zones';

/** One pass over a line; the groups tell the form. Linear: every alternative starts with a fixed character. */
const pattern =
  /(\[(?!\^|!|[ xX]\]|\d+\])(?=[^\]\r\n]*[A-Za-z])[^[\]\r\n]{1,160}\](?![([:]))|(\{(?![#{%])[A-Za-z][^{}\r\n]{0,120}\})|(<[A-Za-z][^<>\r\n]{0,80}>)|(\bYYYY-MM-DD\b)|(\bv?X\.Y(?:\.[A-Z])?\b|\bvX\.Y\.Z\b)|(\b(?:TBD|TODO|FIXME)\b)|(\b[A-Z]{2,5}-(?:X{2,4}|Y{2,4}|N{2,4}|0XX)\b)/g;

const menuPattern =
  /^[^|\r\n]{2,40}(?:\s\|\s[^|\r\n]{2,40})+$|^[A-Z][\w ]{1,30}(?:\s\/\s[A-Z][\w ]{1,30}){2,}$/;

/** Bracketed words that are marks, not gaps. */
const marks = new Set([
  'deprecated',
  'wip',
  'draft',
  'optional',
  'required',
  'sic',
  'note',
  'warning',
  'done',
  'skip',
  'manual',
  'automated',
]);

const htmlElements = new Set(
  (
    'a abbr b blockquote br caption center cite code col dd del details dfn div dl dt em figure figcaption font h1 h2 h3 h4 h5 h6 hr i img ' +
    'input ins kbd label li link mark meta ol p picture pre q s samp script section small source span strike strong style sub summary sup ' +
    'svg table tbody td tfoot th thead tr tt u ul var video wbr'
  ).split(' '),
);

/** All placeholders of a document in order, in text and in code. */
export function readPlaceholders(text: string, flow: readonly FlowNode[]): Placeholder[] {
  const found: Placeholder[] = [];
  for (const node of flow) {
    if (node.type === 'line') scan(text, node.span, node.inlines, false, found);
    else if (node.block.type === 'code') scan(text, node.block.content, [], true, found);
    else if (node.block.type === 'heading') scan(text, node.block.content, node.block.inlines, false, found);
    else if (node.block.type === 'table') {
      for (const row of node.block.rows) {
        for (const cell of row.cells) scan(text, cell.span, cell.inlines, false, found);
      }
    }
  }
  return found;
}

function scan(
  text: string,
  span: Span,
  inlines: readonly Inline[],
  inCode: boolean,
  into: Placeholder[],
): void {
  const source = text.slice(span.start, span.end);
  const marked = new Zones(
    inlines.filter(
      ({ type }) => type === 'link' || type === 'image' || type === 'code' || type === 'footnote-reference',
    ),
  );
  for (const match of source.matchAll(pattern)) {
    const start = span.start + match.index;
    const mark = marked.at(start);
    if (mark !== null && mark.type !== 'code') continue;
    const form = formOf(match, inCode || mark?.type === 'code');
    if (form === null) continue;
    into.push({
      form,
      span: { start, end: start + match[0].length },
      inCode: inCode || mark?.type === 'code',
    });
  }
}

function formOf(match: RegExpMatchArray, inCode: boolean): PlaceholderForm | null {
  const [whole, bracket, brace, angle, date, version, marker] = match;
  if (bracket !== undefined) return isGap(bracket.slice(1, -1), inCode) ? 'bracket' : null;
  if (brace !== undefined) {
    if (inCode) return / /.test(brace) && /^\{[A-Za-z][\w \-/,.()]*\}$/.test(brace) ? 'brace' : null;
    return /[$]/.test((match.input ?? '').charAt(match.index === undefined ? 0 : match.index - 1))
      ? null
      : 'brace';
  }
  if (angle !== undefined) {
    if (inCode) return null;
    const name = /^<\/?([A-Za-z][\w-]*)/.exec(whole)?.[1]?.toLowerCase() ?? '';
    return htmlElements.has(name) || /[=:@]/.test(angle) ? null : 'angle';
  }
  if (date !== undefined) return 'date';
  if (version !== undefined) return 'version';
  if (marker !== undefined) return 'marker';
  return 'id';
}

/** Whether bracketed words read like a gap: words, not an id, a mark, code or a range. */
function isGap(words: string, inCode: boolean): boolean {
  const trimmed = words.trim();
  if (marks.has(trimmed.toLowerCase())) return false;
  if (/^[A-Z][A-Z0-9]+-\d+$/.test(trimmed)) return false;
  if (inCode)
    return /^[A-Z][A-Za-z]*(?: [\w'/().,-]+)*$/.test(trimmed) || /^[a-z]+(?: [\w'/().,-]+)+$/.test(trimmed);
  return !/^[a-z]?\d/.test(trimmed) && !/^[-+*/=<>!$"'`~.]/.test(trimmed);
}

/** Whether a field's value is still the template's menu: `Active | Deprecated | Planned`. */
export function isMenu(value: string): boolean {
  return menuPattern.test(value.replace(/^\[|\]$/g, ''));
}
