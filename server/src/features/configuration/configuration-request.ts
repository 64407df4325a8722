/** What is asked about a configuration file while it is written, and what is known of what it may hold. */
import { configurationSchema } from '../../config/configuration-schema';
import type { RootSchema, Schema, SchemaPath } from '../../config/schema';
import { rules } from '../../lint/registry';
import type { RuleMetadata } from '../../lint/rule';
import type { FeatureContext } from '../shared/feature-context';

/** A place in the text of a configuration file, which is no document of the workspace. */
export interface ConfigurationRequest {
  readonly text: string;
  readonly offset: number;
  /** See `InitializationOptions.rulePages`. */
  readonly rulePages: string | undefined;
}

export const schema: RootSchema = configurationSchema(rules.map(({ meta }) => meta));

/** The rule that the last key of a path names. */
export function ruleAt(path: SchemaPath): RuleMetadata | undefined {
  if (path.at(-2) !== 'rules') return undefined;
  return rules.find(({ meta }) => meta.name === path.at(-1))?.meta;
}

/** The prefixes of the identifiers that a workspace defines, those of most first. */
export function usedPrefixes({ workspace }: Pick<FeatureContext, 'workspace'>): readonly string[] {
  const counts = new Map<string, number>();
  for (const { id } of workspace.allDefinitions()) counts.set(id.prefix, (counts.get(id.prefix) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([prefix]) => prefix);
}

/** What can be said of a key from its forms: they share it, or one of them has it. */
export function descriptionOf(forms: readonly Schema[]): string | undefined {
  return forms.find(({ description }) => description !== undefined)?.description;
}
