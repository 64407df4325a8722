/**
 * Where links of a document lead: into itself, to another document of the workspace, or nowhere. Only Markdown files
 * inside the workspace folder are judged, because the workspace knows of no other files.
 */
import type { WorkspaceView } from './workspace-view';
import type { DocumentPlace } from '../workspace';
import { resolvePath } from '../document/links/linked-paths';
import type { Summary } from './summary';
import type { Link } from '../model/runbook';

export type LinkTarget =
  | { readonly kind: 'document'; readonly summary: Summary }
  /** A Markdown file inside the workspace folder that is not there; `path` as {@link Summary.path}. */
  | { readonly kind: 'absent'; readonly path: string }
  /** Anything else: other files, folders, addresses, files outside the folder. */
  | { readonly kind: 'unjudged' };

/** From where links are followed. Without `leavesOut` no file is taken to be left out, which matters for absent ones only. */
interface LinkContext {
  readonly place: DocumentPlace;
  readonly workspace: WorkspaceView;
  readonly leavesOut?: (path: string) => boolean;
}

const unjudged: LinkTarget = { kind: 'unjudged' };

/** Resolves the links of one document. */
export class LinkTargets {
  readonly #context: LinkContext;
  #paths: ReadonlyMap<string, Summary> | null = null;
  /** Where paths lead: many links of a document name the same file. */
  readonly #known = new Map<string, LinkTarget>();

  constructor(context: LinkContext) {
    this.#context = context;
  }

  of({ path, external, inline }: Link): LinkTarget {
    const { place, workspace } = this.#context;
    if (external || inline.type === 'image') return unjudged;
    if (path === '') {
      const summary = workspace.document(place.uri);
      return summary === undefined ? unjudged : { kind: 'document', summary };
    }
    const known = this.#known.get(path) ?? this.#resolve(path);
    this.#known.set(path, known);
    return known;
  }

  #resolve(path: string): LinkTarget {
    const { place, leavesOut } = this.#context;
    const resolved = resolvePath(place.path, path.replace(/\?.*$/s, ''));
    if (resolved === null || place.folder === '' || !/\.(?:md|markdown)$/i.test(resolved)) return unjudged;
    const summary = this.#find(resolved);
    if (summary !== undefined) return { kind: 'document', summary };
    if (leavesOut?.(resolved) === true || /(?:^|\/)(?:\.|node_modules\/)/.test(resolved)) return unjudged;
    return { kind: 'absent', path: resolved };
  }

  /** The documents of the same workspace folder by path. */
  paths(): ReadonlyMap<string, Summary> {
    if (this.#paths === null) {
      const { place, workspace } = this.#context;
      const paths = new Map<string, Summary>();
      for (const summary of workspace.documents())
        if (summary.folder === place.folder) paths.set(summary.path, summary);
      this.#paths = paths;
    }
    return this.#paths;
  }

  #find(path: string): Summary | undefined {
    const { place, workspace } = this.#context;
    // clients encode URIs in ways of their own, so a miss says nothing yet
    const direct = workspace.document(`${place.folder}/${encodeURI(path)}`);
    return direct?.path === path ? direct : workspace.documentAt(place.folder, path);
  }
}

/** The destination with which a link in the file at `from` reaches the file at `to`, percent-encoded. */
export function pathBetween(from: string, to: string): string {
  const base = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < base.length && shared < target.length - 1 && base[shared] === target[shared]) shared++;
  return [...base.slice(shared).map(() => '..'), ...target.slice(shared)]
    .map((segment) => encodeURI(segment).replace(/[()#?]/g, encodeURIComponent))
    .join('/');
}
