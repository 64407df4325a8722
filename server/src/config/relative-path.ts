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
