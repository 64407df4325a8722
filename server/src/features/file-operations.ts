/** Moving files: links into and out of what moves are rewritten; deleting them: which ids go with them. */
import type { Definition } from '../index/summary';
import type { Link, Runbook } from '../model/runbook';
import { pathBetween } from '../index/link-target';
import { destinationsOf } from '../document/links/destinations';
import { hasExtension, resolvePath } from '../document/links/linked-paths';
import { Coverage } from '../text/coverage';
import { rememberOf } from '../text/remember';
import type { DocumentPlace } from '../workspace';
import type { FeatureContext } from './shared/feature-context';
import { addressEdits, alertFilesLeadingTo } from './shared/moved-addresses';
import { spelledPath } from './shared/link-spelling';
import { words } from '../text/say';
import { ChangeBuilder, type WorkspaceChange } from './shared/workspace-change';

/** A file or folder with its URI before and after. */
export interface Move {
  readonly oldUri: string;
  readonly newUri: string;
}

/**
 * The edits that keep links right when files or folders move within a workspace folder. Edits name documents by the
 * URIs before the move. Links that a move does not concern keep their spelling, and new ones follow it.
 */
export function moveFiles(context: FeatureContext, moves: readonly Move[]): WorkspaceChange {
  const places = moves.map(({ oldUri, newUri }) => ({
    from: context.placeOf(oldUri.replace(/\/$/, '')),
    to: context.placeOf(newUri.replace(/\/$/, '')),
  }));
  const builder = new ChangeBuilder();
  for (const uri of concernedBy(context, places)) {
    const runbook = context.runbook(uri);
    const from = context.placeOf(uri);
    const own = placeAfter(from, places);
    if (runbook === undefined || own.folder !== from.folder || from.folder === '') continue;
    const goalOf = (document: string): { path: string } | null => {
      const before = context.placeOf(document);
      const after = placeAfter(before, places);
      return after === before || after.folder !== before.folder ? null : { path: after.path };
    };
    for (const edit of addressEdits(context, uri, runbook, goalOf)) builder.add(uri, edit);
    for (const link of runbook.links) {
      if (link.external || link.path === '' || !hasTarget(runbook, link)) continue;
      const newText = newPath(runbook, link, from, own, places);
      if (newText !== null) builder.add(uri, { span: link.pathSpan, newText });
    }
    for (const place of destinationsOf(runbook)) {
      if (place.path === '') continue;
      const newText = newPath(runbook, place, from, own, places);
      if (newText !== null) builder.add(uri, { span: place.pathSpan, newText });
    }
  }
  return builder.build(words`Update links to moved files`);
}

/** Where something is, by folder and path. */
type Place = Pick<DocumentPlace, 'folder' | 'path'>;

interface MovedPlace {
  readonly from: Place;
  readonly to: Place;
}

/** The documents that move, and those that link to one of them, alert files among them. */
function concernedBy(context: FeatureContext, moves: readonly MovedPlace[]): Set<string> {
  const { workspace } = context;
  const concerned = new Set<string>();
  for (const summary of workspace.documents()) {
    if (placeAfter(summary, moves) === summary) continue;
    concerned.add(summary.uri);
    for (const linker of workspace.linkersOf(summary)) concerned.add(linker);
    for (const file of alertFilesLeadingTo(context, summary.uri)) concerned.add(file);
  }
  return concerned;
}

/** Where something is after the moves; the same object where it stays. */
function placeAfter(place: Place, moves: readonly MovedPlace[]): Place {
  for (const { from, to } of moves) {
    if (place.folder !== from.folder) continue;
    if (place.path === from.path) return to;
    if (place.path.startsWith(`${from.path}/`))
      return { folder: to.folder, path: to.path + place.path.slice(from.path.length) };
  }
  return place;
}

/** Whether the path stands in the document: a reference link without a definition has none. */
function hasTarget(runbook: Runbook, { inline, pathSpan }: Link): boolean {
  return inline.form !== 'reference' || definitionsOf(runbook).encloses(pathSpan);
}

const definitionsOf = rememberOf(
  ({ blocks }: Runbook) =>
    new Coverage(blocks.flatMap((block) => (block.type === 'definition' ? [block.target] : []))),
);

/** Where a path leads after the moves; one without an extension may mean a Markdown file, and then goes on without. */
function targetAfter(folder: string, path: string, moves: readonly MovedPlace[]): Place {
  const place = { folder, path };
  const after = placeAfter(place, moves);
  if (after !== place || hasExtension(path)) return after;
  const file = placeAfter({ folder, path: `${path}.md` }, moves);
  return { folder: file.folder, path: file.path.replace(/\.md$/i, '') };
}

/** The path that a link needs after the move, or null when it stays right as it is. */
function newPath(
  runbook: Runbook,
  link: Pick<Link, 'path' | 'pathSpan'>,
  from: Place,
  own: Place,
  moves: readonly MovedPlace[],
): string | null {
  const [path = '', query = ''] = link.path.split(/(?=\?)/);
  const before = resolvePath(from.path, path);
  if (before === null) return null;
  const target = targetAfter(from.folder, before, moves);
  if (target.folder !== from.folder || resolvePath(own.path, path) === target.path) return null;
  const fromRoot = link.path.startsWith('/');
  const between = pathBetween(fromRoot ? '' : own.path, target.path);
  return spelledPath(runbook, link, fromRoot ? `/${between}` : between) + query;
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
