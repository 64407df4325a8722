/** Whatever is switched off, nothing else is lost: over damaged documents, whole and unfilled ones, alert files, and any rules. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleNames } from '../../../../server/src/lint/registry';
import { withoutCovered } from '../../../../server/src/lint/precedence';
import type { Finding } from '../../../../server/src/lint/rule';
import { encloses } from '../../../../server/src/text/span';
import { alertWorkspace, type GeneratedWorkspace } from '../../../support/alert-workspaces';
import { composed, damaged } from '../../../support/runbook-texts';
import { parseFixture } from '../../../support/fixture';
import { rawFindings } from '../../../support/raw-findings';
import { runs } from '../../../support/runs';
import { findingsOf, openWorkspace, uriOf } from '../../../support/workspace';
import { declaredPairs } from './declared-pairs';

type Files = GeneratedWorkspace['files'];

const sources: Files[] = Object.values(declaredPairs).map((source) => {
  const { files } = parseFixture(source.replaceAll(/[«»]/g, ''));
  return [...files.entries()];
});

/** Lines that defects put into a document. */
const lines = ['', '[Name]', '[Add more as needed]', 'TBD', '## Empty', '**Rollback:**', '**Verification:**'];
const values = ['', 'n/a', 'YYYY-MM-DD', 'low | medium | high', 'RUN-77', '[RUN-777](missing.md)', '[Value]'];

interface Defect {
  readonly at: number;
  /** Lines that are taken out. */
  readonly gone: number;
  readonly line: string | null;
  readonly value: string | null;
}

const edit: fc.Arbitrary<Defect> = fc.record({
  at: fc.nat(),
  gone: fc.constantFrom(0, 0, 1, 3, 8),
  line: fc.constantFrom(null, ...lines),
  value: fc.constantFrom(null, ...values),
});

/** The files with lines taken out, put in or given other values. */
function withDefects(files: Files, edits: readonly Defect[]): Files {
  return files.map(([path, text]) => {
    const own = text.split('\n');
    for (const { at, gone, line, value } of edits) {
      const index = at % (own.length + 1);
      const before = own[index] ?? '';
      const after =
        value === null ? before : before.replace(/(:\**[ \t]+)\S.*$/, (_, lead) => `${lead}${value}`);
      own.splice(index, gone + 1, ...(gone === 0 ? [after] : []), ...(line === null ? [] : [line]));
    }
    return [path, own.join('\n')];
  });
}

const edits = fc.array(edit, { maxLength: 4 });
const pair = fc.tuple(fc.constantFrom(...sources), edits).map(([files, defects]): GeneratedWorkspace => ({
  configuration: '',
  files: withDefects(files, defects),
}));
const alone = fc.oneof(composed, damaged).map((text): GeneratedWorkspace => ({
  configuration: '',
  files: [['SoT.OPERATIONS.md', text]],
}));
const alerts = fc
  .tuple(alertWorkspace, edits)
  .map(([{ configuration, files }, defects]): GeneratedWorkspace => ({
    configuration,
    files: withDefects(files, defects),
  }));
const anyWorkspace = fc.oneof(
  { weight: 3, arbitrary: pair },
  { weight: 1, arbitrary: alone },
  { weight: 2, arbitrary: alerts },
);

/** A workspace with more in its configuration, and the paths of what is looked at in it. */
function opened({ files, configuration }: GeneratedWorkspace, more = '') {
  const workspace = openWorkspace(new Map([...files, ['.runbook.yaml', `${configuration}${more}`]]));
  const paths = files
    .map(([path]) => path)
    .filter((path) => /\.(?:md|yaml)$/.test(path) && workspace.runbook(uriOf(path)) !== undefined);
  return { workspace, paths };
}

/** The findings of all documents and alert files, one line each. */
function report(generated: GeneratedWorkspace, off: readonly string[], wholly: boolean): Set<string> {
  const rules = off.map((name) => `    ${name}: off\n`).join('');
  const more =
    off.length === 0 ? '' : wholly ? `rules:\n${rules}` : `overrides:\n  - files: '**'\n    rules:\n${rules}`;
  const { workspace, paths } = opened(generated, more);
  return new Set(
    paths.flatMap((path) =>
      findingsOf(workspace, path).map(
        ({ rule, span, severity }) => `${path} ${span.start}-${span.end} ${severity} ${rule.name}`,
      ),
    ),
  );
}

describe('switching rules off', () => {
  it('never loses a finding of another rule', () => {
    fc.assert(
      fc.property(
        anyWorkspace,
        fc.subarray([...ruleNames]),
        fc.nat(),
        fc.boolean(),
        (generated, some, pick, wholly) => {
          const all = report(generated, [], true);
          const reported = [...new Set([...all].map((line) => line.slice(line.lastIndexOf(' ') + 1)))];
          const one = reported.length === 0 ? [] : [reported[pick % reported.length] ?? ''];
          for (const off of [one, some]) {
            const left = report(generated, off, wholly);
            const lost = [...all].filter(
              (line) => !left.has(line) && !off.includes(line.slice(line.lastIndexOf(' ') + 1)),
            );
            expect(lost, off.join()).toEqual([]);
          }
        },
      ),
      { numRuns: runs(150) },
    );
  }, 60_000);
});

describe('what findings cover', () => {
  it('leads from each that is dropped to one that is reported', () => {
    fc.assert(
      fc.property(anyWorkspace, (generated) => {
        const { workspace, paths } = opened(generated);
        for (const path of paths) {
          const raw = rawFindings(workspace, path);
          const kept = new Set(withoutCovered(raw));
          for (const finding of raw) expect(endsIn(finding, raw, kept), finding.rule.name).toBe(true);
        }
      }),
      { numRuns: runs(150) },
    );
  }, 60_000);
});

/** Whether every way over the findings that cover one another ends at one that is kept, and none in a circle. */
function endsIn(
  finding: Finding,
  all: readonly Finding[],
  kept: ReadonlySet<Finding>,
  passed: readonly Finding[] = [],
): boolean {
  if (kept.has(finding)) return true;
  if (passed.includes(finding)) return false;
  const winners = all.filter(
    ({ rule, span, covers = [span] }) =>
      finding.rule.yieldsTo?.includes(rule.name) === true &&
      covers.some((one) => encloses(one, finding.span)),
  );
  return winners.length > 0 && winners.every((one) => endsIn(one, all, kept, [...passed, finding]));
}
