/** Which kind of a team's own a document is of, and why. */
import { expect, test } from 'vitest';
import { outlineText } from '../../../server/src/features/outline-text';
import { isOurs } from '../../../server/src/document/scope';
import type { KindDecision } from '../../../server/src/model/runbook';
import { english } from '../../../server/src/text/say';
import { findingsOf, openWorkspace, uriOf } from '../../support/workspace';

function kindOf(kinds: string, text: string, path = 'alerts/DiskFull.md'): KindDecision {
  const documents = openWorkspace(
    new Map([
      ['.runbook.yaml', `kinds:\n${kinds.trim().replace(/^/gm, '  ')}\n`],
      [path, text],
    ]),
  );
  const runbook = documents.runbook(uriOf(path));
  if (runbook === undefined) throw new Error('no document');
  return runbook.kind;
}

const page =
  '# Runbook: DiskFull\n\n## 1. Meaning\n\nA.\n\n## 증상 (Symptoms)\n\nB.\n\n## §C. Mitigation\n\nC.\n';

test.each([
  [
    '{ name: page, files: ["alerts/**/*.md", "!alerts/_index.md"] }',
    'its path is one of the files of "page"',
  ],
  ['{ name: page, title: "Runbook: *" }', 'its title is like "Runbook: *"'],
  ['{ name: page, title: "* page" }', 'its title is like "* page"', '## The page\n\nText.\n'],
  ['{ name: page, title: "* page" }', 'its title is like "* page"', '---\ntitle: The page\n---\n\nText.\n'],
  [
    '{ name: page, headings: { atLeast: 3, of: [Meaning, Symptoms, Mitigation, Owner] } }',
    '3 of 4 headings of "page"',
  ],
  ['{ name: page, headings: { atLeast: 2, of: [증상, Meaning] } }', '2 of 2 headings of "page"'],
  [
    '{ name: page, frontMatter: { type: runbook } }',
    'front matter says "type: runbook"',
    '---\ntype: Runbook\n---\n\n# A\n',
  ],
  [
    '{ name: page, frontMatter: { weight: true } }',
    'front matter has weight',
    '---\nweight: 20\n---\n\n# A\n',
  ],
  ['{ name: page }', 'front matter says "runbook: page"', '---\nrunbook: page\n---\n\n# A\n'],
])('by %s', (kind, reason, text = page) => {
  const { kind: decided, house, reasons, stated } = kindOf(`- ${kind}`, text);
  expect([decided, house?.name, stated]).toEqual(['house', 'page', true]);
  expect(reasons.map((words) => english(words))).toEqual([reason]);
});

test.each([
  ['{ name: page, files: ["alerts/**/*.md", "!alerts/DiskFull.md"] }'],
  ['{ name: page, title: "SOP: *" }'],
  ['{ name: page, files: alerts, headings: { atLeast: 4, of: [Meaning, Symptoms, Mitigation, Owner] } }'],
  ['{ name: page, frontMatter: { type: runbook } }'],
  ['{ name: page }'],
])('not by %s', (kind) => {
  expect(kindOf(`- ${kind}`, page)).toMatchObject({ kind: 'none', house: null, stated: false });
});

test.each([
  [
    '- { name: a, files: alerts, title: "Runbook: *" }\n- { name: b, files: alerts }',
    'a',
    'more conditions than "b"',
  ],
  [
    '- { name: a, files: "alerts/Disk*.md" }\n- { name: b, files: "alerts/*.md" }',
    'a',
    'a more literal path than "b"',
  ],
  [
    '- { name: a, files: alerts }\n- { name: b, files: alerts }',
    'b',
    'defined after "a", with the same conditions',
  ],
  [
    '- { name: a, files: alerts, headings: { atLeast: 1, of: [Meaning] } }\n- { files: alerts, kind: none }',
    'a',
    'more conditions than "none"',
  ],
])('of %s the most specific wins: %s', (kinds, winner, reason) => {
  const { house, reasons } = kindOf(kinds, page);
  expect(house?.name).toBe(winner);
  expect(reasons.map((words) => english(words)).at(-1)).toBe(reason);
});

test('what the document says of itself goes first, and a later item for its path may say that it is none', () => {
  const kinds = '- { name: a, files: alerts }\n- { files: alerts, kind: none }';
  expect(kindOf(kinds, page)).toMatchObject({ kind: 'none', stated: true });
  expect(kindOf(kinds, `---\nrunbook: a\n---\n\n${page}`).house?.name).toBe('a');
  expect(kindOf('- { name: a, files: alerts }', `---\nrunbook: playbook\n---\n\n${page}`)).toMatchObject({
    kind: 'playbook',
    house: null,
  });
});

test('a kind that is like a built-in one is of that, and keeps its name', () => {
  expect(kindOf('- { name: a, files: alerts, like: feature }', page)).toMatchObject({
    kind: 'feature',
    house: { name: 'a' },
  });
});

test('a kind that asks for nothing is ours, quiet, and shown by its name', () => {
  const text =
    '# Pool\n\nFix the issue.\n\n1. Handle it\n2. Run the thing, you know\n\n**Last Tested**: 2016-01-01\n';
  const documents = openWorkspace(
    new Map([
      ['.runbook.yaml', 'kinds:\n  - { name: note, files: notes }\n'],
      ['notes/a.md', text],
    ]),
  );
  const runbook = documents.runbook(uriOf('notes/a.md'));
  if (runbook === undefined) throw new Error('no document');
  expect(isOurs(runbook)).toBe(true);
  expect(findingsOf(documents, 'notes/a.md')).toEqual([]);
  expect(outlineText(runbook)).toContain(
    'kind house "note"\n  because its path is one of the files of "note"',
  );
});

test('rules of a role run where it is on, and no louder than it', () => {
  const text = '# Pool\n\n## Steps\n\n1. Fix the issue\n2. Restart the pool\n';
  const rulesWith = (roles: string): string[] => {
    const documents = openWorkspace(
      new Map([
        ['.runbook.yaml', `kinds:\n  - { name: note, files: notes, roles: { ${roles} } }\n`],
        ['notes/a.md', text],
      ]),
    );
    return findingsOf(documents, 'notes/a.md').map(
      ({ rule, severity, mild }) => `${rule.name} ${severity}${mild === true ? ', mild' : ''}`,
    );
  };
  // no profile asks for what is milder than usual
  expect(rulesWith('steps: hint')).toEqual(expect.arrayContaining(['vague-step hint, mild']));
  expect(rulesWith('steps: off, verification: warning')).toContain('unverified-procedure warning');
  expect(rulesWith('steps: off')).toEqual([]);
});
