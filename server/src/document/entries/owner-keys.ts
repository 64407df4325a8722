/** The names (lower case) of the field that says who keeps something. */

/** What every reader takes for an owner. */
const names = [
  'owner',
  'owners',
  'owned by',
  'owning team',
  'owning squad',
  'team',
  'maintainer',
  'maintainers',
  'maintained by',
  'runbook owner',
  'document owner',
  'procedure owner',
  'process owner',
  'service owner',
  'primary owner',
  'responsible team',
  'accountable',
  'dri',
  'directly responsible individual',
] as const;

/** Under which a runbook entry names its owner. */
export const ownerKeys: readonly string[] = [...names, 'owner team', 'responsible', 'responsible person'];

/** Which make an **Owner** field in the head of an entry needless. */
export const headOwnerKeys: readonly string[] = [...names, 'responsible'];
