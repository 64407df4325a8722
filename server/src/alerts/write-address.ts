/** Writes addresses of files in the spelling that stands in a place. Knows no files. */
import type { AlertText } from '../model/alert-rule';
import { mapAddress, unmapPath } from './address-mapping';
import type { AddressOptions } from './addresses';
import { forgePathOf, repositoryOf } from './repository-address';

/**
 * An address, without query and fragment, that leads to a file by its path, in the manner of the one that is written: on the
 * same forge and branch, by a mapping, relative to the top. Null where no such way leads there, or what would be written is
 * not safe in YAML as it stands there.
 */
export function writeAddress(
  { raw }: Pick<AlertText, 'raw'>,
  path: string,
  { addresses, remotes }: AddressOptions,
): string | null {
  const written = raw.trim().replace(/[?#].*$/s, '');
  const address = addressLike(written, path, { addresses, remotes });
  if (address === null) return null;
  // a blank ends an address, but for those in a template
  const whole = address.replace(/\{\{[^{}]{0,200}\}\}| /g, (part) => (part === ' ' ? '%20' : part));
  return /^[\p{L}\p{N}_./:~+@%&={}$ -]+$/u.test(whole) ? whole : null;
}

function addressLike(written: string, path: string, { addresses, remotes }: AddressOptions): string | null {
  const forge = forgePathOf(written);
  if (forge !== null && remotes.some((remote) => repositoryOf(remote) === forge.repository))
    return `${written.slice(0, forge.at).replace(/\/?$/, '/')}${encoded(path)}`;
  if (/^[a-z][a-z0-9+.-]*:|\{\{/i.test(written)) {
    // the mapping that the address is written by comes first
    const own = addresses.filter((setting) => mapAddress(written, [setting]) !== null);
    return unmapPath(path, [...own, ...addresses]);
  }
  const lead = /^(?:\.?\/)?/.exec(written)?.[0] ?? '';
  return `${lead}${isPlain(path) ? path : encoded(path)}`;
}

/** Whether a path may stand in YAML, quoted or not, and means itself where addresses are percent-decoded. */
function isPlain(path: string): boolean {
  return /^[\p{L}\p{N}_.][\p{L}\p{N}_./~+@&= -]*$/u.test(path);
}

/** The path with everything percent-encoded that means something in an address or in YAML. */
function encoded(path: string): string {
  return encodeURI(path).replace(
    /[#?!'()*,;:&=$]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
