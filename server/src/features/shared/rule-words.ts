/** What is said of a rule wherever it is named: in comments that silence it, and in the configuration. */
import type { RuleMetadata } from '../../lint/rule';

/** Markdown: what the rule finds, its usual severity, and the way to its page. */
export function ruleWords({ name, summary, severity }: RuleMetadata, page: string): string {
  const usual =
    severity === 'off' ? 'Off unless enabled in the configuration' : `Default severity: ${severity}`;
  return `**${name}**\n\n${summary}.\n\n${usual}. [About this rule](${page})`;
}
