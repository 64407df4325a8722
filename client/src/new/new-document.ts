/**
 * The commands "New Document…", "New Playbook…" and so on: asks what the server wants to know, then creates the file. Which
 * questions, which place and which text are the server's business.
 */
import {
  Range,
  SnippetString,
  TextEditorRevealType,
  Uri,
  WorkspaceEdit,
  commands,
  l10n,
  window,
  workspace,
  type Memento,
  type TextDocument,
} from 'vscode';
import {
  newDocumentRequest,
  type NewDocumentParams,
  type NewDocumentResult,
  type ProposedDocument,
} from '../../../protocol/src/new-document.js';
import type { RunbookServer } from '../language-client.js';
import { askDocumentQuestion, askPath, type ChosenKind } from './document-questions.js';
import { exists } from './exists.js';
import { offerConfiguration } from './offer-configuration.js';

export type Answers = Readonly<Record<string, string>>;

/** What a new document is about. */
export interface WantedDocument {
  readonly kind: ChosenKind;
  /** What is known without asking. */
  readonly answers?: Answers;
  /** The folder to put it in, where one was chosen. */
  readonly folder?: Uri | undefined;
  /** The document that the user is in. */
  readonly active: Uri | undefined;
}

/** @returns The URI of the new document; undefined when someone backed out of a question, and nothing was created. */
export async function newDocument(
  server: RunbookServer,
  memory: Memento,
  { kind, answers = {}, folder, active }: WantedDocument,
): Promise<Uri | undefined> {
  let known = answers;
  for (;;) {
    const params: NewDocumentParams = {
      ...(typeof kind === 'string' ? { kind } : { kind: 'house', ownKind: kind.own }),
      answers: known,
      ...(folder === undefined ? {} : { folder: folder.toString() }),
      ...(active === undefined ? {} : { textDocument: { uri: active.toString() } }),
    };
    const { question, document } = await server.request<NewDocumentResult>(newDocumentRequest.method, params);
    if (question !== null) {
      const answer = await askDocumentQuestion(kind, question);
      if (answer === undefined) return undefined;
      known = { ...known, [question.name]: answer };
    } else if (document !== null) return create(kind, memory, document);
    else throw new Error(l10n.t('The language server gave neither a question nor a document.'));
  }
}

async function create(
  kind: ChosenKind,
  memory: Memento,
  { uri, path, text, configuration }: ProposedDocument,
): Promise<Uri | undefined> {
  if (uri === null) return fill(await workspace.openTextDocument({ language: 'markdown' }), text);
  const proposed = Uri.parse(uri, true);
  const root = proposed.with({ path: proposed.path.slice(0, -path.length) });
  const chosen = await askPath(kind, root, path);
  if (chosen === undefined) return undefined;
  const file = Uri.joinPath(root, chosen);
  await createEmpty(file);
  const created = await fill(await workspace.openTextDocument(file), text);
  // the file is as the editor shows it; a formatter would end the walk through the slots
  await commands.executeCommand('workbench.action.files.saveWithoutFormatting');
  if (configuration !== null) void offerConfiguration(memory, configuration);
  return created;
}

/** Throws where something is there already: nothing is ever overwritten. */
async function createEmpty(file: Uri): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.createFile(file, { overwrite: false, ignoreIfExists: false });
  if ((await exists(file)) || !(await workspace.applyEdit(edit)))
    throw new Error(
      l10n.t(
        '{0} could not be created. Check that the folder is writable and that no file has this name.',
        file.path,
      ),
    );
}

/** Writes the text into an empty document as one undo step, and selects its first slot. */
async function fill(document: TextDocument, text: string): Promise<Uri> {
  const editor = await window.showTextDocument(document, { preview: false });
  const { lineCount } = document;
  await editor.insertSnippet(new SnippetString(text), new Range(0, 0, lineCount, 0));
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  return document.uri;
}
