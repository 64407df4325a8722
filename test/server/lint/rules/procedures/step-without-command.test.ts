import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { runEntry, sotFile } from '../../run-entry';

const rule = 'step-without-command';

const step = (title: string, body: string): string =>
  runEntry({
    procedure: `\n## Procedure\n\n### Step 1: ${title}\n${body}\n\nVerification:\n- [ ] The gauge falls`,
  });

test('code, links, addresses, ways through an interface and procedures to follow are something to do', () => {
  for (const body of [
    '```bash\npgb restart\n```',
    'Run `pgb restart`.',
    'Open https://grafana.example/d/pool and look.',
    'See the [dashboard](pool.md).',
    'Go to Settings > Access > Keys.',
    'Click **Restart**.',
    'Follow RUN-004.',
  ])
    checkRule(rule, step('Restart the pooler', body));
});

test('words alone are information on the title', () => {
  checkRule(
    rule,
    step(
      'Restart the pooler\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^ information: no command',
      'Restart it on all hosts.',
    ),
  );
});

test('steps that tell, wait or decide are a hint', () => {
  checkRule(
    rule,
    step('Monitor for 15 minutes\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint', 'Look at the boards.'),
  );
  checkRule(rule, step('Notify support\n    ^^^^^^^^^^^^^^^^^^^^^^ hint', 'They tell the customers.'));
});

test('items of lists are judged in runbook entries', () => {
  checkRule(
    rule,
    runEntry({
      procedure:
        '\n## Steps\n1. Restart it on all hosts\n   ^^^^^^^^^^^^^^^^^^^^^^^ information\n2. Verify: `pgb gauge`',
    }),
  );
  checkRule(
    rule,
    '//- /p.md\n# Playbook: Move\n\n## Phases\n\n### Phase 1: Move\n\n**Tasks:**\n1. Move it\n\n**Gate Criteria:**\n- [ ] Moved\n',
  );
});

test.each([
  ['an arrow', 'Settings → Keys'],
  ['a section to see', 'See section 4.2.'],
  ['a quoted button', 'Press "Restart" in the console.'],
  ['a deployment to follow', 'Follow DEP-004.'],
])('%s is something to do', (_what, body) => {
  checkRule(rule, step('Restart the pooler', body));
});

test.each([
  ['an entry that is no procedure', 'As MON-004 shows.'],
  ['a button that is not named', 'Click somewhere. **Now** it is on.'],
  ['a sign without words around it', '> Restart it'],
])('%s is nothing to do', (_what, body) => {
  checkRule(
    rule,
    step(
      'Restart the pooler\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^ information: "Restart the pooler" has no command',
      body,
    ),
  );
});

test('a link or an id of the next step is not that of this one', () => {
  checkRule(
    rule,
    runEntry({
      procedure:
        '\n## Procedure\n\n### Step 1: Restart\n    ^^^^^^^^^^^^^^^ information\nRestart it.\n\n### Step 2: Look\n[Board](https://x.example), RUN-004.\n',
    }),
  );
});

test('steps of a draft are no louder than it', () => {
  checkRule(
    rule,
    step('Restart the pooler\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^ hint', 'Restart it.').replace(
      'Owner:',
      'Status: Draft\nOwner:',
    ),
  );
});

test('lists of deployments are not judged', () => {
  checkRule(
    rule,
    sotFile(
      '## DEP-001: Roll out\n\n**ID**: DEP-001\n**Status**: Active\n\n### Deployment Steps\n\n1. Roll it out\n2. Announce it',
    ),
  );
});

test('in a fence a named pipeline or command is something to do', () => {
  const release = (line: string): string => `//- /release.md
# Release Runbook: Shop v1.2.0

**Rollback Deadline:** 2 hours

## 3. Build Steps

\`\`\`
Step 1: Tag the release
${line}
\`\`\`
`;
  checkRule(rule, release('  - Pipeline: nightly'));
  checkRule(rule, release('^^^^^^^^^^^^^^^^^^^^^^^ information\n  - Remark: nightly'));
});

test('of a title that is only a label, the words behind it are quoted', () => {
  checkRule(
    rule,
    runEntry({
      procedure:
        '\n## Steps\n1. **Restart:** it on all hosts\n     ^^^^^^^^ information: "it on all hosts" has no command\n2. Verify: `pgb gauge`',
    }),
  );
});

test('a step that nobody has written yet is template text, and nothing more', () => {
  for (const title of ['[First thing to do]', '{What to do}', '[Name]']) checkRule(rule, step(title, ''));
  checkRule(rule, runEntry({ procedure: '\n## Procedure\n\n1. **Assess**: {How to see it}\n2. [Next]\n' }));
  checkRule(rule, step('Drain\n`drain`\n\n#### Step 1.1: [What to do]\n[How to do it]', ''));
  checkRule(
    rule,
    step('Restart [host]\n    ^^^^^^^^^^^^^^^^^^^^^^ information: no command', 'Restart it on all hosts.'),
  );
});

test.each([
  '### 🔧 Step 1: Drain\n`drain`\n\n### 🔧 Step 2: [What to do]',
  '### A. Drain\n`drain`\n\n### B. [What to do]',
  '### [ ] Step 1/2: Drain\n`drain`\n\n### [ ] Step 2/2: [What to do]',
])('a step that is to be written is none, whatever counts it: %j', (steps) => {
  checkRule(rule, runEntry({ procedure: `\n## Procedure\n\n${steps}\n[How to do it]` }));
});
