/**
 * Checks of editor features against fixtures with a cursor `<|>` (see `fixture.ts`). Places are shown as
 * `path:line «words»`, lines from 1, so that a failing test reads like a search result.
 */
import { expect } from 'vitest';
import type { CompletionItem, Hover, Position, Range } from 'vscode-languageserver-types';
import { ConfigurationTree } from '../../server/src/config/configuration-tree';
import { parseConfiguration } from '../../server/src/config/parse-configuration';
import { createRunbookService, ruleNames, type RunbookService } from '../../server/src/service';
import { remotesIn } from '../../server/src/files/remotes-in';
import { LineIndex } from '../../server/src/text/line-index';
import { parseFixture } from './fixture';
import { folder, today, uriOf } from './workspace';

/** A fixture that is served, with the place of its cursor. */
export interface ServedFixture {
  readonly service: RunbookService;
  readonly files: ReadonlyMap<string, string>;
  /** Path of the file that holds the cursor. */
  readonly path: string;
  readonly uri: string;
  readonly position: Position;
}

/** Serves the files of a fixture from memory; without a cursor the position is the start of the first file. */
export function serveFixture(source: string): ServedFixture {
  const { files, cursor } = parseFixture(source);
  const service = createRunbookService({ today: () => today });
  service.setFolders([{ uri: folder, name: 'workspace' }]);
  const configurations = new ConfigurationTree();
  for (const [path, text] of files) {
    if (path === '.runbook.yaml') configurations.set('', parseConfiguration(text, ruleNames).configuration);
  }
  service.configure(folder, configurations, {
    leavesOut: () => false,
    excludes: () => false,
    remotes: remotesIn(files.get('.git/config') ?? ''),
  });
  for (const [path, text] of files)
    if (path !== '.runbook.yaml' && path !== '.git/config') service.putFile(uriOf(path), text);
  const path = cursor?.path ?? [...files.keys()][0] ?? '';
  const position = new LineIndex(files.get(path) ?? '').positionAt(cursor?.offset ?? 0);
  return { service, files, path, uri: uriOf(path), position };
}

/** Where the identifier at the cursor is defined. */
export function checkDefinition(source: string, ...places: readonly string[]): void {
  const { service, files, uri, position } = serveFixture(source);
  const links = service.editor.definition(uri, position);
  expect(links.map((link) => showPlace(files, link.targetUri, link.targetSelectionRange))).toEqual(places);
}

/** Every reference to the identifier at the cursor, its definitions left out. */
export function checkReferences(source: string, ...places: readonly string[]): void {
  const { service, files, uri, position } = serveFixture(source);
  const locations = service.editor.references(uri, position, false);
  expect(locations.map((location) => showPlace(files, location.uri, location.range))).toEqual(places);
}

/** The words of the hover at the cursor hold all of these; without any there must be no hover. */
export function checkHover(source: string, ...words: readonly string[]): void {
  const { service, uri, position } = serveFixture(source);
  const hover = service.editor.hover(uri, position);
  if (words.length === 0) expect(hover).toBeNull();
  for (const word of words) expect(hoverText(hover)).toContain(word);
}

/** The ids that are offered at the cursor, in the order of the list. `trigger` is the character that was just typed. */
export function checkCompletion(source: string, labels: readonly string[], trigger?: string): void {
  const { service, uri, position } = serveFixture(source);
  expect(inOrder(service.editor.complete(uri, position, trigger).items).map(({ label }) => label)).toEqual(
    labels,
  );
}

/** The line of the cursor after the item with this label was accepted. */
export function checkAccepted(source: string, label: string, line: string, trigger?: string): void {
  const { service, files, path, uri, position } = serveFixture(source);
  const item = service.editor.complete(uri, position, trigger).items.find((one) => one.label === label);
  const edit = item?.textEdit;
  if (edit === undefined || !('range' in edit)) throw new Error(`${label} is not offered`);
  const before = new LineIndex(files.get(path) ?? '').textOf(position.line);
  const { start, end } = edit.range;
  expect([start.line, end.line]).toEqual([position.line, position.line]);
  expect(before.slice(0, start.character) + edit.newText + before.slice(end.character)).toBe(line);
}

/** Items as an editor lists them. */
export function inOrder(items: readonly CompletionItem[]): CompletionItem[] {
  const key = ({ sortText, label }: CompletionItem): string => sortText ?? label;
  return items.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

export function hoverText(hover: Hover | null): string {
  const contents = hover?.contents;
  return typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

/** `path:line «words»` */
export function showPlace(files: ReadonlyMap<string, string>, uri: string, { start, end }: Range): string {
  const path = uri.slice(folder.length + 1);
  const lines = new LineIndex(files.get(path) ?? '');
  const words = (files.get(path) ?? '').slice(lines.offsetAt(start), lines.offsetAt(end));
  return `${path}:${String(start.line + 1)} «${words}»`;
}
