import { expect, test } from 'vitest';
import { checkFix } from '../../../../support/check-rule';
import { runEntry } from '../../run-entry';

const header = `//- /RUN-001-pool.md
RUN-001: Pool is exhausted
Category: Incident
Trigger: MON-001 alert
Owner: Data team
Last Tested: 2026-11-01

`;

const skeleton = '- [ ] [What shows that it worked]';

test('the fix adds a verification in the style of the document', () => {
  const first = '\n## Procedure\n\n### Step 1: Restart\n`pgb restart`\n';
  const plain = (rest: string): string =>
    runEntry({
      procedure: `${first}${rest}\n### Step 2: Tune\n\`pgb tune\`\n\nVerification:\n- [ ] It runs`,
    });
  checkFix('missing-verification', plain(''), plain(`\nVerification:\n${skeleton}\n`), 'verification');
  const bold = (rest: string): string =>
    runEntry({
      owner: '**Owner**: Data Team',
      procedure: `${first}${rest}\n### Step 2: Tune\n\`pgb tune\`\n\n**Verify:**\n\n- [ ] It runs`,
    });
  checkFix('missing-verification', bold(''), bold(`\n**Verify:**\n\n${skeleton}\n`), 'verification');
});

test('in fences and lists the fix adds a bullet', () => {
  const release = (rest: string): string => `//- /release.md
# Release Runbook: Shop v1.2.0

**Rollback Deadline:** 2 hours

## 3. Build Steps

\`\`\`
Step 1: Tag the release
    $ git push origin v1.2.0
${rest}
Step 2: Build
    - Verify: it is green
\`\`\`
`;
  checkFix(
    'missing-verification',
    release(''),
    release('    - Verify: [What shows that it worked]\n'),
    'verification',
  );
  const list = (rest: string): string =>
    runEntry({
      procedure: `\n## Steps\n10. Restart: \`pgb restart\`${rest}\n11. Tune: \`pgb tune\`\n    - Verify: it runs`,
    });
  checkFix(
    'missing-verification',
    list(''),
    list('\n    - Verify: [What shows that it worked]'),
    'verification',
  );
});

test('in a quote the fix keeps the marks of the quote and touches no other line', () => {
  const lines = ['Verification:', '', '- [ ] [What shows that it worked]'];
  for (const marks of ['> ', '> > ', '  > ']) {
    const step = (title: string): string => `${marks}${title}\n${marks.trimEnd()}\n${marks}Run \`pgb\`.\n`;
    const blank = `${marks.trimEnd()}\n`;
    const source = (more: string): string =>
      `${header}## Procedure\n\n${step('**Step 1: Restart it**')}${blank}${more}${step('**Step 2: Verify it**')}\nWords behind.\n`;
    const inserted = [...lines, ''].map((line) => `${(marks + line).trimEnd()}\n`).join('');
    checkFix('missing-verification', source(''), source(inserted), 'verification');
  }
  const last = (more: string): string =>
    `${header}## Procedure\n\n> #### Step 1: Restart it\n>\n> Run \`pgb\`.\n${more}>\n\nWords behind.\n`;
  checkFix(
    'missing-verification',
    last(''),
    last(['', ...lines].map((line) => `> ${line}`.trimEnd()).join('\n') + '\n'),
    'verification',
  );
});

test('a row of a table has no room for one', () => {
  const rows = runEntry({
    procedure:
      '\n## Procedure\n\n| Step | Action | Verification |\n| --- | --- | --- |\n| 1 | `pgb restart` | the gauge falls |\n| 2 | `pgb tune` | |',
  });
  expect(() => {
    checkFix('missing-verification', rows, rows, 'verification');
  }).toThrow('there are: none');
});

test('the fix is for the author to apply, and names the step or the item', () => {
  for (const [procedure, title] of [
    ['### Step 1: Restart\n`pgb restart`', 'Add a verification to step 1'],
    ['1. Restart: `pgb restart`\n   - Verify: it runs\n2. Tune: `pgb tune`', 'Add a verification to item 2'],
  ])
    expect(() => {
      checkFix('missing-verification', runEntry({ procedure: `\n## Procedure\n\n${procedure}` }), '');
    }).toThrow(`there are: ${title}`);
});

test.each([
  ['two blanks', '1.  ', '    - '],
  ['four blanks', '1.    ', '      - '],
  ['a tab', '1.\t', '\t- '],
  ['code behind it', '1.      ', '   - '],
])('a bullet stands below the words of an item with %s behind its marker', (_what, marker, bullet) => {
  const list = (more: string): string =>
    runEntry({
      procedure: `\n## Steps\n\n${marker}Restart: \`pgb restart\`${more}\n${marker.replace('1', '2')}Tune: \`pgb tune\`\n${bullet}Verify: it runs\n`,
    });
  checkFix(
    'missing-verification',
    list(''),
    list(`\n${bullet}Verify: [What shows that it worked]`),
    'item 1',
  );
});

test('a bullet goes on with the list that the item ends with', () => {
  const list = (more: string): string =>
    runEntry({
      procedure: `\n## Steps\n\n1. Restart: \`pgb restart\`\n   * in the morning${more}\n2. Tune: \`pgb tune\`\n   * Verify: it runs\n`,
    });
  checkFix('missing-verification', list(''), list('\n   * Verify: [What shows that it worked]'), 'item 1');
});

test('a bullet stands below a step that is a bold line in an item, whatever follows', () => {
  const steps = (more: string, next: string): string =>
    runEntry({
      procedure: `\n## Steps\n\n- [ ] **Step 1**: Restart with \`pgb restart\`${more}\n${next}`,
    });
  const bullet = '\n  - Verify: [What shows that it worked]';
  for (const next of ['- [ ] **Step 2**: Tune with `pgb tune`\n  - Verify: it runs\n', '## Notes\n'])
    checkFix('missing-verification', steps('', next), steps(bullet, next), 'step 1');
});
