/**
 * `npm run fuzz`: tries cases of each target. What fails is cut down and written to a file, which becomes one of the
 * corpus by being moved there under a name that says what it broke.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeCase } from './case';
import { runTarget } from './run-target';
import { targets } from './targets';

/** What scripts/fuzz.mjs asks for. */
interface Asked {
  readonly seed: number;
  /** Milliseconds for each target; null: the usual number of cases. */
  readonly time: number | null;
  /** Whether a quarter of the usual number is enough. */
  readonly few: boolean;
  readonly targets: readonly string[];
  /** Folder for what fails. */
  readonly folder: string;
}

const asked = JSON.parse(process.env['RUNBOOK_FUZZ'] ?? '{}') as Partial<Asked>;
const { seed = 1, time = null, few = false, folder = path.resolve('.vscode-test/fuzz') } = asked;
const hour = 3_600_000;

describe.each(targets.filter(({ name }) => asked.targets?.includes(name) ?? true))('$name', (target) => {
  afterAll(() => target.close?.());

  test(`holds, beginning with seed ${seed}`, { timeout: 4 * hour }, async () => {
    const start = Date.now();
    const usual = few ? Math.ceil(target.usualRuns / 4) : target.usualRuns;
    const bounds = { seed, runs: time === null ? usual : Infinity, time: time ?? hour };
    const { runs, findings } = await runTarget(
      target,
      bounds,
      ({ seed: own, complaints, smallest }, number) => {
        mkdirSync(folder, { recursive: true });
        const file = path.join(folder, `${target.name}-${own}-${number}.json`);
        writeFileSync(file, writeCase(smallest));
        const report = [
          `\n${target.name}, seed ${own} (again: npm run fuzz -- --target ${target.name} --seed ${own}):`,
          ...complaints.map((complaint) => `  ${complaint.split('\n').slice(0, 12).join('\n  ')}`),
          `  Case: ${file}`,
          `  Once mended: test/fuzz/corpus/${target.name}/<what it broke>.json\n`,
        ];
        process.stdout.write(`${report.join('\n')}\n`);
      },
    );
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    process.stdout.write(`${target.name}: ${runs} cases from seed ${seed} in ${seconds} s\n`);
    expect(findings.length, 'different findings').toBe(0);
  });
});
