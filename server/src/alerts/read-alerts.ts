/** From the text of a file to its alert rules. Any text gives an answer; knows no other file and no runbook. */
import type { AlertFile } from '../model/alert-rule';
import { LineIndex } from '../text/line-index';
import { readGoNames } from './go-names';
import { mayHoldAlerts, type AlertSource } from './look';
import { readObjectRules } from './object-rules';
import { readYaml } from './read-yaml';
import { silenced } from './silenced';

export { mayHoldAlerts, type AlertSource } from './look';

/** The alert rules of a text, in their order. */
export function readAlerts(text: string, source: AlertSource): AlertFile {
  const lines = new LineIndex(text);
  if (!mayHoldAlerts(text, source)) return { text, lines, rules: [], templated: false };
  if (source === 'go') return { text, lines, rules: readGoNames(text), templated: false };
  const { rules, templated } =
    source === 'yaml' ? readYaml(text, lines) : readObjectRules(text, lines, source);
  const ordered = [...rules].sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
  return { text, lines, rules: silenced(ordered, text, lines), templated };
}
