/**
 * Commands "Insert Entry…" and "Insert RUN- entry": ask, then add an entry with the next free id, its navigation bullet and
 * its change-log row as one undo step. Which file, which id and which text are the server's business. A document that
 * holds no such entries is changed only when somebody picks it.
 */
import { Uri, type Memento } from 'vscode';
import type { EntryTarget, NewEntryParams, NewEntryResult } from '../../../protocol/src/messages.js';
import type { RunbookServer } from '../language-client.js';
import { newDocument, type Answers } from '../new/new-document.js';
import { applyEdits, showActive } from '../edits/apply-edits.js';
import type { EntryQuestions } from './entry-questions.js';

/**
 * @returns The id of the new entry, or the URI of the file that was created for it; undefined when nothing was changed,
 *   because someone backed out of a question.
 */
export async function insertEntry(
  server: RunbookServer,
  memory: Memento,
  active: Uri | undefined,
  questions: EntryQuestions,
): Promise<string | undefined> {
  const prefix = await questions.prefix(() => server.entryPrefixes(active));
  if (prefix === undefined) return undefined;
  const { targets, here, categories, runbooks } = await server.entryTargets(prefix, active);
  const title = await questions.title(prefix);
  if (title === undefined) return undefined;
  const category = categories.length === 0 ? null : await questions.category(prefix, categories);
  if (category === undefined) return undefined;
  const runbook = runbooks.length === 0 ? null : await questions.runbook(prefix, runbooks);
  if (runbook === undefined) return undefined;
  const place = await questions.place(prefix, targets, here);
  if (place === undefined) return undefined;
  if (typeof place === 'string') {
    const answers = answersFor(place, { prefix, title, category, runbook });
    return (await newDocument(server, memory, { kind: place, answers, active }))?.toString();
  }
  const entry = { prefix, title, category, ...(runbook === null ? {} : { runbook }) };
  return (await addEntry(server, place, entry)).id;
}

/** What a new file need not be asked for. */
function answersFor(
  kind: 'run' | 'sot',
  {
    prefix,
    title,
    category,
    runbook,
  }: Readonly<Record<'prefix' | 'title', string>> & Readonly<Record<'category' | 'runbook', string | null>>,
): Answers {
  if (kind === 'run') return { title, category: category ?? '' };
  return {
    prefixes: prefix,
    // the usual one
    title: '',
    entryTitle: title,
    entryCategory: category ?? '',
    entryRunbook: runbook ?? '',
  };
}

async function addEntry(
  server: RunbookServer,
  target: EntryTarget,
  entry: Omit<NewEntryParams, 'textDocument'>,
): Promise<NewEntryResult> {
  const editor = await showActive(Uri.parse(target.uri, true));
  const result = await server.newEntry(editor.document.uri, entry);
  await applyEdits(editor, [result]);
  return result;
}
