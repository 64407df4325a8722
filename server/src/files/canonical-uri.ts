/** One spelling for the many ways to write a URI. */
import { URI } from 'vscode-uri';

/** One spelling for all the ways to write a URI, so that it can be a key; text that is no URI stays as it is. */
export function toCanonicalUri(uri: string): string {
  return parseUri(uri)?.toString() ?? uri;
}

/** Null for text that is no URI. */
export function parseUri(uri: string): URI | null {
  try {
    return URI.parse(uri, true);
  } catch {
    return null;
  }
}
