/** What is asked of the alert rules of a workspace folder as a whole. */
import { proposeMappings as propose, type ProposedMapping } from './alerts/propose-mapping';
import { speaksOfAlerts } from './config/configured-files';
import type { AlertText } from './model/alert-rule';
import type { WorkspaceDocuments } from './workspace-documents';

/** Whether alert rules matter in a folder: something in it is ours, or its configuration speaks of them. */
export function wantsAlerts(documents: WorkspaceDocuments, folder: string): boolean {
  return documents.viewAt(folder).hasOurs || speaksOfAlerts(documents.configurationFor(`${folder}/x`));
}

/** Mappings that would make the addresses of the alert rules in a folder lead to its documents, the best first. */
export function proposeMappings(documents: WorkspaceDocuments, folder: string): readonly ProposedMapping[] {
  const texts: AlertText[] = [];
  const paths: string[] = [];
  for (const { uri, path, alerts } of documents.viewAt(folder).documents()) {
    if (alerts.length === 0) paths.push(path);
    else for (const { field } of documents.runbook(uri)?.alerts?.addresses ?? []) texts.push(field.value);
  }
  const { addresses } = documents.configurationFor(`${folder}/x`);
  return propose(texts, paths, { addresses, remotes: documents.layout.remotesOf(`${folder}/x`) });
}
