/** Reads `kinds`: kinds of documents by path, and kinds that a team defines. Knows no documents. */
import { configuredKinds, type KindSetting } from './configuration';
import {
  houseRoles,
  titlePlaces,
  type HouseKind,
  type HouseRole,
  type HouseSeverity,
  type TitlePlace,
} from '../model/house-style';
import type { RunbookKind } from '../model/runbook';
import { words } from '../text/say';
import { shorten } from '../text/shorten';
import { isNegated } from './glob';
import { readHouseFields, readPattern } from './read-house-fields';
import { readHouseSections } from './read-house-sections';
import { knownWord, readFields, readGlob, readGlobs, readKnown, readNames, readWord } from './read-values';
import { relativePath } from './relative-path';
import { ofItem, ofKey } from './value-words';
import type { PlacedText, YamlReader } from './yaml-reader';

/** The keys of an item that defines a kind. */
export const houseKindKeys = [
  'name',
  'files',
  'title',
  'headings',
  'frontMatter',
  'like',
  'titleFrom',
  'roles',
  'sections',
  'order',
  'fields',
  'ids',
  'template',
] as const;

const likes: readonly RunbookKind[] = ['playbook', 'feature', 'entry', 'sot', 'release'];
const severities: readonly (HouseSeverity | 'on')[] = [
  'error',
  'warning',
  'information',
  'hint',
  'on',
  'off',
];

/** The items of `kinds`, with a problem for each that is none. */
export function readKinds(reader: YamlReader, node: unknown): readonly (KindSetting | HouseKind)[] {
  const names = new Set<string>();
  return reader.items(node, ofKey('kinds')).flatMap((item): (KindSetting | HouseKind)[] => {
    // "kind" says which built-in one it is; what has neither that nor a name is told what the shorter form lacks
    const defines =
      reader.has(item, 'name') ||
      (!reader.has(item, 'kind') && houseKindKeys.some((key) => key !== 'files' && reader.has(item, key)));
    const read = defines ? readHouseKind(reader, item, names) : readSetting(reader, item);
    return read === null ? [] : [read];
  });
}

function readSetting(reader: YamlReader, item: unknown): KindSetting | null {
  const usual = ofItem('kinds');
  const ofKinds: typeof usual = {
    ...usual,
    lacks: (keys) =>
      keys.includes('kind')
        ? words`An item of "kinds" needs "kind" for a built-in kind, or "name" for a kind of your own.`
        : usual.lacks(keys),
  };
  const fields = readFields(reader, item, ofKinds, ['files', 'kind']);
  if (fields === null) return null;
  const files = readGlob(reader, fields.get('files'));
  const kind = readKindName(reader, fields.get('kind'));
  if (files === null || kind === null) return null;
  if (!isNegated(files)) return { files, kind };
  const advice = words`The files of a kind cannot start with "!". Add a separate item for the other files.`;
  reader.report(reader.spanOf(fields.get('files')), advice);
  return null;
}

function readKindName(reader: YamlReader, node: unknown): KindSetting['kind'] | null {
  const name = reader.text(node, words`The kind must be a string.`);
  if (name === null) return null;
  return knownWord(reader, name, (word) => words`Unknown kind of document "${word}".`, configuredKinds);
}

/** `taken`: the names of the kinds before it; its own is added. */
function readHouseKind(reader: YamlReader, item: unknown, taken: Set<string>): HouseKind | null {
  const values = readKnown(reader, item, ofItem('kinds'), houseKindKeys);
  const name = values.has('name')
    ? reader.text(values.get('name'), words`The name of a kind must be a string.`)
    : null;
  if (!values.has('name'))
    reader.report(reader.spanOf(item), words`A kind of your own has no effect without "name".`);
  if (name === null || !isFreeName(reader, name, taken)) return null;
  taken.add(name.text);
  const before = reader.problems.length;
  const conditions = {
    files: values.has('files') ? readFiles(reader, values.get('files')) : [],
    title: values.has('title') ? readTitle(reader, values.get('title')) : null,
    headings: values.has('headings') ? readHeadings(reader, values.get('headings')) : null,
    frontMatter: values.has('frontMatter') ? readFrontMatter(reader, values.get('frontMatter')) : noKeys,
  };
  // without one of its conditions it would take in documents that it does not mean
  const unsure = reader.problems.length > before;
  const read = <T>(key: (typeof houseKindKeys)[number], reading: (node: unknown) => T, usual: T): T =>
    values.has(key) ? reading(values.get(key)) : usual;
  const kind = {
    name: name.text,
    ...conditions,
    like: read('like', (node) => readWord(reader, node, 'like', likes), null),
    titleFrom:
      read<TitlePlace | null>(
        'titleFrom',
        (node) => readWord(reader, node, 'titleFrom', titlePlaces),
        null,
      ) ?? 'h1',
    roles: read<HouseKind['roles']>('roles', (node) => readRoles(reader, node), new Map()),
    sections: read('sections', (node) => readHouseSections(reader, node), []),
    ordered: read('order', (node) => readWord(reader, node, 'order', ['fixed', 'free']), null) === 'fixed',
    fields: read('fields', (node) => readHouseFields(reader, node), []),
    ids: read('ids', (node) => readPattern(reader, node, 'ids'), null),
    template: read('template', (node) => readTemplate(reader, node), null),
    says: new Set(values.keys()),
  };
  return unsure ? null : kind;
}

const noKeys: HouseKind['frontMatter'] = new Map();

function isFreeName(reader: YamlReader, { text, span }: PlacedText, taken: ReadonlySet<string>): boolean {
  if (text === 'skill' || configuredKinds.some((kind) => kind === text)) {
    reader.report(
      span,
      words`"${text}" is a built-in kind. Choose another name; "like: ${text}" takes over its rules.`,
    );
    return false;
  }
  if (taken.has(text)) {
    reader.report(span, words`There is another kind "${shorten(text)}" above. Rename one of them.`);
    return false;
  }
  if (/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u.test(text)) return true;
  reader.report(
    span,
    words`Invalid name "${shorten(text)}". Use at most 60 letters, digits, dashes and blanks.`,
  );
  return false;
}

function readFiles(reader: YamlReader, node: unknown): readonly string[] {
  const globs = reader.isList(node)
    ? readGlobs(reader, node, 'files')
    : [readGlob(reader, node)].filter((glob) => glob !== null);
  if (globs.length === 0 || !globs.every(isNegated)) return globs;
  reader.report(
    reader.spanOf(node),
    words`These globs only leave files out, so no file is meant. Begin with one that does not start with "!".`,
  );
  return globs;
}

function readTitle(reader: YamlReader, node: unknown): string | null {
  const title = reader.text(
    node,
    words`"title" must be a title with "*" for what differs, such as "Runbook: *".`,
  );
  if (title === null) return null;
  if (/[^*\s]/.test(title.text) && title.text.length <= 200) return title.text;
  reader.report(
    title.span,
    words`This pattern fits any title, or is too long. Use a title with "*" for what differs.`,
  );
  return null;
}

function readHeadings(reader: YamlReader, node: unknown): HouseKind['headings'] {
  const values = readFields(reader, node, ofKey('headings'), ['atLeast', 'of']);
  if (values === null) return null;
  const of = readNames(reader, values.get('of'), 'of');
  const atLeast = reader.count(values.get('atLeast'), 'atLeast');
  if (atLeast === null || of.length === 0) return null;
  if (atLeast <= of.length) return { atLeast, of };
  reader.report(
    reader.spanOf(values.get('atLeast')),
    words`No document has ${atLeast} of ${of.length} headings. Use at most ${of.length}.`,
  );
  return null;
}

function readFrontMatter(reader: YamlReader, node: unknown): HouseKind['frontMatter'] {
  const wanted = new Map<string, string | true>();
  for (const { key, keySpan, value } of reader.entries(node, ofKey('frontMatter'))) {
    const plain = value === null ? null : reader.plain(value);
    if (plain === true) wanted.set(key, true);
    else if (typeof plain === 'string' || typeof plain === 'number' || plain === false)
      wanted.set(key, String(plain));
    else
      reader.report(
        value === null ? keySpan : reader.spanOf(value),
        words`The value of "${shorten(key)}" must be a word, or true for any value.`,
      );
  }
  return wanted;
}

function readRoles(reader: YamlReader, node: unknown): HouseKind['roles'] {
  const roles = new Map<HouseRole, HouseSeverity>();
  for (const { key, keySpan, value } of reader.entries(node, ofKey('roles'))) {
    const written = { text: key, span: keySpan };
    const role = knownWord(reader, written, (word) => words`Unknown role "${word}".`, houseRoles);
    if (role === null || value === null) continue;
    const plain = reader.plain(value);
    const severity =
      typeof plain === 'boolean' ? (plain ? 'on' : 'off') : readWord(reader, value, role, severities);
    if (severity !== null) roles.set(role, severity === 'on' ? 'warning' : severity);
  }
  return roles;
}

function readTemplate(reader: YamlReader, node: unknown): string | null {
  const written = reader.text(node, words`"template" must be a path.`);
  const path = written === null ? null : relativePath(reader, written);
  if (written !== null && path !== null) reader.templates.push(written);
  return path;
}
