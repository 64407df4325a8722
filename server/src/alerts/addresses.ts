/**
 * Where the address of a runbook leads, as far as its words tell: to a file of this repository, to an identifier, elsewhere.
 * Knows the configuration's mappings and the remotes of the repository; nothing of which files there are.
 */
import type { AddressSetting } from '../config/configuration';
import type { AddressTarget, FileTarget } from '../model/alert-document';
import type { AlertText } from '../model/alert-rule';
import { parseIdentifier } from '../model/identifier';
import { pathFrom } from '../text/paths';
import type { Span } from '../text/span';
import { mapAddress } from './address-mapping';
import { expressions } from './expressions';
import { decoded, forgePathOf, repositoryOf } from './repository-address';

export interface AddressOptions {
  readonly addresses: readonly AddressSetting[];
  /** Addresses of the repository, as Git keeps them. */
  readonly remotes: readonly string[];
}

/** Far longer than any address. */
const longest = 2000;

/** Where an address leads. */
export function readAddress(text: AlertText, options: AddressOptions): AddressTarget {
  return placedAt(targetOf(text.raw, options), text);
}

/** The same for the characters of an address alone: places count from its first one. */
export function targetOf(whole: string, { addresses, remotes }: AddressOptions): AddressTarget {
  const raw = whole.trim();
  if (isPlaceholder(raw)) return { kind: 'unset' };
  if (raw.length > longest || /\s/.test(raw.replace(expressions, ''))) return unknown;
  const lead = whole.indexOf(raw);
  const spanOf = (at: number, length: number): Span => ({ start: lead + at, end: lead + at + length });
  const id = parseIdentifier(raw);
  if (id !== null) return { kind: 'id', id, span: spanOf(0, raw.length) };
  const { path, fragment, fragmentAt } = partsOf(raw);
  if (isTemplate(fragment ?? '')) return unknown;
  const rest = {
    fragment: fragment === null ? null : decoded(fragment),
    pathSpan: spanOf(0, path.length),
    fragmentSpan: fragment === null ? null : spanOf(fragmentAt, fragment.length),
  };
  const mapped = mapAddress(path, addresses);
  if (mapped !== null) return isTemplate(mapped) ? unknown : fileTarget(mapped, isForge(path), rest);
  if (isTemplate(path)) return unknown;
  const forge = forgePathOf(path);
  if (forge !== null) {
    const isOurs = remotes.some((remote) => repositoryOf(remote) === forge.repository);
    return isOurs ? fileTarget(forge.path, true, rest) : { kind: 'elsewhere' };
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('//')) return { kind: 'elsewhere' };
  return /\.(?:md|markdown)$/i.test(path) ? fileTarget(decoded(path), true, rest) : unknown;
}

/** A target of {@link targetOf} with the places that it has in the file; none where the address has no exact one. */
export function placedAt(
  target: AddressTarget,
  { span, exact }: Pick<AlertText, 'span' | 'exact'>,
): AddressTarget {
  if (target.kind !== 'id' && target.kind !== 'file') return target;
  const moved = (one: Span | null): Span | null =>
    one === null || span === null || !exact
      ? null
      : { start: span.start + one.start, end: span.start + one.end };
  if (target.kind === 'id') return { ...target, span: moved(target.span) };
  return { ...target, pathSpan: moved(target.pathSpan), fragmentSpan: moved(target.fragmentSpan) };
}

const unknown: AddressTarget = { kind: 'unknown' };

/** Words that people write where an address is to come. */
export function isPlaceholder(raw: string): boolean {
  const [word = ''] = /^[^\s:;,(!…]{0,60}/.exec(raw) ?? [];
  if (/^(?:todo|tbd|tba|fixme)\.?$/i.test(word) && !raw.includes('://')) return true;
  return /^(?:|null|~|none|n\/a|na|nil|undefined|-+|\?+|xxx+|placeholder|<[^<>]{0,60}>|coming soon|not (?:yet )?(?:available|written))\.?$/i.test(
    raw,
  );
}

/** The path without query, and the fragment. */
function partsOf(raw: string): { path: string; fragment: string | null; fragmentAt: number } {
  const hash = endOfLiteral(raw, '#');
  const query = endOfLiteral(raw.slice(0, hash < 0 ? undefined : hash), '?');
  const path = raw.slice(0, query >= 0 ? query : hash >= 0 ? hash : undefined);
  return { path, fragment: hash < 0 ? null : raw.slice(hash + 1), fragmentAt: hash + 1 };
}

/** Where a sign stands outside of template expressions, or -1. */
function endOfLiteral(raw: string, sign: string): number {
  return raw.replace(expressions, (expression) => ' '.repeat(expression.length)).indexOf(sign);
}

function isForge(path: string): boolean {
  return forgePathOf(path) !== null;
}

/** Whether only what renders the file knows a text. */
function isTemplate(text: string): boolean {
  return /\{\{|\[\[|\$\{|\$\(|%\(|<%/.test(text);
}

/** The files that a path may mean: itself, or where it has no ending a document of this name or the front page of a folder. */
function fileTarget(
  path: string,
  matchesCase: boolean,
  rest: Pick<FileTarget, 'fragment' | 'pathSpan' | 'fragmentSpan'>,
): AddressTarget {
  const clean = pathFrom('', path);
  // what is above the folder cannot be seen from here
  if (clean === null) return unknown;
  const base = clean.replace(/\.html?$/i, '');
  const isPage = base !== clean && !matchesCase;
  if (!isPage && /\.[a-z][a-z0-9]{0,9}$/i.test(clean) && !isDocument(clean)) return { kind: 'elsewhere' };
  const paths = isDocument(clean) ? [clean] : candidatesOf(base);
  return { kind: 'file', paths, matchesCase, ...rest };
}

function isDocument(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

function candidatesOf(base: string): readonly string[] {
  if (base === '') return ['README.md', 'index.md', '_index.md'];
  return ['.md', '.markdown', '/README.md', '/index.md', '/_index.md'].map((ending) => `${base}${ending}`);
}
