/** Reads the `sections` of a kind that a team defines. Knows no documents. */
import {
  sectionContents,
  type HouseSection,
  type Requirement,
  type SectionContent,
} from '../model/house-style';
import { shorten } from '../text/shorten';
import { words } from '../text/say';
import { readKnown, readNames, readWordList } from './read-values';
import { ofItem, ofKey } from './value-words';
import type { YamlReader } from './yaml-reader';

/** The keys of a section. */
export const houseSectionKeys = ['name', 'also', 'required', 'level', 'under', 'holds'] as const;

/** The sections of a list, with a problem for each that is none. */
export function readHouseSections(reader: YamlReader, node: unknown): readonly HouseSection[] {
  const said = ofItem('sections');
  const taken = new Set<string>();
  return reader.items(node, ofKey('sections')).flatMap((item): HouseSection[] => {
    const values = readKnown(reader, item, said, houseSectionKeys);
    if (!values.has('name')) {
      if (reader.isMap(item)) reader.report(reader.spanOf(item), said.lacks(['name']));
      return [];
    }
    const name = reader.text(values.get('name'), words`The name of a section must be a string.`);
    if (name === null) return [];
    const under = values.has('under')
      ? reader.text(values.get('under'), words`"under" must be a string.`)
      : null;
    const key = `${name.text.toLowerCase()}\n${under?.text.toLowerCase() ?? ''}`;
    if (taken.has(key)) {
      reader.report(
        name.span,
        words`There is another section "${shorten(name.text)}" above. Remove one of them.`,
      );
      return [];
    }
    taken.add(key);
    return [
      {
        name: name.text,
        also: values.has('also') ? readNames(reader, values.get('also'), 'also') : [],
        requirement: values.has('required') ? readRequirement(reader, values.get('required')) : 'optional',
        level: values.has('level') ? readLevel(reader, values.get('level')) : null,
        under: under?.text ?? null,
        holds: values.has('holds') ? readHolds(reader, values.get('holds')) : [],
      },
    ];
  });
}

function readRequirement(reader: YamlReader, node: unknown): Requirement {
  if (reader.plain(node) === 'ifApplicable') return 'ifApplicable';
  return reader.flag(node, words`"required" must be true, false or ifApplicable.`) === true
    ? 'required'
    : 'optional';
}

function readLevel(reader: YamlReader, node: unknown): number | null {
  const level = reader.count(node, 'level');
  if (level === null || level <= 6) return level;
  reader.report(reader.spanOf(node), words`Headings have levels from 1 to 6.`);
  return null;
}

function readHolds(reader: YamlReader, node: unknown): readonly SectionContent[] {
  return readWordList(
    reader,
    node,
    'holds',
    (word) => words`Unknown content of a section "${word}".`,
    sectionContents,
  );
}
