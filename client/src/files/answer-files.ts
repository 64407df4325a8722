/** Answers a server that has no disk: gives it the files of the workspace and a place to save things. */
import { Uri, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  listFoldersRequest,
  readFilesRequest,
  readStorageRequest,
  statFilesRequest,
  writeStorageRequest,
  type ListFoldersParams,
  type ReadFilesParams,
  type ReadStorageParams,
  type StatFilesParams,
  type WriteStorageParams,
} from '../../../protocol/src/files.js';
import {
  listJournalsRequest,
  readJournalRequest,
  removeJournalRequest,
  writeJournalRequest,
  type ReadJournalParams,
  type RemoveJournalParams,
  type WriteJournalParams,
} from '../../../protocol/src/journals.js';
import { Journals } from './journals.js';
import { Storage, type StorageFolder } from './storage.js';
import { WorkspaceFiles } from './workspace-files.js';

/** To be called before the client is started. */
export function answerFiles(
  client: BaseLanguageClient,
  { storageUri, globalStorageUri }: ExtensionContext,
  output: LogOutputChannel,
): void {
  const { fs } = workspace;
  const files = new WorkspaceFiles({
    parse: (uri) => Uri.parse(uri, true),
    isInFolder: (uri) => workspace.getWorkspaceFolder(uri) !== undefined,
    stat: (uri) => fs.stat(uri),
    readDirectory: (uri) => fs.readDirectory(uri),
    readFile: (uri) => fs.readFile(uri),
  });
  client.onRequest(listFoldersRequest.method, (params: ListFoldersParams) => files.list(params));
  client.onRequest(readFilesRequest.method, (params: ReadFilesParams) => files.read(params));
  client.onRequest(statFilesRequest.method, (params: StatFilesParams) => files.stat(params));

  // a window without a folder has no storage of its own
  const own = storageUri ?? globalStorageUri;
  const storage = new Storage(folderOf(Uri.joinPath(own, 'snapshots')), (problem) => {
    output.debug(`Nothing was saved for the next start: ${problem}`);
  });
  client.onRequest(readStorageRequest.method, (params: ReadStorageParams) => storage.read(params));
  client.onRequest(writeStorageRequest.method, (params: WriteStorageParams) => storage.write(params));

  const journals = new Journals(folderOf(Uri.joinPath(own, 'journals')));
  client.onRequest(listJournalsRequest.method, () => journals.list());
  client.onRequest(readJournalRequest.method, (params: ReadJournalParams) => journals.read(params));
  client.onRequest(writeJournalRequest.method, (params: WriteJournalParams) => journals.write(params));
  client.onRequest(removeJournalRequest.method, (params: RemoveJournalParams) => journals.remove(params));
}

function folderOf(folder: Uri): StorageFolder<Uri> {
  const { fs } = workspace;
  return {
    file: (name) => Uri.joinPath(folder, name),
    readFile: (uri) => fs.readFile(uri),
    writeFile: async (uri, bytes) => {
      await fs.createDirectory(folder);
      await fs.writeFile(uri, bytes);
    },
    list: async () => {
      const names = (await fs.readDirectory(folder)).map(([name]) => name);
      const stats = await Promise.all(names.map((name) => fs.stat(Uri.joinPath(folder, name))));
      return names.map((name, index) => [name, stats[index]?.mtime ?? 0] as const);
    },
    remove: (uri) => fs.delete(uri),
  };
}
