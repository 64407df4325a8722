/** What the editor shows at a place, asked as its own user interface asks: every extension's answer, merged. */
import * as vscode from 'vscode';

type Definition = vscode.Location | vscode.LocationLink;

export async function definitionsAt(uri: vscode.Uri, position: vscode.Position): Promise<vscode.Location[]> {
  return toLocations(await at<Definition[]>('vscode.executeDefinitionProvider', uri, position));
}

export async function declarationsAt(uri: vscode.Uri, position: vscode.Position): Promise<vscode.Location[]> {
  return toLocations(await at<Definition[]>('vscode.executeDeclarationProvider', uri, position));
}

/** The declaration included. */
export function referencesAt(uri: vscode.Uri, position: vscode.Position): Thenable<vscode.Location[]> {
  return at('vscode.executeReferenceProvider', uri, position);
}

export async function highlightsAt(
  uri: vscode.Uri,
  position: vscode.Position,
): Promise<vscode.DocumentHighlight[]> {
  // VS Code 1.91 answers with nothing where there is none
  return (
    (await at<vscode.DocumentHighlight[] | undefined>('vscode.executeDocumentHighlights', uri, position)) ??
    []
  );
}

/** The Markdown of every hover, one string a hover. */
export async function hoversAt(uri: vscode.Uri, position: vscode.Position): Promise<string[]> {
  const hovers = await at<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.map(({ contents }) =>
    contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : '')).join('\n'),
  );
}

/** Items in the order of the list, before anything is filtered by what is typed. */
export async function completionsAt(
  uri: vscode.Uri,
  position: vscode.Position,
  trigger?: string,
): Promise<vscode.CompletionItem[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
    trigger,
  );
  const key = (item: vscode.CompletionItem): string => item.sortText ?? labelOf(item);
  return items.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

export function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** What accepting the item writes. */
export function insertedBy(item: vscode.CompletionItem): string {
  const text = item.insertText ?? labelOf(item);
  return typeof text === 'string' ? text : text.value;
}

export function actionsAt(
  uri: vscode.Uri,
  range: vscode.Range,
  kind?: vscode.CodeActionKind,
): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind?.value);
}

export function symbolsOf(uri: vscode.Uri): Thenable<vscode.DocumentSymbol[]> {
  return vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', uri);
}

export function foldingOf(uri: vscode.Uri): Thenable<vscode.FoldingRange[]> {
  return vscode.commands.executeCommand('vscode.executeFoldingRangeProvider', uri);
}

/** The ranges that "Expand Selection" goes through, from the narrowest. */
export async function selectionsAt(uri: vscode.Uri, position: vscode.Position): Promise<vscode.Range[]> {
  const [first] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
    'vscode.executeSelectionRangeProvider',
    uri,
    [position],
  );
  const ranges: vscode.Range[] = [];
  for (let one = first; one !== undefined; one = one.parent) {
    // the editor skips what selects nothing more
    if (ranges.at(-1)?.isEqual(one.range) !== true) ranges.push(one.range);
  }
  return ranges;
}

export function workspaceSymbols(query: string): Thenable<vscode.SymbolInformation[]> {
  return vscode.commands.executeCommand('vscode.executeWorkspaceSymbolProvider', query);
}

export function lensesOf(uri: vscode.Uri): Thenable<vscode.CodeLens[]> {
  return vscode.commands.executeCommand('vscode.executeCodeLensProvider', uri, 100);
}

export function hintsOf(document: vscode.TextDocument): Thenable<vscode.InlayHint[]> {
  return vscode.commands.executeCommand(
    'vscode.executeInlayHintProvider',
    document.uri,
    new vscode.Range(0, 0, document.lineCount, 0),
  );
}

/** What may be renamed at a place. @throws when nothing may be */
export function renamePlaceAt(
  uri: vscode.Uri,
  position: vscode.Position,
): Thenable<{ readonly range: vscode.Range; readonly placeholder: string }> {
  return at('vscode.prepareRename', uri, position);
}

export function renameAt(
  uri: vscode.Uri,
  position: vscode.Position,
  newName: string,
): Thenable<vscode.WorkspaceEdit> {
  return vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', uri, position, newName);
}

function at<T>(command: string, uri: vscode.Uri, position: vscode.Position): Thenable<T> {
  return vscode.commands.executeCommand<T>(command, uri, position);
}

function toLocations(found: readonly Definition[]): vscode.Location[] {
  return found.map((one) =>
    'targetUri' in one
      ? new vscode.Location(one.targetUri, one.targetSelectionRange ?? one.targetRange)
      : one,
  );
}
