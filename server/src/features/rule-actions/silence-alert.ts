/** The comment that silences one rule for an alert (see `alerts/silenced.ts`): above the alert rule, as people write it in YAML. */
import type { Runbook } from '../../model/runbook';
import { lineEndingOf } from '../../text/edit';
import { words } from '../../text/say';
import { ruleAt } from '../alerts/alert-at';
import type { Silencing } from './silence-here';

/** Silences `rule` for the alert whose finding begins at `offset`; null where no comment can stand above it. */
export function silenceAlert(runbook: Runbook, rule: string, offset: number): Silencing | null {
  const { lines, text } = runbook;
  const start = ruleAt(runbook, offset)?.span?.start;
  if (start === undefined) return null;
  const line = lines.spanOf(lines.lineAt(start));
  // a comment stands above an item of a list; in a flow map or behind a template there is no line for it
  const lead = /^[ \t]*(?:- *)*$/.exec(text.slice(line.start, start))?.[0];
  if (lead === undefined) return null;
  const indent = /^[ \t]*/.exec(lead)?.[0] ?? '';
  const newText = `${indent}# runbook-disable ${rule}${lineEndingOf(text)}`;
  return {
    title: words`Silence ${rule} here`,
    edit: [{ span: { start: line.start, end: line.start }, newText }],
  };
}
