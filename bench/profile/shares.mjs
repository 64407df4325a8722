/**
 * What a profile says, by parts of the product: each sample belongs to the innermost function that is in a part. Helpers and
 * libraries are counted where they are called, since they are only asked for what a part needs.
 */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ functionName: string, url: string, lineNumber: number, columnNumber: number }} CallFrame 0-based */
/** @typedef {{ id: number, callFrame: CallFrame, children?: number[] }} TimeNode */
/** @typedef {{ nodes: TimeNode[], samples: number[], timeDeltas: number[] }} TimeProfile `timeDeltas` in microseconds */
/** @typedef {{ callFrame: CallFrame, selfSize: number, children: BytesNode[] }} BytesNode */
/** @typedef {{ head: BytesNode }} BytesProfile */
/** @typedef {{ whole: number, parts: Map<string, number> }} Shares `whole` without what was idle */

const outside = 'Node and its libraries';

/** Folders of `server/src` that are helpers of whoever calls them. */
const helpers = new Set(['text']);
/** Parts that say more when they are looked at by their own folders. */
const divided = new Set(['document', 'lint', 'parsing']);

/**
 * @param {TimeProfile} profile
 * @param {boolean} byFile whether parts are single files, and not folders
 * @returns {Shares} in milliseconds
 */
export function sharesOfTime({ nodes, samples, timeDeltas }, byFile) {
  const partOf = partsOfPlaces(byFile);
  /** @type {Map<number, string>} */
  const parts = new Map();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  // a node comes before its children
  for (const { id, callFrame, children = [] } of nodes) {
    const own = partOf(callFrame) ?? parts.get(id) ?? outside;
    parts.set(id, own);
    for (const child of children) parts.set(child, own);
  }
  /** @type {Shares} */
  const shares = { whole: 0, parts: new Map() };
  for (const [i, id] of samples.entries()) {
    const name = byId.get(id)?.callFrame.functionName ?? '';
    if (name !== '(idle)') add(shares, parts.get(id) ?? outside, (timeDeltas[i] ?? 0) / 1000);
  }
  return shares;
}

/**
 * @param {BytesProfile} profile
 * @param {boolean} byFile
 * @returns {Shares} in bytes, estimated from samples
 */
export function sharesOfBytes({ head }, byFile) {
  const partOf = partsOfPlaces(byFile);
  /** @type {Shares} */
  const shares = { whole: 0, parts: new Map() };
  /** @type {(node: BytesNode, around: string) => void} */
  const visit = ({ callFrame, selfSize, children }, around) => {
    const part = partOf(callFrame) ?? around;
    if (selfSize > 0) add(shares, part, selfSize);
    for (const child of children) visit(child, part);
  };
  visit(head, outside);
  return shares;
}

/**
 * @param {Shares} shares
 * @param {string} part
 * @param {number} amount
 */
function add(shares, part, amount) {
  shares.whole += amount;
  shares.parts.set(part, (shares.parts.get(part) ?? 0) + amount);
}

/**
 * @param {boolean} byFile
 * @returns {(frame: CallFrame) => string | null} the part that a function is in; null for helpers and what is not ours
 */
function partsOfPlaces(byFile) {
  /** @type {Map<string, SourceMap | null>} */
  const maps = new Map();
  /** @type {Map<string, string | null>} */
  const known = new Map();
  return ({ functionName, url, lineNumber, columnNumber }) => {
    if (functionName === '(garbage collector)') return 'garbage collection';
    if (!url.endsWith('.js')) return null;
    const key = `${url}:${lineNumber}:${columnNumber}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const map = maps.get(url) ?? mapOf(url);
    maps.set(url, map);
    const entry = map?.findEntry(lineNumber, columnNumber);
    const part =
      entry !== undefined && 'originalSource' in entry ? partOf(entry.originalSource, byFile) : null;
    known.set(key, part);
    return part;
  };
}

/** @param {string} url of a script, or its path @returns {SourceMap | null} */
function mapOf(url) {
  const file = url.startsWith('file:') ? fileURLToPath(url) : url;
  if (!path.isAbsolute(file)) return null;
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  } catch {
    // a script of Node's, or of a package
    return null;
  }
}

/**
 * @param {string} source path of a source file
 * @param {boolean} byFile
 * @returns {string | null} `disk`, `lint/rules`; by file `lint/run-rules.ts`
 */
function partOf(source, byFile) {
  const [, place] = /(?:^|\/)server\/src\/(.+)$/.exec(source) ?? [];
  if (place === undefined) return null;
  const [folder = '', inner, ...rest] = place.split('/');
  if (inner === undefined) return 'composition';
  if (helpers.has(folder)) return null;
  if (byFile) return place;
  return divided.has(folder) && rest.length > 0 ? `${folder}/${inner}` : folder;
}
