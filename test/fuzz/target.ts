/** A layer that is fuzzed: what it is given, and what must hold whatever it is given. */
import type fc from 'fast-check';
import type { Case } from './case';

export interface Target {
  readonly name: string;
  readonly cases: fc.Arbitrary<Case>;
  /** Cases that joined later: half of the seeds from {@link newerSeeds} on give these. */
  readonly newer?: fc.Arbitrary<Case>;
  /**
   * What is wrong with a case, in words; empty when all holds. What it throws is a complaint, too. Words in quotes and
   * numbers are details: two complaints that differ in nothing else are one finding.
   */
  readonly complaintsOf: (given: Case) => readonly string[] | Promise<readonly string[]>;
  /** Cases that `npm test` tries. */
  readonly usualRuns: number;
  /** Whether it starts the built product: its corpus is then tested where others do. */
  readonly startsProcesses?: boolean;
  /** Called when no more cases come. */
  readonly close?: () => void | Promise<void>;
}

/** From here on every other seed gives newer cases. Seeds below it, such as the one of `npm test`, give what they always gave. */
const newerSeeds = 1_000_000_000;

/** The cases of a seed. */
export function casesOf({ cases, newer = cases }: Target, seed: number): fc.Arbitrary<Case> {
  return seed >= newerSeeds && seed % 2 === 1 ? newer : cases;
}

/** What a target says of a case, exceptions among it. */
export async function complaintsOf(target: Target, given: Case): Promise<readonly string[]> {
  try {
    return await target.complaintsOf(given);
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

/** What two complaints of the same finding share: no quoted words, no numbers, no places in code behind the first. */
export function kindOf(complaint: string): string {
  const [message = '', ...stack] = complaint.split(/\n\s+at /);
  const place = /\(?([\w./-]+):\d+:\d+\)?$/.exec(stack[0] ?? '')?.[1] ?? '';
  return `${message
    .replace(/"(?:[^"\\]|\\.)*"|'[^']*'|`[^`]*`/g, '…')
    .replace(/\b[A-Z]+-\d+\b/g, 'ID')
    .replace(/\d+/g, '0')
    .slice(0, 160)} ${place}`.trim();
}
