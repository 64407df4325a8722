import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, feature, playbook, point } from '../../documents';
import { runEntry } from '../../run-entry';
import { changed, windows } from '../../../../support/sot-entries';

const rule = 'empty-section';
const title = '# Deployment Playbook (SoT File)\n';

test('a heading with nothing below it is information', () => {
  checkRule(
    rule,
    changed([
      title,
      `${title}\n## Environments\n   ^^^^^^^^^^^^ information: "Environments" is empty\n\n---\n`,
    ]),
  );
  checkRule(
    rule,
    windows(changed([title, `${title}\n## Environments\n   ^^^^^^^^^^^^ information\n\n<!-- later -->\n`])),
  );
});

test.each([
  '</details>',
  '<a name="staging"></a>',
  '<br>\n\n* * *',
  '<details>\n<summary>More</summary>\n</details>',
])('what nobody sees is no content: %j', (mark) => {
  checkRule(
    rule,
    changed([title, `${title}\n## Environments\n   ^^^^^^^^^^^^ information: is empty\n\n${mark}\n`]),
  );
});

test.each(['<https://staging.example>', '<img src="map.png" alt="">'])(
  'a link or an image is content: %j',
  (words) => {
    checkRule(rule, changed([title, `${title}\n## Environments\n\n${words}\n`]));
  },
);

test('at the end of the file too', () => {
  checkRule(rule, `${changed()}\n## Notes\n   ^^^^^ information\n`);
});

test('a heading without a title is named as such', () => {
  checkRule(rule, `${changed()}\n## \n^^^ information: no title and no content\n`);
});

test('headings below it are something', () => {
  checkRule(rule, changed([title, `${title}\n## Environments\n\n### Staging\n\nhttps://staging.example\n`]));
});

test('what other rules say is not said twice', () => {
  checkRule(
    rule,
    changed([
      '1. **Mitigate**: undo the last rollout with `kubectl rollout undo deploy/storefront`\n   - Verify: the share of failed checkouts falls within five minutes.\n',
      '',
    ]),
  );
  checkRule(rule, changed(['- [ ] 8 percent of the December orders include gift wrap\n', '']));
});

test('a section that the entry can do without is one like any other', () => {
  checkRule(
    rule,
    changed(
      ['Puts a tagged image into production.\n', ''],
      ['### Overview\n', '### Overview\n    ^^^^^^^^ information\n'],
    ),
  );
});

test('a document that is only a title is left alone', () => {
  checkRule(rule, '//- /RUN-001-pool.md\n# RUN-001: Pool is full\n');
  checkRule(rule, '//- /Runbook-notes.md\n---\ntype: migration\nrisk_level: low\n---\n\n# Playbook: Move\n');
});

test('a heading that introduces phases or steps may stand right before the first', () => {
  checkRule(rule, playbook);
  const bare = (title: string, next: string): string =>
    change(feature, '### 4.2 Rollout', `### ${title}\n\n### ${next}: Go\n\nWait.\n\n### 4.2 Rollout`);
  checkRule(rule, bare('Phases', 'Phase 1'));
  checkRule(rule, bare('Steps', 'Step 1'));
  checkRule(rule, point(bare('Phases', 'Step 1'), 'Phases', 'information'));
  checkRule(rule, point(bare('Steps', 'Stepping stone'), 'Steps', 'information', '### Steps'));
  checkRule(rule, point(bare('Milestones', 'Phase 1'), 'Milestones', 'information'));
  checkRule(
    rule,
    point(change(feature, '### 4.2 Rollout', '### Phases\n\n### 4.2 Rollout'), 'Phases', 'information'),
  );
});

test.each(['Procedure', 'Resolution', 'How to deploy'])(
  'so may "%s", whatever the steps are called, on their level only',
  (title) => {
    const bare = (steps: string): string =>
      runEntry({ procedure: `\n## ${title}\n\n${steps} Stop\n\nRun \`a\`.\n\n## 2. Start\n\nRun \`b\`.` });
    for (const steps of ['## Step 1:', '## 1.']) checkRule(rule, bare(steps));
    // without a step, that is what is said
    checkRule('unreadable-procedure', point(bare('# Before we'), title, 'information', `## ${title}`));
  },
);

test('the title of a step is content enough, that of a section is none', () => {
  const steps = 'Steps below.\n\n#### Step 1: Run `make a`\n\n#### Step 2: Run `make b`\n\n';
  checkRule(rule, change(feature, '### 4.2 Rollout', `### 4.3 More\n\n${steps}### 4.2 Rollout`));
});

test('so is that of a phase outside of playbooks', () => {
  const phases = '#### Phase 4: Stay (100%)\n\n## 5. Monitoring';
  checkRule(rule, change(feature, '## 5. Monitoring', phases));
});

test('an empty heading in a draft is no louder than it', () => {
  checkRule(
    rule,
    changed(
      ['**Status**: Active (EPIC-04b, 2026-05-09)', '**Status**: Draft'],
      ['### Overview\n\nPuts a tagged image into production.\n', '### Overview\n    ^^^^^^^^ hint\n'],
    ),
  );
});

test('of a section whose only heading is empty, that heading is the one to fill in', () => {
  checkRule(
    rule,
    changed([
      title,
      `${title}\n## Environments\n\n### Staging\n    ^^^^^^^ information\n\n## Teams\n\n### \n^^^^ information\n`,
    ]),
  );
});

test('a new file with nothing but its title is one that somebody has just begun', () => {
  checkRule(rule, '//- /SoT.OPERATIONS.md\n---\nid_prefix: RUN-XXX\n---\n\n# Operations (SoT File)\n');
});
