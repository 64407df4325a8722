/** The documents that a document links to, by path: a document that links is judged again when its target changes. */
import type { Runbook } from '../../model/runbook';
import { folderOf, pathFrom } from '../../text/paths';
import { destinationsOf } from './destinations';

/**
 * Paths of the Markdown files that the document's links, definitions and HTML name, relative to its workspace folder; its
 * own not among them. What is named without an extension may mean a Markdown file.
 */
export function linkedPaths(runbook: Runbook): string[] {
  const { path: from, links } = runbook;
  // many links name the same file
  const paths = new Set<string>();
  for (const { path, external } of links) if (!external && path !== '') paths.add(path);
  for (const { path } of destinationsOf(runbook)) if (path !== '') paths.add(path);
  const found = new Set<string>();
  for (const path of paths) {
    const file = fileOf(from, path);
    if (file !== null && file !== from && /\.(?:md|markdown)$/i.test(file)) found.add(file);
  }
  return [...found].sort();
}

/**
 * The file that a link in the file at `from` means, or null for none of the workspace folder; without an extension it may
 * mean a Markdown file.
 */
export function fileOf(from: string, path: string): string | null {
  const resolved = resolvePath(from, path.replace(/\?.*$/s, ''));
  if (resolved === null || resolved === '') return null;
  return hasExtension(resolved) ? resolved : `${resolved}.md`;
}

/** Whether a path ends with the extension of a file: `x.md`, `x.png`, not `SoT.HARBOUR`. */
export function hasExtension(path: string): boolean {
  return /\.[a-z][a-z0-9]{0,4}$/.test(path) || /\.(?:md|markdown)$/i.test(path);
}

/** The path that a link in the file at `from` means, or null when it leaves the workspace folder. */
export function resolvePath(from: string, path: string): string | null {
  return pathFrom(path.startsWith('/') ? '' : folderOf(from), path);
}
