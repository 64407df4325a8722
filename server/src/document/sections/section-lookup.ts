/** Finds what a document says under a name, whether the name is a heading, a label or a plain line `Name:`. */
import type { DocumentHeading, Label, Runbook, Section } from '../../model/runbook';
import { englishName } from '../../model/translated-names';
import { normalizeName } from '../../model/vocabulary';
import { placesOf } from '../../text/pieces';
import { rememberOf } from '../../text/remember';
import { encloses, firstFrom, trimSpan, type Span } from '../../text/span';
import { withoutTags } from '../../text/unseen';

/** A name and what stands under it. */
export interface Passage {
  readonly name: string;
  /** ### «Go/No-Go Criteria» */
  readonly nameSpan: Span;
  readonly from: 'heading' | 'label' | 'line';
  /** From the line of the name to the end of what it covers. */
  readonly span: Span;
  /** What it covers, without its name. */
  readonly content: Span;
}

/** All sections of a document in order, without the root. */
export const sectionsOf = rememberOf((runbook: Runbook): readonly Section[] => {
  const sections: Section[] = [];
  collect(runbook.root.children, sections);
  return sections;
});

function collect(children: readonly Section[], into: Section[]): void {
  for (const child of children) {
    into.push(child);
    collect(child.children, into);
  }
}

interface NamedSection {
  readonly heading: DocumentHeading;
  readonly span: Span;
  /** The heading's words as names are compared, in English. */
  readonly key: string;
}

const namedSections = rememberOf((runbook: Runbook): readonly NamedSection[] =>
  sectionsOf(runbook).flatMap(({ heading, span }) =>
    heading === null ? [] : [{ heading, span, key: englishName(heading.key) }],
  ),
);

/** The sections that start in a span, in order. */
export function sectionsIn(runbook: Runbook, { start, end }: Span): readonly Section[] {
  return startingIn(sectionsOf(runbook), { start, end });
}

function startingIn<T extends { readonly span: Span }>(
  items: readonly T[],
  { start, end }: Span,
): readonly T[] {
  const startOf = ({ span }: T): number => span.start;
  return items.slice(firstFrom(items, start, startOf), firstFrom(items, end, startOf));
}

/** The first section whose name matches, or undefined; `pattern` meets names in lower case, without numbers. */
export function findSection(runbook: Runbook, pattern: RegExp, within?: Span): Passage | undefined {
  const sections = namedSections(runbook);
  for (const { heading, span, key } of within === undefined ? sections : startingIn(sections, within)) {
    if (pattern.test(key))
      return {
        name: heading.title,
        nameSpan: heading.titleSpan,
        from: 'heading',
        span,
        content: trimSpan(runbook.text, { start: heading.span.end, end: span.end }),
      };
  }
  return undefined;
}

/** Everything in `within` whose name matches: headings, then labels, then plain lines. */
export function* passagesIn(runbook: Runbook, pattern: RegExp, within: Span): Iterable<Passage> {
  const { text, labels } = runbook;
  for (const { heading, span, key } of startingIn(namedSections(runbook), within)) {
    if (!pattern.test(key)) continue;
    const content = trimSpan(text, { start: heading.span.end, end: span.end });
    yield { name: heading.title, nameSpan: heading.titleSpan, from: 'heading', span, content };
  }
  for (let i = firstFrom(labels, within.start, ({ span }) => span.start); i < labels.length; i++) {
    const label = labels[i];
    if (label === undefined || label.span.start >= within.end) break;
    if (!pattern.test(label.key)) continue;
    const start = label.value?.span.start ?? behindName(text, label.nameSpan.end, label.span.end);
    const content = trimSpan(text, { start: Math.min(start, label.span.end), end: label.span.end });
    yield { name: label.name, nameSpan: label.nameSpan, from: 'label', span: label.span, content };
  }
  yield* plainPassages(runbook, pattern, within);
}

const plainPattern =
  /^([ \t>]*(?:[-*+][ \t]+|\d{1,3}[.)][ \t]+)?[*_]?)([A-Za-z][A-Za-z0-9 /'’&()-]{1,58}?)[ \t]{0,8}[*_]?:[*_]?(?=[ \t]|$)/;
const plainPlaces = placesOf(new RegExp(plainPattern.source, 'gm'));

interface PlainLine {
  readonly name: string;
  readonly nameSpan: Span;
  /** Offsets at which the line and what it says start. */
  readonly start: number;
  readonly content: number;
  /** The label that the line is read as, if any. */
  readonly label: Label | undefined;
}

/** All lines of a document that read like `Diagnosis:` or `*Diagnosis:*`, whether a label list knows them or not. */
const plainLines = rememberOf((runbook: Runbook): readonly PlainLine[] => {
  const { text, lines, labels } = runbook;
  const labelAt = new Map(labels.map((label) => [label.nameSpan.start, label]));
  const found: PlainLine[] = [];
  for (const place of plainPlaces(runbook.pieces)) {
    const { start, end } = lines.spanOf(lines.lineAt(place));
    // patterns see more ends of lines than Markdown does
    const match = place === start ? plainPattern.exec(text.slice(start, end)) : null;
    if (match === null || isInert(runbook, start)) continue;
    const [whole, indent = '', name = ''] = match;
    const nameSpan = { start: start + indent.length, end: start + indent.length + name.length };
    found.push({ name, nameSpan, start, content: start + whole.length, label: labelAt.get(nameSpan.start) });
  }
  return found;
});

/** Lines `Diagnosis:` that no label list knows; each covers what stands up to the next name. */
function* plainPassages(runbook: Runbook, pattern: RegExp, within: Span): Iterable<Passage> {
  const { text, lines, labels, headings } = runbook;
  const all = plainLines(runbook);
  const startOf = ({ start }: PlainLine): number => start;
  const found = all
    .slice(
      firstFrom(all, lines.startOf(lines.lineAt(within.start)), startOf),
      firstFrom(all, Math.max(within.start + 1, within.end), startOf),
    )
    .filter(
      ({ label }) => label === undefined || label.span.start < within.start || label.span.start >= within.end,
    );
  for (const [index, { nameSpan, name, start, content }] of found.entries()) {
    if (!pattern.test(normalizeName(name))) continue;
    const label = labels[firstFrom(labels, content, ({ span }) => span.start)];
    const heading = headings[firstFrom(headings, content, ({ span }) => span.start)];
    const end = Math.min(
      found[index + 1]?.start ?? within.end,
      label?.span.start ?? within.end,
      heading?.span.start ?? within.end,
      within.end,
    );
    yield {
      name,
      nameSpan,
      from: 'line',
      span: { start, end },
      content: trimSpan(text, { start: Math.min(content, end), end }),
    };
  }
}

/** Whether an offset lies in a fence, a comment or the front matter, where nothing is said to readers. */
export function isInert({ fences, comments, frontMatter }: Runbook, offset: number): boolean {
  const point = { start: offset, end: offset };
  const fence = fences[firstFrom(fences, offset + 1, ({ span }) => span.start) - 1];
  const comment = comments[firstFrom(comments, offset + 1, ({ start }) => start) - 1];
  return (
    (fence !== undefined && encloses(fence.span, point)) ||
    (comment !== undefined && encloses(comment, point)) ||
    (frontMatter !== null && offset >= frontMatter.span.start && offset < frontMatter.span.end)
  );
}

/** Whether a stretch holds no words: only white space, comments, rules, empty list items, boxes, cells and fences, and dots. */
export function holdsNoWords({ text }: Runbook, { start, end }: Span): boolean {
  const source = text.slice(start, end);
  // a letter that no mark has, in a line that is no fence's
  if (/^(?![ \t>]*(?:`{3}|~{3})).*[A-WYZa-wyz]/m.test(source) && !source.includes('<')) return false;
  return withoutTags(source)
    .replace(/(?<!\.)\.{2,}|…/g, '')
    .replace(/^[ \t>]*(?:`{3,}|~{3,}).*$/gm, '')
    .replace(/^[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]*)?(?:\[[ xX]\][ \t]*)?$/gm, '')
    .split(/[\s|*_:–—-]+/)
    .every((word) => word === '');
}

function behindName(text: string, at: number, end: number): number {
  let offset = at;
  while (offset < end && /[:*_： \t]/.test(text.charAt(offset))) offset++;
  return offset;
}
