/** Headings with their words, numbers and fragments, and the sections they open. */
import { slug as gitHubSlug } from 'github-slugger';
import type { Heading } from '../model/markdown';
import type { DocumentHeading, Section } from '../model/runbook';
import { readHeadingNumber } from '../model/heading-number';
import {
  builtInVocabulary,
  mayListLinks,
  normalizeName,
  roleOf,
  type Role,
  type Vocabulary,
} from '../model/vocabulary';
import { detached } from '../text/detached';
import { trimSpan, type Span } from '../text/span';
import { depthsOf } from './flat-phases';
import type { FlowNode } from './flow';
import { holdsLinksOnly } from './link-lists';
import { plainText, shownText } from '../model/plain-text';
import { readLead } from './sequence';

/** A heading before its fragments are told from those of the headings above it. */
export interface HeadingDraft extends Omit<DocumentHeading, 'slug' | 'gitLabSlug'> {
  /** What GitHub and GitLab make of its words, as strings of their own: summaries keep them. */
  readonly fragments: Fragments;
}

interface Fragments {
  readonly gitHub: string;
  readonly gitLab: string;
}

/** The headings of a stretch, in order. */
export function draftHeadings(text: string, flow: readonly FlowNode[]): HeadingDraft[] {
  return headingsIn(flow).map((block) => draftOf(text, block));
}

/** The blocks of a flow that are headings, in order. */
export function headingsIn(flow: readonly FlowNode[]): Heading[] {
  const found: Heading[] = [];
  for (const node of flow)
    if (node.type === 'heading' && node.block.type === 'heading') found.push(node.block);
  return found;
}

/** All headings of a document from those of its stretches, in order, with what they are for in these words. */
export function readHeadings(drafts: readonly HeadingDraft[], words = builtInVocabulary): DocumentHeading[] {
  const gitHub = new Map<string, number>();
  const gitLab = new Map<string, number>();
  return drafts.map(
    ({ block, span, depth, title, key, role: usual, lead, titleSpan, number, explicitId, fragments }) => {
      const role = words === builtInVocabulary ? usual : words.roleOf(title);
      const slug = firstFree(fragments.gitHub, gitHub);
      const gitLabSlug = numbered(fragments.gitLab, gitLab);
      return { block, span, depth, title, key, role, lead, titleSpan, number, explicitId, slug, gitLabSlug };
    },
  );
}

/** `{#drain}`, `{.wide}`, `{#drain .wide data-x=1}` at the end of a heading: its id, classes and other attributes. */
const attributes =
  /\{:?[ \t]{0,4}(?:[#.][\w:.-]{1,200}|[\w-]{1,40}=[^\s{}]{1,60})(?:[ \t]{1,4}(?:[#.][\w:.-]{1,200}|[\w-]{1,40}=[^\s{}]{1,60})){0,6}[ \t]{0,4}\}$/;
/** In UTF-16 units. */
const longestAttributes = 400;

function draftOf(text: string, block: Heading): HeadingDraft {
  const source = text.slice(block.content.start, block.content.end).trimEnd();
  const explicit = source.endsWith('}') ? attributes.exec(source.slice(-longestAttributes)) : null;
  const titleSpan = trimSpan(text, {
    start: block.content.start,
    end: block.content.start + source.length - (explicit?.[0].length ?? 0),
  });
  const words = plainText(text, titleSpan, block.inlines);
  const number = readHeadingNumber(words);
  const title = number === null ? words : words.slice(number.length);
  return {
    block,
    span: block.span,
    depth: block.depth,
    title,
    key: normalizeName(title),
    role: roleOf(title),
    lead: readLead(title),
    titleSpan,
    number: number?.number ?? null,
    explicitId: explicit === null ? null : (/#([\w:.-]{1,200})/.exec(explicit[0])?.[1] ?? null),
    fragments: fragmentsOf(detached(shownText(text, titleSpan, block.inlines))),
  };
}

/**
 * What GitHub and GitLab make of a heading's words, before they tell equal headings apart. GitLab's rule: lower case,
 * only word characters, dashes and spaces kept, spaces to dashes, runs of dashes folded.
 */
function fragmentsOf(words: string): Fragments {
  // of these characters both keep the same
  if (/^[\x20-\x7e]*$/.test(words)) {
    const base = words
      .toLowerCase()
      .replace(/[^a-z0-9_ -]+/g, '')
      .replaceAll(' ', '-');
    return { gitHub: base, gitLab: foldDashes(base) };
  }
  const kept = words.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '');
  return { gitHub: gitHubSlug(words), gitLab: foldDashes(kept.replaceAll(' ', '-')) };
}

function foldDashes(words: string): string {
  return words.includes('--') ? words.replace(/-{2,}/g, '-') : words;
}

/** GitHub counts on until nothing has the fragment yet. */
function firstFree(base: string, taken: Map<string, number>): string {
  let slug = base;
  let count = taken.get(base) ?? 0;
  while (taken.has(slug)) slug = `${base}-${String(++count)}`;
  taken.set(base, count);
  if (slug !== base) taken.set(slug, 0);
  return slug;
}

function numbered(base: string, taken: Map<string, number>): string {
  const count = taken.get(base) ?? 0;
  taken.set(base, count + 1);
  return count === 0 ? base : `${base}-${String(count)}`;
}

/** The tree of sections; the root covers `whole`. */
export function readSections(
  text: string,
  headings: readonly DocumentHeading[],
  whole: Span,
  words = builtInVocabulary,
): Section {
  const root: MutableSection = {
    heading: null,
    role: null,
    span: whole,
    body: { start: whole.start, end: headings[0]?.span.start ?? whole.end },
    children: [],
  };
  /** With the depth of each. */
  const open: [MutableSection, number][] = [[root, 0]];
  const title = titleHeading(headings);
  const depths = depthsOf(headings);
  for (const [index, heading] of headings.entries()) {
    const depth = depths[index] ?? heading.depth;
    while (open.length > 1 && (open.at(-1)?.[1] ?? 0) >= depth) open.pop();
    const around = open.at(-1)?.[0] ?? root;
    const span = { start: heading.span.start, end: sectionEnd(headings, depths, index, whole.end) };
    const section: MutableSection = {
      heading,
      role: heading === title ? null : roleOfSection(text, heading, span, around.role, words),
      span,
      body: { start: heading.span.end, end: headings[index + 1]?.span.start ?? whole.end },
      children: [],
    };
    around.children.push(section);
    open.push([section, depth]);
  }
  return root;
}

/** `around` is the role of the section that the heading stands in. */
function roleOfSection(
  text: string,
  heading: DocumentHeading,
  { end }: Span,
  around: Role | null,
  words: Vocabulary,
): Role | null {
  const { title, key, lead, span } = heading;
  if (lead !== null) return null;
  const role = heading.role ?? (workingVerbs.has(key) ? 'steps' : null);
  if (mayBeNumberedStep(heading) && (around === 'steps' || around === 'rollback'))
    return words.roleAmongSteps(title);
  return role === 'linked-ids' && mayListLinks(title) && !holdsLinksOnly(text, { start: span.end, end })
    ? null
    : role;
}

/** What promises steps as a heading, and is a step itself as the bold lead of an item. */
const workingVerbs: ReadonlySet<string> = new Set(['resolve', 'mitigate', 'implement']);

/** Whether a heading counts as steps do below a section of them: `### 3. Restart`, not `### 3.1 Restart`. */
function mayBeNumberedStep({ number, depth }: DocumentHeading): boolean {
  return number !== null && depth >= 3 && /^\d+$/.test(number);
}

/** The heading that names the document: its only H1. It is no part, even where it reads `Runbook` or `Rollback`. */
function titleHeading(headings: readonly DocumentHeading[]): DocumentHeading | null {
  const [first, ...others] = headings.filter(({ depth }) => depth === 1);
  return first !== undefined && others.length === 0 && headings.length > 1 ? first : null;
}

interface MutableSection extends Section {
  readonly children: MutableSection[];
}

function sectionEnd(
  headings: readonly DocumentHeading[],
  depths: readonly number[],
  index: number,
  end: number,
): number {
  const depth = depths[index] ?? 1;
  let next = index + 1;
  while (next < depths.length && (depths[next] ?? 0) > depth) next++;
  return headings[next]?.span.start ?? end;
}
