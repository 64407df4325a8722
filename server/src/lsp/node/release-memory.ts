/**
 * Keeps the memory that reading a large workspace takes low, and gives it back: the engine lets garbage pile up to several
 * times of what is in use, and keeps what it has once got for as long as little is asked of it, which in an editor that rests
 * is for hours. Knows nothing of what is in memory.
 */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** By how much the heap may grow before garbage is collected again, in hundredths of what was in use then. */
const growth = 40;

/**
 * How large the part of the heap that new objects are in may become, in bytes, or twice that, since it doubles: since V8 13 it
 * grows to 128 MB.
 */
const roomForNew = 16 * 1024 * 1024;

/** Milliseconds between looks at how large it is. */
const look = 50;

/** The first version of V8 whose collector can be told to keep nothing in reserve. */
const thriftySince = 12;

let watch: NodeJS.Timeout | null = null;
/** Whether garbage is collected more often than usual. */
let isSparing = false;

/** Has garbage collected more often, until {@link makeRoom} or {@link releaseMemory}. */
export function spareMemory(): void {
  isSparing = true;
  setFlagsFromString(`--heap-growing-percent=${String(growth)}`);
  watch ??= setInterval(() => {
    if (sizeOfNew() < roomForNew) return;
    endWatch();
    setFlagsFromString('--semi-space-growth-factor=1');
  }, look).unref();
}

/**
 * Has garbage collected as usual again: somebody types, and what keys leave behind would have nearly each of them wait for a
 * collection. Costs nothing where that is so.
 */
export function makeRoom(): void {
  if (!isSparing) return;
  endWatch();
  setFlagsFromString('--heap-growing-percent=0');
  setFlagsFromString('--semi-space-growth-factor=2');
  isSparing = false;
}

/**
 * Collects garbage, closes the gaps and gives back what is free, in steps of some 300 milliseconds for a hundred megabytes
 * that are in use, the first at once. Others have their turn in between.
 */
export function releaseMemory(): void {
  makeRoom();
  const collect = collector();
  if (collect === null) return;
  const spare = (): void => {
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  };
  const closeWorst = (): void => {
    collectWith(collect, 'optimize-for-size');
  };
  const closeAll = (): void => {
    collectWith(collect, 'compact-on-every-full-gc');
  };
  // closing all gaps takes what is in use a second time: so the worst go first, and all in the room that is free by then
  const canSpare = Number.parseInt(process.versions.v8, 10) >= thriftySince;
  inTurn(canSpare ? [spare, closeAll, spare] : [closeWorst, closeWorst, closeWorst, closeAll]);
}

type Collect = (options?: {
  readonly type: string;
  readonly execution: string;
  readonly flavor: string;
}) => void;

function inTurn([step, ...others]: readonly (() => void)[]): void {
  if (step === undefined) return;
  step();
  setImmediate(() => {
    inTurn(others);
  });
}

function collectWith(collect: Collect, flag: string): void {
  setFlagsFromString(`--${flag}`);
  collect();
  setFlagsFromString(`--no-${flag}`);
}

function endWatch(): void {
  if (watch !== null) clearInterval(watch);
  watch = null;
}

function sizeOfNew(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? 0;
}

/** The engine's collector, which has a name only while a flag is set; null where there is none. */
function collector(): Collect | null {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  return isCollector(collect) ? collect : null;
}

function isCollector(value: unknown): value is Collect {
  return typeof value === 'function';
}
