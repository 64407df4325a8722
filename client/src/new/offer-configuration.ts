/** Offers a configuration file that helps a new document: once for a folder, and only where there is none. */
import { Uri, l10n, window, workspace, type Memento } from 'vscode';
import type { ProposedConfiguration } from '../../../protocol/src/new-document.js';
import { exists } from './exists.js';

const key = 'configurationOffered';

/** Settles when someone has decided, or looked away. */
export async function offerConfiguration(
  memory: Memento,
  { uri, text, reason }: ProposedConfiguration,
): Promise<void> {
  // what decides about all documents is not offered in a folder that nobody has said to trust
  if (!workspace.isTrusted) return;
  const offered = memory.get<readonly string[]>(key, []);
  const file = Uri.parse(uri, true);
  if (offered.includes(uri) || (await exists(file))) return;
  await memory.update(key, [...offered, uri]);
  const create = l10n.t('Create .runbook.yaml');
  const picked = await window.showInformationMessage(reason, create);
  if (picked !== create || (await exists(file))) return;
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
}
