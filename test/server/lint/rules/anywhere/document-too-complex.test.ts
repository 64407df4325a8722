import { expect, test } from 'vitest';
import { findingsOf, openWorkspace, uriOf } from '../../../../support/workspace';

const top = '# Operations\n\nOwner: @sre\n\n## RUN-001: Restart the pool\n\n';

function said(text: string, file = 'SoT.OPERATIONS.md'): string[] {
  return findingsOf(openWorkspace(new Map([[file, text]])), file).map(
    ({ rule, severity, message }) => `${severity} ${rule.name}: ${message}`,
  );
}

test.each([
  ['60000 lines', `${top}${'x\n'.repeat(60_001)}`],
  ['6000 headings', `${top}${'### x\n\n'.repeat(6_001)}`],
  ['2000 entries', `${top}${'## RUN-002: x\n\n'.repeat(2_001)}`],
  ['25000 markers', `${top}${'[^a]: b\n'.repeat(10_000)}`],
  ['25000 markers', `${top}x[^a]\n\n${'> x\n\n'.repeat(4_000)}`],
  ['25000 markers', `${top}x[^a]\n\n[${'a, '.repeat(20_000)}\n`],
])('a document with more than %s is not checked, and that is all that is said', (bound, text) => {
  const findings = said(text);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toContain(
    `warning document-too-complex: This document is not checked: it has more than ${bound}`,
  );
});

test('of thousands of findings of one rule the first are shown, and one says that there are more', () => {
  const findings = said(`${top}${'See RUN-404.\n\n'.repeat(501)}`);
  expect(findings.filter((one) => one.includes('dangling-id: RUN-404'))).toHaveLength(500);
  expect(findings.filter((one) => one.includes('document-too-complex'))).toEqual([
    'warning document-too-complex: More than 500 findings of dangling-id in this document; only the first are shown. Fix their common cause to see the rest.',
  ]);
});

test('a comment that silences what is not shown any more is not idle', () => {
  const text = `${top}${'See RUN-404.\n\n'.repeat(501)}<!-- runbook-disable-next-line dangling-id -->\nSee RUN-404.\n`;
  expect(said(text).filter((one) => one.includes('unused-suppression'))).toEqual([]);
});

test('as many findings as are shown are no finding of their own', () => {
  const findings = said(`${top}${'See RUN-404.\n\n'.repeat(500)}`);
  expect(findings.some((one) => one.includes('document-too-complex'))).toBe(false);
});

test('a document that is none of ours is left alone', () => {
  expect(said(`# Log\n\n${'x\n'.repeat(50_001)}`, 'notes.md')).toEqual([]);
});

test('what refers to its entries is not to blame', () => {
  const text = `---\nid_prefix: RUN-XXX\n---\n\n${top}${'x\n'.repeat(50_001)}`;
  const other = '# RUN-002: Other\n\nSee RUN-001 and [it](SoT.OPERATIONS.md#run-001-restart-the-pool).\n';
  const documents = openWorkspace(
    new Map([
      ['SoT.OPERATIONS.md', text],
      ['RUN-002-other.md', other],
    ]),
  );
  const named = findingsOf(documents, 'RUN-002-other.md').filter(({ message }) =>
    /RUN-001|run-001/.test(message),
  );
  expect(named).toEqual([]);
  expect(documents.runbook(uriOf('SoT.OPERATIONS.md'))?.headings).toHaveLength(2);
});

test('nor what refers to something in it that is not read', () => {
  const rest = '## Part\n\n'.repeat(5_000);
  const text = `---\nid_prefix: RUN-XXX\n---\n\n${top}${rest}## RUN-007: Late\n\n<a id="late"></a>\n\n| ID |\n| - |\n| RUN-008 |\n`;
  const other = `# RUN-002: Other\n\n**Category**: Incident\n**Owner**: @a\n**Trigger**: x\n\nSee RUN-007, RUN-008, RUN-009 and [it](SoT.OPERATIONS.md#late).\n`;
  const documents = openWorkspace(
    new Map([
      ['SoT.OPERATIONS.md', text],
      ['RUN-002-other.md', other],
    ]),
  );
  const named = findingsOf(documents, 'RUN-002-other.md').filter(({ rule }) =>
    ['dangling-id', 'anchor-mismatch'].includes(rule.name),
  );
  expect(named.map(({ message }) => message)).toEqual([expect.stringContaining('RUN-009')]);
});

test('a heading in a fence is none, read roughly too', () => {
  const text = `${top}\`\`\`\n# Not\n\`\`\`\n\n## Part\n\n${'x\n'.repeat(50_001)}`;
  const model = openWorkspace(new Map([['SoT.A.md', text]])).runbook(uriOf('SoT.A.md'));
  expect(model?.headings.map(({ title }) => title)).toEqual([
    'Operations',
    'RUN-001: Restart the pool',
    'Part',
  ]);
});

test('carriage returns alone are ends of lines as others are', () => {
  const text = `${top}${'Restart the pool with `make restart`.\n\n'.repeat(10_000)}`;
  expect(said(text.replaceAll('\n', '\r'))).toEqual(said(text));
});

test('long documents of what people write are checked', () => {
  const entry =
    '### Steps\n\n1. Restart the pool with `make restart` and wait.\n   - It is **green**.\n\n| a | b |\n| - | - |\n| c | d |\n\n';
  const findings = said(`${top}${entry.repeat(2_000)}`);
  expect(findings.some((one) => one.includes('This document is not checked'))).toBe(false);
});
