/** Destinations of links in the spelling of their author: what he encoded stays encoded, `./` stays in front. */
import type { Link, Runbook } from '../../model/runbook';

/** A percent-encoded path in the way in which the link writes its own. */
export function spelledPath(
  { text }: Runbook,
  { pathSpan }: Pick<Link, 'pathSpan'>,
  encoded: string,
): string {
  const written = text.slice(pathSpan.start, pathSpan.end);
  const path = spelled(written, text.charAt(pathSpan.start - 1) === '<', encoded);
  return written.startsWith('./') && !/^(?:\.?\/|$)/.test(path) ? `./${path}` : path;
}

/** A fragment in the way in which the link writes its own. */
export function spelledFragment(
  { text }: Runbook,
  { fragmentSpan }: Pick<Link, 'fragmentSpan'>,
  fragment: string,
): string {
  const written = text.slice(fragmentSpan.start, fragmentSpan.end);
  return spelled(written, true, encodeURIComponent(fragment));
}

/** In angle brackets only what has a meaning in addresses is encoded; elsewhere what ends a destination is too, letters are not. */
function spelled(written: string, free: boolean, encoded: string): string {
  if (/%[0-9a-f]{2}/i.test(written) && (free || /%[89a-f]/i.test(written))) return encoded;
  return encoded.replace(free ? /(?:%(?!23|25|3c|3e|3f)[0-9a-f]{2})+/gi : letters, decodeURIComponent);
}

/** Percent-encoded characters outside ASCII. */
const letters = /(?:%[89a-f][0-9a-f])+/gi;
