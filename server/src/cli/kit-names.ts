/** For what `runbook-md init` writes a workflow; apart from it, so that the help does not load what finds runbooks. */
export const kitNames = ['github', 'gitlab', 'pre-commit'] as const;
