/** What the workspace knows of the identifiers that a document mentions, for whatever shows them in place. */
import { keyOf, type Identifier } from '../../model/identifier';
import type { Mention, Runbook } from '../../model/runbook';
import type { Definition } from '../../index/summary';
import type { FeatureContext } from './feature-context';

/** A mention of an entry of this workspace. */
export interface KnownMention {
  readonly mention: Mention;
  readonly id: Identifier;
  /** The entry that a jump goes to; undefined where none is defined. */
  readonly definition: Definition | undefined;
  /** Whether it refers to an entry that is not defined anywhere. */
  readonly isMissing: boolean;
}

/** The identifiers of prefixes that the workspace owns, in the order of the document, without those in comments, code blocks and the like. */
export function* knownMentions({ workspace }: FeatureContext, { mentions }: Runbook): Iterable<KnownMention> {
  for (const mention of mentions) {
    const { id, excluded } = mention;
    if (id === null || (excluded !== null && excluded !== 'range-end' && excluded !== 'template-line'))
      continue;
    if (!workspace.owns(id.prefix)) continue;
    const key = keyOf(id);
    const definition = workspace.definition(key);
    const isMissing =
      definition === undefined &&
      excluded === null &&
      !workspace.lacksFolders &&
      !workspace.isMisspelled(key);
    yield { mention, id, definition, isMissing };
  }
}
