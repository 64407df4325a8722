/** Where the page about a rule is. */

const webPages = 'https://github.com/vscode-runbook/vscode-runbook/blob/main/docs/rules';

/** Address of the page about a rule, by default on the web; `pages` is the URI of the folder that holds them elsewhere. */
export function rulePage(rule: string, pages = webPages): string {
  return `${pages}/${rule}.md`;
}
