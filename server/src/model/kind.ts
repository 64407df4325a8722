/** The kinds of document that are built in. */
export type RunbookKind = 'playbook' | 'feature' | 'entry' | 'sot' | 'release';
