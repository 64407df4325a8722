/** Which documents a report is about. */
import { speaksOfAlerts } from '../config/configured-files';
import { isDeclined } from '../document/scope';
import { isJudged } from '../lint/is-judged';
import type { RuleInput } from '../lint/rule';

/** Whether a document counts: recognised or with entries of the workspace, read, no template, example or skill file. */
export function isReported(input: RuleInput): boolean {
  const { runbook, quiet } = input;
  if (runbook.alerts !== null) return input.workspace.hasOurs || speaksOfAlerts(input.configuration);
  if (runbook.passedBound !== null) return false;
  const { kind } = runbook.kind;
  return !quiet && kind !== 'skill' && kind !== 'run' && !isDeclined(runbook) && isJudged(input);
}
