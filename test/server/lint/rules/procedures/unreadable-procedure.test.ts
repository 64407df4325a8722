import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { runEntry, sotFile } from '../../run-entry';

const rule = 'unreadable-procedure';

test('prose in the place of steps is one finding on its section', () => {
  checkRule(
    rule,
    runEntry({
      procedure: `
## Procedure
   ^^^^^^^^^ information: No steps found in "Procedure"

Stop the writer, remove \`/data\` with \`rm -rf /data\`, and promote the replica.`,
    }),
  );
});

test('a RUN entry without any steps is one finding on its title', () => {
  checkRule(
    rule,
    runEntry({ procedure: null }).replace(
      'RUN-001: Connection pool is exhausted',
      'RUN-001: Connection pool is exhausted\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: No steps found',
    ),
  );
});

test('what is done beforehand is no procedure', () => {
  checkRule(
    rule,
    runEntry({ procedure: '\nDo this:\n\n1. Run `dockctl drain`\n2. Run `dockctl start`' }).replace(
      'RUN-001: Connection pool is exhausted',
      'RUN-001: Connection pool is exhausted\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: No steps found',
    ),
  );
});

test('steps in any form, anywhere in the entry, can be read', () => {
  checkRule(rule, runEntry());
  checkRule(rule, runEntry({ procedure: '\n## Remediation\n\n- Restart the pooler' }));
  checkRule(rule, runEntry({ procedure: '\n## Database\n\n### 1. Back up\n\n```sh\npg_dump\n```' }));
});

test('runbooks that only say whom to call, and sections to fill in, are not judged', () => {
  checkRule(rule, runEntry({ category: 'Category: Escalation', procedure: null }));
  checkRule(rule, runEntry({ procedure: '\n## Procedure\n\n[What to do, step by step]' }));
});

test('of other entries only those whose prefix the configuration names', () => {
  const test = (configuration: string, carets: string): string =>
    `${configuration}${sotFile(`
## OPS-001: Drain the host

**ID**: OPS-001
**Status**: Active

### Procedure
${carets}
Drain it, and wait.
`).replace('id_prefix: ', 'id_prefix: OPS-XXX, ')}`;
  checkRule(rule, test('', ''));
  checkRule(
    rule,
    test('//- /.runbook.yaml\nprocedures: [OPS]\n', '    ^^^^^^^^^ information: No steps found\n'),
  );
});

test('a section that only says which runbook to follow is not judged', () => {
  for (const words of [
    'Follow [RUN-002](SoT.RUN.md#run-002-drain).',
    'See RUN-002',
    'Same as in RUN-002 and RUN-003.',
  ])
    checkRule(rule, runEntry({ procedure: `\n## Procedure\n\n${words}` }));
  checkRule(rule, runEntry({ procedure: '\n## What the pool needs\n\nFollow RUN-002.\n' }));
  checkRule(
    rule,
    runEntry({
      procedure: `
## Procedure
   ^^^^^^^^^ information: No steps found in "Procedure"

Follow RUN-002. Then remove \`/data\` and promote the replica.`,
    }),
  );
});

test('the steps of a plain entry that ends its document are seen', () => {
  checkRule(
    rule,
    '//- /a.md\nRUN-057: Errors\nCategory: Recovery\nStatus: Active\nOwner: Team\nTrigger: MON-001 fires\n\n## Draining\n\n### Step 1: Drain\n\nRun `drain`.\n\nVerify: it is empty.\n',
  );
});

test('a section that only names the document with the steps has them there', () => {
  for (const words of [
    'Please follow the [manual](https://example.com/manual) on how\nto rotate the certificates.',
    'Follow the steps described in the [recovery docs][docs].\n\n[docs]: https://example.com',
  ])
    checkRule(rule, runEntry({ procedure: `\n## Mitigation\n\n${words}` }));
});

test('the steps of a runbook about a way back are that way', () => {
  const steps = '## Rollback order\n\n1. Freeze the release: `a b`\n2. Stop the meter: `c d`\n';
  checkRule(rule, `//- /a.md\n---\nrunbook: entry\n---\n# Gateway rollback\n\n${steps}`);
  checkRule(
    rule,
    `//- /a.md\n---\nrunbook: entry\n---\n# Gateway\n  ^^^^^^^ information: No steps found\n\n${steps}`,
  );
});

test('what is done after the work does not stand for it', () => {
  checkRule(
    rule,
    runEntry({
      procedure:
        '\n## Procedure\n   ^^^^^^^^^ information\n\nStop the writer and promote the replica.\n\n## After the incident\n\n1. Remove the flag\n2. Scale the pool back\n',
    }),
  );
});

test('steps elsewhere make up for prose only where the heading says that they are steps', () => {
  const prose =
    '\n## Procedure\n   ^^^^^^^^^ information: No steps found\n\nStop the writer, and promote the replica.\n';
  checkRule(
    rule,
    runEntry({ procedure: `${prose}\n## Background\n\n- The pool is small\n- The writer is old\n` }),
  );
  checkRule(
    rule,
    runEntry({
      procedure: `${prose.replace(/ {3}\^+.*\n/, '')}\n## More steps\n\n1. Run \`pgb a\`\n2. Run \`pgb b\`\n`,
    }),
  );
});

test('the steps of a rollback are no procedure', () => {
  checkRule(
    rule,
    runEntry({
      procedure:
        '\n## Procedure\n   ^^^^^^^^^ information: No steps found\n\nStop the writer.\n\n## Rollback\n\n1. Run `pgb a`\n2. Run `pgb b`\n',
    }),
  );
});

test.each([
  ['a long one', `See RUN-002 ${'and wait for the pool to be empty '.repeat(14)}`],
  ['one without an id or a link', 'Follow the manual'],
  ['one that begins otherwise', 'Stop the writer as in RUN-002'],
  ['a link in an order that is none to follow it', 'Use the [console](https://example.com)'],
])('%s does not only refer to where the steps are', (_what, words) => {
  checkRule(
    rule,
    runEntry({ procedure: `\n## Procedure\n   ^^^^^^^^^ information: No steps found\n\n${words}` }),
  );
});

test('fields of the entry may stand in front of what refers to the steps', () => {
  for (const head of ['## RUN-001: Drain\n\n**Owner**: Ops', 'RUN-001: Drain\nCategory: Recovery'])
    checkRule(
      rule,
      `//- /RUN-001.md\n---\nrunbook: entry\n---\n\n${head}\n\nFollow [RUN-002](RUN-002.md).\n`,
    );
});

test('a section below the steps may be the one that refers to them', () => {
  checkRule(rule, runEntry({ procedure: '\n## Procedure\n\n### Drain\n\nFollow RUN-002.\n' }));
});

test('deprecated entries are not judged, and of a document that is an entry the title is what is pointed at', () => {
  checkRule(
    rule,
    runEntry({
      title: 'RUN-001: Connection pool is exhausted [DEPRECATED]',
      procedure: '\n## Procedure\n\nStop the writer.',
    }),
  );
  checkRule(
    rule,
    '//- /a.md\n---\nrunbook: entry\n---\n# Gateway\n  ^^^^^^^ information: No steps found in "Gateway"\n\nRestart it.\n',
  );
});

test('a reference to the steps is one with labels behind it, too', () => {
  checkRule(
    rule,
    runEntry({ procedure: '\n## When paged\n\nFollow RUN-002.\n\n**Rollback**:\n\n```\nundo\n```' }),
  );
});

test('an entry without a heading of its own refers to nothing by its id', () => {
  checkRule(
    rule,
    '//- /a.md\n# RUN-002: Drain\n  ^^^^^^^^^^^^^^ information: No steps found in "RUN-002"\nRUN-001: Pool\n^^^^^^^^^^^^^ information: No steps found in "RUN-001"\nTrigger:\nOwner:\nLast Tested:\n',
  );
});

test('steps of a recovery are the work where nothing else is', () => {
  const step = '\n\n### Step 1: Unseal the vault\n\n`unseal`\n\nVerify: it is open';
  checkRule(rule, runEntry({ procedure: `\n## Recovery${step}` }));
  checkRule(
    rule,
    `//- /backout-plan.md\n---\nrunbook: entry\n---\n# Backout plan\n\n## Fix steps${step}\n\n## Rollback\n\nNone needed: it is one.\n`,
  );
});
