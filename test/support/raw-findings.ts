/** What all rules find in a document before precedence, configuration and comments have their say. */
import { rules, ruleNames } from '../../server/src/lint/registry';
import type { Finding } from '../../server/src/lint/rule';
import type { WorkspaceDocuments } from '../../server/src/workspace-documents';
import { today, uriOf } from './workspace';

export function rawFindings(documents: WorkspaceDocuments, path: string): Finding[] {
  const uri = uriOf(path);
  const runbook = documents.runbook(uri);
  if (runbook === undefined) throw new Error(`no file ${path}`);
  const entries = runbook.entries.filter(
    ({ form, stub }) => (form === 'heading' || form === 'plain') && !stub,
  );
  const input = documents.ruleInput(uri, runbook, today);
  return rules.flatMap(({ meta, check }) => {
    const options = Object.entries(meta.options ?? {}).map(
      ([name, option]) => [name, option.default] as const,
    );
    return check({
      ...input,
      entries,
      options: Object.fromEntries(options),
      ruleNames,
      idleSuppressions: [],
      cutShort: new Set(),
    });
  });
}
