/** Find references: every place in the workspace that refers to an identifier. */
import type { Location, Position } from 'vscode-languageserver-types';
import { keyOf } from '../model/identifier';
import { mentionAt, type FeatureContext } from './feature-context';

/**
 * The references to the identifier at a position, in order of file and place. A link that names the id in its words
 * and its target is one reference; the repetition in an entry's own ID field is none. Fenced examples, comments and
 * range ends do not refer.
 */
export function findReferences(
  context: FeatureContext,
  uri: string,
  position: Position,
  includeDeclaration: boolean,
): Location[] {
  const runbook = context.runbook(uri);
  const mention = runbook === undefined ? null : mentionAt(runbook, runbook.lines.offsetAt(position));
  if (mention?.id == null) return [];
  const key = keyOf(mention.id);
  const locations: Location[] = [];
  if (includeDeclaration) {
    for (const { uri: target, idRange, form } of context.workspace.definitions(key)) {
      if (form !== 'fence') locations.push({ uri: target, range: idRange });
    }
  }
  for (const reference of context.workspace.references(key)) {
    const refers = reference.excluded === null || reference.excluded === 'template-line';
    const ownField = reference.field === 'id' && reference.within === key;
    if (refers && !ownField && !reference.repeats)
      locations.push({ uri: reference.uri, range: reference.range });
  }
  return locations;
}
