/** Go to definition: from an identifier in any form to the entry that defines it. */
import type { LocationLink, Position } from 'vscode-languageserver-types';
import { keyOf } from '../model/identifier';
import { mentionAt, toRange, type FeatureContext } from './feature-context';

/**
 * Where the identifier at a position is defined; by id, whatever the link's anchor says. Two real definitions of one
 * id are both given, the better one first. Empty where no identifier stands or it is defined nowhere.
 */
export function findDefinition(context: FeatureContext, uri: string, position: Position): LocationLink[] {
  const runbook = context.runbook(uri);
  if (runbook === undefined) return [];
  const mention = mentionAt(runbook, runbook.lines.offsetAt(position));
  if (mention?.id == null) return [];
  const definitions = context.workspace.definitions(keyOf(mention.id));
  const equal = definitions.filter(
    ({ claims, stub, form }, index) => index === 0 || (claims && !stub && form === definitions[0]?.form),
  );
  return equal.map((definition) => ({
    originSelectionRange: toRange(runbook, mention.span),
    targetUri: definition.uri,
    targetRange: definition.range,
    targetSelectionRange: definition.idRange,
  }));
}
