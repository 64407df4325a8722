/**
 * Ranges of the protocol as ranges of the editor.
 * Needed only for our own messages: the language client converts plain LSP by itself.
 */
import { Range } from 'vscode';
import type { Range as ProtocolRange } from '../../protocol/src/messages.js';

/** Both count lines and UTF-16 characters from 0 with exclusive ends, so that this changes the type only. */
export function toRange({ start, end }: ProtocolRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
