/**
 * Keeps the memory that reading a large workspace takes low, and gives it back: the engine lets garbage pile up to several
 * times of what is in use, and keeps what it has once got for as long as little is asked of it, which in an editor that rests
 * is for hours.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** By how much the heap may grow before garbage is collected again, in hundredths of what was in use then. */
const growth = 40;

/** Has garbage collected more often, until {@link releaseMemory}. */
export function spareMemory(): void {
  setFlagsFromString(`--heap-growing-percent=${String(growth)}`);
}

/** Collects garbage and closes the gaps, once: some 200 milliseconds for a hundred megabytes that are in use. */
export function releaseMemory(): void {
  setFlagsFromString('--heap-growing-percent=0');
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  if (!isProcedure(collect)) return;
  setFlagsFromString('--compact-on-every-full-gc');
  collect();
  setFlagsFromString('--no-compact-on-every-full-gc');
}

function isProcedure(value: unknown): value is () => void {
  return typeof value === 'function';
}
