/** The shells that the tool completes in, apart from what writes their scripts: the help names them too. */
export const shells = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof shells)[number];
