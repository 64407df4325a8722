/** Completion of whole documents of the workspace's own kinds, in an empty file that lies where they are expected. */
import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver-types';
import { lineEndingOf } from '../../text/edit';
import { ownDocument } from '../new-document/own-document';
import { ownKindsFor } from '../new-document/own-kinds';
import { inOrder, rangeAround, type CompletionRequest } from './completion-request';

/** An item for each kind whose name holds what is typed, in an otherwise empty document. */
export function completeOwnDocuments(request: CompletionRequest): CompletionItem[] {
  const { context, uri, runbook, position, before, after, trigger, options } = request;
  if (options.snippets !== true || (trigger !== undefined && trigger !== '-')) return [];
  const typed = before.trim();
  if (after.trim() !== '' || typed.length > 60 || runbook.text.trim() !== typed) return [];
  const { folder, path } = context.placeOf(uri);
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w{1,12}$/, '');
  return ownKindsFor(context, uri)
    .filter((kind) => kind.name.toLowerCase().includes(typed.toLowerCase()))
    .map((kind, index) => ({
      label: kind.name,
      detail: context.say`Document of this kind`,
      kind: CompletionItemKind.Snippet,
      insertTextFormat: InsertTextFormat.Snippet,
      // ahead of the templates that are built in
      sortText: inOrder(index, '!'),
      filterText: kind.name,
      textEdit: {
        range: rangeAround(position, before.trimStart().length, 0),
        newText: ownDocument(context, {
          kind,
          uri,
          home: folder,
          title: kind.titleFrom === 'fileName' ? name : null,
        }).replace(/\n/g, lineEndingOf(runbook.text)),
      },
    }));
}
