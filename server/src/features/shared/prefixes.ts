/** The prefixes of identifiers as people choose among them: which the workspace has, and what they are short for. */
import type { FeatureContext } from './feature-context';

export interface OfferedPrefix {
  /** `RUN` */
  readonly prefix: string;
  /** Paths of the files that own it, the best first; empty for one that the workspace does not have. */
  readonly owners: readonly string[];
}

/** Prefixes that have a template, in the order in which a SoT file has them. */
const withTemplate = ['DEP', 'GTM', 'RUN', 'MON'];

const meanings: Readonly<Record<string, string>> = {
  DEP: 'Deployment Procedures',
  GTM: 'Go-to-Market Activities',
  RUN: 'Operational Runbooks',
  MON: 'Monitoring & Alerting',
  BR: 'Business Rules',
  RISK: 'Risks',
  TEST: 'Tests',
  UJ: 'User Journeys',
  EPIC: 'Epics',
  KPI: 'Key Figures',
  SEC: 'Security',
  ENV: 'Environments',
};

/** What entries of a prefix are: `Business Rules`; the prefix itself where it is nobody's but the workspace's. */
export function meaningOf(prefix: string): string {
  return meanings[prefix] ?? `${prefix} Entries`;
}

/** The prefixes of the workspace, those with most entries first, then the ones that have a template. */
export function prefixesOf({ workspace }: Pick<FeatureContext, 'workspace'>): OfferedPrefix[] {
  const counts = new Map<string, number>();
  for (const { prefixes } of workspace.documents()) for (const prefix of prefixes) counts.set(prefix, 0);
  for (const { id, form } of workspace.allDefinitions())
    if (form !== 'fence') counts.set(id.prefix, (counts.get(id.prefix) ?? 0) + 1);
  const owned = [...counts].flatMap(([prefix, count]) => {
    const owners = workspace.owners(prefix).map(({ path }) => path);
    return owners.length === 0 ? [] : [{ prefix, owners, count }];
  });
  owned.sort((a, b) => b.count - a.count || (a.prefix < b.prefix ? -1 : 1));
  const rest = withTemplate.filter((prefix) => !owned.some((one) => one.prefix === prefix));
  return [
    ...owned.map(({ prefix, owners }) => ({ prefix, owners })),
    ...rest.map((prefix) => ({ prefix, owners: [] })),
  ];
}

/** The prefixes in an answer such as `RUN, BR-FEA`, each once, in order. */
export function prefixesIn(answer: string): string[] {
  const found = answer.toUpperCase().match(/[A-Z][A-Z0-9]{1,11}(?:-[A-Z]{2,12}){0,2}/g) ?? [];
  return [...new Set(found.map((prefix) => prefix.replace(/-XXX$/, '')))];
}
