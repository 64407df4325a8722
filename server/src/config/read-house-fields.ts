/** Reads the `fields` of a kind that a team defines. Knows no documents. */
import {
  fieldPurposes,
  noForm,
  type FieldPurpose,
  type FieldValues,
  type HouseField,
} from '../model/house-style';
import { shorten } from '../text/shorten';
import { compilePattern, InvalidPattern } from '../text/safe-pattern';
import { words } from '../text/say';
import { readFlag, readKnown, readNames, readWord } from './read-values';
import { ofItem, ofKey } from './value-words';
import type { YamlReader } from './yaml-reader';

/** The keys of a field, and of its values. */
export const houseFieldKeys = ['name', 'also', 'required', 'values', 'sets'] as const;
export const fieldValueKeys = ['date', 'interval', 'duration', 'channel', 'allowed', 'pattern'] as const;

/** The fields of a list, with a problem for each that is none. */
export function readHouseFields(reader: YamlReader, node: unknown): readonly HouseField[] {
  const said = ofItem('fields');
  const taken = new Set<string>();
  return reader.items(node, ofKey('fields')).flatMap((item): HouseField[] => {
    const read = readKnown(reader, item, said, houseFieldKeys);
    if (!read.has('name')) {
      if (reader.isMap(item)) reader.report(reader.spanOf(item), said.lacks(['name']));
      return [];
    }
    const name = reader.text(read.get('name'), words`The name of a field must be a string.`);
    if (name === null) return [];
    if (taken.has(name.text.toLowerCase())) {
      reader.report(
        name.span,
        words`There is another field "${shorten(name.text)}" above. Remove one of them.`,
      );
      return [];
    }
    taken.add(name.text.toLowerCase());
    const sets = read.has('sets') ? readWord(reader, read.get('sets'), 'sets', fieldPurposes) : null;
    return [
      {
        name: name.text,
        also: read.has('also') ? readNames(reader, read.get('also'), 'also') : [],
        required: read.has('required') && readFlag(reader, read.get('required'), 'required'),
        values: (read.has('values') ? readValues(reader, read.get('values')) : null) ?? valuesFor(sets),
        sets,
      },
    ];
  });
}

/** What follows from what a field says; null for any value. */
function valuesFor(sets: FieldPurpose | null): FieldValues | null {
  if (sets === 'reviewInterval') return { ...noForm, interval: true };
  return sets === 'reviewDate' ? { ...noForm, date: true } : null;
}

function readValues(reader: YamlReader, node: unknown): FieldValues | null {
  const read = readKnown(reader, node, ofKey('values'), fieldValueKeys);
  const flag = (key: 'date' | 'interval' | 'duration' | 'channel'): boolean =>
    read.has(key) && readFlag(reader, read.get(key), key);
  const values = {
    date: flag('date'),
    interval: flag('interval'),
    duration: flag('duration'),
    channel: flag('channel'),
    allowed: read.has('allowed') ? readAllowed(reader, read.get('allowed')) : [],
    pattern: read.has('pattern') ? readPattern(reader, read.get('pattern'), 'pattern') : null,
  };
  const says =
    values.allowed.length > 0 ||
    values.pattern !== null ||
    values.date ||
    values.interval ||
    values.duration ||
    values.channel;
  return says ? values : null;
}

/** Words and numbers: `[1, 2, high]`. */
function readAllowed(reader: YamlReader, node: unknown): readonly string[] {
  const said = ofKey('allowed');
  return reader.items(node, said).flatMap((item): string[] => {
    const plain = reader.plain(item);
    if (typeof plain === 'number' || typeof plain === 'boolean') return [String(plain)];
    const text = reader.text(item, said.badItem);
    return text === null ? [] : [text.text];
  });
}

/** A pattern at a key that can be compiled; null with a problem. */
export function readPattern(reader: YamlReader, node: unknown, name: string): string | null {
  const written = reader.text(node, words`"${name}" must be a pattern, in quotes.`);
  if (written === null) return null;
  try {
    compilePattern(written.text);
    return written.text;
  } catch (error) {
    if (!(error instanceof InvalidPattern)) throw error;
    reader.report(written.span, words`Invalid pattern "${shorten(written.text)}": ${error.words}.`);
    return null;
  }
}
