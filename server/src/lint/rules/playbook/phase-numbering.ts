/** Gaps and doubles in the numbers of phases: dependencies and logs point by number. */
import type { Runbook } from '../../../model/runbook';
import type { Edit } from '../../../text/edit';
import { rememberOf } from '../../../text/remember';
import type { Span } from '../../../text/span';
import { executionLog, unknownRows } from '../../../document/phases/execution-log';
import { fixHere } from '../../shared/fix-here';
import { leavesLinks } from '../../shared/heading-links';
import { brokenReferences } from '../../../document/phases/phase-references';
import { numberedPhases, type NumberedPhase } from '../../../document/phases/playbook-phases';
import { defineRule, type Fix, type Match, type RuleContext } from '../../rule';

interface MisnumberedPhase extends Match {
  readonly problem: NonNullable<NumberedPhase['problem']>;
  readonly label: string;
}

export const phaseNumbering = defineRule<MisnumberedPhase>({
  meta: {
    name: 'phase-numbering',
    summary: 'A gap or a duplicate in the numbers of phases',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
  },
  *find({ runbook }) {
    let pointers = pointersByNumber(runbook);
    for (const { phase, problem } of numberedPhases(runbook)) {
      if (problem === null) continue;
      const { label, labelSpan } = phase;
      yield { span: labelSpan, problem, label, covers: [labelSpan, ...pointers] };
      // what the first of them covers is covered
      pointers = [];
    }
  },
  message({ problem, label }) {
    const what = {
      first: `The first phase is number ${label}`,
      gap: `Phase ${label} does not follow the number before it`,
      duplicate: `There is more than one Phase ${label}`,
      order: `Phase ${label} stands behind a later one`,
    }[problem];
    return {
      message: `${what}, so dependencies and the execution log point to the wrong phase. Number the phases without gaps.`,
    };
  },
  fixes(_match, context) {
    const fix = renumbering(context);
    return fix === null ? [] : [fix];
  },
});

/** Where dependencies and the execution log point to phases by numbers that may be right once the phases have theirs. */
const pointersByNumber = rememberOf((runbook: Runbook): readonly Span[] => {
  const log = executionLog(runbook);
  const rows = log === null ? [] : unknownRows(log, numberedPhases(runbook));
  return [
    ...brokenReferences(runbook).flatMap(({ reference, doubtful }) => (doubtful ? [reference.span] : [])),
    ...rows.flatMap(({ keySpan }) => (keySpan === null ? [] : [keySpan])),
  ];
});

/** The same for all findings of a document. */
const renumbering = rememberOf((context: RuleContext): Fix | null => {
  const { runbook } = context;
  const phases = numberedPhases(runbook);
  const changed = phases.filter(({ phase, expectedKey }) => phase.key !== expectedKey);
  // roman numbers and words are not written here
  if (changed.some(({ phase }) => !/^(?:\d+(?:\.\d+)*|[A-Z])$/.test(phase.label))) return null;
  const counts = new Map<string, number>();
  for (const { phase } of phases) counts.set(phase.key, (counts.get(phase.key) ?? 0) + 1);
  const count = (key: string): number => counts.get(key) ?? 0;
  const edits: Edit[] = changed.map(({ phase, expectedKey }) => ({
    span: phase.labelSpan,
    newText: expectedKey,
  }));
  // a number that several phases had says nothing about which of them a reference meant: it keeps
  const moved = new Map(
    changed
      .filter(({ phase }) => count(phase.key) === 1 && /^\d+$/.test(phase.label))
      .map(({ phase, expectedKey }) => [phase.label, expectedKey]),
  );
  // a reference to a number that no phase has was right before one heading went wrong, or means a phase that is gone
  const referred = referredLabels(context);
  const unknown = [...referred].some((label) => count(label) === 0);
  const [only] = changed.length === 1 ? changed : [];
  const sure =
    only === undefined
      ? !unknown && changed.every(({ phase }) => count(phase.key) === 1)
      : count(only.phase.key) > 1 || !unknown || !referred.has(only.phase.label);
  const linked = leavesLinks(context, edits);
  if (moved.size > 0) edits.push(...referenceEdits(context, moved, edits));
  return fixHere(context, 'Number the phases without gaps', edits, sure && !linked, 'number');
});

/** The numbers that dependencies and the execution log speak of. */
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
