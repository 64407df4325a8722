/**
 * Text → runbook model. Never throws: any text gives a model.
 * The one place that puts the readers of this folder in order.
 */
import { defaultConfiguration, type Configuration } from '../config/configuration';
import { hasBody } from '../model/entry';
import type { Block, CodeBlock } from '../model/markdown';
import type { Exclusion, Runbook, Section } from '../model/runbook';
import { NestedSpans } from '../model/nested-spans';
import { builtInVocabulary, type Role } from '../model/vocabulary';
import { LineIndex } from '../text/line-index';
import { Piece } from '../text/pieces';
import { firstFrom, moved, type Span } from '../text/span';
import { blockComments, lineComments, mayHoldLineComments } from './line-comments';
import { readBands } from './bands';
import { readDefinitions, readEntries } from './entries';
import type { FlowNode } from './flow';
import { readFrontMatter } from './front-matter';
import { readHeadings, readSections } from './headings';
import { claimsPhases, decideKind } from './kinds';
import { readAnchors, resolveLinks } from './links';
import { readLabels } from './labels';
import { parseBlocks, parsePassages, type Passage } from './markdown/parse-blocks';
import type { PieceMemory } from './markdown/piece-memory';
import { readMentions } from './mentions';
import { readMisplacedFrontMatter } from './misplaced-front-matter';
import type { PassageMemory } from './passages';
import { readParts, withoutEntries, withParts } from './parts';
import { readClaimedPhases, readPhases } from './phases';
import type { ProcedureMemory } from './procedure-memory';
import type { StepSource } from './step-source';
import { readProcedures } from './steps';
import { vocabularyOf } from './own-words';

/** What was read before, so that only what differs is read again. It says nothing that the text does not. */
export interface ParserMemory {
  readonly pieces: PieceMemory;
  readonly passages: PassageMemory;
  readonly procedures: ProcedureMemory;
}

/** What of a configuration says how a document is read. */
export type ReadingConfiguration = Pick<Configuration, 'kinds' | 'words' | 'language'>;

export interface ParseOptions {
  /** Path relative to the workspace folder, with `/`; its file name is a signal of the kind. */
  readonly path: string;
  /** What the workspace says of its documents; what is built in where it says nothing. */
  readonly configuration?: ReadingConfiguration;
}

/** The model of a document. Linear in the text's length; the same text gives an equal model. */
export function parseRunbook(
  text: string,
  { path, configuration = defaultConfiguration }: ParseOptions,
  memory: ParserMemory,
): Runbook {
  const lines = new LineIndex(text);
  const frontMatter = readFrontMatter(text) ?? readMisplacedFrontMatter(text);
  const top = frontMatter?.span.end ?? 0;
  const { pieces, passages, passedBound } = parsePassages(text, top, lines, memory.pieces);
  const lead = text.slice(0, frontMatter?.span.start ?? 0);
  const all = lead === '' ? passages : [leadPassage(lead), ...passages];
  const body = memory.passages.read(text, pieces, lines, all);
  const { blocks, flow, marks, tables, placeholders, slots } = body;
  const whole = { start: 0, end: text.length };
  const words = vocabularyOf(configuration);
  // what is remembered of passages has the built-in words
  const labels = words === builtInVocabulary ? body.labels : readLabels(text, flow, tables, words);
  const headings = readHeadings(body.headings, words);
  const root = readSections(text, headings, whole, words);
  const allParts = readParts(text, root, labels);
  const fences = marks.codeBlocks.filter(({ fenced }) => fenced);
  const links = resolveLinks(text, body.links, blocks);
  const comments = marks.html.flatMap((span) => commentIn(text, span));
  const phaseSource = { text, root, parts: allParts, labels, flow };
  const known = readPhases(phaseSource);
  const entrySource = {
    path,
    text,
    frontMatter,
    root,
    flow,
    fences,
    tables,
    labels,
    parts: allParts,
    slots,
    working: workingSpans(root),
  };
  const frames = readDefinitions(entrySource);
  const plain = frames.flatMap(({ form, span }) => (form === 'plain' ? [span.start] : []));
  const bodied = frames.filter(hasBody);
  const kindSource = { path, frontMatter, headings, labels, entries: frames, text };
  const claimed = decideKind({ ...kindSource, phases: known }, configuration);
  const phases =
    known.length > 0 || !claimsPhases(claimed, headings) ? known : readClaimedPhases(phaseSource);
  const kind = phases === known ? claimed : decideKind({ ...kindSource, phases }, configuration);
  const seen = new Set(allParts);
  const gates = phases.flatMap(({ gateCriteria: gate }) => (gate === null || seen.has(gate) ? [] : [gate]));
  const parts = withoutEntries(text, withParts(allParts, gates), plain);
  const scopes = new NestedSpans<{ readonly span: Span }>([...bodied, ...phases]);
  const procedural = new NestedSpans<{ readonly span: Span }>(
    kind.kind === 'entry'
      ? [{ span: whole }]
      : bodied.filter(({ id }) => id.prefix === 'RUN' || id.prefix === 'DEP'),
  );
  const steps: StepSource = {
    text,
    pieces,
    blocks,
    root,
    flow,
    labels,
    parts,
    tables,
    scopes,
    entries: new NestedSpans<{ readonly span: Span }>(bodied),
    procedural,
    isWork: !['none', 'run', 'skill', 'sot'].includes(kind.kind),
  };
  const procedures =
    pieces.length > 1 ? memory.procedures.read(steps, body) : readProcedures(steps, null).procedures;
  const lifted = new Set(procedures.map(({ form, fence }) => (form === 'fence' ? fence : null)));
  const yaml = labels.filter(({ carrier }) => carrier === 'yaml');
  const isRead = (block: CodeBlock): boolean =>
    lifted.has(block) ||
    (yaml[firstFrom(yaml, block.span.start, startOf)]?.span.end ?? Infinity) <= block.span.end;
  const mentions = readMentions({
    text,
    pieces,
    lines,
    root,
    links,
    labels,
    parts,
    tables,
    codeSpans: marks.codeSpans,
    placeholders,
    zones: [
      ...(frontMatter === null ? [] : [zone(frontMatter.span, 'front-matter')]),
      ...comments.map((span) => zone(span, 'comment')),
      ...hiddenComments(text, blocks, flow).map((span) => zone(span, 'comment')),
      ...marks.codeBlocks.filter((block) => !isRead(block)).map(({ span }) => zone(span, 'fence')),
    ],
    definitions: frames.filter(({ form }) => form !== 'file-name').map(({ idSpan }) => idSpan),
  });
  return {
    path,
    text,
    pieces,
    passages: pieces.length > 1 ? all : [],
    lines,
    frontMatter,
    blocks,
    root,
    headings,
    labels,
    parts,
    fences,
    tables,
    comments,
    links,
    anchors: readAnchors(text, marks.html),
    procedures,
    phases,
    entries: readEntries({ ...entrySource, parts }, frames, mentions),
    mentions,
    bands: readBands(text, lines, mentions),
    placeholders,
    filling: slots.in(whole),
    kind,
    passedBound,
    alerts: null,
    unread: false,
  };
}

/** The comment that a piece of raw HTML is, without blanks before it: Markdown counts up to three to its block. */
function commentIn(text: string, { start, end }: Span): Span[] {
  let from = start;
  while (text.charCodeAt(from) === 0x20) from++;
  return text.startsWith('<!--', from) ? [{ start: from, end }] : [];
}

/** Comments that are no HTML: `[//]: # (…)`, and `%% … %%` and the like in a line of text. */
function hiddenComments(text: string, blocks: readonly Block[], flow: readonly FlowNode[]): Span[] {
  const found: Span[] = [];
  for (const block of blocks)
    if (block.type === 'definition' && /^(?:\/\/|COMMENT|#)$/.test(block.label)) found.push(block.span);
  if (!mayHoldLineComments(text)) return found;
  for (const { type, span } of flow)
    if (type === 'line')
      for (const comment of lineComments(text.slice(span.start, span.end)))
        found.push(moved(comment, span.start));
  found.push(...blockComments(text, flow));
  return found;
}

/** What stands in front of front matter that is out of place. */
function leadPassage(text: string): Passage {
  return { start: 0, reading: { piece: new Piece(text), blocks: parseBlocks(text) } };
}

/** Sections in which labels speak of the work, not of the entry. */
function workingSpans(root: Section): NestedSpans<{ readonly span: Span }> {
  const found: Section[] = [];
  const visit = (section: Section): void => {
    if (isWork(section)) found.push(section);
    section.children.forEach(visit);
  };
  visit(root);
  return new NestedSpans(found);
}

const workRoles: ReadonlySet<Role | null> = new Set<Role>([
  'steps',
  'rollback',
  'escalation',
  'verification',
  'gate-criteria',
]);

function isWork({ role, heading }: Section): boolean {
  return workRoles.has(role) || heading?.lead != null;
}

const startOf = ({ span }: { readonly span: Span }): number => span.start;

function zone(span: Span, reason: Exclusion): { span: Span; reason: Exclusion } {
  return { span, reason };
}
