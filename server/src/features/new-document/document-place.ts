/** Where a new document goes and what its file is called: as the workspace does it with others of the kind. */
import type { NewDocumentKind } from '../../../../protocol/src/new-document';
import type { Summary } from '../../index/summary';
import type { HouseKind } from '../../model/house-style';
import { folderOf } from '../../text/paths';
import { mostly, nameInStyle, styleOfNames } from './file-words';

/** What is known of the document. */
export interface PlacedDocument {
  readonly kind: NewDocumentKind;
  readonly title: string;
  /** `RUN-004` of a RUN entry, else empty. */
  readonly id: string;
  /** `2.4.0` of a release, else empty. */
  readonly version: string;
  readonly today: string;
}

/** The kind as the index knows it. */
export const indexedKinds: Readonly<Record<NewDocumentKind, Summary['kind']>> = {
  playbook: 'playbook',
  feature: 'feature',
  run: 'entry',
  sot: 'sot',
  release: 'release',
};

/** Where documents of a kind go in a workspace that has no habit yet; SoT files stand at the top. */
const usualFolders: Readonly<Record<NewDocumentKind, string>> = {
  playbook: 'playbooks',
  feature: 'runbooks',
  run: 'runbooks',
  sot: '',
  release: 'releases',
};

const folderNames: Readonly<Record<NewDocumentKind, RegExp>> = {
  playbook: /^playbooks?$/i,
  feature: /^(?:features?|runbooks?)$/i,
  run: /^runbooks?$/i,
  sot: /^(?:sot|source-of-truth)$/i,
  release: /^releases?$/i,
};

const anyFolderName = /^(?:playbooks?|features?|runbooks?|releases?|sot|source-of-truth)$/i;

/** The words that names of a kind often begin or end with. */
const kindWords: Readonly<Record<NewDocumentKind, string>> = {
  playbook: 'playbook',
  feature: 'runbook',
  run: 'runbook',
  sot: 'sot',
  release: 'release',
};

/** A version number in the name of a file, without its `v`. */
const versionInName = /(?<![\d.])\d+(?:\.\d+)+(?:-(?:alpha|beta|rc)[.\d]*)?/i;

/**
 * The path of a new document among `documents`, those of one workspace folder, in `folder` (a path, empty for the top) or,
 * where that is null, where others of the kind are. No document has this path.
 */
export function placeForDocument(
  documents: readonly Summary[],
  document: PlacedDocument,
  folder: string | null,
): string {
  const listed = documents.filter(({ quiet }) => !quiet);
  const within = folder ?? folderFor(listed, document.kind);
  const alike = listed.filter(({ kind }) => kind === indexedKinds[document.kind]);
  const neighbours = alike.filter(({ path }) => folderOf(path) === within);
  const models = (neighbours.length > 0 ? neighbours : alike).map(({ path }) => path);
  const extension = extensionOf(models);
  const others = listed.filter(({ kind }) => kind !== 'none' && kind !== 'sot').map(({ path }) => path);
  const name = nameFor(document, models.map(stemOf), others.map(stemOf));
  return freePath(documents, within === '' ? name : `${within}/${name}`, extension);
}

/** The same of a document of an own kind; `alike`: paths of the others of it. */
export function placeForOwn(
  documents: readonly Summary[],
  { files, titleFrom }: HouseKind,
  alike: readonly string[],
  title: string,
  folder: string | null,
): string {
  const globs = files.filter((one) => !one.startsWith('!'));
  const within = folder ?? (alike.length > 0 ? mostUsed(alike) : folderOfGlob(globs[0] ?? ''));
  const [, lead = '', tail = '', extension = ''] =
    globs.map((glob) => namePattern.exec(lastOf(glob))).find((found) => found !== null) ?? [];
  const neighbours = alike.filter((path) => folderOf(path) === within);
  const models = (neighbours.length > 0 ? neighbours : alike).map(stemOf);
  const isName = titleFrom === 'fileName' && /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(title);
  const words = isName ? title : nameInStyle(title, styleOfNames(models)) || 'runbook';
  const name = words.startsWith(lead) && words.endsWith(tail) ? words : lead + words + tail;
  return freePath(documents, within === '' ? name : `${within}/${name}`, extension || extensionOf(alike));
}

/** `IRP-*.md`, `*-runbook.md`, `*.mdx`: what stands in front of the name, behind it, and the ending. */
const namePattern = /^([\w-]{0,40})\*([\w-]{0,40})(\.\w{1,12})$/;

/** The folder that a glob leads to: `alerts` of `alerts/**` and `**\/alerts`, `runbooks` of `**\/runbooks/*.md`. */
function folderOfGlob(glob: string): string {
  const names: string[] = [];
  const all = glob.split('/');
  for (const name of /[.*]/.test(lastOf(glob)) ? all.slice(0, -1) : all) {
    if (name === '**') continue;
    if (/[*?{}[\]!()]/.test(name)) break;
    names.push(name);
  }
  return names.join('/');
}

function extensionOf(paths: readonly string[]): string {
  return mostly(paths, (path) => path.endsWith('.markdown')) ? '.markdown' : '.md';
}

/** The path with its extension, or the next one with a number that no document has. */
function freePath(documents: readonly Summary[], path: string, extension: string): string {
  const taken = new Set(documents.map((one) => one.path.toLowerCase()));
  let free = path;
  for (let number = 2; taken.has(`${free}${extension}`.toLowerCase()); number++)
    free = `${path}-${String(number)}`;
  return free + extension;
}

function folderFor(documents: readonly Summary[], kind: NewDocumentKind): string {
  const usual = usualFolders[kind];
  const below = (parent: string): string => [parent, usual].filter((part) => part !== '').join('/');
  const alike = documents.filter((one) => one.kind === indexedKinds[kind]);
  if (alike.length > 0) return mostUsed(alike.map(({ path }) => path));
  const folders = new Set(documents.map(({ path }) => folderOf(path)));
  const named = [...folders]
    .filter((folder) => folderNames[kind].test(lastOf(folder)))
    .sort((a, b) => a.length - b.length)[0];
  if (named !== undefined) return named;
  const ours = documents.filter((one) => one.kind !== 'none' && one.kind !== 'skill' && one.kind !== 'run');
  const others = ours.filter((one) => one.kind !== 'sot' && kind !== 'sot');
  if (others.length > 0) {
    // beside `ops/playbooks` goes `ops/runbooks`; documents of several kinds in one folder stay together
    const used = mostUsed(others.map(({ path }) => path));
    return anyFolderName.test(lastOf(used)) ? below(folderOf(used)) : used;
  }
  if (ours.length > 0) {
    const used = mostUsed(ours.map(({ path }) => path));
    return below(anyFolderName.test(lastOf(used)) ? folderOf(used) : used);
  }
  return below([...folders].some((folder) => /^docs(?:\/|$)/.test(folder)) ? 'docs' : '');
}

/** The folder that holds most of some files, of several the one that comes first. */
function mostUsed(paths: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(folderOf(path), (counts.get(folderOf(path)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';
}

/** The name of the file without its extension. `models`: names of the same kind; `others`: of other kinds of ours. */
function nameFor(document: PlacedDocument, models: readonly string[], others: readonly string[]): string {
  const { kind, title, id, version, today } = document;
  if (kind === 'sot') return nameOfSot(title, models);
  const style = styleOfNames(models.length > 0 ? models : others);
  const word = kindWords[kind];
  const words = nameInStyle(title, style);
  if (kind === 'release') {
    const latest = models.findLast((name) => versionInName.test(name));
    // the next release is called like the last one
    if (latest !== undefined && version !== '') return latest.replace(versionInName, version);
    return [nameInStyle(word, style), version === '' ? words : version].join(style.separator || '-');
  }
  const parts = [words === '' ? nameInStyle(word, style) : words];
  const ends = new RegExp(`[-_ .]?${word}$`, 'i');
  const begins = new RegExp(`^${word}(?=[-_ .])`, 'i');
  if (mostly(models, (name) => ends.test(name)) && !ends.test(title)) parts.push(nameInStyle(word, style));
  else if (mostly(models, (name) => begins.test(name))) parts.unshift(nameInStyle(word, style));
  if (mostly(models, (name) => /^\d{4}-\d{2}-\d{2}/.test(name))) parts.unshift(today);
  const named = models.length === 0 || mostly(models, (name) => /^[A-Z]{2,12}-\d/.test(name));
  if (id !== '' && named) parts.unshift(id);
  return parts.join(style.separator === '' ? '-' : style.separator);
}

/** `SoT.BUSINESS_RULES`, in capitals unless the others are not; another lead where the others have another. */
function nameOfSot(title: string, models: readonly string[]): string {
  const isNamed = (name: string): boolean => /^sot[._-]/i.test(name);
  if (models.length > 0 && !mostly(models, isNamed)) return nameInStyle(title, styleOfNames(models)) || 'sot';
  const lead = /^sot[._-]/i.exec(models.find(isNamed) ?? '')?.[0] ?? 'SoT.';
  const names = models.filter(isNamed).map((name) => name.slice(lead.length));
  const small = mostly(names, (name) => name !== name.toUpperCase());
  const style = small ? styleOfNames(names) : ({ separator: '_', letters: 'upper' } as const);
  return lead + (nameInStyle(title, style) || nameInStyle('entries', style));
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `move-it` of `ops/move-it.md`. */
function stemOf(path: string): string {
  return lastOf(path).replace(/\.(?:md|markdown)$/i, '');
}
