/**
 * Which mappings of addresses to files would make the addresses of alert rules lead somewhere: a site, a wiki or a fork from
 * which the same pages are served. Works on words and paths; what is proposed is for a person to accept.
 */
import type { AddressSetting } from '../config/configuration';
import type { AlertText } from '../model/alert-rule';
import { readAddress, type AddressOptions } from './addresses';
import { evenExpressions } from './expressions';
import { decoded, forgePathOf, repositoryOf } from './repository-address';

/** A mapping with what speaks for it. */
export interface ProposedMapping extends AddressSetting {
  /** Addresses that lead to a file with it. */
  readonly resolved: number;
  /** Addresses that it is about. */
  readonly total: number;
}

/** Files that one address is held against, segments of an address, mappings that are proposed at once. */
const mostFiles = 20;
const mostSegments = 20;
const mostProposed = 5;

/** An address without query and fragment, cut into its segments. */
interface Address {
  /** How many alerts have it. */
  uses: number;
  readonly text: string;
  readonly segments: readonly Segment[];
}

interface Segment {
  /** Percent-decoded, in lower case. */
  readonly name: string;
  readonly start: number;
}

interface Candidate {
  readonly from: string;
  readonly to: string;
  /** The addresses that lead to a file with it. */
  readonly resolved: Set<Address>;
  /** Whether a folder has the same name on both sides. */
  hasFolder: boolean;
}

/**
 * The mappings that make most addresses lead to one of `paths`, the best one first, and each for addresses that those before
 * it leave over. Those that lead somewhere already are left out.
 */
export function proposeMappings(
  texts: readonly AlertText[],
  paths: readonly string[],
  options: AddressOptions,
): ProposedMapping[] {
  const addresses = foreignAddresses(texts, options);
  const candidates = candidatesFor(addresses, filesByName(paths), options);
  const proposed: ProposedMapping[] = [];
  const left = new Set(addresses);
  while (proposed.length < mostProposed) {
    const best = bestOf(candidates, left);
    if (best === null) break;
    proposed.push(best.mapping);
    for (const address of best.covered) left.delete(address);
  }
  return proposed;
}

/** The addresses that lead elsewhere so far, each once. */
function foreignAddresses(texts: readonly AlertText[], options: AddressOptions): Address[] {
  const known = new Map<string, Address>();
  for (const text of texts) {
    const { kind } = readAddress(text, options);
    if (kind !== 'elsewhere' && kind !== 'unknown') continue;
    const address =
      /^(?:\{\{[^{}]{0,200}\}\}|\[\[[^[\]]{0,200}\]\]|[^{}[\]\s?#]){1,500}/
        .exec(evenExpressions(text.raw.trim()))?.[0]
        .replace(/(?<!\/)\/+$/, '') ?? '';
    const before = known.get(address);
    if (before !== undefined) before.uses++;
    else if (/^(?:https?:\/\/|\{\{|\[\[)/.test(address))
      known.set(address, { uses: 1, text: address, segments: segmentsOf(address) });
  }
  return [...known.values()].filter(({ segments }) => segments.length > 0);
}

/** The segments behind the host, or behind the expression that stands for it. */
function segmentsOf(address: string): Segment[] {
  const head =
    /^(?:https?:\/\/[^/]+|\{\{[^{}]*\}\}|\[\[[^[\]]*\]\])\//.exec(address)?.[0].length ?? address.length;
  const found = [...address.slice(head).matchAll(/[^/]+/g)].map(({ 0: name, index }) => ({
    name: decoded(name).toLowerCase(),
    start: head + index,
  }));
  // only the first part of an address may be an expression: the rest has to be known
  return found.some(({ name }) => /\{\{|\[\[/.test(name)) || found.length > mostSegments ? [] : found;
}

/** Documents by the name by which an address ends that leads to them: of the file, or of the folder that it is the front page of. */
function filesByName(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const path of paths) {
    const page = /^(.*)\.(?:md|markdown)$/i.exec(path)?.[1];
    if (page === undefined) continue;
    for (const name of new Set([page, page.replace(/\/(?:readme|_?index)$/i, '')])) {
      const last = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
      files.set(last, [...(files.get(last) ?? []).slice(0, mostFiles - 1), name]);
    }
  }
  return files;
}

function candidatesFor(
  addresses: readonly Address[],
  files: ReadonlyMap<string, readonly string[]>,
  { remotes }: AddressOptions,
): Candidate[] {
  const found = new Map<string, Candidate>();
  const enter = (address: Address, from: string, to: string, hasFolder: boolean): void => {
    const key = `${from} ${to}`;
    const candidate = found.get(key) ?? { from, to, resolved: new Set(), hasFolder: false };
    candidate.resolved.add(address);
    candidate.hasFolder ||= hasFolder;
    found.set(key, candidate);
  };
  const names = remotes.flatMap((remote) => repositoryOf(remote)?.split('/').at(-1) ?? []);
  for (const address of addresses) {
    const forge = forgePathOf(address.text);
    const last = address.segments.at(-1)?.name.replace(/\.(?:html?|md|markdown)$/, '') ?? '';
    for (const page of files.get(last) ?? []) {
      if (forge === null) enterSuffixes(address, page, last, enter);
      else if (isCopy(forge.repository, names) && forge.path.replace(/\.(?:md|markdown)$/i, '') === page)
        enter(address, address.text.slice(0, forge.at), './', true);
    }
  }
  return [...found.values()];
}

/** Whether a repository of somebody else is called like this one. */
function isCopy(repository: string, names: readonly string[]): boolean {
  return names.includes(repository.split('/').at(-1) ?? '');
}

/** Mappings by which an address leads to a page: as many folders may be left over to both as are the same. */
function enterSuffixes(
  address: Address,
  page: string,
  last: string,
  enter: (address: Address, from: string, to: string, hasFolder: boolean) => void,
): void {
  const own = page.split('/');
  const { text, segments } = address;
  for (let same = 1; same <= Math.min(segments.length, own.length); same++) {
    const segment = segments[segments.length - same];
    const name = same === 1 ? last : segment?.name;
    if (segment === undefined || name !== own[own.length - same]?.toLowerCase()) break;
    const isShared = segments[segments.length - same - 1]?.name === own[own.length - same - 1]?.toLowerCase();
    enter(
      address,
      text.slice(0, segment.start),
      `${own.slice(0, -same).join('/')}/`.replace(/^\/$/, './'),
      isShared || same > 1,
    );
  }
}

/** The candidate with most addresses of those that are left, of equal ones the narrower; null where none has enough. */
function bestOf(
  candidates: readonly Candidate[],
  left: ReadonlySet<Address>,
): { mapping: ProposedMapping; covered: readonly Address[] } | null {
  let best: { mapping: ProposedMapping; covered: readonly Address[] } | null = null;
  for (const { from, to, resolved, hasFolder } of candidates) {
    const pages = [...resolved].filter((address) => left.has(address));
    const covered = [...left].filter(({ text }) => text.startsWith(from));
    const mapping = { from, to, resolved: usesOf(pages), total: usesOf(covered) };
    // one page of the same name is no sign where other addresses beside it lead nowhere
    const isAlone = covered.length === 1 && mapping.resolved > 2;
    const isEnough = pages.length > 1 || (pages.length === 1 && (hasFolder || isAlone));
    if (!isEnough || mapping.resolved * 2 < mapping.total) continue;
    if (best === null || isBetter(mapping, best.mapping)) best = { mapping, covered };
  }
  return best;
}

function isBetter(one: ProposedMapping, other: ProposedMapping): boolean {
  if (one.resolved !== other.resolved) return one.resolved > other.resolved;
  if (one.total !== other.total) return one.total < other.total;
  return one.from.length > other.from.length;
}

function usesOf(addresses: readonly Address[]): number {
  return addresses.reduce((sum, { uses }) => sum + uses, 0);
}
