/** `##Escalation` without a blank names a part where it plainly means to, and nothing false is said of what it holds. */
import { expect, test } from 'vitest';
import { checkClean } from '../../support/check-rule';
import { faultsOfTree } from '../../support/every-edit-statement';
import { modelOf } from '../../support/read-model';
import { playbook } from '../lint/documents';
import { runEntry } from '../lint/run-entry';

const tight = (text: string): string => text.replace(/^(#{1,6}) (?=(?:\d|Step|Phase|RUN-)|[A-Z])/gm, '$1');
const titlesOf = (text: string): string[] =>
  modelOf(text).headings.map(({ depth, title }) => `${String(depth)} ${title}`);

test('names of parts, steps, phases and entries are headings', () => {
  expect(
    titlesOf('##Escalation\n###Step 2: Restart\nWords.\n\n#RUN-001: Drain\n\n##**Roll back**\n'),
  ).toEqual(['2 Escalation', '3 Step 2: Restart', '1 RUN-001: Drain', '2 Roll back']);
  expect(titlesOf('##RUN-001 [DEPRECATED]\n')).toEqual(['2 RUN-001 [DEPRECATED]']);
});

test('tags, numbers of issues and other words are none', () => {
  expect(titlesOf('#rollback #escalation\n\n#12 is open\n\n##Some words\n\nSee\n##Escalation\n')).toEqual([]);
});

test('documents with such headings say what the same say with blanks', () => {
  checkClean(tight(runEntry({ title: '# RUN-001: Connection pool is exhausted' })));
  checkClean(`//- /playbook.md\n${tight(playbook).replace('#Playbook', '# Playbook')}`);
});

test('they are edited without damage', () => {
  const text = tight(runEntry({ title: '# RUN-001: Pool is full' })).replace(/^\/\/- .*\n/, '');
  expect(faultsOfTree(new Map([['RUN-001-pool.md', text]]), 'RUN-001-pool.md', 1)).toEqual([]);
});
