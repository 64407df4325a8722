/** The SARIF log: what the standard asks of it, and what code scanning does with it. */
import type { Log, Region, Result, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../disk/temporary-folder';
import { day, runTool } from './run-tool';
import { dangling, duplicate, fixable } from './sample-folder';

const file = 'SoT.RUNBOOKS.md';

async function logOf(folder: string): Promise<Log> {
  const { out } = await runTool(['check', folder, '--format', 'sarif', '--today', day]);
  return JSON.parse(out) as Log;
}

async function runOf(folder: string): Promise<Run> {
  const [run] = (await logOf(folder)).runs;
  if (run === undefined) throw new Error('the log has no run');
  return run;
}

async function resultsOf(text: string): Promise<readonly Result[]> {
  return (await runOf(temporaryFolder({ [file]: text }))).results ?? [];
}

const printsOf = (results: readonly Result[]): string[] =>
  results.map(({ partialFingerprints }) => partialFingerprints?.['runbookFinding/v1'] ?? '');

describe('the log', () => {
  test('names its version, its tool and the unit of its columns', async () => {
    const log = await logOf(temporaryFolder({ [file]: dangling }));
    expect(log).toMatchObject({
      $schema: expect.stringMatching(/sarif-schema-2\.1\.0\.json$/) as string,
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Runbook', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string } },
          columnKind: 'utf16CodeUnits',
          invocations: [{ executionSuccessful: true }],
        },
      ],
    });
  });

  test('describes each rule once, with its page and usual level', async () => {
    const { rules = [] } = (await runOf(temporaryFolder())).tool.driver;
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(rules.find(({ id }) => id === 'dangling-id')).toMatchObject({
      helpUri: expect.stringMatching(/^https:\/\/.*\/docs\/rules\/dangling-id\.md$/) as string,
      shortDescription: { text: expect.stringMatching(/\.$/) as string },
      defaultConfiguration: { enabled: true, level: 'warning' },
    });
    expect(rules.find(({ id }) => id === 'orphan-id')?.defaultConfiguration).toEqual({ enabled: false });
    for (const { defaultConfiguration } of rules)
      expect(['error', 'warning', 'note', undefined]).toContain(defaultConfiguration?.level);
  });

  test('has a result for each finding, which points at its rule and its place', async () => {
    const run = await runOf(temporaryFolder({ [`a b/${file}`]: dangling }));
    const [result] = run.results ?? [];
    expect(result).toMatchObject({
      ruleId: 'dangling-id',
      level: 'warning',
      message: { text: expect.stringContaining('RUN-077') as string },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a%20b/SoT.RUNBOOKS.md', uriBaseId: 'SRCROOT' },
            region: { startLine: 60, startColumn: 13, endLine: 60, endColumn: 20 },
          },
        },
      ],
    });
    expect(run.tool.driver.rules?.[result?.ruleIndex ?? -1]?.id).toBe('dangling-id');
    expect(run.originalUriBaseIds?.['SRCROOT']?.uri).toMatch(/^file:\/\/\/.*\/$/);
  });

  test('tells the other place where two belong together', async () => {
    const [first] = await resultsOf(duplicate);
    expect(first?.relatedLocations?.[0]).toMatchObject({
      id: 1,
      physicalLocation: { artifactLocation: { uri: file }, region: { startLine: 62 } },
    });
  });

  test('brings the changes that would end a finding', async () => {
    const [result] = await resultsOf(fixable);
    const [fix] = result?.fixes ?? [];
    expect(fix?.description?.text).not.toBe('');
    const [change] = fix?.artifactChanges ?? [];
    expect(change?.artifactLocation.uri).toBe(file);
    const [replacement] = change?.replacements ?? [];
    expect(replacement?.deletedRegion.startLine).toBe(15);
    expect(replacement?.insertedContent?.text).toContain('slow');
  });

  test('counts all lines and columns from 1, ends behind starts', async () => {
    const run = await runOf('examples');
    const regions = JSON.stringify(run.results).match(/\{"startLine":[^}]*\}/g) ?? [];
    expect(regions.length).toBeGreaterThan(10);
    for (const text of regions) {
      const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = JSON.parse(text) as Region;
      expect(Math.min(startLine, startColumn, endLine, endColumn)).toBeGreaterThanOrEqual(1);
      expect(endLine > startLine || (endLine === startLine && endColumn >= startColumn)).toBe(true);
    }
    for (const { locations } of run.results ?? [])
      expect(locations?.[0]?.physicalLocation?.artifactLocation?.uri).toMatch(/^examples\//);
  });
});

describe('fingerprints', () => {
  test('stay when lines move and when days pass', async () => {
    const before = printsOf(await resultsOf(dangling));
    const moved = printsOf(
      await resultsOf(dangling.replace('# Runbooks\n', '# Runbooks\n\nMore words.\n\n')),
    );
    expect(moved).toEqual(before);
    expect(before).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
  });

  test('differ between findings that read the same', async () => {
    const prints = printsOf(await resultsOf(duplicate));
    expect(prints).toHaveLength(2);
    expect(new Set(prints).size).toBe(2);
  });
});
