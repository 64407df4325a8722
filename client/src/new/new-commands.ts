/** The commands that create documents. */
import { Uri, type Memento } from 'vscode';
import { commandIds } from '../../../protocol/src/contributions.js';
import {
  newDocumentKindsRequest,
  type NewDocumentKind,
  type NewDocumentKindsResult,
  type OwnDocumentKind,
} from '../../../protocol/src/new-document.js';
import type { ActiveOutline } from '../active-outline.js';
import { whileStarting } from '../commands/while-starting.js';
import type { RunbookServer } from '../language-client.js';
import { askKind } from './document-questions.js';
import { newDocument } from './new-document.js';

/** By their ids. The explorer passes the folder that it was asked in; File > New File… passes something else. */
// the table below is the type: its keys are those that the table of all commands needs
// oxlint-disable-next-line typescript/explicit-module-boundary-types
export function newCommands(server: RunbookServer, outline: ActiveOutline, memory: Memento) {
  const create =
    (known?: NewDocumentKind) =>
    async (chosen?: unknown): Promise<Uri | undefined> => {
      const folder = chosen instanceof Uri ? chosen : undefined;
      const active = outline.document?.uri;
      const kind = known ?? (await askKind(ownKinds(folder, active)));
      if (kind === undefined) return undefined;
      await whileStarting(server);
      return newDocument(server, memory, { kind, folder, active });
    };
  /** None where the server does not run, which is told when it is asked for the document. */
  const ownKinds = async (
    folder: Uri | undefined,
    active: Uri | undefined,
  ): Promise<readonly OwnDocumentKind[]> => {
    try {
      const { kinds } = await server.request<NewDocumentKindsResult>(newDocumentKindsRequest.method, {
        ...(folder === undefined ? {} : { folder: folder.toString() }),
        ...(active === undefined ? {} : { textDocument: { uri: active.toString() } }),
      });
      return kinds;
    } catch {
      return [];
    }
  };
  return {
    [commandIds.new]: create(),
    [commandIds.newPlaybook]: create('playbook'),
    [commandIds.newRunbook]: create('run'),
    [commandIds.newSotFile]: create('sot'),
    [commandIds.newFeatureRunbook]: create('feature'),
    [commandIds.newReleaseRunbook]: create('release'),
  };
}
