/**
 * Whether a text may hold alert rules: a look at its words, far cheaper than reading it. It may be wrong in one way only,
 * by sending a text to the reader that holds none.
 */

/** How a file is written. */
export type AlertSource = 'yaml' | 'terraform' | 'jsonnet' | 'go';

/** Whether a text of this kind may hold alert rules. Linear, some microseconds for usual files. */
export function mayHoldAlerts(text: string, source: AlertSource = 'yaml'): boolean {
  switch (source) {
    case 'go':
      return text.includes('Alert:');
    case 'terraform':
      return holdsRules(text) || text.includes('datadog_monitor') || text.includes('grafana_rule_group');
    case 'jsonnet':
      return holdsRules(text);
    default:
      return holdsRules(text) || isGrafana(text) || isServiceLevel(text);
  }
}

/** Whether both keys of a rule occur, quoted or not, with `:` or `=`. */
function holdsRules(text: string): boolean {
  return hasKey(text, 'expr') && hasKey(text, 'alert');
}

/** Whether a word is followed by a colon somewhere, perhaps behind a quote, or a blank. */
function hasKey(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    if (/^["']? ?[:=]/.test(text.slice(at + word.length, at + word.length + 3))) return true;
  return false;
}

function isGrafana(text: string): boolean {
  return text.includes('apiVersion: 1') && text.includes('condition') && text.includes('title');
}

function isServiceLevel(text: string): boolean {
  return text.includes('openslo/') || (text.includes('slos:') && text.includes('alerting'));
}
