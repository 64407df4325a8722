/** Each line of docs/stability.md: what was promised under names is still there. */
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { ruleNames } from '../../../server/src/service';
import { helped } from '../cli/helped';
import { day, runTool } from '../cli/run-tool';
import { clean, duplicate } from '../cli/sample-folder';
import { temporaryFolder } from '../disk/temporary-folder';

const project = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(project, file), 'utf8');

interface StableNames {
  readonly rules: readonly string[];
  readonly commands: Readonly<Record<string, readonly string[]>>;
  readonly formats: Readonly<Record<string, readonly string[]>>;
  readonly outputKeys: Readonly<Record<string, readonly string[]>>;
  readonly configurationKeys: readonly string[];
  readonly requests: readonly string[];
  readonly extensionCommands: readonly string[];
}

const stable = JSON.parse(read('test/fixtures/stable-names.json')) as StableNames;

/** Those that are gone, or that nobody has promised yet: a new name is written down in the fixture, for good. */
function expectNames(now: Iterable<string>, promised: readonly string[]): void {
  expect([...now].toSorted()).toEqual([...promised].toSorted());
}

/** The keys of a schema, behind the name of what they are keys of. */
function keysOf(schema: unknown, of = ''): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap((one) => keysOf(one, of));
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([word, inner]: [string, unknown]) => {
    if (typeof inner !== 'object' || inner === null) return [];
    if (word === 'definitions') return Object.entries(inner).flatMap(([name, one]) => keysOf(one, name));
    if (word !== 'properties') return keysOf(inner, of);
    return Object.entries(inner).flatMap(([key, one]) => {
      const name = of === '' ? key : `${of}.${key}`;
      return [name, ...keysOf(one, name)];
    });
  });
}

/** The folder of an older version: documents, configuration and baseline, as that version wrote them. */
function olderFolder(): string {
  const folder = temporaryFolder({});
  cpSync(path.join(project, 'test/fixtures/stable'), folder, { recursive: true });
  return folder;
}

interface Row {
  readonly rule: string;
  readonly severity: string;
  readonly accepted?: true;
}

async function rowsOf(folder: string): Promise<readonly Row[]> {
  const { out } = await runTool(['check', folder, '--format', 'json', '--today', day]);
  return JSON.parse(out) as readonly Row[];
}

const promises: Readonly<Record<string, () => void | Promise<void>>> = {
  'Exit codes': async () => {
    const code = async (text: string, ...more: readonly string[]): Promise<number> =>
      (await runTool(['check', temporaryFolder({ 'SoT.RUNBOOKS.md': text }), ...more])).code;
    expect(await code(clean)).toBe(0);
    expect(await code(duplicate)).toBe(1);
    expect(await code(clean, 'not-there')).toBe(2);
    expect(await code(clean, '--no-such-option')).toBe(2);
  },
  'Names of rules': () => {
    expectNames(ruleNames, stable.rules);
  },
  'Commands and options': async () => {
    const now = await helped();
    expectNames(Object.keys(now), Object.keys(stable.commands));
    for (const [command, options] of Object.entries(now))
      expectNames(options, stable.commands[command] ?? []);
  },
  'Output for programs': async () => {
    for (const [command, formats] of Object.entries(stable.formats)) {
      const help = (await runTool([command, '--help'])).out.replace(/\s+/g, ' ');
      const [, choices = ''] = /--format <format> output format \(choices: (.*?), default/.exec(help) ?? [];
      expectNames(choices.replaceAll('"', '').split(', '), formats);
    }
    for (const [name, keys] of Object.entries(stable.outputKeys))
      expectNames(keysOf(JSON.parse(read(`schemas/runbook-${name}.schema.json`))), keys);
    const folder = temporaryFolder({ 'SoT.RUNBOOKS.md': duplicate });
    const log = JSON.parse((await runTool(['check', folder, '--format', 'sarif'])).out) as {
      version: string;
    };
    expect(log.version).toBe('2.1.0');
  },
  Configuration: async () => {
    const schema = JSON.parse(read('schemas/runbook-configuration.schema.json')) as {
      readonly properties: object;
    };
    expectNames(Object.keys(schema.properties), stable.configurationKeys);
    const rows = await rowsOf(olderFolder());
    expect(rows.filter(({ rule }) => rule === 'configuration')).toEqual([]);
    expect(rows.find(({ rule }) => rule === 'dangling-id')).toMatchObject({ severity: 'error' });
  },
  Baselines: async () => {
    const rows = await rowsOf(olderFolder());
    expect(rows.find(({ rule }) => rule === 'dangling-id')).toMatchObject({ accepted: true });
  },
  Protocol: () => {
    const sources = globSync('protocol/src/**/*.ts', { cwd: project }).map(read).join('\n');
    expectNames(new Set(sources.match(/(?<=')runbook\/[a-zA-Z]+(?=')/g)), stable.requests);
  },
  'Commands of the extension': () => {
    const { contributes } = JSON.parse(read('package.json')) as {
      readonly contributes: { readonly commands: readonly { readonly command: string }[] };
    };
    expectNames(
      contributes.commands.map(({ command }) => command),
      stable.extensionCommands,
    );
  },
};

it('has a test for each line of the page', () => {
  const rows = [...read('docs/stability.md').matchAll(/^\| (?!Promise |---)([^|]+) \|/gm)];
  expect(rows.map(([, name]) => name)).toEqual(Object.keys(promises));
});

describe('what stays', () => {
  it.each(Object.entries(promises))('%s', async (_, holds) => {
    await holds();
  });
});
