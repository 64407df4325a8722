/** A rollback that is announced and not written (`domain.md` section 5, Playbook). */
import type { Runbook } from '../../model/runbook';
import { firstFrom, type Span } from '../../text/span';
import { defineRule, type Match } from '../rule';
import { entryFinder } from '../run-entries';
import { holdsNoWords, passagesIn } from '../section-lookup';

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
      // a rollback by its name; in a table's row or a field it is a remark
      if (part.role !== 'rollback' || /communication|during/i.test(part.name)) continue;
      if (!saysNothing(runbook, part.content)) continue;
      const entry = entryOf(part.nameSpan);
      yield { span: part.nameSpan, name: part.name, ...(entry === undefined ? {} : { entry }) };
    }
    if (runbook.kind.kind !== 'playbook') return;
    for (const { name, nameSpan, content } of passagesIn(runbook, /^from phases? /, wholeOf(runbook))) {
      if (saysNothing(runbook, content)) yield { span: nameSpan, name };
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
  if (holdsNoWords(runbook, content)) return true;
  const { placeholders, text } = runbook;
  let words = '';
  let at = content.start;
  const from = firstFrom(placeholders, content.start, ({ span }) => span.start);
  if ((placeholders[from]?.span.start ?? content.end) >= content.end) return false;
  for (let i = from; i < placeholders.length; i++) {
    const span = placeholders[i]?.span;
    if (span === undefined || span.start >= content.end) break;
    words += text.slice(at, span.start);
    at = Math.max(at, span.end);
  }
  words += text.slice(at, content.end);
  const bare = words
    .replace(/^[ \t>]*(?:`{3,}|~{3,}).*$/gm, '')
    .replace(/^[ \t>]*#{1,6}[ \t].*$/gm, ' heading ')
    .replace(/^[ \t>]*(?:[-*+]|\d{1,3}[.)]|step \d+:?)[ \t]*/gim, '');
  return !/[\p{L}\p{N}]/u.test(bare);
}
