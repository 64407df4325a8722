/** A workspace in memory, for tests of rules and features. */
import { ConfigurationTree } from '../../server/src/config/configuration-tree';
import { parseConfiguration } from '../../server/src/config/parse-configuration';
import { remotesIn } from '../../server/src/files/remotes-in';
import { DocumentParser } from '../../server/src/parsing/document-parser';
import { ruleNames } from '../../server/src/lint/registry';
import type { Finding } from '../../server/src/lint/rule';
import { runRules } from '../../server/src/lint/run-rules';
import { WorkspaceDocuments } from '../../server/src/workspace-documents';

export const folder = 'file:///workspace';
export const today = '2026-11-20';

export function uriOf(path: string): string {
  return `${folder}/${path}`;
}

/** The documents of a workspace with these files; `.runbook.yaml` files configure it, `.git/config` has its remotes. */
export function openWorkspace(files: ReadonlyMap<string, string>): WorkspaceDocuments {
  const documents = new WorkspaceDocuments(new DocumentParser());
  documents.setFolders([{ uri: folder, name: 'workspace' }]);
  const configurations = new ConfigurationTree();
  for (const [path, text] of files) {
    if (!path.endsWith('.runbook.yaml')) continue;
    const { configuration } = parseConfiguration(text, ruleNames);
    configurations.set(path.slice(0, -'.runbook.yaml'.length).replace(/\/$/, ''), configuration);
  }
  const remotes = remotesIn(files.get('.git/config') ?? '');
  documents.configure(folder, configurations, {
    leavesOut: () => false,
    excludes: () => false,
    remotes,
  });
  for (const [path, text] of files) {
    if (path.endsWith('.runbook.yaml') || path === '.git/config') continue;
    documents.store.putOnDisk(uriOf(path), text);
    documents.update(uriOf(path));
  }
  return documents;
}

const opened = new WeakMap<ReadonlyMap<string, string>, WorkspaceDocuments>();

/** The same of files that are asked about often. Nothing may be told to it, as others ask it, too. */
export function openedWorkspace(files: ReadonlyMap<string, string>): WorkspaceDocuments {
  const documents = opened.get(files) ?? openWorkspace(files);
  opened.set(files, documents);
  return documents;
}

/** The findings of one file. */
export function findingsOf(documents: WorkspaceDocuments, path: string, day = today): Finding[] {
  const uri = uriOf(path);
  const runbook = documents.runbook(uri);
  if (runbook === undefined) throw new Error(`no file ${path} in the fixture`);
  const findings = runRules(documents.ruleInput(uri, runbook, day));
  for (const { rule, message } of findings)
    if (message.length > longestMessage)
      throw new Error(`${rule.name} needs ${String(message.length)} characters to say: ${message}`);
  return findings;
}

/** Most characters of a message, whatever it quotes: more is not read where editors show it. */
const longestMessage = 160;
