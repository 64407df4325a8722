/** Paths of files in a configuration file: POSIX style, in the end relative to the workspace folder. */
import { words } from '../text/say';
import { shorten } from '../text/shorten';
import type { PlacedText, YamlReader } from './yaml-reader';

/** A path relative to the folder of the configuration file; anything else is a problem and null. */
export function relativePath(reader: YamlReader, { text, span }: PlacedText): string | null {
  if (!text.includes('\\') && !text.startsWith('/') && !/^[A-Za-z]:/.test(text)) return text;
  reader.report(
    span,
    words`Invalid path "${shorten(text)}". Use a path relative to the folder of this file, with "/" as separator.`,
  );
  return null;
}

/** A path relative to a folder as one in the workspace folder; null where it leads out of that. */
export function pathFrom(folder: string, path: string): string | null {
  const segments: string[] = [];
  for (const segment of `${folder}/${path}`.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments.join('/');
}

/** The folder that holds a file: empty for the workspace folder. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
