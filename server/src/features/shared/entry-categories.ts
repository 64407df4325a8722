/** The categories that an entry may have, in the order in which to offer them. */
import type { FeatureContext } from './feature-context';

/** Those of the SoT template and of the runbook entry template. */
const builtIn: Readonly<Record<string, readonly string[]>> = {
  DEP: ['Infrastructure', 'Application', 'Database', 'Configuration'],
  GTM: ['Launch', 'Messaging', 'Channel', 'Analytics'],
  RUN: ['Incident Response', 'Deployment', 'Maintenance', 'Recovery', 'Escalation'],
  MON: ['Performance', 'Availability', 'Business', 'Security'],
};

/** The built-in ones of a prefix. */
export function builtInCategories(prefix: string): readonly string[] {
  return builtIn[prefix] ?? [];
}

/** Built-in ones of a prefix, then those that the configuration adds for a document; without one the built-in ones alone. */
export function categoriesOf(
  { configurationFor }: Pick<FeatureContext, 'configurationFor'>,
  prefix: string,
  uri: string | undefined,
): string[] {
  const own = uri === undefined ? [] : (configurationFor(uri).categories.get(prefix) ?? []);
  return [...builtInCategories(prefix), ...own];
}
