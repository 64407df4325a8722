/** A list of steps none of which is verified: one finding for the list (`domain.md` section 5, Procedures). */
import type { Entry, Procedure, Runbook } from '../../model/runbook';
import { isVerifying } from '../../model/vocabulary';
import { encloses } from '../../text/span';
import { wordsAt } from '../fields';
import { checklistFollows, isJudgedList, onlyTells, partsWithin } from '../judged-procedure';
import { defineRule, type Match } from '../rule';
import { entryFinder } from '../run-entries';
import { verificationSkeleton } from '../verification-skeleton';

interface UnverifiedProcedure extends Match {
  readonly procedure: Procedure;
}

export const unverifiedProcedure = defineRule<UnverifiedProcedure>({
  meta: {
    name: 'unverified-procedure',
    summary: 'A list of steps none of which says how to confirm that it worked',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    source: 'section 5, Procedures',
  },
  *find({ runbook }) {
    const entryAt = entryFinder(runbook);
    for (const procedure of runbook.procedures) {
      const entry = entryAt(procedure.span);
      if (!isJudgedList(runbook, procedure, entry)) continue;
      if (procedure.coveredBy !== null || isVerified(runbook, procedure)) continue;
      if (procedure.steps.every((step) => step.investigates || onlyTells(step))) continue;
      if (partsWithin(runbook, procedure.span).some(({ role }) => isVerifying(role))) continue;
      if (entry !== undefined && isVerifiedLater(runbook, procedure, entry)) continue;
      yield { span: procedure.nameSpan, procedure, ...(entry === undefined ? {} : { entry }) };
    }
  },
  word({ procedure }) {
    return {
      message: `No step of "${procedure.name}" says how to confirm that it worked, so whoever runs it cannot tell whether to go on. Add a "Verify:" to the steps that change something, or a verification at the end.`,
    };
  },
  repair({ procedure }, { runbook, place }) {
    const edits = procedure.steps
      .filter((step) => !onlyTells(step))
      .map((step) => verificationSkeleton(runbook, procedure, step));
    return [
      {
        title: 'Add a "Verify:" to fill in to each step',
        edits: new Map([[place.uri, edits]]),
        automatic: false,
      },
    ];
  },
});

const verifyingWords =
  /\b(?:verify|verif(?:ies|ied|ication)|confirm(?:s|ed)?|validate|make sure|ensure|check (?:that|whether|if)|until|should (?:be|show|return|read|say|print|list)|expect(?:ed|s)?|smoke|passes|returns? (?:200|ok)|back to normal|ends with)\b/i;

/** Whether an item confirms something. A first item that does looks at the problem, not at what the others did. */
function isVerified(runbook: Runbook, { steps }: Procedure): boolean {
  const last = steps.at(-1);
  if (last?.item != null && checklistFollows(runbook, last.item)) return true;
  return steps.some(
    (step, index) =>
      step.verification.length > 0 ||
      ((index > 0 || steps.length === 1) &&
        (step.verifies || verifyingWords.test(wordsAt(runbook, step.span)))),
  );
}

/** Whether a verification further down in the entry confirms it; that of a way back, or of a single item, does not. */
function isVerifiedLater(runbook: Runbook, { span }: Procedure, entry: Entry): boolean {
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
