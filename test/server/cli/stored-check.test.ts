/** The written form of a check: what was written is read, and nothing else is. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoredCheck } from '../../../server/src/cli/stored-check';
import { readStoredCheck, writeStoredCheck } from '../../../server/src/cli/stored-check';

const place = { line: 1, column: 2, endLine: 3, endColumn: 4 };
const stored: StoredCheck = {
  fingerprint: 'abc',
  check: {
    findings: [
      {
        row: {
          file: 'ä.md',
          ...place,
          rule: 'dangling-id',
          severity: 'hint',
          message: 'm',
          fixable: true,
          byTime: true,
        },
        source: 0,
        details: {
          entry: 'RUN-001',
          words: 'w',
          bytes: place,
          suggestion: { bytes: place, text: 'x' },
          related: [{ file: 'b.md', place, message: 'm' }],
          fixes: [{ title: 't', changes: [{ file: 'b.md', replacements: [{ place, text: 'x' }] }] }],
        },
        mild: true,
        print: { entry: 'RUN-001', at: 'a.b.c' },
      },
      {
        row: {
          file: 'ä.md',
          ...place,
          rule: 'stub-entry',
          severity: 'error',
          message: '',
          fixable: false,
          byTime: false,
        },
        source: 1,
        details: null,
        print: null,
        mild: false,
      },
    ],
    sources: ['one', '\ud800 "two"\n'],
    documents: ['ä.md'],
    recognised: 1,
    entries: ['ä.md\nRUN-001'],
    problems: ['b.md was skipped'],
  },
};

/** All copies of a value in which one part, however deep, is gone or something else. */
function* broken(value: unknown): Iterable<unknown> {
  yield undefined;
  yield Symbol.iterator in Object(value) ? 1 : [1];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value))
    for (const other of broken(part))
      if (!Array.isArray(value)) yield { ...value, [key]: other };
      else if (other !== undefined) yield Object.assign([...(value as readonly unknown[])], { [key]: other });
}

test('comes back as it was', () => {
  expect(readStoredCheck(writeStoredCheck(stored))).toEqual(stored);
});

test('is refused with any part missing or of another type', () => {
  const copies = [...broken(stored)].filter((copy) => copy !== undefined).map((copy) => JSON.stringify(copy));
  expect(copies.length).toBeGreaterThan(100);
  for (const copy of copies) expect({ copy, read: readStoredCheck(copy) }).toEqual({ copy, read: null });
});

test('is no other text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readStoredCheck(text)).toBe(null);
    }),
  );
});
