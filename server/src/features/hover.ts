/** Hover over an identifier: what it stands for, without leaving the line. */
import type { Hover, Position } from 'vscode-languageserver-types';
import { keyOf } from '../model/identifier';
import { entryCard } from './entry-card';
import { mentionAt, toRange, type FeatureContext } from './feature-context';

/** The card of the identifier at a position, or null where none stands. An id that is defined nowhere says so. */
export function hover(context: FeatureContext, uri: string, position: Position): Hover | null {
  const runbook = context.runbook(uri);
  const mention = runbook === undefined ? null : mentionAt(runbook, runbook.lines.offsetAt(position));
  if (runbook === undefined || mention?.id == null) return null;
  const { workspace } = context;
  const key = keyOf(mention.id);
  const definition = workspace.definition(key);
  const range = toRange(runbook, mention.span);
  if (definition === undefined) {
    if (mention.excluded !== null || !workspace.owns(mention.prefix)) return null;
    return {
      range,
      contents: { kind: 'markdown', value: `**${mention.id.text}** is defined nowhere in this workspace.` },
    };
  }
  const references = new Set(
    workspace
      .references(key)
      .filter(({ excluded, within, repeats }) => excluded === null && within !== key && !repeats)
      .map(({ uri: from, within }) => `${from}#${within}`),
  ).size;
  const count =
    references === 0
      ? 'Nothing refers to it'
      : references === 1
        ? 'Referred to from 1 place'
        : `Referred to from ${String(references)} places`;
  return { range, contents: { kind: 'markdown', value: `${entryCard(context, definition)}\n\n${count}.` } };
}
