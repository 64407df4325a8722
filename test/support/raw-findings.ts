/** What all rules find in a document before precedence, configuration and comments have their say. */
import { rules } from '../../server/src/lint/registry';
import { contextFor } from '../../server/src/lint/rule-context';
import { optionsFor } from '../../server/src/lint/rule-plan';
import type { Finding } from '../../server/src/lint/rule';
import type { WorkspaceDocuments } from '../../server/src/workspace-documents';
import { today, uriOf } from './workspace';

export function rawFindings(documents: WorkspaceDocuments, path: string): Finding[] {
  const uri = uriOf(path);
  const runbook = documents.runbook(uri);
  if (runbook === undefined) throw new Error(`no file ${path}`);
  const input = documents.ruleInput(uri, runbook, today);
  return rules.flatMap(({ meta, check }) =>
    check(contextFor(input, optionsFor(meta, input.configuration, input.place.path))),
  );
}
