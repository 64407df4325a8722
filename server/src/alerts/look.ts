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

/*
 * Engines find a word of up to six letters by its first letter, which is many times faster than anything else where that letter is
 * rare. So `xpr` is looked for, and what stands around it afterwards.
 */

/** Whether both keys of a rule occur, quoted or not, with `:` or `=`. */
function holdsRules(text: string): boolean {
  return hasKey(text, 'xpr') && hasKey(text, 'alert');
}

/** Whether a word is followed by a colon somewhere, perhaps behind a quote, or a blank. */
function hasKey(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    let end = at + word.length;
    if (isOneOf(text, end, '"\'')) end++;
    if (isOneOf(text, end, ' ')) end++;
    if (isOneOf(text, end, ':=')) return true;
  }
  return false;
}

function isOneOf(text: string, at: number, signs: string): boolean {
  return at < text.length && signs.includes(text.charAt(at));
}

/** Whether `apiVersion: 1` occurs, and the keys of an alert. */
function isGrafana(text: string): boolean {
  for (let at = text.indexOf('Versio'); at >= 0; at = text.indexOf('Versio', at + 6))
    if (text.startsWith('apiVersion: 1', at - 3)) return text.includes('condition') && text.includes('title');
  return false;
}

/** Whether a policy of OpenSLO, or objectives of sloth may be in it. */
function isServiceLevel(text: string): boolean {
  if (text.includes('AlertP') && text.includes('openslo/')) return true;
  return text.includes('jectiv') && text.includes('slos:') && text.includes('alerting');
}
