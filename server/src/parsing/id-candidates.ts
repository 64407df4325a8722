/**
 * What in a text looks like an identifier, and the addresses in which nothing is one. Looks at characters only, piece
 * by piece: what each candidate stands for is decided in `mentions.ts`.
 */
import { identifierSource, knownPrefixes, toIdentifier, type Identifier } from '../model/identifier';
import type { Piece, PlacedPiece } from '../text/pieces';
import { rememberOf } from '../text/remember';
import type { Span } from '../text/span';

/** `RUN-001` */
export interface IdToken extends Span {
  readonly prefix: string;
  /** Null when the token looks like an identifier and is none. */
  readonly id: Identifier | null;
}

/** `RUN-XXX`, or the bare `RUN-`. */
export interface OpenId extends Span {
  readonly prefix: string;
  readonly excluded: 'placeholder' | 'prefix-only';
}

/** The candidates of a text, each kind in order; the addresses are told only where there is a candidate. */
export interface IdCandidates {
  readonly tokens: readonly IdToken[];
  readonly open: readonly OpenId[];
  readonly addresses: readonly Span[];
}

/** The candidates of a text that is in pieces. */
export function idCandidates(pieces: readonly PlacedPiece[]): IdCandidates {
  const [first] = pieces;
  if (first?.start === 0 && pieces.length === 1) return candidatesOf(first.piece);
  const tokens: IdToken[] = [];
  const open: OpenId[] = [];
  const addresses: Span[] = [];
  for (const { start: by, piece } of pieces) {
    const held = candidatesIn(piece);
    for (const { start, end, prefix, id } of held.tokens)
      tokens.push({ start: start + by, end: end + by, prefix, id });
    for (const { start, end, prefix, excluded } of held.open)
      open.push({ start: start + by, end: end + by, prefix, excluded });
    for (const { start, end } of held.addresses) addresses.push({ start: start + by, end: end + by });
  }
  return { tokens, open, addresses };
}

/** The candidates of a piece, with offsets from its start. */
const candidatesIn = rememberOf(candidatesOf);

function candidatesOf({ text }: Piece): IdCandidates {
  const tokens = tokensIn(text);
  const open = openIn(text);
  // most addresses stand where nothing could be taken for an identifier
  return { tokens, open, addresses: tokens.length + open.length === 0 ? [] : addressesIn(text) };
}

const pattern = new RegExp(identifierSource, 'g');

function tokensIn(text: string): IdToken[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const { 0: whole, 1: prefix = '', index: start } = match;
    const id = toIdentifier(match);
    return { start, end: start + whole.length, prefix: id?.prefix ?? prefix, id };
  });
}

const prefixes = [...knownPrefixes].filter((prefix) => !prefix.includes('-')).join('|');
/** `RUN-XXX`, `RUN-{number}`, `RUN-<id>`, `RUN-*` and the bare `RUN-`. */
const openPattern = new RegExp(
  `(?<![A-Za-z0-9_-])(${prefixes})-(?:(X{2,4}|Y{2,4}|Z{2,4}|N{2,4}|0XX|#{2,4}|\\{[^{}\\r\\n]{0,40}\\}|<[^<>\\r\\n]{0,40}>|\\[[^[\\]\\r\\n]{0,40}\\]|\\*)(?![A-Za-z0-9])|(?![A-Za-z0-9_{<#*[-]))`,
  'g',
);

function openIn(text: string): OpenId[] {
  return Array.from(text.matchAll(openPattern), ({ 0: whole, 1: prefix = '', 2: form, index: start }) => ({
    start,
    end: start + whole.length,
    prefix,
    excluded: form === undefined ? 'prefix-only' : 'placeholder',
  }));
}

const longestScheme = 13;
const urlPattern = /\b[a-z][a-z0-9+.-]{1,12}:\/\/[^\s<>()\]"'`]+/gi;

/** A look at the letters before each `://` saves trying every word of the text. */
function addressesIn(text: string): Span[] {
  const addresses: Span[] = [];
  let behind = 0;
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', Math.max(at + 1, behind))) {
    urlPattern.lastIndex = Math.max(behind, at - longestScheme);
    const match = urlPattern.exec(text);
    if (match === null) break;
    behind = match.index + match[0].length;
    addresses.push({ start: match.index, end: behind });
  }
  const mails = mailsIn(text);
  return mails.length === 0 ? addresses : [...addresses, ...mails].sort((a, b) => a.start - b.start);
}

const hostPattern = /@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/y;

/** Addresses of people: `ops+RUN-001@example.com`. */
function mailsIn(text: string): Span[] {
  const mails: Span[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < longestName && /[\w.+%-]/.test(text.charAt(start - 1))) start--;
    if (start === at) continue;
    hostPattern.lastIndex = at;
    const host = hostPattern.exec(text)?.[0];
    if (host !== undefined) mails.push({ start, end: at + host.length });
  }
  return mails;
}

const longestName = 64;
