/** Steps that begin with folded text: a finding on them stands on words. */
import { expect, test } from 'vitest';
import { findingsOf, openWorkspace } from '../../../support/workspace';
import { parseFixture } from '../../../support/fixture';
import { runEntry } from '../../lint/run-entry';

test('a finding on a step that begins with <details> has a range with words', () => {
  const steps =
    '\n## Procedure\n\n1. <details><summary>How to drain</summary>\n\n   `poolctl drain`\n\n   </details>\n2. Restart the pool\n';
  const { files } = parseFixture(runEntry({ procedure: steps }));
  const findings = findingsOf(openWorkspace(files), 'RUN-001-pool.md');
  expect(findings.length).toBeGreaterThan(0);
  for (const { span } of findings) expect(span.end).toBeGreaterThan(span.start);
});

test('links whose words and target are to be filled in are not judged', () => {
  const { files } = parseFixture(
    runEntry({ scope: '\n## Scope\n\nSee [API-YYY](#api-yyy-name) and [[file#heading]].\n' }),
  );
  const rules = findingsOf(openWorkspace(files), 'RUN-001-pool.md').map(({ rule }) => rule.name);
  expect(rules).not.toContain('anchor-mismatch');
  expect(rules).not.toContain('placeholder');
});
