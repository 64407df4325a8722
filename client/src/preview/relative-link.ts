/** Links from one document to another. */

/**
 * The way from a document to another one, as a link in it: `../SoT.DEPLOYMENT.md`; undefined where there is none, as between
 * file systems. Both are URIs; what is encoded in them stays encoded.
 */
export function relativeLink(from: string, to: string): string | undefined {
  const base = from.split('/');
  const target = to.split('/');
  const isSame = (index: number): boolean => isSameSegment(base[index], target[index]);
  // scheme, nothing, authority
  if (base.length < 4 || target.length < 4 || ![0, 1, 2].every(isSame)) return undefined;
  base.pop();
  let shared = 0;
  while (shared < base.length && shared < target.length - 1 && isSame(shared)) shared++;
  return [...base.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}

/** Whether two parts of URIs are one: `c:` and `c%3A` are. */
function isSameSegment(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || one === other) return one === other;
  try {
    return decodeURIComponent(one) === decodeURIComponent(other);
  } catch {
    return false; // not encoded as it should be
  }
}
