/** Values that several keys of a configuration have: maps of known keys, globs, words of a list. Knows no key itself. */
import { words, type Words } from '../text/say';
import { normalizeGlob } from './glob';
import { ofKey, type KnownMapWords } from './value-words';
import type { PlacedText, YamlReader } from './yaml-reader';

/** One of the words that may stand somewhere; null with a problem for any other, as `unknown` says it. */
export function knownWord<Word extends string>(
  reader: YamlReader,
  written: PlacedText,
  unknown: (word: string) => Words,
  known: readonly Word[],
): Word | null {
  const word = known.find((candidate) => candidate === written.text);
  if (word === undefined) reader.reportUnknown(written, unknown, known);
  return word ?? null;
}

/** The same of the value of a key, which has to be a text. */
export function readWord<Word extends string>(
  reader: YamlReader,
  node: unknown,
  name: string,
  known: readonly Word[],
): Word | null {
  const written = reader.text(node, words`"${name}" must be one of ${known.join(', ')}.`);
  if (written === null) return null;
  return knownWord(reader, written, (word) => words`Unknown value "${word}" of "${name}".`, known);
}

/** Words that stand alone or in a list at a key, each of which `unknown` says to be unknown. */
export function readWordList<Word extends string>(
  reader: YamlReader,
  node: unknown,
  name: string,
  unknown: (word: string) => Words,
  known: readonly Word[],
): readonly Word[] {
  const otherwise = words`"${name}" must be a list of ${known.join(', ')}.`;
  const written = reader.isList(node)
    ? reader.texts(node, ofKey(name))
    : [reader.text(node, otherwise)].filter((one) => one !== null);
  return written.map((word) => knownWord(reader, word, unknown, known)).filter((word) => word !== null);
}

/** Texts that stand alone or in a list at a key. */
export function readNames(reader: YamlReader, node: unknown, name: string): readonly string[] {
  if (reader.isList(node)) return reader.texts(node, ofKey(name)).map(({ text }) => text);
  const one = reader.text(node, words`"${name}" must be a string or a list of strings.`);
  return one === null ? [] : [one.text];
}

/** Whether the value of a key is true; a problem where it is neither that nor false. */
export function readFlag(reader: YamlReader, node: unknown, name: string): boolean {
  return reader.flag(node, words`"${name}" must be true or false.`) === true;
}

/** The values of a map that takes these keys and no other; null is left out. */
export function readKnown<Key extends string>(
  reader: YamlReader,
  node: unknown,
  said: KnownMapWords,
  names: readonly Key[],
): ReadonlyMap<Key, unknown> {
  const fields = new Map<Key, unknown>();
  for (const { key, keySpan, value } of reader.entries(node, said)) {
    const name = names.find((candidate) => candidate === key);
    if (name === undefined)
      reader.reportUnknown({ text: key, span: keySpan }, said.unknownKey, names, 'warning');
    else if (value !== null) fields.set(name, value);
  }
  return fields;
}

/** The values of a map that needs both of `names` and takes no other; null when one is missing, a problem then. */
export function readFields(
  reader: YamlReader,
  node: unknown,
  said: KnownMapWords,
  names: readonly [string, string],
): ReadonlyMap<string, unknown> | null {
  const fields = readKnown(reader, node, said, names);
  const missing = names.filter((name) => !fields.has(name));
  if (missing.length === 0) return fields;
  if (reader.isMap(node)) reader.report(reader.spanOf(node), said.lacks(missing));
  return null;
}

/** The globs of a list at a key, in full form; what is none is a problem. */
export function readGlobs(reader: YamlReader, node: unknown, name: string): readonly string[] {
  return reader
    .items(node, ofKey(name))
    .map((item) => readGlob(reader, item))
    .filter((glob) => glob !== null);
}

/** A glob in full form; null with a problem. */
export function readGlob(reader: YamlReader, node: unknown): string | null {
  const written = reader.text(node, words`A glob must be a string.`);
  if (written === null) return null;
  const result = normalizeGlob(written.text);
  if ('glob' in result) return result.glob;
  reader.report(written.span, result.problem);
  return null;
}
