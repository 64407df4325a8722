/** Finds where identifiers are defined: headings, plain lines, registry tables, file names (docs/runbook-format.md#definitions). */
import { identifierSource, keyOf, toIdentifier, type Identifier } from '../model/identifier';
import type { CodeBlock } from '../model/markdown';
import type { DocumentTable, EntryForm, Section } from '../model/runbook';
import { firstFrom, trimSpan, type Span } from '../text/span';
import type { FlowNode } from './flow';
import { plainText } from '../model/plain-text';

/** A definition before its contents are read. */
export interface DefinitionFrame {
  readonly id: Identifier;
  readonly form: EntryForm;
  readonly idSpan: Span;
  readonly title: string;
  readonly titleSpan: Span;
  readonly headingSpan: Span;
  readonly span: Span;
  readonly section: Section | null;
}

const decoration = String.raw`(?:[*_~\x60\u200b\u2060]|<[^<>]{1,200}>\s*|\[?deprecated\]?[:\s]*|\d+(?:\.\d+)*[.)]?\s+){0,12}\[?`;
const headingPattern = new RegExp(`^${decoration}(${identifierSource})[\\]*_~\x60]*`, 'i');
/** Also as an escape or an entity, between blanks that do not break the line. */
const separatorPattern =
  /^[ \t\u00a0\u202f]*(?:\\?[:|：]|—|–|&(?:[mn]dash|colon|#(?:58|821[12]|x3a|x201[34]));|\\?-{1,2}(?=[ \t\u00a0]))[ \t\u00a0\u202f]*/i;
const joining =
  /^(?:(?:and|or|to|until|till|through|thru|up to|bis|hasta|vs\.?|versus)(?![\p{L}\p{N}_-])|->|→|\.\.|…|[/,&+'’])/iu;
const deprecatedMark = /(?<![~*_])[~*_]{0,3}\[deprecated\][~*_]{0,3}\s*/i;

/**
 * Definitions by heading, in document order. `states` tells whether a section has a field that states its id, which
 * makes an entry of a heading of level 4 to 6. `plain`: where definitions without headings start.
 */
export function headingDefinitions(
  text: string,
  root: Section,
  states: (section: Section, id: Identifier) => boolean,
  plain: readonly PlainStart[],
): DefinitionFrame[] {
  const found: DefinitionFrame[] = [];
  const collect = (section: Section, around: readonly string[]): void => {
    if (section.role === 'change-log') return;
    if (section.role === 'navigation') {
      const end =
        plain[firstFrom(plain, section.span.start, ({ span }) => span.start)]?.span.start ?? Infinity;
      for (const child of section.children) if (child.span.start > end) collect(child, around);
      return;
    }
    const read = fromHeading(text, section, around);
    const isDeep = (section.heading?.depth ?? 0) > 3;
    const frame = read !== null && isDeep && !states(section, read.id) ? null : read;
    if (frame !== null) found.push(frame);
    const inner = frame === null ? around : [...around, keyOf(frame.id)];
    for (const child of section.children) collect(child, inner);
  };
  collect(root, []);
  return found;
}

function fromHeading(text: string, section: Section, around: readonly string[]): DefinitionFrame | null {
  const { heading } = section;
  // `STEP-1: Drain` counts
  if (heading?.lead !== null) return null;
  const source = text.slice(heading.titleSpan.start, heading.titleSpan.end);
  const match = headingPattern.exec(source);
  const written = match?.[1] ?? '';
  const found = identifierAt(written);
  if (match === null || found === null) return null;
  const idStart = heading.titleSpan.start + match[0].lastIndexOf(written);
  const rest = source.slice(match[0].length);
  const separator = separatorPattern.exec(rest);
  const words = rest.slice(separator?.[0].length ?? 0);
  if (separator === null) {
    if (words !== '' && !/^\s/.test(words)) return null;
    if (joining.test(words.trim())) return null;
    // `## RUN-001: Title` … `### RUN-001 steps` speaks about the entry around it
    if (words !== '' && around.includes(keyOf(found))) return null;
  } else if (words.startsWith(`${found.prefix}-`) && /^\d/.test(words.slice(found.prefix.length + 1))) {
    return null;
  }
  const shown = trimSpan(text, { start: heading.titleSpan.end - words.length, end: heading.titleSpan.end });
  const { title, titleSpan } = titleOf(text, section, shown);
  return {
    id: found,
    form: 'heading',
    idSpan: { start: idStart, end: idStart + written.length },
    title,
    titleSpan,
    headingSpan: heading.span,
    span: section.span,
    section,
  };
}

const identifierPattern = new RegExp(identifierSource);
const leadingIdentifier = new RegExp(`^${identifierSource}`);

function identifierAt(source: string): Identifier | null {
  const match = identifierPattern.exec(source);
  return match === null ? null : toIdentifier(match);
}

function titleOf(text: string, section: Section, span: Span): { title: string; titleSpan: Span } {
  const words = plainText(text, span, section.heading?.block.inlines ?? []);
  const mark = deprecatedMark.exec(text.slice(span.start, span.end));
  const titleSpan =
    mark === null
      ? span
      : mark.index === 0
        ? trimSpan(text, { start: span.start + mark[0].length, end: span.end })
        : trimSpan(text, { start: span.start, end: span.start + mark.index });
  return {
    title: words
      .replace(deprecatedMark, '')
      .replace(/^[~*_]{1,3}|[~*_]{1,3}$/g, '')
      .trim(),
    titleSpan,
  };
}

const plainPattern = new RegExp(`^(?:\\*\\*)?(${identifierSource})(?:\\*\\*)?:[ \\t]+(\\S[^\\r\\n]*)$`);
const followerSource =
  '^(?:\\*\\*)?(?:category|trigger|owner|status|last tested|severity|type|created)(?:\\*\\*)?[ \\t]*:';
const followerPattern = new RegExp(followerSource, 'i');
const anyFollower = new RegExp(followerSource, 'im');
const idField = new RegExp(`^(?:\\*\\*)?ID(?:\\*\\*)?[ \\t]*:(?:\\*\\*)?[ \\t]*(${identifierSource})`, 'i');

/** Whether the line below `RUN-001: Title` makes a definition of it: a field of an entry, or this id as its field. */
function isFollower(line: string, id: Identifier): boolean {
  if (followerPattern.test(line)) return true;
  const stated = idField.exec(line)?.[1];
  const own = stated === undefined ? null : identifierAt(stated);
  return own !== null && keyOf(own) === keyOf(id);
}

/** A line that defines an entry without a heading. */
export interface PlainStart {
  readonly match: RegExpExecArray;
  readonly id: Identifier;
  readonly span: Span;
}

/** The lines `RUN-001: Title` with `Category:`, `Trigger:` … lines right behind them, in document order. */
export function plainStarts(text: string, flow: readonly FlowNode[]): readonly PlainStart[] {
  const starts: PlainStart[] = [];
  for (let index = 0; index < flow.length; index++) {
    const node = flow[index];
    if (node?.type !== 'line' || node.depth > 0 || node.inQuote || !node.opensParagraph) continue;
    const match = plainPattern.exec(text.slice(node.span.start, node.span.end));
    const id = match?.[1] === undefined ? null : identifierAt(match[1]);
    const next = flow[index + 1];
    if (match === null || id === null || next?.type !== 'line') continue;
    if (!isFollower(text.slice(next.span.start, next.span.end), id)) continue;
    starts.push({ match, id, span: node.span });
  }
  return starts;
}

/** Line ends and blanks between a heading and the line below it. */
const mostBetween = 80;

/** The definitions that begin in such lines; each reaches to the next one. What repeats the id of a heading right above is none. */
export function plainDefinitions(
  text: string,
  all: readonly PlainStart[],
  headings: readonly DefinitionFrame[],
): DefinitionFrame[] {
  const starts = all.filter(({ id, span: { start } }) => {
    const above = headings[firstFrom(headings, start, (frame) => frame.headingSpan.start) - 1];
    return (
      above === undefined ||
      keyOf(above.id) !== keyOf(id) ||
      start - above.headingSpan.end > mostBetween ||
      text.slice(above.headingSpan.end, start).trim() !== ''
    );
  });
  return starts.map(({ match, id, span }, index) => {
    const limit = starts[index + 1]?.span.start ?? text.length;
    const heading =
      headings[firstFrom(headings, span.start + 1, (frame) => frame.headingSpan.start)]?.headingSpan.start;
    const next = heading === undefined ? limit : Math.min(heading, limit);
    return plainFrame(id, 'plain', match, span, trimSpan(text, { start: span.start, end: next }));
  });
}

/** The same form inside fences: examples, unless the id is defined nowhere else. */
export function fencedDefinitions(text: string, fences: readonly CodeBlock[]): DefinitionFrame[] {
  const found: DefinitionFrame[] = [];
  for (const { content } of fences) {
    const source = text.slice(content.start, content.end);
    if (!/-\d/.test(source) || !anyFollower.test(source)) continue;
    const starts: { id: Identifier; match: RegExpExecArray; span: Span }[] = [];
    let at = content.start;
    const lines = source.split(/(?<=\n)/);
    for (const [index, raw] of lines.entries()) {
      const line = raw.trimEnd();
      const span = { start: at, end: at + line.length };
      at += raw.length;
      const match = plainPattern.exec(line);
      const id = match?.[1] === undefined ? null : identifierAt(match[1]);
      if (match === null || id === null || !isFollower(lines[index + 1] ?? '', id)) continue;
      starts.push({ id, match, span });
    }
    for (const [index, { id, match, span }] of starts.entries()) {
      const end = starts[index + 1]?.span.start ?? content.end;
      found.push(plainFrame(id, 'fence', match, span, trimSpan(text, { start: span.start, end })));
    }
  }
  return found;
}

function plainFrame(
  id: Identifier,
  form: EntryForm,
  match: RegExpExecArray,
  line: Span,
  span: Span,
): DefinitionFrame {
  const [whole, written = ''] = match;
  const idStart = line.start + whole.indexOf(written);
  const title = match[5] ?? '';
  return {
    id,
    form,
    idSpan: { start: idStart, end: idStart + written.length },
    title: title.replace(deprecatedMark, '').trim(),
    titleSpan: { start: line.end - title.length, end: line.end },
    headingSpan: line,
    span,
    section: null,
  };
}

/** First cells of tables whose first column is headed `ID` or `… ID`. A linked cell points to a definition; it is none. */
export function tableDefinitions(
  text: string,
  tables: readonly DocumentTable[],
  excluded: (offset: number) => boolean,
): DefinitionFrame[] {
  const found: DefinitionFrame[] = [];
  for (const table of tables) {
    const [first] = table.columns;
    if (first === undefined || !/(?:^|\s)id$/.test(first) || excluded(table.block.span.start)) continue;
    for (const row of table.rows) {
      const [cell, second] = row.cells;
      if (cell === undefined || cell.inlines.some((inline) => inline.type === 'link')) continue;
      const words = plainText(text, cell.span, cell.inlines);
      const id = identifierAt(words);
      if (id?.text !== words) continue;
      const written = identifierPattern.exec(text.slice(cell.span.start, cell.span.end));
      const start = cell.span.start + (written?.index ?? 0);
      const idSpan = { start, end: start + (written?.[0] ?? words).length };
      found.push({
        id,
        form: 'table',
        idSpan,
        title: second === undefined ? '' : plainText(text, second.span, second.inlines),
        titleSpan: second?.span ?? { start: idSpan.end, end: idSpan.end },
        headingSpan: row.span,
        span: row.span,
        section: null,
      });
    }
  }
  return found;
}

/** `RUN-001-api-errors.md` defines RUN-001 weakly, at the top of the file. */
export function fileNameDefinition(path: string, end: number): DefinitionFrame | null {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  const match = leadingIdentifier.exec(name);
  const id = match === null ? null : toIdentifier(match);
  if (id === null) return null;
  const top = { start: 0, end: 0 };
  const title = name
    .slice(id.text.length)
    .replace(/[-_. ]+/g, ' ')
    .trim();
  return {
    id,
    form: 'file-name',
    idSpan: top,
    title,
    titleSpan: top,
    headingSpan: top,
    span: { start: 0, end },
    section: null,
  };
}
