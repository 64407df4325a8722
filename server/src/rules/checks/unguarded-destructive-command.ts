/** A command that destroys something in a step that neither verifies it nor takes it back (`domain.md` section 5). */
import type { Command, Entry, Procedure, Runbook, Step } from '../../model/runbook';
import { encloses, firstFrom, type Span } from '../../text/span';
import { wordsAt } from '../fields';
import { isJudgedList } from '../judged-procedure';
import { defineRule, type Match } from '../rule';
import { entryFinder } from '../run-entries';

interface Unguarded extends Match {
  readonly words: string;
}

const destructive =
  /\bdrop\s+(?:table|database|schema|index|view|column|user|role|keyspace|collection|materialized\s+view)\b|\btruncate\s+(?:table\s+)?(?=["`\w])|\brm\s+(?:-\S+\s+)*(?:-[a-z]*r[a-z]*f[a-z]*|-[a-z]*f[a-z]*r[a-z]*|-r\s+-f|-f\s+-r|--recursive\s+--force|--force\s+--recursive)\b|\bkubectl\b[^\n|;&]{0,80}?\sdelete\b|\bterraform\b[^\n|;&]{0,40}?\s(?:destroy|apply\s+-destroy)\b|\bgit\s+push\b[^\n|;&]{0,80}?\s(?:--force(?!-)|-f)(?=\s|$)|\bpg_terminate_backend\b/gi;

export const unguardedDestructiveCommand = defineRule<Unguarded>({
  meta: {
    name: 'unguarded-destructive-command',
    summary: 'A destructive command in a step with neither verification nor rollback',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    source: 'section 5, Procedures',
  },
  *find({ runbook }) {
    const entryAt = entryFinder(runbook);
    for (const procedure of runbook.procedures) {
      if (procedure.role === 'rollback' || procedure.checklist !== null) continue;
      const entry = entryAt(procedure.span);
      if (procedure.form === 'list' && !isJudgedList(runbook, procedure, entry)) continue;
      yield* inSteps(runbook, procedure, entry);
    }
  },
  word({ words }) {
    return {
      message: `"${words}" destroys something, and the step says neither how to confirm the result nor how to go back. Add a "Verification:" or a "Rollback:" to the step.`,
    };
  },
});

function* inSteps(runbook: Runbook, procedure: Procedure, entry: Entry | undefined): Iterable<Unguarded> {
  const listed = procedure.form === 'list';
  for (const [index, step] of procedure.steps.entries()) {
    if (step.verification.length > 0 || step.rollback.length > 0) continue;
    // an item of a list is no step of its own: what confirms the list confirms it
    if (
      listed &&
      (procedure.coveredBy !== null || procedure.steps.slice(index + 1).some(({ verifies }) => verifies))
    )
      continue;
    if (saysHowToGoBack(runbook, step)) continue;
    for (const span of destructiveIn(runbook, step)) {
      yield { span, words: wordsAt(runbook, span), ...(entry === undefined ? {} : { entry }) };
      break;
    }
  }
}

function saysHowToGoBack(runbook: Runbook, step: Step): boolean {
  return /\b(?:roll(?:s|ed)? ?back|to undo|revert)\b/i.test(wordsAt(runbook, step.span));
}

/** Where a step's commands destroy something; comments, dry runs and warnings against a command do not. */
function* destructiveIn(runbook: Runbook, step: Step): Iterable<Span> {
  for (const command of step.commands) {
    if (command.form === 'inline' && isWarnedOf(runbook, command)) continue;
    let at = command.span.start;
    for (const line of wordsAt(runbook, command.span).split(/(?<=\n)/)) {
      const start = at;
      at += line.length;
      if (/^\s*(?:#|--\s|\/\/)|--dry-run|--what-?if/i.test(line)) continue;
      for (const match of line.matchAll(destructive)) {
        const first = start + match.index;
        yield { start: first, end: first + match[0].trimEnd().length };
      }
    }
  }
}

/** Whether the line speaks against the command: "never use `git push --force`". */
function isWarnedOf({ lines, text, links }: Runbook, { span }: Command): boolean {
  const lead = text.slice(lines.startOf(lines.lineAt(span.start)), span.start);
  const link = links[firstFrom(links, span.start + 1, ({ inline }) => inline.span.start) - 1];
  return (
    /\b(?:never|not|n't|avoid|instead of|without|rather than)\b[^.]{0,40}$/i.test(lead) ||
    (link !== undefined && encloses(link.inline.span, span))
  );
}
