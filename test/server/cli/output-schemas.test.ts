/** What commands print as JSON is what its schema says, and nothing besides: readers build on both. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../disk/temporary-folder';
import { day, runTool } from './run-tool';
import { clean, duplicate, fixable } from './sample-folder';

const file = 'SoT.RUNBOOKS.md';

/** Folders with much to say, with nothing, with a mistake in the configuration, and with accepted findings. */
const folders = {
  examples: () => Promise.resolve('examples'),
  'nothing to say': () => Promise.resolve(temporaryFolder({ 'README.md': '# Shop\n' })),
  'a broken configuration': () =>
    Promise.resolve(temporaryFolder({ '.runbook.yaml': 'rules: 3\n', [file]: fixable })),
  'a baseline': async () => {
    const folder = temporaryFolder({ '.runbook.yaml': 'baseline: known.json\n', [file]: duplicate });
    await runTool(['check', folder, '--write-baseline', '--today', day]);
    return folder;
  },
  'dates that passed': () =>
    Promise.resolve(temporaryFolder({ [file]: clean.replaceAll('2026-11-01', '2020-11-01') })),
  'a deprecated entry': () =>
    Promise.resolve(temporaryFolder({ [file]: clean.replace('## RUN-001: ', '## RUN-001: [DEPRECATED] ') })),
};

const outputs: Readonly<Record<string, (folder: string) => readonly string[]>> = {
  findings: (folder) => ['check', folder, '--format', 'json', '--today', day],
  report: (folder) => ['report', folder, '--format', 'json', '--today', day],
  ids: (folder) => ['export', 'ids', folder, '--today', day],
  rules: () => ['rules', '--format', 'json'],
};

/** The schema, which readers may extend, with no key but those that it names. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in inner ? { ...inner, additionalProperties: false } : inner;
}

function validator(name: string): (value: unknown) => unknown {
  const schema = JSON.parse(readFileSync(`schemas/runbook-${name}.schema.json`, 'utf8')) as object;
  const formats = { date: /^\d{4}-\d{2}-\d{2}$/ };
  // as it is written: strictly, which is what catalogues of schemas ask for
  const open = new Ajv({ strict: true, allErrors: true, formats, allowUnionTypes: true }).compile(schema);
  const strict = new Ajv({ allErrors: true, formats, strict: false }).compile(closed(schema) as object);
  return (value) => (open(value), open.errors) ?? (strict(value), strict.errors);
}

test.each(Object.keys(outputs))('%s', async (name) => {
  const faultsOf = validator(name);
  const printed: string[] = [];
  for (const made of Object.values(folders)) {
    const { out } = await runTool(outputs[name]?.(await made()) ?? []);
    printed.push(out);
    expect(faultsOf(JSON.parse(out)), out.slice(0, 400)).toBe(null);
  }
  // each key that may be missing was there once, or else nothing was tried
  const keys = readFileSync(`schemas/runbook-${name}.schema.json`, 'utf8');
  for (const optional of ['accepted', 'byTime', 'deprecated'])
    if (keys.includes(`"${optional}"`)) expect(printed.join('')).toContain(`"${optional}"`);
});

test('a schema rejects what is not printed', () => {
  expect(validator('findings')([{ file: 'a.md' }])).not.toBe(null);
  expect(validator('report')({ workspaces: [{}] })).not.toBe(null);
  expect(validator('rules')([{ name: 'a', severity: 'fatal', fixable: true, summary: '' }])).not.toBe(null);
  expect(validator('ids')({ version: 2, ids: [] })).not.toBe(null);
});
