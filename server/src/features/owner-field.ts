/** The fields that say who keeps something. What their values look like refers to nothing. */

const keys: ReadonlySet<string> = new Set([
  'owner',
  'owners',
  'owned by',
  'owning team',
  'owner team',
  'team',
  'maintainer',
  'maintained by',
  'responsible',
]);

/** Whether a field of this key (lower case) names people or teams. */
export function isOwner(key: string): boolean {
  return keys.has(key);
}
