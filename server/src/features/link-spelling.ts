/** Destinations of links in the spelling of their author: what he encoded stays encoded, `./` stays in front. */
import type { Link, Runbook } from '../model/runbook';

/** A percent-encoded path in the way in which the link writes its own. */
export function spelledPath({ text }: Runbook, { pathSpan }: Link, encoded: string): string {
  const written = text.slice(pathSpan.start, pathSpan.end);
  const path = spelled(written, text.charAt(pathSpan.start - 1) === '<', encoded);
  return written.startsWith('./') && !/^(?:\.?\/|$)/.test(path) ? `./${path}` : path;
}

/** A fragment in the way in which the link writes its own. */
export function spelledFragment({ text }: Runbook, { fragmentSpan }: Link, fragment: string): string {
  const written = text.slice(fragmentSpan.start, fragmentSpan.end);
  return spelled(written, true, encodeURIComponent(fragment));
}

/** In angle brackets nothing needs to be encoded; elsewhere what ends a destination does, but letters do not. */
function spelled(written: string, free: boolean, encoded: string): string {
  if (/%[0-9a-f]{2}/i.test(written) && (free || /%[89a-f]/i.test(written))) return encoded;
  if (free) return decodeURIComponent(encoded);
  return encoded.replace(/(?:%[89a-f][0-9a-f])+/gi, decodeURIComponent);
}
