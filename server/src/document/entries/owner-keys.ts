/** The names (lower case) of the field that says who keeps something. */

/** What every reader takes for an owner. */
const names = ['owner', 'owners', 'owned by', 'owning team', 'team', 'maintainer', 'maintained by'] as const;

/** Under which a runbook entry names its owner. */
export const ownerKeys: readonly string[] = [...names, 'owner team'];

/** Which make an **Owner** field in the head of an entry needless. */
export const headOwnerKeys: readonly string[] = [...names, 'responsible'];
