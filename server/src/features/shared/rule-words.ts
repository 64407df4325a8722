/** What is said of a rule wherever it is named: in comments that silence it, and in the configuration. */
import type { CompletionItemLabelDetails } from 'vscode-languageserver-types';
import type { Say } from '../../text/say';
import type { RuleMetadata } from '../../lint/rule';

/** What a list shows beside the name of a rule: nothing. Where there is nothing to show, editors show `detail`, which cuts the name off. */
export const besideRule: CompletionItemLabelDetails = {};

/** Markdown: what the rule finds, its usual severity, and the way to its page. */
export function ruleWords(say: Say, rule: RuleMetadata, page: string): string {
  const about = say`About this rule`;
  return `**${rule.name}**\n\n${say(rule.summary)}.\n\n${usualSeverity(say, rule)}. [${about}](${page})`;
}

/** `Default severity: warning` */
export function usualSeverity(say: Say, { severity }: Pick<RuleMetadata, 'severity'>): string {
  return severity === 'off'
    ? say`Off unless enabled in the configuration`
    : say`Default severity: ${severity}`;
}
