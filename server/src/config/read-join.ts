/** Reads `join`: the folders whose identifiers a workspace folder may refer to. Knows no disks and no other folder. */
import { shortestPath } from '../text/paths';
import { shorten } from '../text/shorten';
import type { JoinSetting } from './configuration';
import { ofKey } from './value-words';
import { words } from '../text/say';
import type { YamlReader } from './yaml-reader';

/** The folders that are joined, each once, with a problem for each path that is none. */
export function readJoin(reader: YamlReader, node: unknown): readonly JoinSetting[] {
  const found = new Map<string, JoinSetting>();
  for (const { text, span } of reader.texts(node, ofKey('join'))) {
    const path = /^(?:\/|[A-Za-z]:)|[\\\0]/.test(text) ? null : shortestPath(text);
    if (path === null)
      reader.report(
        span,
        words`Invalid path "${shorten(text)}". Use a path relative to this folder, with "/" as separator.`,
      );
    else if (path === '') reader.report(span, words`"${shorten(text)}" is this folder. Join another one.`);
    else if (!found.has(path)) found.set(path, { path, span });
  }
  return [...found.values()];
}
