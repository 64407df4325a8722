/** From the text of a file to its alert rules. Any text gives an answer; knows no other file and no runbook. */
import type { AlertFile, AlertRule } from '../model/alert-rule';
import { LineIndex } from '../text/line-index';
import { readGoNames } from './go-names';
import { mayHoldAlerts, type AlertSource } from './look';

export { mayHoldAlerts, type AlertSource } from './look';

/** The alert rules of a text. */
export function readAlerts(text: string, source: AlertSource): AlertFile {
  const rules = mayHoldAlerts(text, source) ? readRules(text, source) : [];
  return { text, lines: new LineIndex(text), rules, templated: false };
}

function readRules(text: string, source: AlertSource): AlertRule[] {
  return source === 'go' ? readGoNames(text) : [];
}
