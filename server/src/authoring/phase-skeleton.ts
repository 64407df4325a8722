/** The lines of a phase that is still to be written, in the manner of the phases beside it. */
import { partWords } from '../model/phase-words';
import { phaseWordOf } from '../document/phases/phase-word';
import { playbookPhases } from '../document/phases/playbook-phases';
import type { Part, Phase, Runbook } from '../model/runbook';
import { fillTemplate, toPlainText } from '../templates/expand-template';
import { bulletOf } from './insertion';
import { partLines, partStyle } from './part-style';
import { rollbackSkeleton } from './rollback-skeleton';

/** The parts that every new phase has, in the order of the template. */
const names = {
  objective: 'Objective',
  tasks: 'Tasks',
  dependencies: 'Dependencies',
  gateCriteria: 'Gate Criteria',
  rollback: 'Rollback',
  duration: 'Estimated Duration',
} as const;
type PartKey = keyof typeof names;
const keys = ['objective', 'tasks', 'dependencies', 'gateCriteria', 'rollback', 'duration'] as const;

export interface PhaseToWrite {
  /** As the heading has it: `3`, `C`, `III`. */
  readonly label: string;
  readonly title: string;
  /** The phase that it requires, as its heading has it; null for none. */
  readonly required: string | null;
}

/** The lines of a phase like `model`, or like the template where there is none. */
export function phaseSkeleton(runbook: Runbook, model: Phase | undefined, phase: PhaseToWrite): string[] {
  if (model === undefined) return fromTemplate(phase);
  const parts = orderOf(model, phase.required !== null).map((key) => partOf(runbook, model, key, phase));
  const lines = [headLike(runbook, model, phase)];
  const tight = isTight(runbook, model);
  for (const part of parts) lines.push(...(tight && lines.length > 1 ? [] : ['']), ...part);
  return lines;
}

function fromTemplate({ label, title, required }: PhaseToWrite): string[] {
  const snippet = fillTemplate('phase', { number: label, required: required ?? '' });
  const lines = toPlainText(snippet)
    .trimEnd()
    .replace('[Name of the phase]', () => title)
    .split('\n');
  const at = lines.findIndex((line) => line.startsWith('**Dependencies'));
  return required === null ? lines.toSpliced(at, 3) : lines;
}

/** The parts in the order of the model; those that it lacks stand where the template has them. */
function orderOf(model: Phase, requires: boolean): PartKey[] {
  const placed = keys
    .filter((key) => model[key] !== null)
    .sort((a, b) => (model[a]?.nameSpan.start ?? 0) - (model[b]?.nameSpan.start ?? 0));
  for (const [index, key] of keys.entries()) {
    if (placed.includes(key)) continue;
    if (key === 'duration' || (key === 'dependencies' && !requires)) continue;
    const before = keys.slice(0, index).findLast((one) => placed.includes(one));
    placed.splice(before === undefined ? 0 : placed.indexOf(before) + 1, 0, key);
  }
  return placed.filter((key) => key !== 'dependencies' || requires);
}

/** Whether the name of a phase begins with its number: `### 2. Copy`. */
export function isBare({ nameSpan, labelSpan }: Phase): boolean {
  return nameSpan.start === labelSpan.start;
}

/** `### Phase 3: Title` as the model's heading or bold line is written, without its symbols; `### 3. Title` like `### 2. Copy`. */
function headLike(runbook: Runbook, model: Phase, { label, title }: PhaseToWrite): string {
  const { text } = runbook;
  const { heading, headSpan, nameSpan, labelSpan } = model;
  const before = text.slice(nameSpan.start, labelSpan.start);
  const behind = text.slice(labelSpan.end, nameSpan.end);
  const word = isBare(model) ? '' : `${phaseWordOf(runbook, model) ?? 'Phase'} `;
  const at = model.title === '' ? -1 : behind.indexOf(model.title);
  const between =
    at > 0 && /^[ \t]{0,3}[:.)–—|-]{0,2}[ \t]{1,3}$/.test(behind.slice(0, at))
      ? behind.slice(0, at)
      : word === ''
        ? '. '
        : ': ';
  // `### Copy (Phase 2)`
  const isBehind = model.title !== '' && before.startsWith(model.title);
  const words = isBehind
    ? title + before.slice(model.title.length) + label + behind
    : word + label + between + title;
  if (heading !== null) return `${'#'.repeat(heading.depth)} ${words}`;
  return text.slice(headSpan.start, nameSpan.start) + words + text.slice(nameSpan.end, headSpan.end);
}

function partOf(runbook: Runbook, model: Phase, key: PartKey, phase: PhaseToWrite): string[] {
  const sibling = model[key] ?? playbookPhases(runbook).find((one) => one[key] !== null)?.[key] ?? undefined;
  const style = partStyle(runbook, names[key], model.span, sibling);
  const first = sibling === undefined ? '' : firstLine(runbook, sibling);
  const word = phaseWordOf(runbook, model) ?? 'Phase';
  const body = bodyOf(runbook, key, sibling, first, word, phase);
  const inline =
    sibling === undefined || sibling.empty
      ? key === 'objective' || key === 'duration'
      : isInline(runbook, sibling);
  if (inline && body.length === 1) return [`${style.lead} ${body[0] ?? ''}`];
  const indent = /^[ \t]*/.exec(first)?.[0] ?? '';
  return partLines(
    style,
    body.map((line) => indent + line),
  );
}

function bodyOf(
  runbook: Runbook,
  key: PartKey,
  sibling: Part | undefined,
  first: string,
  word: string,
  { required }: PhaseToWrite,
): string[] {
  const bullet = bulletOf(runbook);
  const item = /^[ \t]*([-*+])[ \t]/.exec(first)?.[1];
  switch (key) {
    case 'objective':
      return ['[What is true after this phase]'];
    case 'tasks':
      return tasksLike(first, bullet);
    case 'dependencies': {
      const words = requirementLike(first, required ?? '') ?? `Requires ${word} ${required ?? ''} completion`;
      return [first.trim() === '' || item !== undefined ? `${item ?? bullet} ${words}` : words];
    }
    case 'gateCriteria':
      return [
        `${item ?? bullet} [ ] [Check that lets the next phase begin]`,
        `${item ?? bullet} [ ] [Another check with its threshold]`,
      ];
    case 'rollback':
      return rollbackSkeleton(runbook, sibling);
    case 'duration':
      return ['[minutes or hours]'];
  }
}

function tasksLike(first: string, bullet: string): string[] {
  const [one, two] = ['[First thing to do]', '[Second thing to do]'];
  const heading = /^(#{1,6}[ \t]+|\*\*)(?:(step[ \t]+)1|1)([:.)][ \t]*|[ \t]+[–—-][ \t]+)/i.exec(first);
  if (heading !== null) {
    const [, marks = '', word = '', between = ''] = heading;
    const close = marks === '**' ? marks : '';
    return [`${marks}${word}1${between}${one}${close}`, '', `${marks}${word}2${between}${two}${close}`];
  }
  const item = /^[ \t]*([-*+][ \t]+(?:\[[ xX]\][ \t]+)?)/.exec(first)?.[1]?.replace(/\[[xX]\]/, '[ ]');
  if (item !== undefined) return [item + one, item + two];
  const mark = /^[ \t]*\d+([.)])/.exec(first)?.[1] ?? (first.trim() === '' ? '.' : undefined);
  return mark === undefined
    ? [`${bullet} ${one}`, `${bullet} ${two}`]
    : [`1${mark} ${one}`, `2${mark} ${two}`];
}

const requirement = new RegExp(
  `^((?:requires?|needs|depends on|after|completion of) )?((?:${partWords}) )\\w{1,6}( (?:is |must be |has been )?(?:completion|completed?|done|finished))?(\\.?)$`,
  'i',
);

/** A requirement in the words of another, where these name nothing but the phase; else null. */
function requirementLike(line: string, required: string): string | null {
  const words = line
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^[-*+] /, '');
  const match = requirement.exec(words);
  if (match === null) return null;
  const [, before = '', word = '', after = '', stop = ''] = match;
  return before + word + required + after + stop;
}

/** The first line of what a part says, with its indentation. */
function firstLine({ lines, text }: Runbook, { content, nameSpan, empty }: Part): string {
  if (empty) return '';
  const line = lines.lineAt(content.start);
  if (line === lines.lineAt(nameSpan.start)) return text.slice(content.start, lines.spanOf(line).end);
  return lines.textOf(line);
}

function isInline({ lines }: Runbook, { content, nameSpan }: Part): boolean {
  return lines.lineAt(content.start) === lines.lineAt(nameSpan.start);
}

/** Whether the parts of a phase follow each other without blank lines. */
function isTight({ lines }: Runbook, phase: Phase): boolean {
  const rest = keys.flatMap((key) => phase[key] ?? []).map(({ nameSpan }) => lines.lineAt(nameSpan.start));
  const behind = rest.filter((line) => line !== Math.min(...rest));
  return behind.length > 0 && behind.every((line) => lines.textOf(line - 1).trim() !== '');
}
