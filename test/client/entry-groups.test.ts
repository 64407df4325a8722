import { describe, expect, test } from 'vitest';
import {
  filtered,
  groupsOf,
  locate,
  mostRows,
  partsOf,
  type LocatedEntry,
} from '../../client/src/overview/entry-groups.js';
import type { WorkspaceEntry } from '../../protocol/src/overview.js';

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 7 } };

function entry(id: string, more: Partial<WorkspaceEntry> = {}): WorkspaceEntry {
  return {
    id,
    prefix: id.replace(/-.*/, ''),
    title: `Title of ${id}`,
    document: 0,
    range: nowhere,
    status: 'Active',
    owner: '',
    days: null,
    deprecated: false,
    stub: false,
    hasBody: true,
    findings: 0,
    severity: null,
    runs: [],
    ...more,
  };
}

const documents = [
  { uri: 'file:///a.md', label: 'a.md' },
  { uri: 'file:///b/c.md', label: 'b/c.md' },
];
const entries: readonly LocatedEntry[] = locate({
  documents,
  entries: [
    entry('MON-001', { owner: 'Web' }),
    entry('RUN-001', { owner: 'Data', days: 400, document: 1 }),
    entry('RUN-002', { owner: 'Web', days: 10 }),
    entry('RUN-010', { days: 31 }),
    entry('RUN-011', { document: 7 }),
  ],
});

test('an entry of no document is none', () => {
  expect(entries.map(({ id, label }) => `${id} ${label}`)).toEqual([
    'MON-001 a.md',
    'RUN-001 b/c.md',
    'RUN-002 a.md',
    'RUN-010 a.md',
  ]);
});

test('a row stays the same when its entry moves, also where an id is defined twice', () => {
  const keys = (line: number): readonly string[] => {
    const range = { start: { line, character: 0 }, end: { line, character: 7 } };
    const twice = [
      entry('RUN-001', { range }),
      entry('RUN-001', { range }),
      entry('RUN-001', { document: 1 }),
    ];
    return locate({ documents, entries: twice }).map(({ key }) => key);
  };
  expect(keys(3)).toEqual(['file:///a.md#RUN-001', 'file:///a.md#RUN-001 1', 'file:///b/c.md#RUN-001']);
  expect(keys(9)).toEqual(keys(3));
});

describe('groups', () => {
  const shown = (by: Parameters<typeof groupsOf>[1]): string[] =>
    groupsOf(entries, by).map(({ name, entries: own }) => `${name}: ${own.map(({ id }) => id).join(' ')}`);

  test('by prefix, file and owner, those without owner first', () => {
    expect(shown('prefix')).toEqual(['MON: MON-001', 'RUN: RUN-001 RUN-002 RUN-010']);
    expect(shown('file')).toEqual(['a.md: MON-001 RUN-002 RUN-010', 'b/c.md: RUN-001']);
    expect(shown('owner')).toEqual([': RUN-010', 'Data: RUN-001', 'Web: MON-001 RUN-002']);
  });

  test('by age, the longest ago first', () => {
    expect(shown('age')).toEqual([': MON-001', 'Infinity: RUN-001', '90: RUN-010', '30: RUN-002']);
  });
});

test('a filter takes entries that hold all its words, in whatever field', () => {
  const ids = (filter: string): string[] => filtered(entries, filter).map(({ id }) => id);
  expect(ids('')).toHaveLength(4);
  expect(ids('run web')).toEqual(['RUN-002']);
  expect(ids('B/C')).toEqual(['RUN-001']);
  expect(ids('nothing')).toEqual([]);
});

test('fifty thousand entries are grouped and filtered while nobody notices', () => {
  const many = locate({
    documents,
    entries: Array.from({ length: 50_000 }, (_, at) =>
      entry(`RUN-${String(at)}`, { owner: `Team ${String(at % 40)}` }),
    ),
  });
  // what other threads of the process do counts, too, but not in each of some tries
  const times = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage();
    expect(groupsOf(filtered(many, 'team'), 'owner')).toHaveLength(40);
    return process.cpuUsage(start).user / 1000;
  });
  expect(Math.min(...times)).toBeLessThan(1000);
  const parts = partsOf(many);
  expect(parts.length).toBe(50_000 / mostRows);
  // the same ones: to compare what is in fifty thousand takes longer than to group them
  expect(parts.flat().findIndex((one, at) => one !== many[at])).toBe(-1);
});
