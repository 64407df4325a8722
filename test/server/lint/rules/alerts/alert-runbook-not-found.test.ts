import { expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { alertsOf, git, runbooks } from '../../../../support/alert-files';

const rule = 'alert-runbook-not-found';

test('an address of a file that is not there is an error on the address', () => {
  checkRule(
    rule,
    `${runbooks}${alertsOf(`
          runbook_url: docs/gone.md
                       ^^^^^^^^^^^^ error: docs/gone.md, which does not exist`)}`,
  );
});

test('an identifier that nothing defines is one, where the workspace owns its prefix', () => {
  checkRule(
    rule,
    `${runbooks}${alertsOf(`
          runbook_url: RUN-010
                       ^^^^^^^ error: Did you mean RUN-011?`)}`,
  );
  checkRule(rule, `${runbooks}${alertsOf(`\n          runbook_url: OPS-077`)}`);
  checkRule(rule, `${runbooks}${alertsOf(`\n          runbook_url: RUN-001`)}`);
});

test('an address on the forge is followed for every remote of the repository', () => {
  checkRule(
    rule,
    `${git}${runbooks}${alertsOf(`
          runbook_url: https://github.com/acme/shop/blob/main/docs/gone.md
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error
          runbook: https://github.com/fork/shop/blob/main/docs/gone.md
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error`)}`,
  );
  checkRule(
    rule,
    `${git}${runbooks}${alertsOf(`\n          runbook_url: https://github.com/acme/other/blob/main/docs/gone.md`)}`,
  );
});

test('the case of a path counts on a forge and not on a site', () => {
  const mapped = `
//- /.runbook.yaml
addresses:
  - { from: "https://docs.acme.example/{name}", to: "docs/{name}.md" }
`;
  checkRule(
    rule,
    `${git}${mapped.slice(1)}${runbooks}${alertsOf(`
          runbook_url: https://github.com/acme/shop/blob/main/docs/Sot.Runbooks.md
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Did you mean docs/SoT.RUNBOOKS.md?
          runbook: https://docs.acme.example/sot.runbooks`)}`,
  );
});

test('other sites, other kinds of files and templates are not followed', () => {
  for (const address of [
    'https://wiki.acme.example/gone',
    'docs/gone.adoc',
    'https://github.com/acme/shop/blob/main/docs/gone.pdf',
    '"{{ $externalURL }}/gone.md"',
    'the wiki',
  ])
    checkRule(rule, `${git}${runbooks}${alertsOf(`\n          runbook_url: ${address}`)}`);
});

test('a comment in the rule silences it', () => {
  checkRule(
    rule,
    `${runbooks}${alertsOf(`\n          # runbook-disable alert-runbook-not-found\n          runbook_url: docs/gone.md`)}`,
  );
});

test('alert rules matter where something is ours, or the configuration speaks of them', () => {
  const alone = alertsOf(`\n          runbook_url: docs/gone.md`);
  checkRule(rule, alone.slice(0));
  checkRule(
    rule,
    `//- /.runbook.yaml
alerts:
${alertsOf(`
          runbook_url: docs/gone.md
                       ^^^^^^^^^^^^ error`)}`,
  );
});

test('the address changes to the file of the same name elsewhere, and no other byte', () => {
  const at = (path: string): string =>
    `${runbooks}${alertsOf(`\n          # why: "see" below\n          runbook_url: '${path}#run-001-restart-the-api' # kept`)}`;
  checkFix(rule, at('SoT.RUNBOOKS.md'), at('docs/SoT.RUNBOOKS.md'), 'Change the address');
});

test('a file of the same name elsewhere is meant where it is the only one', () => {
  const at = (expected: string): string =>
    alertsOf(`
          runbook_url: api.md
                       ^^^^^^ error: ${expected}`);
  const page = (path: string): string => `//- /${path}\n# API\n\nRestart it.\n`;
  checkRule(rule, `${runbooks}${page('docs/api.md')}${at('Did you mean docs/api.md?')}`);
  checkRule(rule, `${runbooks}${page('docs/api.md')}${page('old/api.md')}${at('or write the runbook.')}`);
  checkRule(rule, `${runbooks}${page('docs/my-api.md')}${at('or write the runbook.')}`);
});

test('a file that was moved from one folder to another is meant as well', () => {
  const page = '//- /docs/api.md\n# API\n\nRestart it.\n';
  checkRule(
    rule,
    `${runbooks}${page}${alertsOf(`
          runbook_url: ops/api.md
                       ^^^^^^^^^^ error: Did you mean docs/api.md?`)}`,
  );
});

test('a long path is told by its last parts', () => {
  const told = (path: string, shown: string): void => {
    checkRule(
      rule,
      `${runbooks}${alertsOf(`
          runbook_url: ${path}
                       ${'^'.repeat(path.length)} error: sends on-call to ${shown}, which`)}`,
    );
  };
  // 32 and 33 characters
  told('docs/runbooks/shop/api-is-off.md', 'docs/runbooks/shop/api-is-off.md');
  told('docs/runbooks/shop/api-is-slow.md', '…/runbooks/shop/api-is-slow.md');
  told('platform/docs/runbooks/production/checkout/api-down.md', '…/checkout/api-down.md');
  told(
    'docs/the-api-of-the-checkout-answers-too-slowly.md',
    '…/the-api-of-the-checkout-answers-too-slowly.md',
  );
  told('the-api-of-the-checkout-answers-too-slow.md', 'the-api-of-the-checkout-answers-too-slow.md');
});

test('the address changes to the page beside it whose name is most alike', () => {
  const page = (path: string): string => `//- /${path}\n# Page\n\nRestart it.\n`;
  const others = [
    'ops/old/api-downe.md',
    'docs/api-downe.md',
    'ops/api.md',
    'ops/nodes.md',
    'ops/api-down.md',
  ];
  const at = (path: string): string =>
    `${runbooks}${others.map(page).join('')}${alertsOf(`\n          runbook_url: ${path}`)}`;
  checkFix(rule, at('ops/api-downs.md'), at('ops/api-down.md'), 'Change the address to ops/api-down.md');
  expect(() => {
    checkFix(rule, at('ops/rotate.md'), at('ops/nodes.md'), 'Change the address');
  }).toThrow('there are: none');
  // an alert file is no page
  expect(() => {
    checkFix(rule, at('deploy/alert.md'), at('deploy/alerts.yaml'), 'Change the address');
  }).toThrow('there are: none');
});

test('an identifier is replaced by the one that was meant, or its entry is created', () => {
  const at = (id: string): string => `${runbooks}${alertsOf(`\n          runbook_url: ${id}`)}`;
  checkFix(rule, at('RUN-010'), at('RUN-011'), 'Replace RUN-010 with RUN-011');
  checkRule(
    rule,
    `${runbooks}${alertsOf(`
          runbook_url: RUN-077
                       ^^^^^^^ error: not defined anywhere. Correct the ID, or add the entry.`)}`,
  );
  expect(() => {
    checkFix(rule, at('RUN-077'), at('RUN-001'), 'Replace');
  }).toThrow('there are: Create RUN-077 in docs/SoT.RUNBOOKS.md');
});

test('an alias repeats an address, and its error is told once', () => {
  checkRule(
    rule,
    `${runbooks}${alertsOf(`
          runbook_url: &page docs/gone.md
                             ^^^^^^^^^^^^ error
          runbook: *page`)}`,
  );
});
