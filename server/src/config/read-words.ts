/** Reads `words` and `language`: by which words parts of documents are known in this folder. Knows no documents. */
import { languages, type Language } from './configuration';
import type { RoleWords, WordRole } from '../model/house-style';
import { namesByRole } from '../model/role-names';
import { words } from '../text/say';
import { knownWord, readKnown, readNames, readWordList } from './read-values';
import { ofKey } from './value-words';
import type { YamlReader } from './yaml-reader';

/** The roles whose words may be set, in the order of the documentation. */
export const wordRoles: readonly WordRole[] = [
  ...new Set<WordRole>([
    'steps',
    'verification',
    'rollback',
    'escalation',
    'prerequisites',
    'trigger',
    'impact',
    'diagnosis',
    'post',
    'owner',
    'review',
    ...namesByRole.map(([role]) => role),
  ]),
];

/** The words by role, with a problem for what is none. */
export function readRoleWords(reader: YamlReader, node: unknown): ReadonlyMap<WordRole, RoleWords> {
  const found = new Map<WordRole, RoleWords>();
  for (const { key, keySpan, value } of reader.entries(node, ofKey('words'))) {
    const role = knownWord(
      reader,
      { text: key, span: keySpan },
      (word) => words`Unknown role "${word}".`,
      wordRoles,
    );
    if (role === null || value === null) continue;
    const read = readKnown(reader, value, ofKey(role), ['add', 'remove']);
    found.set(role, {
      add: read.has('add') ? readNames(reader, read.get('add'), 'add') : [],
      remove: read.has('remove') ? readNames(reader, read.get('remove'), 'remove') : [],
    });
  }
  return found;
}

/** The languages of a list, or of one word. */
export function readLanguages(reader: YamlReader, node: unknown): readonly Language[] {
  return readWordList(reader, node, 'language', (word) => words`Unknown language "${word}".`, languages);
}
