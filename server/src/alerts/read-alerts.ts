/** From the text of a file to its alert rules. Any text gives an answer; knows no other file and no runbook. */
import type { AlertFile, AlertRule } from '../model/alert-rule';
import { LineIndex } from '../text/line-index';
import { AlertMemory, inOrder } from './alert-memory';
import { readGoNames } from './go-names';
import { mayHoldAlerts, type AlertSource } from './look';
import { readObjectRules } from './object-rules';
import { silenced } from './silenced';

/** The alert rules of a text, in their order. What is remembered of the text before makes it quick, and shows in no rule. */
export function readAlerts(
  text: string,
  source: AlertSource,
  memory: AlertMemory = new AlertMemory(),
): AlertFile {
  const lines = new LineIndex(text);
  if (!mayHoldAlerts(text, source)) return { text, lines, rules: [], templated: false };
  if (source !== 'yaml')
    return {
      text,
      lines,
      rules: silenced(inOrder(rulesIn(text, lines, source)), text, lines),
      templated: false,
    };
  const { rules, templated } = memory.read(text, lines);
  return { text, lines, rules: silenced(rules, text, lines), templated };
}

function rulesIn(text: string, lines: LineIndex, source: Exclude<AlertSource, 'yaml'>): AlertRule[] {
  return source === 'go' ? readGoNames(text) : readObjectRules(text, lines, source);
}
