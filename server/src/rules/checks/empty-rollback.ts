/** A rollback that is announced and not written (`domain.md` section 5, Playbook). */
import type { Runbook } from '../../model/runbook';
import type { Span } from '../../text/span';
import { holdsOnlyGaps } from '../only-gaps';
import { defineRule, type Match } from '../rule';
import { entryFinder } from '../run-entries';
import { holdsNoWords, passagesIn } from '../section-lookup';
import { holdsOnlyEmptyTables } from '../table-cells';

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
    source: 'section 5, Playbook',
  },
  *find({ runbook }) {
    const entryOf = entryFinder(runbook);
    for (const part of runbook.parts) {
      // whom to tell during a rollback is no way back
      if (part.role !== 'rollback' || /communication|during/i.test(part.name)) continue;
      if (!saysNothing(runbook, part.content)) continue;
      const entry = entryOf(part.nameSpan);
      const covers = [part.nameSpan, part.content];
      yield { span: part.nameSpan, name: part.name, covers, ...(entry === undefined ? {} : { entry }) };
    }
    if (runbook.kind.kind !== 'playbook') return;
    for (const { name, nameSpan, content } of passagesIn(runbook, /^from phases? /, wholeOf(runbook))) {
      if (saysNothing(runbook, content)) yield { span: nameSpan, name, covers: [nameSpan, content] };
    }
  },
  word({ name }) {
    return {
      message: `"${name}" is empty: who needs it finds a promise and no way back. Write down the steps, or say "None needed" and why.`,
    };
  },
});

function wholeOf({ text }: Runbook): Span {
  return { start: 0, end: text.length };
}

/** Whether there are no words, or none but the template's. */
function saysNothing(runbook: Runbook, content: Span): boolean {
  return (
    holdsNoWords(runbook, content) ||
    holdsOnlyEmptyTables(runbook, content) ||
    holdsOnlyGaps(runbook, content)
  );
}
