/** Tries cases of a target until a number of them or a time is over, and reports what fails, cut down to what matters. */
import fc from 'fast-check';
import type { Case } from './case';
import { minimise } from './minimise';
import { casesOf, complaintsOf, kindOf, type Target } from './target';

export interface FuzzBounds {
  readonly seed: number;
  /** Cases to try at the utmost. */
  readonly runs: number;
  /** Milliseconds after which no further batch begins. */
  readonly time: number;
}

export interface FuzzFinding {
  /** With this seed the case is in the first batch. */
  readonly seed: number;
  readonly complaints: readonly string[];
  readonly smallest: Case;
}

export interface FuzzOutcome {
  readonly runs: number;
  readonly findings: readonly FuzzFinding[];
}

/** Cases of one seed. Many seeds with some cases each begin as often with small cases as with large ones. */
const batch = 20;
/** Milliseconds for cutting down one case. */
const patience = 20_000;
/** Milliseconds for one batch and for shrinking what fails in it. */
const batchTime = 30_000;
/** Different findings after which a target has said enough. */
const mostFindings = 8;

/** Goes on after a finding, and reports each kind once, as soon as it is cut down. */
export async function runTarget(
  target: Target,
  { seed, runs, time }: FuzzBounds,
  report: (finding: FuzzFinding, number: number) => void,
): Promise<FuzzOutcome> {
  const findings: FuzzFinding[] = [];
  const known = new Set<string>();
  const end = Date.now() + time;
  let done = 0;
  const news = async (given: Case): Promise<readonly string[]> =>
    (await complaintsOf(target, given)).filter((complaint) => !known.has(kindOf(complaint)));
  for (let own = seed; done < runs && Date.now() < end && findings.length < mostFindings; own++) {
    const failed = await firstFailure(target, news, own, Math.min(batch, runs - done));
    done += batch;
    if (failed === null) continue;
    const [kind = ''] = (await news(failed)).map(kindOf);
    const smallest = await minimise(
      failed,
      async (smaller) => (await complaintsOf(target, smaller)).some((one) => kindOf(one) === kind),
      Date.now() + patience,
    );
    const complaints = await complaintsOf(target, smallest);
    for (const complaint of [...complaints, ...(await complaintsOf(target, failed))])
      known.add(kindOf(complaint));
    const finding = { seed: own, complaints, smallest };
    findings.push(finding);
    report(finding, findings.length);
  }
  return { runs: Math.min(done, runs), findings };
}

async function firstFailure(
  target: Target,
  news: (given: Case) => Promise<readonly string[]>,
  seed: number,
  numRuns: number,
): Promise<Case | null> {
  let failed: Case | null = null;
  const property = fc.asyncProperty(casesOf(target, seed), async (given) => {
    if ((await news(given)).length === 0) return true;
    failed = given;
    return false;
  });
  // the last case that failed is the one that was shrunk the most
  // oxlint-disable-next-line typescript/no-deprecated -- its successor takes no property of anything but `unknown`
  const details = await fc.check(property, { seed, numRuns, interruptAfterTimeLimit: batchTime });
  return details.counterexample?.[0] ?? failed;
}
