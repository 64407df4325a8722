/**
 * What happens in the editor while the activation of the extension is measured: a Markdown document is opened, and time
 * passes. VS Code loads this module as a test and ends when {@link run} does.
 */
const { existsSync, readFileSync } = require('node:fs');
const process = require('node:process');
const { setTimeout } = require('node:timers/promises');
const vscode = require('vscode');

/** How long the extension has to start its server, and how long it must not where there is no reason, in ms. */
const patience = 30_000;
const silence = 5000;

exports.run = async () => {
  if (vscode.extensions.getExtension('runbook.vscode-runbook') === undefined)
    throw new Error('The editor does not have the extension.');
  const [document] = await vscode.workspace.findFiles('**/*.md', undefined, 1);
  if (document === undefined) throw new Error('The workspace has no Markdown document.');
  await vscode.window.showTextDocument(document);
  const limit = Date.now() + (process.env.RUNBOOK_BENCH_EXPECTED === '1' ? patience : silence);
  while (Date.now() < limit && !isAwake()) await setTimeout(50);
};

function isAwake() {
  const noted = process.env.RUNBOOK_BENCH_ACTIVATION;
  return existsSync(noted) && JSON.parse(readFileSync(noted, 'utf8')).wake !== null;
}
