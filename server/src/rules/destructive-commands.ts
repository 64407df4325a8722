/** Finds commands that destroy something where nothing in their step confirms or takes back what they did. */
import type { Command, Entry, Procedure, Runbook, Step } from '../model/runbook';
import { encloses, firstFrom, type Span } from '../text/span';
import { wordsAt } from './fields';
import { isJudgedList, isVerified } from './judged-procedure';

const destructive =
  /\bdrop\s+(?:table|database|schema|index|view|column|user|role|keyspace|collection|materialized\s+view)\b|\btruncate\s+(?:table\s+)?(?=["`\w])|\brm\s+(?:-\S+\s+){0,6}(?:-[a-z]{0,6}r[a-z]{0,6}f[a-z]{0,6}|-[a-z]{0,6}f[a-z]{0,6}r[a-z]{0,6}|-r\s+-f|-f\s+-r|--recursive\s+--force|--force\s+--recursive)\b|\bkubectl\b[^\n|;&]{0,80}?\sdelete\b|\bterraform\b[^\n|;&]{0,40}?\s(?:destroy|apply\s+-destroy)\b|\bgit\s+push\b[^\n|;&]{0,80}?\s(?:--force(?!-)|-f)(?=\s|$)|\bpg_terminate_backend\b/gi;

/**
 * The first destructive command of a step that has neither verification nor rollback, or null. Ways back and steps
 * behind whose fence a list of boxes stands have none.
 */
export function unguardedCommand(
  runbook: Runbook,
  procedure: Procedure,
  step: Step,
  entry: Entry | undefined,
): Span | null {
  if (procedure.role === 'rollback' || procedure.checklist !== null) return null;
  if (procedure.form === 'list' && (procedure.coveredBy !== null || !isJudgedList(runbook, procedure, entry)))
    return null;
  if (isVerified(runbook, step) || step.rollback.length > 0) return null;
  if (saysHowToGoBack(runbook, step)) return null;
  for (const span of destructiveIn(runbook, step)) return span;
  return null;
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
