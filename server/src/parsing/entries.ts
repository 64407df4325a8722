/** Entries: definitions with their fields, parts, links, escalation, and whether they are stubs or deprecated. */
import { englishValue } from '../model/translated-values';
import { hasBody } from '../model/entry';
import { innerEntries } from '../model/nested-entries';
import { keyOf, parseIdentifier, type Identifier } from '../model/identifier';
import type { CodeBlock } from '../model/markdown';
import type {
  DocumentTable,
  Entry,
  EscalationLevel,
  FrontMatter,
  Label,
  Mention,
  Part,
  Section,
} from '../model/runbook';
import type { NestedSpans } from '../model/nested-spans';
import { isKnownLabel, isVerifying } from '../model/vocabulary';
import { encloses, firstFrom, type Span } from '../text/span';
import {
  fencedDefinitions,
  fileNameDefinition,
  headingDefinitions,
  plainDefinitions,
  plainStarts,
  tableDefinitions,
  type DefinitionFrame,
} from './definitions';
import type { Slots } from './filling';
import { isSotName } from '../model/kind-names';
import type { FlowNode } from './flow';
import { checkItems, partsIn } from './phases';
import { isMenu } from './placeholders';
import { Zones } from './zones';

export interface EntrySource {
  readonly path: string;
  readonly text: string;
  readonly frontMatter: FrontMatter | null;
  readonly root: Section;
  readonly flow: readonly FlowNode[];
  readonly fences: readonly CodeBlock[];
  readonly tables: readonly DocumentTable[];
  readonly labels: readonly Label[];
  readonly parts: readonly Part[];
  readonly slots: Slots;
  /** Where work is described: steps, and sections of steps, rollback, escalation, verification. */
  readonly working: NestedSpans<{ readonly span: Span }>;
}

/** Where the entries of a document are defined and how far they reach, in document order. */
export function readDefinitions(source: EntrySource): DefinitionFrame[] {
  const { text, root, flow, fences, tables } = source;
  const plain = plainStarts(text, flow);
  const headings = headingDefinitions(
    text,
    root,
    (section, id) => isSot(source) && states(source, section, id),
    plain,
  );
  const logs = new Zones(listsOfEntries(root));
  const plainly = plainDefinitions(text, plain, headings);
  const frames = [
    ...headings.map((frame) => endedBy(plainly, frame)),
    ...plainly,
    ...fencedDefinitions(text, fences),
    ...tableDefinitions(text, tables, (offset) => logs.at(offset) !== null),
  ];
  const named = fileNameDefinition(source.path, text.length);
  if (
    named !== null &&
    !frames.some((frame) => frame.form !== 'fence' && keyOf(frame.id) === keyOf(named.id))
  )
    frames.push(named);
  return frames.sort((a, b) => a.span.start - b.span.start);
}

/** An entry with a heading reaches to the first other one in plain lines: no heading ends it there, but what follows is the other's. */
function endedBy(plainly: readonly DefinitionFrame[], frame: DefinitionFrame): DefinitionFrame {
  const { headingSpan, span, id } = frame;
  const from = firstFrom(plainly, headingSpan.end, (one) => one.span.start);
  for (let at = from; ; at++) {
    const next = plainly[at];
    if (next === undefined || next.span.start >= span.end) return frame;
    if (keyOf(next.id) !== keyOf(id)) return { ...frame, span: { start: span.start, end: next.span.start } };
  }
}

/** Whether a document says that it is a Source-of-Truth file: by its name or by `id_prefix`. */
function isSot({ path, frontMatter }: EntrySource): boolean {
  return isSotName(path) || frontMatter?.fields.some(({ key }) => key === 'id_prefix') === true;
}

/** Whether the body of a section has a field `**ID**` that states this id. */
function states({ labels, text }: EntrySource, { body }: Section, id: Identifier): boolean {
  const from = firstFrom(labels, body.start, (label) => label.span.start);
  const to = firstFrom(labels, body.end, (label) => label.span.start);
  return labels.slice(from, to).some(({ key, value }) => {
    const stated =
      key !== 'id' || value === null ? null : parseIdentifier(text.slice(value.token.start, value.token.end));
    return stated !== null && keyOf(stated) === keyOf(id);
  });
}

/** The sections that list entries instead of defining them. */
function listsOfEntries(root: Section): Section[] {
  const found: Section[] = [];
  const visit = (section: Section): void => {
    if (section.role === 'change-log' || section.role === 'navigation') found.push(section);
    section.children.forEach(visit);
  };
  visit(root);
  return found;
}

/** The entries of the definitions. `mentions` are those of the whole document. */
export function readEntries(
  source: EntrySource,
  frames: readonly DefinitionFrame[],
  mentions: readonly Mention[],
): Entry[] {
  const innerOf = innerEntries(frames);
  return frames.map((frame): Entry => {
    const bodied = hasBody(frame);
    const inner = innerOf(frame);
    const isOwn = ({ nameSpan }: Label | Part): boolean => !inner.encloses(nameSpan);
    const fields = bodied ? fieldsOf(source, frame).filter(isOwn) : [];
    const below = { start: frame.headingSpan.end, end: frame.span.end };
    const parts = bodied ? partsIn(source.parts, below).filter(isOwn) : [];
    const filling = source.slots.in(frame.form === 'file-name' ? { start: 0, end: 0 } : frame.span);
    const { id, form, idSpan, title, titleSpan, headingSpan, span, section } = frame;
    return {
      id,
      form,
      idSpan,
      title,
      titleSpan,
      headingSpan,
      span,
      section,
      fields,
      parts,
      filling,
      stub: bodied && (isStub(source.text, frame, filling) || isTemplate(source.text, fields)),
      deprecated: deprecationOf(source, frame, fields, parts),
      linkedIds: bodied
        ? linkedIdsOf(source.text, frame, mentions).filter(({ mention }) => !inner.encloses(mention.span))
        : [],
      escalation: bodied ? escalationOf(source, parts) : [],
    };
  });
}

/** Untouched template text: most slots are open, or the title is still a placeholder and half of them are. */
function isStub(text: string, frame: DefinitionFrame, { slots, unfilled }: Entry['filling']): boolean {
  if (unfilled === 0) return false;
  const open = /[[{<][^[{<\]}>]{0,160}[\]}>]/.test(text.slice(frame.titleSpan.start, frame.titleSpan.end));
  return unfilled >= slots * (open ? 0.4 : 0.6);
}

/** Whether the status of an entry says that it is a template: **Status**: Template */
function isTemplate(text: string, fields: readonly Label[]): boolean {
  const status = fields.find(({ key }) => key === 'status')?.value;
  return status != null && /^\W*template\b/i.test(text.slice(status.token.start, status.token.end));
}

/**
 * What an entry says of itself: labels in its body and in sections of no role, and link lines anywhere (`Linked IDs: …`
 * is the last line of a runbook). `Owner:` within a step or an escalation path speaks of that step or path.
 */
function fieldsOf(source: EntrySource, { headingSpan, span }: DefinitionFrame): Label[] {
  const from = firstFrom(source.labels, headingSpan.end, (label) => label.span.start);
  const to = firstFrom(source.labels, span.end, (label) => label.span.start);
  const own = source.working.around(headingSpan);
  return source.labels.slice(from, to).filter((label) => {
    if (label.item !== null && (label.value === null || !isKnownLabel(label.name))) return false;
    if (label.role === 'linked-ids') return true;
    if (isVerifying(label.role)) return false;
    const around = source.working.around(label.nameSpan);
    return around === null || around === own;
  });
}

function deprecationOf(
  source: EntrySource,
  frame: DefinitionFrame,
  fields: readonly Label[],
  parts: readonly Part[],
): Span | null {
  const heading = source.text.slice(frame.headingSpan.start, frame.headingSpan.end);
  const mark = /\[?\bdeprecated\b\]?/i.exec(heading);
  if (mark !== null && (mark[0].startsWith('[') || frame.form === 'heading')) {
    const start = frame.headingSpan.start + mark.index;
    if (mark[0].startsWith('[') || /^#+\s*deprecated/i.test(heading))
      return { start, end: start + mark[0].length };
  }
  const section = parts.find((part) => part.role === 'deprecated');
  if (section !== undefined) return section.nameSpan;
  const status = fields.find((field) => field.key === 'status')?.value;
  if (status == null) return null;
  const words = source.text.slice(status.token.start, status.token.end);
  const whole = source.text.slice(status.span.start, status.span.end);
  return /^\W*deprecated\b/i.test(englishValue(words)) && !isMenu(whole) ? status.token : null;
}

function linkedIdsOf(text: string, frame: DefinitionFrame, mentions: readonly Mention[]): Entry['linkedIds'] {
  const from = firstFrom(mentions, frame.headingSpan.end, (mention) => mention.span.start);
  const to = firstFrom(mentions, frame.span.end, (mention) => mention.span.start);
  return mentions
    .slice(from, to)
    .filter(
      (mention) => mention.id !== null && mention.place !== 'link-target' && linkedFields.has(mention.field),
    )
    .map((mention) => {
      const tail = text.slice(mention.span.end, mention.span.end + 80);
      const relation =
        /^\s*\(([a-z][\w -]{1,30})\)/i.exec(tail) ??
        /^[^\r\n]{0,60}?[—–-]\s+([a-z]+(?:-[a-z]+)+):/i.exec(tail);
      return { mention, relation: relation?.[1] ?? '' };
    });
}

/** Keys of the fields and sections whose ids are an entry's links. */
const linkedFields: ReadonlySet<string> = new Set([
  'linked ids',
  'linked id',
  'related ids',
  'related id',
  'related',
  'runbook',
  'runbooks',
  'cross-references',
  'cross references',
  'related runbook',
  'related runbooks',
  'related entries',
  'see also',
  'alert',
  'alerts',
  'links',
]);

function escalationOf(source: EntrySource, parts: readonly Part[]): EscalationLevel[] {
  const part = parts.find((candidate) => candidate.role === 'escalation' && candidate.item === null);
  if (part === undefined) return [];
  const levels: EscalationLevel[] = [];
  const { tables, labels } = source;
  for (let i = firstFrom(tables, part.span.start, ({ block }) => block.span.start); i < tables.length; i++) {
    const table = tables[i];
    if (table === undefined || !encloses(part.span, table.block.span)) break;
    for (const row of table.rows) {
      const cell = row.cells[0];
      levels.push({
        level: cell === undefined ? '' : source.text.slice(cell.span.start, cell.span.end),
        span: row.span,
      });
    }
  }
  for (let i = firstFrom(labels, part.content.start, ({ span }) => span.start); i < labels.length; i++) {
    const label = labels[i];
    if (label === undefined || !encloses(part.content, label.span)) break;
    if (/^(?:l|level\s*)\d/i.test(label.name)) levels.push({ level: label.name, span: label.span });
  }
  if (levels.length > 0) return levels;
  return checkItems(source.flow, part.content).map(({ text }) => ({ level: '', span: text }));
}
