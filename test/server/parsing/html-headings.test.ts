/** Headings that are written as HTML make sections, entries, steps and phases as those of Markdown do. */
import { describe, expect, test } from 'vitest';
import { checkClean, checkRule } from '../../support/check-rule';
import { faultsOfTree } from '../../support/every-edit-statement';
import { modelOf } from '../../support/read-model';
import { playbook } from '../lint/documents';
import { runEntry } from '../lint/run-entry';

const asHtml = (text: string): string =>
  text.replace(/^(#{1,6}) (.*)\n?/gm, (_, { length }: string, words: string) => {
    const level = String(length);
    return `\n<h${level} align="left">${words}</h${level}>\n\n`;
  });
const titlesOf = (text: string): string[] =>
  modelOf(text).headings.map(({ depth, title }) => `${String(depth)} ${title}`);

test('they have the words between their tags', () => {
  expect(titlesOf('<h2>Escalation</h2>\n')).toEqual(['2 Escalation']);
  expect(titlesOf('<H3 class="x">\n  <b>Roll</b> back &amp; wait\n</H3>\n')).toEqual(['3 Roll back & wait']);
  expect(titlesOf('<a id="x"></a>\n<h2 id="y">One</h2>\n<h4>Two</h4>\n')).toEqual(['2 One', '4 Two']);
});

test('an anchor in one of them is still one', () => {
  expect(modelOf('<h2 id="way-back">Rollback</h2>\n').anchors.map(({ id }) => id)).toEqual(['way-back']);
});

test('within other words, comments, code and tables they are none', () => {
  for (const text of [
    'See <h2>this</h2> there.\n',
    '<!--\n<h2>Escalation</h2>\n-->\n',
    '<pre>\n<h2>Escalation</h2>\n</pre>\n',
    '```html\n<h2>Escalation</h2>\n```\n',
    '<details>\n<summary>\n<h2>Escalation</h2>\n</summary>\n',
    '<table>\n<tr><td>\n<h2>Escalation</h2>\n</td></tr>\n</table>\n',
    '<h2>Escalation</h3>\n',
    '<h2></h2>\n',
    '<h2>Escalation',
  ])
    expect(titlesOf(text)).toEqual([]);
});

describe('documents with such headings', () => {
  test('say what the same say in Markdown', () => {
    checkClean(asHtml(runEntry({ title: '# RUN-001: Connection pool is exhausted' })));
    checkClean(`//- /playbook.md\n${asHtml(playbook)}`);
    checkRule(
      'missing-escalation',
      asHtml(runEntry({ title: '# RUN-001: Pool is full', escalation: null })).replace(
        /(<h1.*>)(RUN.*)(<.*)\n/,
        (line: string, tag: string, words: string) =>
          `${line}${' '.repeat(tag.length)}${'^'.repeat(words.length)} warning: RUN-001\n`,
      ),
    );
  });

  test('are edited without damage', () => {
    const text = asHtml(runEntry({ title: '# RUN-001: Pool is full' })).replace(/^\n?\/\/- .*\n/, '');
    expect(faultsOfTree(new Map([['RUN-001-pool.md', text]]), 'RUN-001-pool.md', 1)).toEqual([]);
  });
});
