/** A rollback that is announced and not written. */
import { entryFinder } from '../../../document/entries/run-entries';
import type { Runbook } from '../../../model/runbook';
import type { Span } from '../../../text/span';
import { isUnwritten, leadsBack } from '../../../document/sections/rollback-plan';
import { defineRule, type Match } from '../../rule';
import { passagesIn } from '../../../document/sections/section-lookup';

interface EmptyRollback extends Match {
  readonly name: string;
}

export const emptyRollback = defineRule<EmptyRollback>({
  meta: {
    name: 'empty-rollback',
    summary: 'A rollback without content',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'playbook',
  },
  *find({ runbook }) {
    const entryOf = entryFinder(runbook);
    for (const part of runbook.parts) {
      if (!leadsBack(part) || !isUnwritten(runbook, part)) continue;
      const entry = entryOf(part.nameSpan);
      const covers = [part.nameSpan, part.content];
      yield { span: part.nameSpan, name: part.name, covers, ...(entry === undefined ? {} : { entry }) };
    }
    if (runbook.kind.kind !== 'playbook') return;
    for (const passage of passagesIn(runbook, /^from phases? /, wholeOf(runbook))) {
      const { name, nameSpan, content } = passage;
      if (isUnwritten(runbook, passage)) yield { span: nameSpan, name, covers: [nameSpan, content] };
    }
  },
  message({ name }) {
    return {
      message: `"${name}" is empty: who needs it finds a promise and no way back. Write down the steps, or say "None needed" and why.`,
    };
  },
});

function wholeOf({ text }: Runbook): Span {
  return { start: 0, end: text.length };
}
