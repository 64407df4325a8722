/** Reads `run`: where run files go, and whether commands are kept out of terminals. */
import { words } from '../text/say';
import { shortestPath } from '../text/paths';
import type { RunSettings } from './configuration';
import { readKnown } from './read-values';
import { relativePath } from './relative-path';
import { ofKey } from './value-words';
import type { YamlReader } from './yaml-reader';

/** What is wrong is a problem, and the rest holds. */
export function readRun(reader: YamlReader, node: unknown): RunSettings {
  const fields = readKnown(reader, node, ofKey('run'), ['record', 'terminal']);
  const record = fields.get('record');
  const terminal = fields.get('terminal');
  return {
    record: record == null ? null : readRecord(reader, record),
    terminal: terminal == null ? null : readTerminal(reader, terminal),
  };
}

function readRecord(reader: YamlReader, node: unknown): string | null {
  const path = reader.text(node, words`"record" in "run" must be a path.`);
  const relative = path === null ? null : relativePath(reader, path);
  return relative === null ? null : shortestPath(relative);
}

function readTerminal(reader: YamlReader, node: unknown): false | null {
  const value = reader.plain(node);
  if (value === 'off' || value === false) return false;
  reader.report(
    reader.spanOf(node),
    words`"terminal" in "run" can be "off" only: no file can let commands into terminals.`,
  );
  return null;
}
