/** Findings that depend on the day say so: they must not fail a change that has nothing to do with them. */
import { expect, test } from 'vitest';
import { rules } from '../../../server/src/lint/registry';
import { exampleTexts } from '../../support/example-workspace';
import { findingsOf, openWorkspace } from '../../support/workspace';

const suppressed = `<!-- runbook-disable-file future-date -->\n`;

/** The findings of each document that do not come with time. */
function lastingOn(day: string, texts: ReadonlyMap<string, string>): readonly string[] {
  const documents = openWorkspace(texts);
  return [...texts.keys()].flatMap((path) =>
    findingsOf(documents, path, day)
      .filter(({ byTime }) => byTime !== true)
      .map(({ rule, span, severity }) => [path, rule.name, span.start, severity].join(' ')),
  );
}

test('all others are the same on every day', () => {
  const texts = new Map(
    Object.entries(exampleTexts()).map(([path, text]) => [
      path,
      path.endsWith('.md') ? text + suppressed : text,
    ]),
  );
  const first = lastingOn('2020-01-01', texts);
  expect(lastingOn('2040-01-01', texts)).toEqual(first);
});

test('where a rule has both, the match says which', () => {
  const entry = (date: string): string =>
    `RUN-001: Pool is full\nCategory: Incident\nTrigger: The gauge\nOwner: Data\nLast Tested: ${date}\n\n## Procedure\n\n1. Look.\n`;
  const texts = new Map([
    ['RUN-001-pool.md', entry('2020-01-01')],
    ['RUN-002-pool.md', entry('Never').replace('RUN-001', 'RUN-002')],
  ]);
  const documents = openWorkspace(texts);
  const byTime = [...texts.keys()].map(
    (path) => findingsOf(documents, path).find(({ rule }) => rule.name === 'stale-last-tested')?.byTime,
  );
  expect(byTime).toEqual([true, undefined]);
  expect(rules.filter(({ meta }) => meta.byTime !== undefined).length).toBeGreaterThan(1);
});
