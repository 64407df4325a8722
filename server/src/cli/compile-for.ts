/**
 * Has V8 compile for speed what a check of so many documents pays for: code that few documents run through is compiled in vain,
 * which is a sixth of the processor time of a check of some hundred. Only for versions that are known to have these flags.
 */
import { setFlagsFromString } from 'node:v8';

interface Timing {
  readonly major: number;
  /** How many documents make a large folder: there V8 compiles as it comes, or as `compile-later.ts` has it. */
  readonly large: number;
  readonly inSmall: string;
  readonly inLarge: string;
}

const timings: readonly Timing[] = [
  { major: 20, large: 400, inSmall: '--interrupt-budget=1000000', inLarge: '--interrupt-budget=200000' },
  {
    major: 24,
    large: 1500,
    inSmall: '--invocation-count-for-turbofan=100000',
    inLarge: '--invocation-count-for-turbofan=3000',
  },
];

/** To be told before the core is loaded; of several folders in one process, each anew. */
export function compileFor(documents: number): void {
  const major = Number.parseInt(process.versions.node, 10);
  const timing = timings.find((one) => one.major === major);
  if (timing !== undefined) setFlagsFromString(documents < timing.large ? timing.inSmall : timing.inLarge);
}
