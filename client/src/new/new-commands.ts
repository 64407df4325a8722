/** The commands that create documents. */
import { Uri, type Memento } from 'vscode';
import { commandIds } from '../../../protocol/src/contributions.js';
import type { NewDocumentKind } from '../../../protocol/src/new-document.js';
import type { ActiveOutline } from '../active-outline.js';
import { whileStarting } from '../commands/while-starting.js';
import type { RunbookServer } from '../language-client.js';
import { askKind } from './document-questions.js';
import { newDocument } from './new-document.js';

/** By their ids. The explorer passes the folder that it was asked in; File > New File… passes something else. */
// the table below is the type: its keys are those that the table of all commands needs
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types
export function newCommands(server: RunbookServer, outline: ActiveOutline, memory: Memento) {
  const create =
    (known?: NewDocumentKind) =>
    async (folder?: unknown): Promise<Uri | undefined> => {
      const kind = known ?? (await askKind());
      if (kind === undefined) return undefined;
      await whileStarting(server);
      return newDocument(server, memory, {
        kind,
        folder: folder instanceof Uri ? folder : undefined,
        active: outline.document?.uri,
      });
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
