/** Names of the formats of `runbook-md report`, apart from what writes them: the help names them too. */

export const reportFormats = ['text', 'json', 'markdown', 'html', 'csv', 'badge', 'shields'] as const;
export type ReportFormat = (typeof reportFormats)[number];
