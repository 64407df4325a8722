/**
 * Steps outside of sections of steps, in documents that describe work: lists, tables and headings whose words instruct.
 * They are seen, but no rule asks them for a verification, since no heading promises a procedure there.
 */
import type { Block, ListItem } from '../model/markdown';
import type { Label, Section } from '../model/runbook';
import type { Role } from '../model/vocabulary';
import { rememberWords } from '../text/remember';
import { encloses, type Span } from '../text/span';
import type { FlowNode } from './flow';
import { instructs, namesWork } from './instructions';
import { listSteps, type ListKind } from './listed-steps';
import { leadOf, numberedLabels, labelledSteps } from './step-forms';
import type { FoundSteps } from './step-frame';

/** What loose steps are read from. */
interface LooseSource {
  readonly text: string;
  readonly flow: readonly FlowNode[];
}

type List = Extract<Block, { type: 'list' }>;

/** How much a list has to say to be one of steps: in parts that are about something else, commands. */
export type Looseness = 'words' | 'commands' | 'none';

/**
 * What the lists of a section without steps of its own may be. `aside`: whether it is part of something else; `inSteps`:
 * whether the section above promises steps, which may end in a verification.
 */
export function loosenessOf({ role, heading }: Section, aside: boolean, inSteps: boolean): Looseness {
  if (inSteps && role === 'verification') return 'commands';
  if (role !== null && listing.has(role)) return 'none';
  // what is done afterwards is work where it is numbered
  if (role === 'post') return 'words';
  const isFree =
    role === null ||
    role === 'commands' ||
    (role === 'trigger' && heading?.key.startsWith('detect') === true);
  return isFree && !aside ? 'words' : 'commands';
}

/** What is told, and what is done every week, is no procedure. */
const recurring = rememberWords((key) =>
  /^(?:communications?(?: plan)?|(?:routine |regular |scheduled |preventive )?maintenance(?: (?:procedures|tasks|schedule|plan))?|(?:daily|weekly|monthly|quarterly|yearly|annual)(?: [a-z]{1,20}){0,2})$/.test(
    key,
  ),
);

/** Whether what stands below a section is part of something else than work. A checklist may hold the work itself. */
export function isAside({ role, heading }: Section): boolean {
  if (heading === null || heading.depth === 1) return false;
  const { key } = heading;
  if (role === null || role === 'commands') return recurring(key);
  return !(role === 'trigger' && key.startsWith('detect')) && !/\bchecklists?$/.test(key);
}

/** Parts whose lists are no steps, whatever they hold. */
const listing: ReadonlySet<Role> = new Set<Role>([
  'navigation',
  'change-log',
  'linked-ids',
  'verification',
  'gate-criteria',
  'escalation',
  'deprecated',
]);

/** The first kind of lists that instruct among the blocks of a section, which end at `end`, outside of its labelled parts. */
export function looseSteps(
  { text, flow }: LooseSource,
  { role, heading, body }: Section,
  blocks: readonly Block[],
  labels: readonly Label[],
  looseness: 'words' | 'commands',
  mayBullet: boolean,
): FoundSteps | null {
  if (!blocks.some(({ type }) => type === 'list')) return null;
  const within = blocks.filter(
    (block) =>
      block.type !== 'list' ||
      !labels.some((label) => isPart(label, block) && !isOpenedApart(text, label, block)),
  );
  const isAfterwards = role === 'post';
  const isTimed = heading !== null && (timed.test(heading.key) || namesWork(heading.title));
  for (const kind of looseness === 'words' && !isAfterwards ? kinds : orderedOnly) {
    if (kind === 'bullets' && !mayBullet) continue;
    const found = listsThat(within, kind, (list) =>
      doesInstruct(text, flow, list, kind, looseness === 'commands', isTimed),
    );
    // a single thing that is done afterwards is a remark
    const least = isAfterwards ? 2 : 1;
    if (found.reduce((sum, { items }) => sum + items.length, 0) >= least)
      return { form: 'list', kind, frames: listSteps(text, flow, found, body.end), isLoose: true };
  }
  return null;
}

/** The lists of a kind that instruct, and those that only code parts from such a list. */
function listsThat(blocks: readonly Block[], kind: ListKind, instruct: (list: List) => boolean): List[] {
  const found: List[] = [];
  let goesOn = false;
  for (const block of blocks) {
    if (block.type === 'code') continue;
    goesOn = block.type === 'list' && isKind(block, kind) && (goesOn || instruct(block));
    if (goesOn && block.type === 'list') found.push(block);
  }
  return found;
}

/** Whether a list belongs to a labelled part. Some say all in their own line, and below them the text goes on. */
function isPart(label: Label, { ordered, span }: List): boolean {
  const { role, key } = label;
  if ((role === 'trigger' && key.startsWith('detect')) || (key === 'checklist' && ordered)) return false;
  return isOfPart(label, span);
}

/** Whether a block belongs to a label of a part that is no work. */
export function isOfPart({ role, value, span }: Label, block: Span): boolean {
  if (role === null || role === 'commands' || (value !== null && inOneLine.has(role))) return false;
  return encloses(span, block);
}

/** Whether a paragraph between a label and a list opens the list: `First response:`, below what `Detection:` says. */
function isOpenedApart(text: string, { role, nameSpan }: Label, { span }: Block): boolean {
  if (role === 'verification' || role === 'rollback') return false;
  const before = text.slice(Math.max(nameSpan.end + 1, span.start - 120), span.start).trimEnd();
  return /(?:^|\n)[ \t]*\n[ ]{0,3}[A-Z][^\n]{1,60}[:：]$/.test(before);
}

const inOneLine: ReadonlySet<Role> = new Set<Role>([
  'notes',
  'objective',
  'duration',
  'dependencies',
  'trigger',
]);

/** Bold numbered lines that instruct. */
export function looseLabels(text: string, labels: readonly Label[], end: number): FoundSteps | null {
  const numbered = numberedLabels(labels);
  if (numbered.length < 2) return null;
  const frames = labelledSteps(text, numbered, labels, end);
  return isMost(frames.filter(({ title }) => instructs(title)).length, frames.length)
    ? { form: 'bold', frames }
    : null;
}

const kinds: readonly ListKind[] = ['ordered', 'boxed', 'bullets'];
const orderedOnly: readonly ListKind[] = ['ordered'];

function isKind({ ordered, items }: List, kind: ListKind): boolean {
  if (kind === 'ordered') return ordered;
  return !ordered && items.some(({ box }) => box !== null) === (kind === 'boxed');
}

/** What is done at a time of its own: `Before the stream`, `Day of the event`, `T-30 minutes`. */
const timed =
  /^(?:before|during|after|while|prior to|(?:on the )?day (?:of|before|after)|t ?[-+–] ?\d|go(?:ing)? live|wrap(?:ping)? up|tear ?down|(?:start|set|shut|power) ?(?:up|down)|start(?:ing)?|end(?:ing)?|stop(?:ping)?|open(?:ing)?|clos(?:e|ing)) /;

/** Whether half of the items say what to do, or hold code; of bullets nearly all say so, and there are two. */
function doesInstruct(
  text: string,
  flow: readonly FlowNode[],
  { items }: List,
  kind: ListKind,
  needsCode: boolean,
  isTimed: boolean,
): boolean {
  const doing = items.filter((item) => {
    const lead = leadOf(text, flow, item);
    const words = text.slice(lead.start, lead.end);
    // behind a bold name: `**Secrets.** Pull the newest dump`
    const rest = /^[^\r\n]{0,240}/.exec(text.slice(lead.end, lead.end + 240))?.[0] ?? '';
    const says =
      saysWhatToDo(words, kind) || instructs(rest) || (/^`[^`]+`[.;]?$/.test(words) && /\s/.test(words));
    if (needsCode) return says && /`|^(?: {4}|\t)/m.test(text.slice(item.span.start, item.span.end));
    return says || (kind !== 'boxed' && holdsCode(item)) || (kind === 'ordered' && commandInline.test(words));
  });
  if (isTimed && kind === 'ordered') return doing.length > 0;
  if (kind === 'bullets' && !isTimed && !announcesSteps(text, items[0]))
    return items.length > 1 && doing.length * 4 >= items.length * 3;
  return isMost(doing.length, items.length);
}

/** A command in a code span: a word with something behind it. */
const commandInline = /`[a-z][\w./-]{0,40}[ ][^`\n]{1,200}`/;

/** Words in front of a colon that name what is done: `Launch: set the share`. */
const named = /^[*_]{0,3}[^\s:：][^:：\n]{0,40}[:：][*_]{0,3}[ \t]{1,3}(?=\S)/;

/** `Step 2 - Drain it` */
const numbered = /^[*_]{0,3}step[ \t]\d{1,3}[*_]{0,3}[ \t]?[-–—.:)][*_]{0,3}[ \t]{1,3}/i;

/** Whether an item instructs; of numbered ones any sentence may, and what stands behind the name of the step. */
function saysWhatToDo(words: string, kind: ListKind): boolean {
  if (instructs(words)) return true;
  const behind = (named.exec(words) ?? numbered.exec(words))?.[0].length ?? 0;
  if (behind > 0 && instructs(words.slice(behind))) return true;
  return kind === 'ordered' && words.split(/[.;!?][ \t]{1,3}/, 6).some((sentence) => instructs(sentence));
}

/** Whether what stands in front of a list says that steps follow: `Here are the steps to take:`. */
function announcesSteps(text: string, first: ListItem | undefined): boolean {
  const start = first?.span.start ?? 0;
  const before = text.slice(Math.max(0, start - 240), start).trimEnd();
  const sentence = before.split(/[.\n]/).at(-1) ?? '';
  return sentence.endsWith(':') && /\b(?:steps|procedure|as follows)\b/i.test(sentence);
}

function isMost(part: number, whole: number): boolean {
  return part > 0 && part * 2 >= whole;
}

/** Whether an item holds a block of code itself. */
function holdsCode({ blocks }: ListItem): boolean {
  return blocks.some(({ type }) => type === 'code');
}
