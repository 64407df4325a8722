/** A rollback section without content. */
import { entryFinder } from '../../../document/entries/run-entries';
import { phaseWords } from '../../../model/phase-words';
import type { Runbook } from '../../../model/runbook';
import type { Span } from '../../../text/span';
import { isUnwritten } from '../../../document/sections/part-state';
import { leadsBack } from '../../../document/sections/rollback-plan';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { passagesIn } from '../../../document/sections/section-lookup';

interface EmptyRollback extends Match {
  readonly name: string;
}

const fromPhase = new RegExp(`^from (?:${phaseWords}) `);

const messages = new Messages({
  empty: '"{name}" is empty, so responders cannot roll back. Add the steps, or write "None needed" and why.',
});

export const emptyRollback = defineRule<EmptyRollback>({
  meta: {
    name: 'empty-rollback',
    summary: 'A rollback without content',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'playbook',
    absentFrom: 'section',
    role: 'rollback',
    yieldsTo: ['missing-section'],
  },
  *find({ runbook }) {
    const entryOf = entryFinder(runbook);
    for (const part of runbook.parts.filter(leadsBack)) {
      if (!isUnwritten(runbook, part)) continue;
      const entry = entryOf(part.nameSpan);
      const covers = [part.nameSpan, part.content];
      yield { span: part.nameSpan, name: part.name, covers, ...(entry === undefined ? {} : { entry }) };
    }
    if (runbook.kind.kind !== 'playbook') return;
    for (const passage of passagesIn(runbook, fromPhase, wholeOf(runbook))) {
      const { name, nameSpan, content } = passage;
      if (isUnwritten(runbook, { content, role: 'rollback' }))
        yield { span: nameSpan, name, covers: [nameSpan, content] };
    }
  },
  message: ({ name }) => messages.of('empty', { name }),
});

function wholeOf({ text }: Runbook): Span {
  return { start: 0, end: text.length };
}
