/** Moving files: links into and out of what moves are rewritten; deleting them: which ids go with them. */
import type { Definition } from '../index/summary';
import type { Link } from '../model/runbook';
import { pathBetween } from '../rules/link-target';
import { resolvePath } from '../index/linked-paths';
import type { DocumentPlace } from '../workspace';
import type { FeatureContext } from './feature-context';
import { ChangeBuilder, type WorkspaceChange } from './workspace-change';

/** A file or folder with its URI before and after. */
export interface Move {
  readonly oldUri: string;
  readonly newUri: string;
}

/**
 * The edits that keep links right when files or folders move within a workspace folder. Edits name documents by the
 * URIs before the move. Links that a move does not concern keep their spelling.
 */
export function moveFiles(context: FeatureContext, moves: readonly Move[]): WorkspaceChange {
  const moved = movedDocuments(context, moves);
  const builder = new ChangeBuilder();
  const concerned = new Set<string>();
  for (const { before } of moved.values()) {
    concerned.add(before.uri);
    for (const linker of context.workspace.linkersOf(before)) concerned.add(linker);
  }
  for (const uri of concerned) {
    const runbook = context.runbook(uri);
    if (runbook === undefined) continue;
    const from = context.placeOf(uri);
    const own = moved.get(uri)?.after ?? from;
    for (const link of runbook.links) {
      if (link.external || link.path === '' || link.inline.form === 'reference') continue;
      const newText = newPath(link, from, own, moves, context);
      if (newText !== null) builder.add(uri, { span: link.pathSpan, newText });
    }
  }
  return builder.build('Update links to moved files');
}

interface MovedDocument {
  readonly before: DocumentPlace;
  readonly after: DocumentPlace;
}

function movedDocuments(context: FeatureContext, moves: readonly Move[]): ReadonlyMap<string, MovedDocument> {
  const moved = new Map<string, MovedDocument>();
  for (const summary of context.workspace.documents()) {
    const to = uriAfter(summary.uri, moves);
    if (to !== summary.uri) moved.set(summary.uri, { before: summary, after: context.placeOf(to) });
  }
  return moved;
}

function uriAfter(uri: string, moves: readonly Move[]): string {
  const move = moves.find(({ oldUri }) => uri === oldUri || uri.startsWith(`${oldUri.replace(/\/$/, '')}/`));
  return move === undefined
    ? uri
    : move.newUri.replace(/\/$/, '') + uri.slice(move.oldUri.replace(/\/$/, '').length);
}

/** The path that a link needs after the move, or null when it stays right as it is. */
function newPath(
  link: Link,
  from: DocumentPlace,
  own: DocumentPlace,
  moves: readonly Move[],
  context: FeatureContext,
): string | null {
  const [path = '', query = ''] = link.path.split(/(?=\?)/);
  const before = resolvePath(from.path, path);
  if (before === null || own.folder !== from.folder || from.folder === '') return null;
  const target = context.placeOf(uriAfter(`${from.folder}/${encodePath(before)}`, moves));
  if (target.folder !== from.folder || resolvePath(own.path, path) === target.path) return null;
  const written = link.path.startsWith('/')
    ? `/${encodePath(target.path)}`
    : pathBetween(own.path, target.path);
  return written + query;
}

function encodePath(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');
}

/** The entries that files or folders define and that something outside of them refers to, with the number of references. */
export function idsLostWith(
  context: FeatureContext,
  uris: readonly string[],
): { readonly definition: Definition; readonly references: number }[] {
  const gone = (uri: string): boolean =>
    uris.some((one) => uri === one || uri.startsWith(`${one.replace(/\/$/, '')}/`));
  const lost: { definition: Definition; references: number }[] = [];
  for (const definition of context.workspace.allDefinitions()) {
    if (!gone(definition.uri) || definition.form === 'fence') continue;
    if (context.workspace.definitions(definition.key).some(({ uri, form }) => !gone(uri) && form !== 'fence'))
      continue;
    const references = context.workspace
      .references(definition.key)
      .filter(({ uri, excluded, repeats }) => !gone(uri) && excluded === null && !repeats).length;
    if (references > 0) lost.push({ definition, references });
  }
  return lost;
}
