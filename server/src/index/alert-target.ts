/**
 * Where the addresses of alert rules lead: to a document of the workspace folder, to one that is not there, or to where
 * nothing can be said. Knows nothing of YAML.
 */
import type { FileTarget } from '../model/alert-document';
import { keyOf, identifierSource, toIdentifier } from '../model/identifier';
import { rememberOf } from '../text/remember';
import type { DocumentPlace } from '../workspace';
import type { Definition, Summary } from './summary';
import type { WorkspaceView } from './workspace-view';

export type FoundTarget =
  | { readonly kind: 'document'; readonly summary: Summary }
  /** `path`: what the address means in the first place. */
  | { readonly kind: 'absent'; readonly path: string }
  | { readonly kind: 'unjudged' };

/** From where an address is followed. */
export interface AddressContext {
  readonly place: DocumentPlace;
  readonly workspace: WorkspaceView;
  readonly leavesOut: (path: string) => boolean;
  readonly hasPage: (stem: string) => boolean;
}

const unjudged: FoundTarget = { kind: 'unjudged' };

/** The document that an address of a file means. */
export function followAddress(target: FileTarget, context: AddressContext): FoundTarget {
  const { paths } = target;
  const { place, workspace, leavesOut, hasPage } = context;
  if (place.folder === '') return unjudged;
  const summary = documentMeant(target, place.folder, workspace);
  if (summary !== undefined) return { kind: 'document', summary };
  const [path] = paths;
  const isHidden = paths.some((one) => leavesOut(one) || hasPage(one.replace(/\.[^./]+$/, '').toLowerCase()));
  return path === undefined || isHidden ? unjudged : { kind: 'absent', path };
}

/** The document of a workspace folder that paths mean: the first that is there. */
export function documentMeant(
  { paths, matchesCase }: Pick<FileTarget, 'paths' | 'matchesCase'>,
  folder: string,
  workspace: WorkspaceView,
): Summary | undefined {
  for (const path of paths) {
    const found =
      workspace.documentAt(folder, path) ?? (matchesCase ? undefined : foldedAt(path, folder, workspace));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The document at a path, whatever its case; of several, none is meant for certain, and the first will do. */
function foldedAt(path: string, folder: string, workspace: WorkspaceView): Summary | undefined {
  const folded = path.toLowerCase();
  return workspace
    .documentsNamed(folder, path.slice(path.lastIndexOf('/') + 1))
    .find((summary) => summary.path.toLowerCase() === folded);
}

/** Whether a document has the place that a fragment names; null where that cannot be told. */
export function hasAnchor(summary: Summary, fragment: string, workspace: WorkspaceView): boolean | null {
  const wanted = fragment.toLowerCase();
  if (summary.read !== 'all' || /^(?:|top|l\d+(?:-l?\d+)?|:~:.*|[a-z]+=.*)$/.test(wanted)) return null;
  const name = wanted.replace(/^user-content-/, '');
  return fragmentsOf(summary).has(name) || definitionMeant(fragment, workspace)?.uri === summary.uri;
}

const fragmentsOf = rememberOf(({ fragments }: Summary): ReadonlySet<string> => new Set(fragments));

const leadingId = new RegExp(`^${identifierSource}`);

/** The entry that a fragment names by its identifier: `run-001-restart-the-api`. */
export function definitionMeant(fragment: string, workspace: WorkspaceView): Definition | null {
  const match = leadingId.exec(fragment.toUpperCase());
  const id = match === null ? null : toIdentifier(match);
  return id === null ? null : (workspace.definition(keyOf(id)) ?? null);
}
