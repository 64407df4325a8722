/** The prefixes of identifiers as people choose among them: which the workspace has, and what they are short for. */
import { type Words, english, words } from '../../text/say';
import type { FeatureContext } from './feature-context';

export interface OfferedPrefix {
  /** `RUN` */
  readonly prefix: string;
  /** Paths of the files that own it, the best first; empty for one that the workspace does not have. */
  readonly owners: readonly string[];
}

/** Prefixes that have a template, in the order in which a SoT file has them. */
const withTemplate = ['DEP', 'GTM', 'RUN', 'MON'];

const meanings: Readonly<Record<string, Words>> = {
  DEP: words`Deployment Procedures`,
  GTM: words`Go-to-Market Activities`,
  RUN: words`Operational Runbooks`,
  MON: words`Monitoring & Alerting`,
  BR: words`Business Rules`,
  RISK: words`Risks`,
  TEST: words`Tests`,
  UJ: words`User Journeys`,
  EPIC: words`Epics`,
  KPI: words`Key Figures`,
  SEC: words`Security`,
  ENV: words`Environments`,
};

/** What entries of a prefix are: `Business Rules`; the prefix itself where it is nobody's but the workspace's. */
export function prefixWords(prefix: string): Words {
  return meanings[prefix] ?? words`${prefix} Entries`;
}

/** The same as documents have it. */
export function meaningOf(prefix: string): string {
  return english(prefixWords(prefix));
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
