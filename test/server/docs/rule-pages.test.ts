/** The pages of the rules are true: each rule has one, and its examples lint as the page says. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleNames } from '../../../server/src/service';
import type { Finding } from '../../../server/src/service';
import { someOf } from '../../support/runs';
import { isTried } from '../../support/tried-rule';
import { findingsOf, openedWorkspace } from '../../support/workspace';

const folder = path.resolve(import.meta.dirname, '../../../docs/rules');
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => name.slice(0, -'.md'.length));
/** Rules of which no example fits on a page. */
const withoutExamples = new Set(['document-set-aside', 'document-too-complex']);
/** Rules that speak of nothing in documents whose path says template, example, archive or changelog. */
const quietInTemplates = new Set([
  'alert-without-runbook',
  'anchor-mismatch',
  'change-log-missing-entry',
  'change-log-unknown-id',
  'dangling-id',
  'deployment-without-dep',
  'deprecated-reference',
  'duplicate-id',
  'empty-section',
  'entry-order',
  'foreign-prefix',
  'id-field-mismatch',
  'id-out-of-band',
  'incident-without-alert',
  'incomplete-deprecation',
  'link-id-mismatch',
  'malformed-id',
  'missing-entry-field',
  'missing-entry-section',
  'missing-link-target',
  'missing-threshold-level',
  'nav-missing-entry',
  'nav-title-mismatch',
  'nav-unknown-entry',
  'one-way-link',
  'orphan-id',
  'risk-without-runbook',
  'rollback-without-runbook',
  'self-reference',
  'stale-last-tested',
  'threshold-without-action',
  'unlisted-linked-id',
  'unrouted-runbook',
  'untitled-entry',
  'unused-prefix',
]);
const severe = new Set(['error', 'warning', 'information']);

/** What makes a document long and says nothing: a comment behind its last words. */
const rest = `\n<!-- ${'nothing '.repeat(4000)}-->\n`;

interface Example {
  readonly title: string;
  readonly expected: 'incorrect' | 'correct';
  readonly files: ReadonlyMap<string, string>;
}

/** The examples of a page: Markdown blocks under `Incorrect:` and `Correct:`, several files divided by file comments. */
function examplesOf(rule: string): Example[] {
  const text = readFileSync(path.join(folder, `${rule}.md`), 'utf8');
  const examples: Example[] = [];
  const pattern = /^(Incorrect|Correct)\b[^\n]*:\n+(?:(`{3,}|~{3,})markdown\n([\s\S]*?\n)\2\n)/gm;
  for (const [, label = '', , code = ''] of text.matchAll(pattern)) {
    const files = new Map<string, string>();
    const parts = code.split(/^<!-- file: (\S+) -->\n/m);
    if (parts[0]?.trim() !== '') files.set('document.md', parts[0] ?? '');
    for (let i = 1; i < parts.length; i += 2) files.set(parts[i] ?? '', parts[i + 1] ?? '');
    examples.push({
      title: `${label} ${examples.length + 1}`,
      expected: label === 'Correct' ? 'correct' : 'incorrect',
      files,
    });
  }
  return examples;
}

function findingsIn(files: ReadonlyMap<string, string>): { file: string; finding: Finding }[] {
  const documents = openedWorkspace(files);
  return [...files.keys()]
    .filter((file) => !file.endsWith('.runbook.yaml'))
    .flatMap((file) => findingsOf(documents, file).map((finding) => ({ file, finding })));
}

function isExcerpt(rule: string): boolean {
  return readFileSync(path.join(folder, `${rule}.md`), 'utf8').includes('show only what the rule looks at');
}

it('every rule has a page, and every page a rule', () => {
  expect(pages.toSorted()).toEqual([...ruleNames].toSorted());
});

describe.each(pages.filter((rule) => isTried(rule)))('the page of %s', (rule) => {
  const examples = examplesOf(rule);

  it.skipIf(withoutExamples.has(rule))('shows what is wrong and what is right', () => {
    expect(examples.map(({ expected }) => expected)).toEqual(
      expect.arrayContaining(['incorrect', 'correct']),
    );
  });

  // that long texts are read in pieces is no matter of a rule
  const longOnes = isTried() ? someOf(examples) : [];

  it.each(longOnes)('$title means the same in a long document, which is read in pieces', ({ files }) => {
    const own = (texts: ReadonlyMap<string, string>): unknown[] =>
      findingsIn(texts)
        .filter(({ finding }) => finding.rule.name === rule)
        .map(({ file, finding: { span, severity, message } }) => ({ file, span, severity, message }));
    const long = new Map(
      Array.from(files, ([file, text]) => [file, file.endsWith('.md') ? text + rest : text]),
    );
    expect(own(long)).toEqual(own(files));
  });

  it.each(quietInTemplates.has(rule) ? examples : [])('$title is quiet in an archive', ({ files }) => {
    // what they define still stands where it was
    const both = new Map([
      ...files,
      ...Array.from(files, ([file, text]) => [`archive/${file}`, text] as const),
    ]);
    const found = findingsIn(both).filter(({ finding }) => finding.rule.name === rule);
    expect(found.filter(({ file }) => file.startsWith('archive/'))).toEqual([]);
  });

  it.each(examples)('$title', ({ expected, files }) => {
    const found = findingsIn(files);
    // a whole feature or release runbook would bury the point: such pages say that they show an excerpt
    const others = isExcerpt(rule)
      ? []
      : found.filter(({ finding }) => finding.rule.name !== rule && severe.has(finding.severity));
    const own = found.filter(({ finding }) => finding.rule.name === rule);
    const tell = ({ file, finding }: { file: string; finding: Finding }): string =>
      `${file}@${String(finding.span.start)} ${finding.severity} ${finding.rule.name}: ${finding.message}`;
    if (expected === 'incorrect') {
      expect(others.map(tell)).toEqual([]);
      expect(own.length).toBeGreaterThan(0);
    } else {
      expect(own.map(tell)).toEqual([]);
      expect(others.filter(({ finding }) => finding.severity !== 'information').map(tell)).toEqual([]);
    }
  });
});
