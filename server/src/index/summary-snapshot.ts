/**
 * Encodes summaries as plain values by position, for the next session. The place of the document is not among them: it is
 * given when they are decoded.
 */
import { parseIdentifier } from '../model/identifier';
import type { EntryForm, KindDecision } from '../model/runbook';
import { UnexpectedValue, type ValueReader } from '../text/value-reader';
import type { DocumentPlace } from '../workspace';
import { decodeAlerts, encodeAlerts } from './alert-snapshot';
import { decodeRange, encodeRange } from './range-snapshot';
import { References } from './references';
import { decodeRun, encodeRun } from './run-snapshot';
import type { SharedWords } from './shared-words';
import type { Definition, Summary } from './summary';

const kinds: readonly KindDecision['kind'][] = [
  'playbook',
  'feature',
  'entry',
  'sot',
  'release',
  'house',
  'run',
  'skill',
  'none',
];
const forms: readonly EntryForm[] = ['heading', 'plain', 'fence', 'table', 'file-name'];

/** Null for a summary that could not be read again as it is. */
export function encodeSummary(summary: Summary): readonly unknown[] | null {
  const {
    kind,
    quiet,
    silent,
    read,
    prefixes,
    definitions,
    references,
    fragments,
    bands,
    misspelled,
    linked,
    alerts,
    claims,
    run,
  } = summary;
  if (read === 'nothing' || definitions.some(({ id }) => !isReadable(id))) return null;
  const { ids, words, rows } = references.toPlain();
  return [
    kind,
    Number(quiet),
    Number(silent),
    Number(read === 'headings'),
    prefixes,
    fragments,
    misspelled,
    linked,
    bands.map(({ prefix, first, last, name }) => [prefix, first, last, name]),
    definitions.map(writeDefinition),
    ...encodeAlerts({ alerts, claims }),
    encodeRun(run),
    ids,
    words,
    rows,
  ];
}

/** @throws UnexpectedValue for values that {@link encodeSummary} never gives. `words`: those of the workspace. */
export function decodeSummary(place: DocumentPlace, values: ValueReader, words: SharedWords): Summary {
  const kind = values.oneOf(kinds);
  const quiet = values.count() === 1;
  const silent = values.count() === 1;
  const read = values.count() === 1 ? 'headings' : 'all';
  const prefixes = values.texts();
  const fragments = values.texts();
  const misspelled = values.texts();
  const linked = values.texts();
  const bands = values.lists((band) => ({
    prefix: band.text(),
    first: band.count(),
    last: band.count(),
    name: band.text(),
  }));
  const definitions = values.lists((definition) => readDefinition(place.uri, definition, words));
  const { alerts, claims } = decodeAlerts(values);
  const run = decodeRun(values.texts());
  const references = References.fromPlain(
    { ids: values.texts(), words: values.texts(), rows: values.counts() },
    words,
  );
  if (references === null) throw new UnexpectedValue('No references.');
  const { uri, folder, path } = place;
  return {
    uri,
    folder,
    path,
    kind,
    quiet,
    silent,
    read,
    prefixes,
    fragments,
    misspelled,
    linked,
    bands,
    alerts,
    claims,
    run,
    definitions,
    references,
  };
}

function isReadable({ text, prefix, number, suffix }: Definition['id']): boolean {
  const id = parseIdentifier(text);
  return id?.prefix === prefix && id.number === number && id.suffix === suffix;
}

function writeDefinition(definition: Definition): readonly unknown[] {
  const { id, form, title, stub, deprecated, replacedBy, claims, status, category, owner } = definition;
  const { lastTested, idRange, range, slug, anchors, names } = definition;
  const flags = Number(stub) | (Number(deprecated) << 1) | (Number(claims) << 2);
  const texts = [replacedBy, status, category, owner, lastTested, slug];
  return [
    id.text,
    form,
    title,
    flags,
    texts,
    anchors,
    names,
    [...encodeRange(idRange), ...encodeRange(range)],
  ];
}

function readDefinition(uri: string, values: ValueReader, words: SharedWords): Definition {
  const id = parseIdentifier(values.text());
  if (id === null) throw new UnexpectedValue('No identifier.');
  const form = values.oneOf(forms);
  const title = values.text();
  const flags = values.count();
  const [replacedBy = '', status = '', category = '', owner = '', lastTested = '', slug = ''] =
    values.texts();
  const anchors = values.texts();
  const names = values.texts().map((name) => words.text(name));
  const places = values.counts();
  return {
    uri,
    ...words.id(id),
    form,
    title,
    stub: (flags & 1) !== 0,
    deprecated: (flags & 2) !== 0,
    replacedBy,
    claims: (flags & 4) !== 0,
    status: words.text(status),
    category: words.text(category),
    owner: words.text(owner),
    lastTested: words.text(lastTested),
    idRange: decodeRange(places, 0),
    range: decodeRange(places, 4),
    slug,
    anchors,
    names,
  };
}
