/** Gaps and duplicates in phase numbers, which dependencies and the execution log refer to. */
import type { Runbook } from '../../../model/runbook';
import type { Edit } from '../../../text/edit';
import { rememberOf } from '../../../text/remember';
import type { Span } from '../../../text/span';
import { executionLog, unknownRows } from '../../../document/phases/execution-log';
import { fixHere } from '../../shared/fix-here';
import { leavesLinks } from '../../shared/heading-links';
import { brokenReferences } from '../../../document/phases/phase-references';
import { numberedPhases, type NumberedPhase } from '../../../document/phases/playbook-phases';
import { Messages } from '../../message';
import { defineRule, type Fix, type Match, type RuleContext } from '../../rule';

interface MisnumberedPhase extends Match {
  readonly problem: NonNullable<NumberedPhase['problem']>;
  readonly label: string;
}

const messages = new Messages({
  first:
    'Phase numbers start at {label}, so dependencies and the execution log may name the wrong phase. Renumber the phases.',
  gap: 'Phase {label} does not follow the previous number, so dependencies and the execution log may be wrong. Renumber the phases.',
  duplicate:
    'Phase {label} is defined more than once, so dependencies and the execution log are ambiguous. Renumber the phases.',
  order:
    'Phase {label} comes after a higher number, so dependencies and the execution log may be wrong. Renumber the phases.',
});

export const phaseNumbering = defineRule<MisnumberedPhase>({
  meta: {
    name: 'phase-numbering',
    summary: 'A gap or a duplicate in phase numbers',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
  },
  *find({ runbook }) {
    let references = doubtfulReferences(runbook);
    for (const { phase, problem } of numberedPhases(runbook)) {
      if (problem === null) continue;
      const { label, labelSpan } = phase;
      yield { span: labelSpan, problem, label, covers: [labelSpan, ...references] };
      // the first finding covers them
      references = [];
    }
  },
  message: ({ problem, label }) => messages.of(problem, { label }),
  fixes(_match, context) {
    const fix = renumbering(context);
    return fix === null ? [] : [fix];
  },
});

/** References in dependencies and in the execution log that may be correct once the phases are renumbered. */
const doubtfulReferences = rememberOf((runbook: Runbook): readonly Span[] => {
  return [
    ...brokenReferences(runbook).flatMap(({ reference, doubtful }) => (doubtful ? [reference.span] : [])),
    ...unknownIn(runbook).flatMap(({ keySpan }) => (keySpan === null ? [] : [keySpan])),
  ];
});

function unknownIn(runbook: Runbook): ReturnType<typeof unknownRows> {
  const log = executionLog(runbook);
  return log === null ? [] : unknownRows(runbook, log, numberedPhases(runbook));
}

/** One fix for all findings of a document. */
const renumbering = rememberOf((context: RuleContext): Fix | null => {
  const { runbook } = context;
  const phases = numberedPhases(runbook);
  const changed = phases.filter(({ phase, expectedKey }) => phase.key !== expectedKey);
  // roman numerals and words are not renumbered
  if (changed.some(({ phase }) => !/^(?:\d+(?:\.\d+)*|[A-Z])$/.test(phase.label))) return null;
  const counts = new Map<string, number>();
  for (const { phase } of phases) counts.set(phase.key, (counts.get(phase.key) ?? 0) + 1);
  const count = (key: string): number => counts.get(key) ?? 0;
  const edits: Edit[] = changed.map(({ phase, expectedKey }) => ({
    span: phase.labelSpan,
    newText: expectedKey,
  }));
  // references to a duplicate number are ambiguous and stay unchanged
  const moved = new Map(
    changed
      .filter(({ phase }) => count(phase.key) === 1 && /^\d+$/.test(phase.label))
      .map(({ phase, expectedKey }) => [phase.label, expectedKey]),
  );
  // a reference to an unknown number predates the wrong heading, or means a removed phase
  const referred = referredLabels(context);
  const unknown = [...referred].some((label) => count(label) === 0);
  const [only] = changed.length === 1 ? changed : [];
  const sure =
    only === undefined
      ? !unknown && changed.every(({ phase }) => count(phase.key) === 1)
      : count(only.phase.key) > 1 || !unknown || !referred.has(only.phase.label);
  const linked = leavesLinks(context, edits);
  if (moved.size > 0) edits.push(...referenceEdits(context, moved, edits));
  const known = sure && !linked && !leavesDoubts(runbook, changed, count);
  return fixHere(context, context.say`Renumber the phases`, edits, known, 'number');
});

/** Whether a doubtful reference is still broken behind the renumbering: no phase before it gets the number that it names. */
function leavesDoubts(
  runbook: Runbook,
  changed: readonly NumberedPhase[],
  count: (key: string) => number,
): boolean {
  const places = new Map(changed.map(({ phase, expectedKey }) => [expectedKey, phase.labelSpan.start]));
  const isLeft = (key: string, below: number): boolean => (places.get(key) ?? Infinity) >= below;
  return (
    unknownIn(runbook).some(({ key }) => isLeft(key, Infinity)) ||
    brokenReferences(runbook).some(
      ({ doubtful, phase, reference: { key } }) =>
        doubtful && (count(key) > 0 || isLeft(key, phase.labelSpan.start)),
    )
  );
}

/** The numbers that dependencies and the execution log refer to. */
function referredLabels({ runbook }: RuleContext): ReadonlySet<string> {
  const required = numberedPhases(runbook).flatMap(({ phase }) => phase.dependsOn.map(({ key }) => key));
  const logged = executionLog(runbook)?.rows.map(({ key }) => key) ?? [];
  return new Set([...required, ...logged.filter((key) => key !== '')]);
}

function referenceEdits(
  { runbook }: RuleContext,
  moved: ReadonlyMap<string, string>,
  headings: readonly Edit[],
): Edit[] {
  const taken = new Set(headings.map(({ span }) => span.start));
  const edits: Edit[] = [];
  const add = (span: Span, label: string): void => {
    const newText = moved.get(label);
    if (newText === undefined || taken.has(span.start)) return;
    taken.add(span.start);
    edits.push({ span, newText });
  };
  for (const match of runbook.text.matchAll(/\bphases?\s+(\d{1,3})(?!\w|\.\d|\s*%)/gi)) {
    const label = match[1] ?? '';
    const end = match.index + match[0].length;
    add({ start: end - label.length, end }, label);
  }
  for (const { phase } of numberedPhases(runbook))
    for (const { span, label } of phase.dependsOn) add(span, label);
  for (const { keySpan, key } of executionLog(runbook)?.rows ?? []) {
    if (keySpan !== null) add(keySpan, key);
  }
  return edits;
}
