import { expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { findingsOf, openWorkspace, today, uriOf } from '../../../../support/workspace';
import { change, playbook, point } from '../../documents';

test('what YAML cannot read, and nothing else about the fields', () => {
  checkRule(
    'invalid-front-matter',
    point(
      change(playbook, 'type: migration', 'type: : migration'),
      ': migration',
      'error: unquoted colon',
      'type: : mig',
    ),
  );
});

test('a quote that is not closed shows its line', () => {
  checkRule(
    'invalid-front-matter',
    point(
      change(playbook, 'type: migration', 'type: "migration'),
      'type: "migration',
      'error: missing closing quote',
    ),
  );
});

test('a missing closing line', () => {
  checkRule(
    'invalid-front-matter',
    point(
      change(playbook, 'risk_level: low\n---\n', 'risk_level: low\n'),
      '---',
      'error: the closing line "---" is missing',
    ),
  );
});

test('lines may end in a carriage return alone', () => {
  const documents = openWorkspace(new Map([['move.md', playbook.replaceAll('\n', '\r')]]));
  expect(documents.runbook(uriOf('move.md'))?.frontMatter?.fields.map(({ key }) => key)).toContain(
    'risk_level',
  );
  expect(findingsOf(documents, 'move.md').filter(({ rule }) => rule.name === 'invalid-front-matter')).toEqual(
    [],
  );
});

test('a problem at an empty line has the same lines with Windows line endings', () => {
  const text = '---\n: ->\n\n#\n U\n---\n\n# Playbook: x\n';
  const spans = [text, text.replaceAll('\n', '\r\n')].map((one) => {
    const runbook = openWorkspace(new Map([['move.md', one]])).runbook(uriOf('move.md'));
    return runbook?.frontMatter?.problems.map(({ span }) => runbook.lines.rangeOf(span));
  });
  expect(spans[0]?.length).toBeGreaterThan(0);
  expect(spans[1]).toEqual(spans[0]);
});

test('usual causes are named in the words of an author', () => {
  for (const [from, to, words, message] of [
    ['risk_level: low', 'type: low', 'type: low', 'duplicate key'],
    ['risk_level: low', 'risk_level: @low', '@low', 'value starts with a reserved character'],
  ] as const)
    checkRule(
      'invalid-front-matter',
      point(change(playbook, from, to), words, `error: Invalid front matter: ${message}`, to),
    );
});

const yaml =
  '---\ntitle: "Playbook: Move the mail server"\ntype: migration\nestimated_duration: 2d\nrisk_level: low\n---\n';
const apart = playbook.slice(playbook.indexOf(yaml) + yaml.length);

/** All that the rules say of a document. */
function said(text: string): string[] {
  const documents = openWorkspace(new Map([['playbook.md', text]]));
  return findingsOf(documents, 'playbook.md', today).map(({ rule, severity }) => `${rule.name} ${severity}`);
}

test('front matter behind comments or blank lines has one finding, and moves', () => {
  for (const lead of [
    '<!-- licence -->\n',
    '\n',
    '\n\n  \n',
    '<!--\nCopyright\n\n--- all rights ---\n-->\n\n',
    '\ufeff<!-- a -->\n<!-- b -->\n',
    '[//]: # (licence)\n',
    '<!-- licence -->\r\n',
  ]) {
    const eol = lead.includes('\r') ? '\r\n' : '\n';
    const body = (yaml + apart).replaceAll('\n', eol);
    expect(said(lead + body), JSON.stringify(lead)).toEqual(['invalid-front-matter information']);
    const mark = lead.startsWith('\ufeff') ? '\ufeff' : '';
    checkFix(
      'invalid-front-matter',
      `//- /playbook.md\n${lead}${body}`,
      `//- /playbook.md\n${mark}${yaml.replaceAll('\n', eol)}${left(lead.slice(mark.length))}${apart.replaceAll('\n', eol)}`,
    );
  }
});

/** What stays of the text above: no blank lines alone, nor one more than there is below. */
function left(lead: string): string {
  return lead.trim() === '' ? '' : lead.replace(/\n\n$/, '\n');
}

test('front matter behind other text is an error; moving it is for the author to decide', () => {
  for (const lead of ['# Playbook: Move the mail server\n\n', 'Read this first.\n\n', '<br>\n\n'])
    expect(said(lead + yaml + apart)).toContain('invalid-front-matter error');
  checkFix(
    'invalid-front-matter',
    `//- /playbook.md\nRead this.\n\n${yaml}${apart}`,
    `//- /playbook.md\n${yaml}Read this.\n${apart}`,
    'Move',
  );
});

test.each(['- an item', '1. an item', '> a quote', '## A heading', '***', '```\ncode\n```'])(
  'front matter right below %j is front matter, with a blank line between them and without',
  (words) => {
    for (const gap of ['\n', '\n\n'])
      expect(said(`# Playbook: Move\n\n${words}${gap}${yaml}${apart}`)).toContain(
        'invalid-front-matter error',
      );
  },
);

test('TOML is named as what nobody reads', () => {
  const toml =
    '+++\ntitle = "Playbook: Move the mail server"\ntags = ["a"]\n# a comment\n[menu]\nweight = 2\n+++\n';
  expect(said(toml + apart)).toEqual(['invalid-front-matter information']);
  expect(said(`<!-- licence -->\n\n${toml}${apart}`)).toEqual(['invalid-front-matter information']);
  checkRule(
    'invalid-front-matter',
    `//- /playbook.md\n${toml.replace('+++\n', '+++\n^^^ information: TOML\n')}${apart}`,
  );
});

test('examples of front matter, rules and headings are none', () => {
  const own = yaml + apart;
  expect(said(own)).toEqual([]);
  for (const more of [
    '\n```yaml\n---\ntitle: x\ntype: y\n---\n```\n',
    '\n---\n\nWords.\n\n---\n',
    '\n<!--\n---\ntitle: x\ntype: y\n---\n-->\n',
  ])
    expect(said(own + more)).toEqual([]);
  const documents = openWorkspace(new Map([['notes.md', 'Words.\n\n---\nnote: see below\n---\n\nMore.\n']]));
  expect(documents.runbook(uriOf('notes.md'))?.frontMatter).toBeNull();
});

test.each([
  ['SoT.X.md', '- '.repeat(1400), '# Playbook: x', '40 levels of lists and maps'],
  ['SoT.Y.md', `id_prefix: ${'['.repeat(10_000)}`, '# Sources', '40 levels of lists and maps'],
  ['SoT.Z.md', 'a: b\n'.repeat(20_000), '# Sources', '65536 characters'],
  ['move.md', `title: ${'['.repeat(1400)}`, '# Playbook: Move the mail', '40 levels of lists and maps'],
])('front matter that passes a bound is said to: %s', (file, yaml, title, bound) => {
  const found = findingsOf(openWorkspace(new Map([[file, `---\n${yaml}\n---\n${title}\n`]])), file);
  const own = found.filter(({ rule }) => rule.name === 'invalid-front-matter');
  expect(own.map(({ message }) => message)).toEqual([expect.stringContaining(`it has more than ${bound}`)]);
});

test('front matter that passes a bound makes no document one of ours', () => {
  const text = `---\n${'- '.repeat(1400)}\n---\n# Notes\n`;
  expect(findingsOf(openWorkspace(new Map([['notes.md', text]])), 'notes.md')).toEqual([]);
});
