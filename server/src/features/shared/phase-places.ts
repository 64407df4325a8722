/** The places of a document that name its phases: headings, dependencies, `From Phase 2`, the execution log, running text. */
import { isOurs } from '../../document/scope';
import type { Phase, Runbook } from '../../model/runbook';
import { executionLog } from '../../document/phases/execution-log';
import { playbookPhases } from '../../document/phases/playbook-phases';
import { rollbackPlan } from '../../document/sections/rollback-plan';
import { isInert } from '../../document/sections/section-lookup';
import { columnOf } from '../../document/sections/table-cells';
import { encloses, touches, type Span } from '../../text/span';
import { isInOwner } from '../../document/fields/owner-field';
import { callsPhases, phasePattern } from '../../document/phases/phase-word';
import { phaseCalled } from '../../document/phases/phase-spelling';

export interface PhasePlace {
  readonly phase: Phase;
  /** «Phase 2», or the number alone where the word stands farther off: Phases 1 and «2». */
  readonly span: Span;
  /** Phase «2» */
  readonly number: Span;
  /** Whether this is the heading of the phase itself. */
  readonly heading: boolean;
}

/** The phase that is named at an offset; null in documents that are not ours. */
export function phasePlaceAt(runbook: Runbook, offset: number): PhasePlace | null {
  if (runbook.phases.length === 0) return null;
  return phasePlaces(runbook).find(({ span }) => touches(span, offset)) ?? null;
}

const known = new WeakMap<Runbook, readonly PhasePlace[]>();

/** All places that name a phase, in order. What fences, comments and owner fields say names none. */
export function phasePlaces(runbook: Runbook): readonly PhasePlace[] {
  const before = known.get(runbook);
  if (before !== undefined) return before;
  const phases = isOurs(runbook) ? namedPhases(runbook) : [];
  const places = phases.length === 0 ? [] : readPlaces(runbook, phases);
  known.set(runbook, places);
  return places;
}

/**
 * The numbers of phases in the plain fences of the rollback plan: 4. Continue with the rollback from phase «2». They are
 * words to people, which a change of the order has to follow.
 */
export function numbersInPlan(runbook: Runbook): { readonly phase: Phase; readonly number: Span }[] {
  const plan = rollbackPlan(runbook);
  if (plan === null) return [];
  const phases = namedPhases(runbook);
  const fences = runbook.fences.filter(
    ({ span, info }) => encloses(plan.span, span) && info.end === info.start,
  );
  const numbers = numbersInWords(runbook, (line) => fences.some(({ content }) => encloses(content, line)));
  return [...numbers].flatMap((number) => {
    const phase = phaseCalled(runbook.text.slice(number.start, number.end), phases);
    return phase === undefined ? [] : [{ phase, number }];
  });
}

/** The phases that a document speaks of by number: those of a playbook, else those of a rollout. */
export function namedPhases(runbook: Runbook): readonly Phase[] {
  const phases = playbookPhases(runbook);
  return phases.length > 0 ? phases : runbook.phases;
}

function readPlaces(runbook: Runbook, phases: readonly Phase[]): PhasePlace[] {
  const { text } = runbook;
  const numbers = new Map<number, { readonly phase: Phase; readonly number: Span }>();
  const called = new Map<string, Phase | undefined>();
  const phaseAt = ({ start, end }: Span): Phase | undefined => {
    const words = text.slice(start, end);
    if (!called.has(words)) called.set(words, phaseCalled(words, phases));
    return called.get(words);
  };
  const byKey = new Map(phases.toReversed().map((phase) => [phase.key, phase]));
  const add = (phase: Phase | undefined, number: Span): void => {
    if (phase !== undefined && !numbers.has(number.start)) numbers.set(number.start, { phase, number });
  };
  for (const number of numbersInWords(runbook, ({ start }) => !isInert(runbook, start)))
    add(phaseAt(number), number);
  // `### 2. Copy`
  for (const phase of phases) if (phase.labelSpan.end > phase.labelSpan.start) add(phase, phase.labelSpan);
  for (const { key, label, span } of phases.flatMap(({ dependsOn }) => dependsOn)) {
    // between the ends of a range are phases that are not written out
    if (text.slice(span.start, span.end) === label) add(byKey.get(key), span);
  }
  for (const { keySpan } of executionLog(runbook)?.rows ?? [])
    if (keySpan !== null) add(phaseAt(keySpan), keySpan);
  for (const number of numbersInTables(runbook)) add(phaseAt(number), number);
  return [...numbers.values()]
    .filter(({ number }) => !isInOwner(runbook, number))
    .sort((a, b) => a.number.start - b.number.start)
    .map(({ phase, number }) => {
      const word = lead(runbook).exec(text.slice(Math.max(0, number.start - 20), number.start));
      const span = { start: number.start - (word?.[0].length ?? 0), end: number.end };
      return { phase, span, number, heading: encloses(phase.nameSpan, number) };
    });
}

/** Numbers by themselves in a column of phases: | «2» | 25 % | */
function* numbersInTables(runbook: Runbook): Iterable<Span> {
  const { tables, text } = runbook;
  for (const table of tables) {
    const at = columnOf(table, column(runbook));
    if (at < 0) continue;
    for (const { cells } of table.rows) {
      const span = cells[at]?.span;
      if (span === undefined) continue;
      const number = /^\d{1,3}[a-z]?(?=$|[:.)]?\s)/.exec(text.slice(span.start, span.end))?.[0];
      if (number !== undefined) yield { start: span.start, end: span.start + number.length };
    }
  }
}

const label = String.raw`(\d{1,3}[a-z]?|[A-Za-z]{1,6})(?![\w%]|\.\d)`;
const first = phasePattern((words) => String.raw`(?<![\p{L}\p{N}_])(${words})\s{1,8}${label}`, 'giu');
const lead = phasePattern((words) => String.raw`(?<![\p{L}\p{N}_])(?:${words})\s{1,8}$`, 'iu');
const column = phasePattern((words) => `^(?:rollout )?(?:${words})$`, 'i');
/** "Phase 1/2", "Phase 1-3"; behind "Phases" also "1, 2 and 3": behind the singular "1 and 2 nodes" counts nodes. */
const tight = new RegExp(String.raw`^(?:[-–—/+&]|\s+(?:→|->|\+|&)\s+)${label}`);
const loose = new RegExp(
  String.raw`^\s*(?:,\s*(?:and|or)?|and|or|to|through|→|->|\.\.|[-–—/+&])\s*${label}`,
  'i',
);

function* numbersInWords(runbook: Runbook, speaks: (line: Span) => boolean): Iterable<Span> {
  const { lines, text } = runbook;
  const pattern = first(runbook);
  for (let line = 0; line < lines.count; line++) {
    const { start, end } = lines.spanOf(line);
    const source = text.slice(start, end);
    if (source.search(pattern) < 0 || !speaks({ start, end })) continue;
    for (const { 0: whole, 1: word = '', 2: number = '', index } of source.matchAll(pattern)) {
      if (!callsPhases(runbook, word)) continue;
      let at = index + whole.length;
      yield { start: start + at - number.length, end: start + at };
      const further = /[sn]$/i.test(word) ? loose : tight;
      for (let next = further.exec(source.slice(at)); next !== null; next = further.exec(source.slice(at))) {
        at += next[0].length;
        yield { start: start + at - (next[1]?.length ?? 0), end: start + at };
      }
    }
  }
}
