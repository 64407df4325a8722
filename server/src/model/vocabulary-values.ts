/**
 * The values that enumerated fields may have, by identifier prefix: those of the SoT template and of the runbook entry
 * template together. Knows nothing of configurations, which add to them.
 */

/** A field with a list of values. */
export type EnumeratedField = 'category' | 'status';

/** Statuses that every entry may have: entries are planned, drafted and retired whatever they describe. */
const commonStatuses = ['Active', 'Planned', 'Draft', 'Deprecated'] as const;

const values: Readonly<Record<EnumeratedField, Readonly<Record<string, readonly string[]>>>> = {
  category: {
    DEP: ['Infrastructure', 'Application', 'Database', 'Configuration'],
    GTM: ['Launch', 'Messaging', 'Channel', 'Analytics'],
    RUN: ['Incident', 'Incident Response', 'Deployment', 'Maintenance', 'Recovery', 'Escalation'],
    MON: ['Performance', 'Availability', 'Business', 'Security'],
  },
  status: {
    DEP: commonStatuses,
    GTM: [...commonStatuses, 'Complete'],
    RUN: commonStatuses,
    MON: commonStatuses,
  },
};

/** The built-in values of a field of entries with this prefix, as the templates write them; empty for other prefixes. */
export function valuesOf(field: EnumeratedField, prefix: string): readonly string[] {
  return values[field][prefix] ?? [];
}
