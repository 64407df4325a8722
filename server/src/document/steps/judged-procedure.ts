/** Which lists of steps are judged by whether they are verified, and what stands around a procedure. */
import { entryFinder } from '../entries/run-entries';
import type { Configuration } from '../../config/configuration';
import type { ListItem } from '../../model/markdown';
import type { Entry, Part, Procedure, Runbook, Step } from '../../model/runbook';
import { confirmsAbroad } from '../../model/translated-words';
import { agreement, comparedName } from '../../model/house-names';
import { isVerifying, normalizeName, roleOf } from '../../model/vocabulary';
import { encloses, firstFrom, type Span } from '../../text/span';
import { enclosingFinder } from '../../text/enclosing';
import { rememberOf } from '../../text/remember';
import { wordsAt } from '../fields/fields';
import { holdsOnlyGaps } from '../placeholders/only-gaps';

const proceduralName = /\b(?:steps|procedures?|instructions|what to do)$/;

/** A document with the configuration that says which entries describe work. */
export interface ProcedureSource {
  readonly runbook: Runbook;
  readonly configuration: Pick<Configuration, 'procedures'>;
}

/** The procedures of a document that rules judge, with their entries. Journeys, tests and risks are none. */
export function* judgedProcedures({ runbook, configuration }: ProcedureSource): Iterable<JudgedProcedure> {
  const entryAt = entryFinder(runbook);
  for (const procedure of runbook.procedures) {
    const entry = entryAt(procedure.span);
    if (entry === undefined || isProcedural(entry, configuration)) yield { procedure, entry };
  }
}

export interface JudgedProcedure {
  readonly procedure: Procedure;
  readonly entry: Entry | undefined;
}

/** Whether an entry describes work: RUN and DEP entries, and those of the prefixes under `procedures`. */
export function isProcedural({ id }: Entry, { procedures }: Pick<Configuration, 'procedures'>): boolean {
  return id.prefix === 'RUN' || id.prefix === 'DEP' || procedures.includes(id.prefix);
}

/** Whether the steps are short: items of a list or rows of a table, judged together. */
export function isListed({ form }: Procedure): boolean {
  return form === 'list' || form === 'table';
}

/** Whether the steps are items that instruct where no heading promises steps: no rule asks for more about them. */
export function isLoose(procedure: Procedure): boolean {
  return (isListed(procedure) || procedure.form === 'comment') && procedure.role === 'other';
}

/**
 * Whether the items of a list are steps that operators verify: those of entries that describe work, and elsewhere
 * those of sections named Steps, Procedure and the like. The resolution of an issue and the tasks of a phase are none: a phase
 * has its gate criteria, a resolution its symptoms.
 */
export function isJudgedList(runbook: Runbook, procedure: Procedure, entry: Entry | undefined): boolean {
  if (!isListed(procedure) || procedure.role !== 'steps') return false;
  if (entry !== undefined) return true;
  const { phases } = runbook;
  const phase = phases[firstFrom(phases, procedure.span.start + 1, ({ span }) => span.start) - 1];
  if (phase !== undefined && encloses(phase.span, procedure.span)) return false;
  if (isNamedForSteps(runbook, procedure.name)) return true;
  return runbook.kind.kind !== 'none' && proceduralName.test(normalizeName(procedure.name));
}

/** Whether the style of a team says by its name that a section holds steps, and the name says nothing else. */
function isNamedForSteps({ kind: { house } }: Runbook, title: string): boolean {
  if (house === null || roleOf(title) !== null) return false;
  const own = comparedName(title);
  return house.sections.some(
    ({ name, also, holds }) =>
      holds.includes('steps') && [name, ...also].some((one) => agreement(comparedName(one), own) > 0),
  );
}

/**
 * Whether nobody has written a step yet: its title is a gap and it holds no command, or there is a gap behind its label,
 * `**Assess**: {How to see it}`. The gap is what is said of it.
 */
export function isUnwritten(runbook: Runbook, { title, titleSpan, span, commands }: Step): boolean {
  // symbols, letters and words that count the step stand in front of its title
  const lead = Math.max(0, wordsAt(runbook, titleSpan).lastIndexOf(title));
  const words = { start: titleSpan.start + lead, end: titleSpan.end };
  if (commands.length === 0 && holdsOnlyGaps(runbook, words)) return true;
  return holdsOnlyGaps(runbook, { start: titleSpan.end, end: span.end });
}

/** The parts whose names stand in a span, in order. */
export function partsWithin({ parts }: Pick<Runbook, 'parts'>, span: Span): readonly Part[] {
  const from = firstFrom(parts, span.start, (part) => part.span.start);
  const to = firstFrom(parts, span.end, (part) => part.span.start);
  return parts.slice(from, to);
}

/** Whether a task list is the next block behind the list that `item` belongs to. */
function checklistFollows({ blocks }: Runbook, item: ListItem): boolean {
  const index = firstFrom(blocks, item.span.end, (block) => block.span.start);
  const next = blocks[index];
  return next?.type === 'list' && next.items.some(({ box }) => box !== null);
}

const verifyingWords =
  /\b(?:verify|verif(?:ies|ied|ication)|confirm(?:s|ed)?|validate|make sure|ensure|check (?:that|whether|if)|until|should (?:be(?! (?:done|run|executed|performed|used|avoided|scheduled|planned)\b)|show|return|read|say|print|list)|expect(?:ed|s)?|smoke|passes|returns? (?:200|ok)|back to normal|ends with)\b/i;

/** Whether words say how to see that something worked, or what to see then. */
export function saysHowToVerify(words: string): boolean {
  return verifyingWords.test(words) || confirmsAbroad(words);
}

/**
 * Whether a list of steps as a whole confirms what it did: an item, what stands below the list or in a later
 * verification says so, or nothing in it changes anything. A verification without words confirms nothing.
 */
export function isConfirmed(runbook: Runbook, procedure: Procedure, entry: Entry | undefined): boolean {
  // asked once for each step, and as long to answer as the steps together
  const answers = answersOf(procedure);
  const answer = answers.get(entry) ?? readConfirmed(runbook, procedure, entry);
  answers.set(entry, answer);
  return answer;
}

const answersOf = rememberOf<Procedure, Map<Entry | undefined, boolean>>(() => new Map());

function readConfirmed(runbook: Runbook, procedure: Procedure, entry: Entry | undefined): boolean {
  const { steps, span, coveredBy } = procedure;
  if (coveredBy !== null || confirmsItself(runbook, procedure)) return true;
  if (steps.every((step) => step.investigates || step.tells)) return true;
  if (partsWithin(runbook, span).some(({ role, empty }) => isVerifying(role) && !empty)) return true;
  return entry !== undefined && isConfirmedLater(runbook, procedure, entry);
}

/**
 * Whether a step speaks a language in which words of verification may be known: its title is in Latin letters, or is Korean
 * or Japanese.
 */
export function isReadable({ title }: Step): boolean {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(title)) return true;
  return !/[^\P{L}\p{Script=Latin}\p{Script=Hangul}]/u.test(title);
}

/** Whether a step has a verification that says something. */
export function isVerified(runbook: Runbook, { span, verification }: Step): boolean {
  if (verification.length === 0) return false;
  const empty = emptyVerificationsIn(runbook, span);
  return verification.some(
    (one) => !empty.some((part) => encloses(one, part.nameSpan) && one.end <= part.span.end),
  );
}

function emptyVerificationsIn(runbook: Runbook, span: Span): readonly Part[] {
  const parts = emptyVerifications(runbook);
  return parts.length === 0 ? parts : partsWithin({ parts }, span);
}

/** Most documents have none. */
const emptyVerifications = rememberOf(({ parts }: Runbook): readonly Part[] =>
  parts.filter(({ role, empty }) => empty && isVerifying(role)),
);

/** The words of a step without the names of verifications that say nothing. */
function wordsOf(runbook: Runbook, { span }: Step): string {
  let words = '';
  let at = span.start;
  for (const { nameSpan } of emptyVerificationsIn(runbook, span)) {
    words += wordsAt(runbook, { start: at, end: Math.max(at, nameSpan.start) });
    at = Math.max(at, nameSpan.end);
  }
  return words + wordsAt(runbook, { start: at, end: span.end });
}

/** Whether an item confirms something. A first item that does looks at the problem, not at what the others did. */
function confirmsItself(runbook: Runbook, { steps }: Procedure): boolean {
  const last = steps.at(-1);
  if (last?.item != null && checklistFollows(runbook, last.item)) return true;
  return steps.some(
    (step, index) =>
      isVerified(runbook, step) ||
      ((index > 0 || steps.length === 1) && (step.verifies || saysHowToVerify(wordsOf(runbook, step)))),
  );
}

/** Whether a verification further down in the entry confirms it; that of a way back, or of a single item, does not. */
function isConfirmedLater(runbook: Runbook, { span }: Procedure, entry: Entry): boolean {
  const later = partsWithin(runbook, { start: span.end, end: entry.span.end });
  const back = later.filter(({ role }) => role === 'rollback');
  return later.some(
    (part) =>
      isVerifying(part.role) &&
      !part.empty &&
      part.item === null &&
      !back.some((way) => encloses(way.span, part.span)),
  );
}

/** Tells the innermost step around a place of a document with the procedure that it belongs to. */
export const stepFinder = rememberOf(({ procedures }: Runbook): ((place: Span) => PlacedStep | undefined) =>
  enclosingFinder(
    procedures
      .flatMap((procedure) => procedure.steps.map((step) => ({ span: step.span, step, procedure })))
      .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end),
  ),
);

interface PlacedStep {
  readonly span: Span;
  readonly step: Step;
  readonly procedure: Procedure;
}
