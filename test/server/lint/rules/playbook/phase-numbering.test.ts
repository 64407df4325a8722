import { expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { findingsOf, openWorkspace } from '../../../../support/workspace';
import { change, playbook, point } from '../../documents';

test('a gap', () => {
  checkRule(
    'phase-numbering',
    point(
      change(playbook, '### Phase 3: Switch', '### Phase 5: Switch'),
      '5',
      'warning: does not follow',
      '### Phase 5',
    ),
  );
});

test('a duplicate', () => {
  checkRule(
    'phase-numbering',
    point(
      change(playbook, '### Phase 3: Switch', '### Phase 2: Switch'),
      '2',
      'warning: Phase 2 is defined more than once',
      'Phase 2: Switch',
    ),
  );
});

test('the first number', () => {
  checkRule(
    'phase-numbering',
    point(
      change(playbook, '### Phase 1: Build', '### Phase 4: Build'),
      '4',
      'warning: Phase numbers start at 4',
      '### Phase 4',
    ),
  );
});

test('a number lower than the one before it', () => {
  const document = change(
    change(playbook, '### Phase 2: Copy', '### Phase 3: Copy'),
    '### Phase 3: Switch',
    '### Phase 2: Switch',
  );
  checkRule(
    'phase-numbering',
    point(
      point(document, '3', 'warning: Phase 3 does not follow', '### Phase 3'),
      '2',
      'warning: Phase 2 comes after a higher number',
      '### Phase 2',
    ),
  );
});

test('counting from 0 is fine', () => {
  checkRule(
    'phase-numbering',
    change(
      change(change(playbook, '### Phase 1', '### Phase 0'), '### Phase 2', '### Phase 1'),
      '### Phase 3',
      '### Phase 2',
    ),
  );
});

test('the fix puts the number right', () => {
  const document = change(playbook, '### Phase 3: Switch', '### Phase 5: Switch');
  checkFix('phase-numbering', document, playbook);
});

test('the fix follows references at the end of a sentence, and leaves numbers that only begin alike', () => {
  const saying = (label: string): string =>
    change(
      playbook,
      '**Goal:** Mail arrives at the new host.',
      `**Goal:** Mail arrives at the new host, at the latest after Phase ${label}. See phase 5.1 of the plan.`,
    );
  const misnumbered = change(saying('5'), '### Phase 3: Switch', '### Phase 5: Switch');
  checkFix('phase-numbering', misnumbered, saying('3'));
});

test('phases within a phase have their own count, and options of a phase are no duplicates', () => {
  const phases = (...labels: string[]): string =>
    `//- /move.md\n---\nrunbook: playbook\n---\n\n# Playbook: Move\n\n## Phases\n\n${labels
      .map((label) => `### Phase ${label}: Copy\n\n**Objective:** Copied.\n\n`)
      .join('')}`;
  for (const labels of [
    ['1.1', '1.2', '2'],
    ['1', '1.1', '1.2', '2', '2.1', '3'],
    ['0.1', '0.2', '1'],
    ['1', '2 / Option A', '2 / Option B', '3'],
    ['1', '2a', '2b', '3'],
  ])
    checkRule('phase-numbering', phases(...labels));
  checkFix('phase-numbering', phases('1.1', '1.3', '2'), phases('1.1', '1.2', '2'));
  checkFix('phase-numbering', phases('1', '1.1', '3', '3.1'), phases('1', '1.1', '2', '2.1'));
});

const rule = 'phase-numbering';
const log = (label: string): string => `| ${label}     |            |           |             |       |`;

test('dependencies and rows of the log follow their phase', () => {
  const shifted = playbook
    .replace('### Phase 2: Copy', '### Phase 4: Copy')
    .replace('### Phase 3: Switch', '### Phase 5: Switch')
    .replace('Requires Phase 2 completion', 'Requires Phase 4 completion')
    .replace('From Phase 3:', 'From Phase 5:')
    .replace('From Phase 2:', 'From Phase 4:')
    .replace(log('2'), log('4'))
    .replace(log('3'), log('5'));
  checkFix(rule, shifted, playbook);
});

test('a reference to a number that no phase has keeps the fix from being applied', () => {
  const gone = playbook
    .replace('### Phase 2: Copy', '### Phase 4: Copy')
    .replace('### Phase 3: Switch', '### Phase 5: Switch');
  checkFix(rule, gone, playbook, 'Renumber the phases');
});

test('headings of nothing but a number and a title are renumbered', () => {
  const bare = (second: string): string =>
    `//- /move.md\n# Playbook: Move\n\n## Phases\n\n### 1. Copy\n\n**Objective:** A copy.\n\n**Gate Criteria:**\n\n- [ ] Copied\n\n### ${second}. Switch\n\n**Objective:** Switched.\n\n**Dependencies:** Phase 1\n`;
  checkFix(rule, bare('3'), bare('2'));
});

test('a reference to a number that two phases share stays, and one phase of them is renumbered', () => {
  const twice = playbook.replace('### Phase 3: Switch', '### Phase 2: Switch');
  checkFix(rule, twice, playbook);
});

test('several phases of one number are for the author', () => {
  const thrice = playbook
    .replace('### Phase 2: Copy', '### Phase 1: Copy')
    .replace('### Phase 3: Switch', '### Phase 1: Switch');
  checkFix(rule, thrice, playbook, 'Renumber the phases');
});

test('words and Roman numerals are not renumbered', () => {
  const roman = playbook
    .replace('### Phase 1: Build', '### Phase I: Build')
    .replace('### Phase 2: Copy', '### Phase II: Copy')
    .replace('### Phase 3: Switch', '### Phase IV: Switch');
  expect(() => {
    checkFix(rule, roman, roman);
  }).toThrow('there are: none');
});

test('letters are', () => {
  const letters = (...labels: string[]): string =>
    `//- /move.md\n---\nrunbook: playbook\n---\n\n# Playbook: Move\n\n## Phases\n\n${labels
      .map((label) => `### Phase ${label}: Copy\n\n**Objective:** Copied.\n\n`)
      .join('')}`;
  checkRule(rule, letters('A', 'B', 'C'));
  checkFix(rule, letters('A', 'C'), letters('A', 'B'));
});

test('a link to a heading that changes keeps the fix from being applied', () => {
  const linked = (label: string): string =>
    change(
      playbook.replace('### Phase 3: Switch', `### Phase ${label}: Switch`),
      '**Motivation:** The old host leaves support.',
      '**Motivation:** The old host leaves [support](#phase-5-switch).',
    );
  expect(() => {
    checkFix(rule, linked('5'), linked('3'));
  }).toThrow('no such fix');
});

test.each([
  ['0', false],
  ['2', true],
])(
  'a dependency on phase %s, which there is not, decides whether the fix is automatic: %s',
  (key, automatic) => {
    const text = `# Playbook: Move\n\n### Phase 1: Copy\n\n**Gate Criteria:**\n- [ ] Copied\n\n**Rollback:** Drop it.\n\n### Phase 3: Check\n\n### Phase 3: Switch\n\n**Dependencies:**\n- Requires Phase ${key}\n`;
    const found = findingsOf(openWorkspace(new Map([['move.md', text]])), 'move.md');
    const fixes = found.filter(({ rule }) => rule.name === 'phase-numbering').flatMap((one) => one.fixes());
    expect(fixes.map((fix) => fix.automatic)).toContain(automatic);
  },
);
