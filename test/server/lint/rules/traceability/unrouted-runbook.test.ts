import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { changed } from '../../../../support/sot-entries';

const rule = 'unrouted-runbook';
const unlinked = [
  ['1. Follow [RUN-001](#run-001-checkout-errors), beginning with', '1. Begin with'],
  ['- [RUN-001](#run-001-checkout-errors) - rollback\n', ''],
  ['- [RUN-001](#run-001-checkout-errors) - what to do', '- nothing yet'],
] as const;
const heading = '## RUN-001: Checkout errors\n';
const caret = `${heading}   ^^^^^^^^^^^^^^^^^^^^^^^^ hint: Nothing refers to RUN-001\n`;

test('a runbook that nothing refers to is a hint', () => {
  checkRule(rule, changed(...unlinked, [heading, caret]));
});

test('its own id, the navigation and the change log are no references', () => {
  checkRule(
    rule,
    changed(
      ...unlinked,
      [heading, caret],
      [
        '# Deployment Playbook (SoT File)\n',
        '# Deployment Playbook (SoT File)\n\n## Navigation\n\n- [RUN-001](#run-001-checkout-errors) - Checkout errors\n',
      ],
    ),
  );
});

test('a reference in another file does', () => {
  checkRule(rule, `${changed(...unlinked)}//- /notes.md\nOn call, follow RUN-001.\n`);
});

test('deprecated runbooks, other entries and workspaces without alerts and deployments are left alone', () => {
  checkRule(rule, changed(...unlinked, [heading, '## RUN-001: Checkout errors [DEPRECATED]\n']));
  checkRule(
    rule,
    `//- /SoT.RUN.md\n---\nid_prefix: RUN-XXX\n---\n\n# Runbooks (SoT File)\n\n## RUN-001: Checkout errors\n\n**ID**: RUN-001\n**Status**: Active\n`,
  );
});

test('an example, and an ID field of another document, are no references', () => {
  checkRule(
    rule,
    `${changed(...unlinked, [heading, caret])}//- /notes.md\n\`\`\`\nRUN-001\n\`\`\`\n\n**ID**: RUN-001\n`,
  );
});

test('a place in another file is none in the navigation of this one', () => {
  const navigation = [
    '# Deployment Playbook (SoT File)\n',
    `# Deployment Playbook (SoT File)\n\n## Navigation\n\n- [RUN-001](#run-001-checkout-errors) - Checkout errors\n`,
  ] as const;
  const filler = 'Words.\n\n'.repeat(5);
  checkRule(rule, `${changed(...unlinked, navigation)}//- /notes.md\n${filler}On call, follow RUN-001.\n`);
});
