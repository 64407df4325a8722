/** Version numbers such as `v2.14.0`, `1.1`, `3.0.0-rc.1`: reading and order. Knows nothing of where they stand. */

export interface Version {
  /** `2.14.0`, without a leading `v`. */
  readonly text: string;
  readonly numbers: readonly number[];
  /** `rc.1` of `3.0.0-rc.1`, else empty. */
  readonly preRelease: string;
}

/** Source of a pattern for versions of two to four numbers; group 1 is the version without its `v`. */
export const versionSource =
  '(?<![\\w.-])v?(\\d{1,6}(?:\\.\\d{1,6}){1,3}(?:-(?:alpha|beta|rc|pre|preview|snapshot|dev)[.\\d]*)?)(?![\\w]|\\.\\d|-\\d)';

const first = new RegExp(versionSource, 'i');

/** The first version in a text with its offset there (of the digits), or null. */
export function findVersion(text: string): { readonly version: Version; readonly index: number } | null {
  const match = first.exec(text);
  if (match === null) return null;
  const digits = match[1] ?? '';
  return { version: toVersion(digits), index: match.index + match[0].length - digits.length };
}

/** `digits` as {@link versionSource} captures them. */
export function toVersion(digits: string): Version {
  const [core = '', ...rest] = digits.split('-');
  return { text: digits, numbers: core.split('.').map(Number), preRelease: rest.join('-').toLowerCase() };
}

/** Negative when `a` is the older one, 0 when both are the same: `1.0` and `1.0.0` are. */
export function compareVersions(a: Version, b: Version): number {
  for (let i = 0; i < Math.max(a.numbers.length, b.numbers.length); i++) {
    const difference = (a.numbers[i] ?? 0) - (b.numbers[i] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.preRelease === b.preRelease) return 0;
  if (a.preRelease === '' || b.preRelease === '') return a.preRelease === '' ? 1 : -1;
  return a.preRelease.localeCompare(b.preRelease, 'en', { numeric: true });
}
