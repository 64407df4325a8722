/**
 * What the program that counts has counted. The product has no counters: the modules in `counted` stand in for some of
 * its modules, and rules are wrapped here.
 */
import { GCProfiler } from 'node:v8';
import { rules } from '../../../server/src/lint/registry';

/** What one step took. */
export interface Cost {
  readonly filesRead: number;
  /** As Markdown, be it in part. */
  readonly documentsParsed: number;
  /** Bytes of UTF-8 that the reference engine was given. */
  readonly bytesLeftToRemark: number;
  readonly rulesRun: number;
  /** On the heap. */
  readonly bytesAllocated: number;
}

/** Counts up; {@link costOf} begins with zeros. */
export const counted = { filesRead: 0, documentsParsed: 0, bytesLeftToRemark: 0, rulesRun: 0 };

/** Has rules counted when they run, in this process for good. */
export function countRules(): void {
  for (const rule of rules) {
    const { check } = rule;
    Reflect.set(rule, 'check', (context: Parameters<typeof check>[0]) => {
      counted.rulesRun++;
      return check(context);
    });
  }
}

/**
 * Does something several times and tells what it takes: by the counts of the last time, and the least of the bytes, since
 * what is allocated besides, for code that runs first, only ever adds to it.
 */
export async function costOf(times: number, work: (time: number) => unknown): Promise<Cost> {
  let bytesAllocated = Infinity;
  for (let time = 0; time < times; time++) {
    Object.assign(counted, { filesRead: 0, documentsParsed: 0, bytesLeftToRemark: 0, rulesRun: 0 });
    bytesAllocated = Math.min(bytesAllocated, await bytesOf(() => work(time)));
  }
  return { ...counted, bytesAllocated };
}

/** What is allocated meanwhile: the growth of the heap, and what was collected. */
async function bytesOf(work: () => unknown): Promise<number> {
  global.gc?.();
  const profiler = new GCProfiler();
  profiler.start();
  const before = process.memoryUsage().heapUsed;
  await work();
  const grown = process.memoryUsage().heapUsed - before;
  const collected = profiler
    .stop()
    .statistics.map(
      ({ beforeGC, afterGC }) => beforeGC.heapStatistics.usedHeapSize - afterGC.heapStatistics.usedHeapSize,
    );
  return collected.reduce((sum, bytes) => sum + bytes, grown);
}
