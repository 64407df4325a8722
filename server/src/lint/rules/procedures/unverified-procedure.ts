/** A list of steps without any verification: one finding for the list. */
import type { Procedure } from '../../../model/runbook';
import {
  isConfirmed,
  isJudgedList,
  isReadable,
  isUnwritten,
  judgedProcedures,
} from '../../../document/steps/judged-procedure';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { verificationSkeleton } from '../../../authoring/verification-skeleton';

interface UnverifiedProcedure extends Match {
  readonly procedure: Procedure;
}

const messages = new Messages({
  unverified:
    'No step of "{name}" has a verification, so failures go unnoticed. Add "Verify:" to the steps that change something.',
});

export const unverifiedProcedure = defineRule<UnverifiedProcedure>({
  meta: {
    name: 'unverified-procedure',
    summary: 'A list of steps without any verification',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    absentFrom: 'part',
    role: 'verification',
    yieldsTo: ['empty-verification'],
  },
  *find(context) {
    const { runbook } = context;
    for (const { procedure, entry } of judgedProcedures(context)) {
      if (!isJudgedList(runbook, procedure, entry) || isConfirmed(runbook, procedure, entry)) continue;
      if (!procedure.steps.some((step) => isReadable(step) && !isUnwritten(runbook, step))) continue;
      const covers = [procedure.span];
      yield { span: procedure.nameSpan, procedure, covers, ...(entry === undefined ? {} : { entry }) };
    }
  },
  message: ({ procedure }) => messages.of('unverified', { name: procedure.name }),
  choices({ procedure }, { runbook, place, say }) {
    const edits = procedure.steps
      .filter((step) => !step.tells)
      .flatMap((step) => verificationSkeleton(runbook, procedure, step) ?? []);
    if (edits.length === 0) return [];
    return [
      {
        title: say`Add "Verify:" to each step`,
        edits: new Map([[place.uri, edits]]),
        automatic: false,
      },
    ];
  },
});
