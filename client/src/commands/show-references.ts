/** Command behind a code lens: shows the references that the lens counts, in the editor's own list. */
import { Location, Position, Uri, commands } from 'vscode';
import type { Position as ProtocolPosition, Range } from '../../../protocol/src/messages.js';
import { toRange } from '../to-range.js';

/** Arguments as the server sends them, in the protocol's own form. */
export async function showReferences(
  uri: string,
  { line, character }: ProtocolPosition,
  places: readonly { readonly uri: string; readonly range: Range }[],
): Promise<void> {
  await commands.executeCommand(
    'editor.action.showReferences',
    Uri.parse(uri),
    new Position(line, character),
    places.map((place) => new Location(Uri.parse(place.uri), toRange(place.range))),
  );
}
