/** The commands that insert entries and parts of runbooks. */
import type { Memento } from 'vscode';
import { commandIds } from '../../../protocol/src/contributions.js';
import type { InsertedPart } from '../../../protocol/src/insert-part.js';
import type { ActiveOutline } from '../active-outline.js';
import { whileStarting } from '../commands/while-starting.js';
import type { RunbookServer } from '../language-client.js';
import { askFor } from './entry-questions.js';
import { toInsertEntryArguments, type InsertEntryArguments } from './insert-entry-arguments.js';
import { insertEntry } from './insert-entry.js';
import { insertPart } from './insert-part.js';

/** By their ids. Those that insert entries take answers as an argument. */
// the table below is the type: its keys are those that the table of all commands needs
// oxlint-disable-next-line typescript/explicit-module-boundary-types
export function insertCommands(server: RunbookServer, outline: ActiveOutline, memory: Memento) {
  const entry =
    (known: InsertEntryArguments) =>
    async (passed: unknown): Promise<string | undefined> => {
      await whileStarting(server);
      const questions = askFor({ ...toInsertEntryArguments(passed), ...known });
      return insertEntry(server, memory, outline.document?.uri, questions);
    };
  const part = (kind: InsertedPart) => async (): Promise<void> => {
    await whileStarting(server);
    await insertPart(server, kind);
  };
  return {
    [commandIds.insertEntry]: entry({}),
    [commandIds.insertRunEntry]: entry({ prefix: 'RUN' }),
    [commandIds.insertPhase]: part('phase'),
    [commandIds.insertStep]: part('step'),
    [commandIds.insertVerification]: part('verification'),
    [commandIds.insertRollback]: part('rollback'),
    [commandIds.insertEscalation]: part('escalation'),
  };
}
