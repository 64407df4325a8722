/** Every fix takes away what it says, and nothing else; those that are applied unasked end their findings. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultsOfFixes } from '../../support/fix-statement';
import { fixtureText } from '../../support/read-model';
import { linkedWorkspace } from '../../support/linked-workspace';
import { composed, damaged } from '../../support/runbook-texts';
import { runs } from '../../support/runs';

/** The same documents each time, so that a failure is about the change at hand. */
const seed = 20261120;

const root = path.resolve(import.meta.dirname, '../../..');

/** The Markdown files of a folder and those below it, by path. */
function filesOf(folder: string): Map<string, string> {
  const names = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => [name.replaceAll('\\', '/'), readFileSync(path.join(root, folder, name), 'utf8')]),
  );
}

describe('fixes in documents of this project', () => {
  test('the examples', { timeout: 60_000 }, () => {
    expect(faultsOfFixes(filesOf('examples'))).toEqual([]);
  });

  test('odd documents, one by one', { timeout: 120_000 }, () => {
    const files = filesOf('test/fixtures/awkward');
    expect([...files].flatMap(([name, text]) => faultsOfFixes(new Map([[name, text]])))).toEqual([]);
  });

  test(
    'templates that are filled in, with a line that is wrong, missing or there twice',
    { timeout: 120_000 },
    () => {
      const templates = ['playbook', 'feature-runbook', 'run-entries', 'sot-file', 'release-runbook'];
      const filled = templates.map((name) =>
        fixtureText(`templates/${name}.md`)
          .replace(/XXX/g, '001')
          .replace(/\[(?=[A-Z])([^[\]\n]{1,60})\](?!\()/g, '$1')
          .replace(/YYYY-MM-DD/g, '2026-03-04'),
      );
      const change = fc.record({
        template: fc.constantFrom(...filled.keys()),
        line: fc.nat(),
        kind: fc.constantFrom('drop', 'double', 'number', 'quote', 'self', 'lower'),
        eol: fc.constantFrom('\n', '\r\n'),
      });
      fc.assert(
        fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
          const [first] = changes;
          let text = filled[first?.template ?? 0] ?? '';
          for (const { line, kind } of changes) text = changed(text, line, kind);
          const files = new Map([['docs/SoT.OPS.md', text.replaceAll('\n', first?.eol ?? '\n')]]);
          expect(faultsOfFixes(files)).toEqual([]);
        }),
        { numRuns: runs(60), seed },
      );
    },
  );
});

function changed(text: string, at: number, kind: string): string {
  const lines = text.split('\n');
  const index = at % lines.length;
  const line = lines[index] ?? '';
  const replaced: Record<string, readonly string[]> = {
    drop: [],
    double: [line, line],
    number: [line.replace(/\d+(?!\d)/, (digits) => String(Number(digits) + 2))],
    quote: [`> ${line}`],
    self: [line, '', 'RUN-001 replaces the script of 2024; see RUN-002 (after RUN-001).'],
    lower: [line.toLowerCase()],
  };
  return [...lines.slice(0, index), ...(replaced[kind] ?? [line]), ...lines.slice(index + 1)].join('\n');
}

test('generated documents', { timeout: 120_000 }, () => {
  const name = fc.constantFrom('SoT.OPS.md', 'RUN-001-pool.md', 'playbook.md');
  fc.assert(
    fc.property(fc.oneof(composed, damaged), name, (text, file) => {
      expect(faultsOfFixes(new Map([[file, text]]))).toEqual([]);
    }),
    { numRuns: runs(120), seed },
  );
});

test('generated workspaces whose files name each other', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(
      linkedWorkspace,
      fc.nat(),
      fc.constantFrom('number', 'drop', 'double', 'lower'),
      ({ texts }, line, kind) => {
        const [[first, text] = ['', '']] = texts;
        expect(faultsOfFixes(new Map([...texts, [first, changed(text, line, kind)]]))).toEqual([]);
      },
    ),
    { numRuns: runs(25), seed },
  );
});
