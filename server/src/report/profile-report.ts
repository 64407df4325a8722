/** Which profile the documents of a folder pass, each, by folder and all together. Knows findings by name only. */
import { profileNames } from '../config/configuration';
import { standingOf, type Standing } from '../lint/profiles';

/** A document with the rules that find something in it, once for each finding. */
export interface FoundInDocument {
  /** Path relative to the workspace folder. */
  readonly file: string;
  readonly found: readonly string[];
}

/** The standing of a folder or document; `path` is relative to the workspace folder. */
export interface PlacedStanding extends Standing {
  readonly path: string;
}

export interface ProfileReport {
  readonly workspace: Standing;
  /** Folders with documents in them or below, by path. */
  readonly folders: readonly PlacedStanding[];
  /** All documents, those that pass least first. */
  readonly documents: readonly PlacedStanding[];
}

/** The report on these documents. */
export function profilesOf(documents: readonly FoundInDocument[]): ProfileReport {
  const folders = new Map<string, string[]>();
  for (const { file, found } of documents)
    for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1)) {
      const path = file.slice(0, at);
      const own = folders.get(path) ?? [];
      for (const rule of found) own.push(rule);
      folders.set(path, own);
    }
  return {
    workspace: standingOf(documents.flatMap(({ found }) => found)),
    folders: [...folders]
      .map(([path, found]) => ({ path, ...standingOf(found) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    documents: documents
      .map(({ file, found }) => ({ path: file, ...standingOf(found) }))
      .sort((a, b) => rankOf(a) - rankOf(b) || (a.path < b.path ? -1 : 1)),
  };
}

/** How many profiles are passed. */
export function rankOf({ passes }: Standing): number {
  return passes === null ? 0 : profileNames.indexOf(passes) + 1;
}
