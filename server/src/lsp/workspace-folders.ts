/** Which folders a client opens with. */
import type { InitializeParams } from 'vscode-languageserver';
import type { WorkspaceFolder } from '../workspace';
import type { UriSpelling } from './uri-spelling';

/** The workspace folders of a client, or the root of one that knows no folders; none where it opens single files. */
export function workspaceFolders(params: InitializeParams, uris: UriSpelling): WorkspaceFolder[] {
  const { workspaceFolders } = params;
  if (workspaceFolders != null)
    return workspaceFolders.map(({ uri, name }) => ({ uri: uris.fromFolder(uri), name }));
  // clients that know no workspace folders name a root; the protocol calls that deprecated, not gone
  // oxlint-disable-next-line typescript/no-deprecated
  const { rootUri } = params;
  return rootUri == null
    ? []
    : [{ uri: uris.fromFolder(rootUri), name: rootUri.slice(rootUri.lastIndexOf('/') + 1) }];
}
