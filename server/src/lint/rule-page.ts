/** Where the page about a rule is. */

const pages = 'https://github.com/vscode-runbook/vscode-runbook/blob/main/docs/rules';

/** Address of the page about a rule. */
export function rulePage(rule: string): string {
  return `${pages}/${rule}.md`;
}
