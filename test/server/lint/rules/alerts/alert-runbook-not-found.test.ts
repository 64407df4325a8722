import { test } from 'vitest';
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
