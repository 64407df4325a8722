/** The SARIF log: what the standard asks of it, and what code scanning does with it. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Log, Region, Result, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import { reportSarif } from '../../../server/src/cli/reporters/sarif';
import { codeScanning, withinLimits } from '../../../server/src/cli/reporters/sarif-limits';
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

describe('within the limits of code scanning', () => {
  test('has one run for all folders, each file named from where it is', async () => {
    const folders = Array.from({ length: 21 }, () => temporaryFolder({ [file]: dangling }));
    const { out } = await runTool(['check', ...folders, '--format', 'sarif', '--today', day]);
    const { runs } = JSON.parse(out) as Log;
    expect(runs).toHaveLength(1);
    const { results = [], originalUriBaseIds = {} } = runs[0] ?? {};
    expect(results).toHaveLength(21);
    expect(new Set(printsOf(results)).size).toBe(21);
    const names = results.map(({ locations }) => {
      const { uri = '', uriBaseId = '' } = locations?.[0]?.physicalLocation?.artifactLocation ?? {};
      return (originalUriBaseIds[uriBaseId]?.uri ?? '?') + uri;
    });
    expect(names).toEqual(folders.map((folder) => pathToFileURL(join(folder, file)).href));
  });

  const result = (level: 'error' | 'warning' | 'note', message: string): Result => ({
    ruleId: 'r',
    level,
    message: { text: message },
    fixes: [{ artifactChanges: [] }],
  });
  const many = [
    result('note', 'first'),
    ...Array.from({ length: 400 }, (_, index) => result('warning', noise(index))),
    result('error', 'last'),
  ];
  const written = (results: readonly Result[]): string => JSON.stringify(results);

  test('keeps the severest of too many results, in their order, and says so', () => {
    const { text, omitted } = withinLimits(many, { results: 3, packed: 1e6 }, written);
    const kept = JSON.parse(text) as Result[];
    expect(kept.map(({ message }) => message.text)).toEqual([noise(0), noise(1), 'last']);
    expect(omitted).toEqual([
      '399 of 402 findings were left out of the SARIF log: code scanning takes at most 3 findings. The severest are in it.',
    ]);
  });

  test('leaves out fixes, then the least severe results, where the packed log is too large', () => {
    const packed = 12_000;
    const { text, omitted } = withinLimits(many, { results: 1000, packed }, written);
    expect(gzipSync(text).length).toBeLessThanOrEqual(packed);
    expect(gzipSync(text).length).toBeGreaterThan(packed / 2);
    const kept = JSON.parse(text) as Result[];
    expect(kept.at(-1)?.message.text).toBe('last');
    expect(kept.some(({ level }) => level === 'note')).toBe(false);
    expect(kept.some((one) => 'fixes' in one)).toBe(false);
    expect(omitted).toHaveLength(2);
  });

  test('is whole where it fits', () => {
    expect(withinLimits(many, codeScanning, written)).toEqual({ text: written(many), omitted: [] });
  });

  test('tells what is not in it', () => {
    const finding = {
      row: {
        ...place,
        file,
        rule: 'r',
        severity: 'hint' as const,
        message: 'm',
        fixable: false,
        byTime: false,
      },
      source: 0,
      details: null,
      print: null,
      mild: false,
      accepted: false,
    };
    const findings = [finding, { ...finding, row: { ...finding.row, severity: 'error' as const } }];
    const checked = [
      {
        findings,
        sources: [''],
        documents: [file],
        recognised: 1,
        entries: [],
        problems: [],
        root: '/a',
        lead: '',
      },
    ];
    const { text, omitted } = reportSarif(checked, '/', { results: 1, packed: 1e6 });
    const [run] = (JSON.parse(text) as Log).runs;
    expect(run?.results?.map(({ level }) => level)).toEqual(['error']);
    const [notice] = run?.invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(notice?.message.text).toBe(omitted[0]);
  });
});

const place = { line: 1, column: 1, endLine: 1, endColumn: 2 };

/** Text that hardly packs, the same for the same number. */
function noise(number: number): string {
  return createHash('sha512').update(String(number)).digest('base64');
}
