/** The documents that a document links to, by path: whoever links is judged again when its target changes. */
import type { Runbook } from '../model/runbook';

/** Paths of the Markdown files that the document's links name, relative to its workspace folder; its own not among them. */
export function linkedPaths({ path: from, links }: Runbook): string[] {
  const found = new Set<string>();
  for (const { path, external } of links) {
    if (external || path === '') continue;
    const resolved = resolvePath(from, path.replace(/\?.*$/s, ''));
    if (resolved !== null && resolved !== from && /\.(?:md|markdown)$/i.test(resolved)) found.add(resolved);
  }
  return [...found].sort();
}

/** The path that a link in the file at `from` means, or null when it leaves the workspace folder. */
export function resolvePath(from: string, path: string): string | null {
  const segments = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments.join('/');
}
