/** What a template leaves to fill in: `[Words]`, `{words}`, `<words>`, `YYYY-MM-DD`, `vX.Y.Z`, menus, TBD. */
import type { CodeBlock, Inline } from '../model/markdown';
import type { Placeholder, PlaceholderForm } from '../model/runbook';
import { isTranslatedSlot } from '../model/slot-words';
import type { PlacedPiece } from '../text/pieces';
import { sightingsOf } from '../text/sightings';
import type { Span } from '../text/span';
import type { FlowNode } from './flow';
import { isBraceGap, isBracketGap, isAngleGap, isCodeBraceGap, isCodeBracketGap } from './gap-words';
import { blockComments, mayHoldLineComments } from './line-comments';
import { Notations } from './notations';
import { Zones } from './zones';

/** One pass over a line; the groups tell the form. Linear: every alternative starts with a fixed character and is bounded. */
const pattern =
  /(\[(?!\^|!|[ xX]\]|\d+\])[^[\]\r\n]{1,160}\](?![([]))|(\{(?![#{%])[A-Za-z][^{}\r\n]{0,120}\})|(<[A-Za-z][^<>\r\n]{0,80}>)|(\bYYYY-MM-DD\b)|((?<![\w-])v?X\.Y(?:\.[A-Z])?\b)|(\b(?:TBD|TODO|FIXME)\b|(?<![?\w])\?{3,6}(?!\?)|\b(?:xx:xx|XX:XX|HH:MM)\b)|(\b[A-Z]{2,5}-(?:X{2,4}|Y{2,4}|N{2,4}|0XX)\b)/g;

/** What every match of the pattern holds some of. */
const sightedIn = sightingsOf(
  /[[{<]|YYYY|X\.Y|TBD|TODO|FIXME|\?\?\?|[xX]{2}:[xX]{2}|HH:MM|-(?:XX|YY|NN|0XX)/g,
);

const menuPattern =
  /^[^|\r\n]{2,40}(?:\s\|\s[^|\r\n]{2,40})+$|^[A-Z][\w ]{1,30}(?:\s\/\s[A-Z][\w ]{1,30}){2,}$/;

/** All placeholders of a document in order, in text and in code; comments and links hold none. */
export function readPlaceholders(
  text: string,
  pieces: readonly PlacedPiece[],
  flow: readonly FlowNode[],
): Placeholder[] {
  const found: Placeholder[] = [];
  const isWorthALook = sightedIn(pieces);
  // a comment that begins in one line of a paragraph hides the lines up to its end
  let hidden = 0;
  const read = (span: Span, inlines: readonly Inline[]): void => {
    if (!isWorthALook(span)) return;
    const comments = inlines.filter((inline) => isComment(text, inline));
    scan(
      text,
      { start: Math.max(span.start, Math.min(hidden, span.end)), end: span.end },
      inlines,
      comments,
      found,
    );
    for (const comment of comments) hidden = Math.max(hidden, comment.span.end);
  };
  let above: Span = { start: 0, end: 0 };
  for (const node of flow) {
    if (node.type === 'line') {
      read(node.span, node.inlines);
      above = node.span;
    } else if (node.block.type === 'code') {
      const { content } = node.block;
      if (isWorthALook(content) && !isDrawing(text, node.block) && !isMessage(text, node.block, above))
        scanCode(text, content, found);
    } else if (node.block.type === 'heading') {
      read(node.block.content, node.block.inlines);
      above = node.block.content;
    } else if (node.block.type === 'html') {
      for (const span of loneTag(text, node.span) ?? wordsBetweenTags(text, node.span)) read(span, []);
    } else if (node.block.type === 'table') {
      for (const row of node.block.rows) for (const cell of row.cells) read(cell.span, cell.inlines);
    }
  }
  if (found.length === 0 || !mayHoldLineComments(text)) return found;
  const comments = new Zones(blockComments(text, flow).map((span) => ({ span })));
  return found.filter(({ span }) => comments.at(span.start) === null);
}

/** What a block of HTML says: of its tags and comments nothing counts. */
function* wordsBetweenTags(text: string, { start, end }: Span): Iterable<Span> {
  const source = text.slice(start, end);
  if (source.trimStart().startsWith('<!--') || !/[[{]/.test(source)) return;
  for (const { 0: words, index } of source.matchAll(/(?<=>)[^<>\r\n]{3,400}(?=<)/g))
    yield { start: start + index, end: start + index + words.length };
}

/** `<your team>` in a line of its own is raw HTML to Markdown, and a gap to its author. */
function loneTag(text: string, span: Span): readonly Span[] | null {
  return span.end - span.start < 90 &&
    /^<[A-Za-z]+ [^<>/=\r\n]{1,80}>$/.test(text.slice(span.start, span.end).trim())
    ? [span]
    : null;
}

function isComment(text: string, { type, span }: Inline): boolean {
  return type === 'html' && text.startsWith('<!--', span.start);
}

/** Words above a fence that holds a message which is filled in when it is sent. */
const announcing =
  /\b(?:templates?|messages?|notif(?:y|ication|ications)|announce\w{0,6}|communications?|e-?mails?|slack|status ?page|(?:status|customer|stakeholder|internal|external) updates?|tweet|wording|post (?:this|in|to))\b/i;
const addressing =
  /^[ \t]*(?:subject|to|cc|dear|hi|hello|status|next update|current impact|impact)\b[^\r\n]{0,80}?(?::|,)/im;

/** Languages of diagrams, in which brackets and braces are boxes. */
const diagrams = /^(?:mermaid|plantuml|puml|uml|dot|graphviz|d2|ditaa|nomnoml|kroki|structurizr|svgbob)\b/i;

function isDrawing(text: string, { fenced, info }: CodeBlock): boolean {
  return fenced && diagrams.test(text.slice(info.start, info.end).trimStart());
}

/** Whether a fence holds a message with words around its gaps, not commands and not the form of a document. */
function isMessage(text: string, { fenced, info, content }: CodeBlock, above: Span): boolean {
  if (
    !fenced ||
    !/^(?:|text|txt|plain|plaintext|markdown|md|email)$/i.test(text.slice(info.start, info.end).trim())
  )
    return false;
  const source = text.slice(content.start, content.end);
  return (
    announcing.test(text.slice(above.start, Math.min(above.end, above.start + 200))) ||
    addressing.test(source.slice(0, 2000))
  );
}

function scanCode(text: string, span: Span, into: Placeholder[]): void {
  const source = text.slice(span.start, span.end);
  const notations = new Notations(source);
  pattern.lastIndex = 0;
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
    const form = formOf(match, source, notations, true);
    if (form !== null) into.push({ form, span: spanOf(match, span.start), inCode: true });
  }
}

function scan(
  text: string,
  span: Span,
  inlines: readonly Inline[],
  comments: readonly Inline[],
  into: Placeholder[],
): void {
  const source = text.slice(span.start, span.end);
  const notations = new Notations(source);
  let marked: Zones<Inline> | null = null;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
    marked ??= new Zones([...inlines.filter(({ type }) => unread.has(type)), ...comments]);
    const mark = marked.at(span.start + match.index);
    if (mark !== null && mark.type !== 'code') continue;
    const inCode = mark?.type === 'code';
    if (match[1] !== undefined && namesAddress(text, span.start + match.index + match[0].length)) continue;
    const form = formOf(match, source, notations, inCode);
    if (form !== null) into.push({ form, span: spanOf(match, span.start), inCode });
  }
}

/** Whether an address stands behind brackets, as in a link definition that is none within a paragraph. */
function namesAddress(text: string, end: number): boolean {
  return (
    text.charAt(end) === ':' &&
    /^:[ \t]{0,4}(?:\r?\n[ \t]{0,8})?<?https?:\/\//.test(text.slice(end, end + 24))
  );
}

/** Marks whose words are no running text. */
const unread: ReadonlySet<Inline['type']> = new Set(['link', 'image', 'code', 'footnote-reference'] as const);

function spanOf(match: RegExpExecArray, offset: number): Span {
  const start = offset + match.index;
  return { start, end: start + match[0].length };
}

function formOf(
  match: RegExpExecArray,
  source: string,
  notations: Notations,
  inCode: boolean,
): PlaceholderForm | null {
  const [whole, bracket, brace, angle, date, version, marker] = match;
  const surroundings = {
    before: source.slice(Math.max(0, match.index - 40), match.index),
    after: source.slice(match.index + whole.length, match.index + whole.length + 40),
  };
  if (notations.hold(match, surroundings)) return null;
  if (bracket !== undefined) {
    const isGap = inCode ? isCodeBracketGap : isBracketGap;
    const words = bracket.slice(1, -1).trim();
    return isTranslatedSlot(words) || isGap(words, surroundings) ? 'bracket' : null;
  }
  if (brace !== undefined) {
    const isGap = inCode ? isCodeBraceGap : isBraceGap;
    return isGap(brace.slice(1, -1).trim(), surroundings) ? 'brace' : null;
  }
  // inside code and behind an option `<name>` is a normal argument
  if (angle !== undefined)
    return !inCode && isAngleGap(angle.slice(1, -1), surroundings) && !isArgument(source, surroundings.before)
      ? 'angle'
      : null;
  if (date !== undefined) return 'date';
  if (version !== undefined) return 'version';
  if (marker === undefined) return 'id';
  return /^[A-Z]/i.test(marker) && !marker.includes(':') ? 'marker' : openAnswer(inCode, surroundings);
}

/** `???` and `xx:xx` leave something open where they are all that is said. */
function openAnswer(
  inCode: boolean,
  { before, after }: { readonly before: string; readonly after: string },
): PlaceholderForm | null {
  return !inCode && /(?:^|[:：])[*_ \t]*$/.test(before) && /^[ \t]*(?:$|<)/.test(after) ? 'marker' : null;
}

const commandLine =
  /^(?:\$ )?(?:sudo )?(?:kubectl|oc|docker|podman|helm|git|terraform|ansible(?:-playbook)?|aws|gcloud|az|psql|mysql|redis-cli|mongosh?|ssh|scp|rsync|curl|wget|systemctl|journalctl|npm|pip|make|cd|cp|mv|rm|python3?|bash|sh) /;

/** Whether a gap is an argument of a command that stands in the text without marks: `kubectl rollout undo <name>`. */
function isArgument(line: string, before: string): boolean {
  const last = before.slice(before.lastIndexOf(' ', before.length - 2) + 1);
  return /^\(?--?[A-Za-z][\w-]{0,30}[ =]$/.test(last) || commandLine.test(line);
}

/** Whether a field's value is still the template's menu: `Active | Deprecated | Planned`. */
export function isMenu(value: string): boolean {
  return /[|/]/.test(value) && menuPattern.test(value.replace(/^\[|\]$/g, ''));
}
