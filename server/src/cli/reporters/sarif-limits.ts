/** Keeps a SARIF log within what code scanning takes. Knows results and sizes; nothing of findings. */
import { gzipSync } from 'node:zlib';
import type { Result } from 'sarif';

export interface SarifLimits {
  /** Most results of a run. */
  readonly results: number;
  /** Most bytes of the log, packed by gzip. */
  readonly packed: number;
}

/** What GitHub takes: see "SARIF support for code scanning" in its documentation. */
export const codeScanning: SarifLimits = { results: 25_000, packed: 10_000_000 };

/** Texts up to this many UTF-16 units, 3 bytes each, fit however little they can be packed. */
const fitsUnpacked = (limits: SarifLimits): number => limits.packed / 3;

const ranks: Readonly<Record<string, number>> = { error: 0, warning: 1, note: 2 };

/**
 * The log that `write` makes of the results, or of as many as fit: first it goes without changes, which take most of
 * the room and which code scanning does not show, then without the least severe results.
 */
export function withinLimits(
  results: readonly Result[],
  limits: SarifLimits,
  write: (results: Result[], omitted: readonly string[]) => string,
): { readonly text: string; readonly omitted: readonly string[] } {
  let kept = severest(results, limits.results);
  let omitted = wordsFor(results.length - kept.length, results.length, `${counted(limits.results)} findings`);
  let text = write(kept, omitted);
  const packed = (): number => (text.length <= fitsUnpacked(limits) ? 0 : gzipSync(text).length);
  let size = packed();
  if (size <= limits.packed) return { text, omitted };
  const bytes = `${counted(limits.packed / 1_000_000)} MB packed by gzip`;
  const withoutFixes = `The fixes were left out of the SARIF log: code scanning takes at most ${bytes}.`;
  kept = kept.map((result) => withoutChanges(result));
  for (;;) {
    omitted = [withoutFixes, ...wordsFor(results.length - kept.length, results.length, bytes)];
    text = write(kept, omitted);
    size = packed();
    if (size <= limits.packed || kept.length === 0) return { text, omitted };
    kept = severest(kept, Math.floor(kept.length * Math.min(0.9, (limits.packed / size) * 0.95)));
  }
}

function withoutChanges(result: Result): Result {
  const plain = { ...result };
  delete plain.fixes;
  return plain;
}

/** So many of the results, those of lower rank left out first and of one rank the last ones; in their order. */
function severest(results: readonly Result[], most: number): Result[] {
  if (results.length <= most) return [...results];
  const rankOf = ({ level, baselineState }: Result): number =>
    (ranks[level ?? ''] ?? 3) + (baselineState === 'unchanged' ? 4 : 0);
  const byRank = results.map((result, index) => ({ index, rank: rankOf(result) }));
  const kept = byRank.sort((a, b) => a.rank - b.rank || a.index - b.index).slice(0, most);
  return kept.sort((a, b) => a.index - b.index).flatMap(({ index }) => results[index] ?? []);
}

function wordsFor(left: number, all: number, limit: string): readonly string[] {
  if (left === 0) return [];
  return [
    `${counted(left)} of ${counted(all)} findings were left out of the SARIF log: code scanning takes at most ${limit}. The severest are in it.`,
  ];
}

function counted(number: number): string {
  return number.toLocaleString('en');
}
