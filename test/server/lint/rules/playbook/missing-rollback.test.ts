import { expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { changed } from '../../../../support/sot-entries';
import { change, feature, playbook, point, release } from '../../documents';

test('a phase, a second way to say so', () => {
  checkRule(
    'missing-rollback',
    point(
      change(playbook, '**Rollback:**\n\n```bash\nmake remove-copy\n```\n\n', ''),
      'Phase 2: Copy',
      'warning: Phase 2 has no rollback',
    ),
  );
});

test('an error when the risk is high', () => {
  checkRule(
    'missing-rollback',
    point(
      change(
        change(playbook, '**Rollback:**\n\n```bash\nmake remove-copy\n```\n\n', ''),
        'risk_level: low',
        'risk_level: high',
      ),
      'Phase 2: Copy',
      'error',
    ),
  );
});

test('a reason is an answer, a bare N/A is half of one', () => {
  checkRule(
    'missing-rollback',
    point(
      change(
        change(
          playbook,
          '**Rollback:**\n\n```bash\nmake remove-copy\n```',
          '**Rollback:** None needed - copying changes nothing',
        ),
        '**Rollback:**\n\n```bash\nmake switch-back\n```',
        '**Rollback:** N/A',
      ),
      'Rollback',
      'information: N/A',
      '**Rollback:** N/A',
    ),
  );
});

test('a release runbook', () => {
  checkRule(
    'missing-rollback',
    point(change(release, /## 6[.] Rollback[^]*?(?=## 7)/, ''), 'Release Runbook: Shop v2.14.0', 'error'),
  );
});

test('a feature runbook', () => {
  checkRule(
    'missing-rollback',
    point(change(feature, /## 7[.] Rollback[^]*?(?=## 8)/, ''), 'Runbook', 'warning'),
  );
});

test('the fix writes a rollback like its siblings', () => {
  const document = change(playbook, '**Rollback:**\n\n```bash\nmake remove-copy\n```\n\n', '');
  checkFix(
    'missing-rollback',
    document,
    change(
      playbook,
      '```bash\nmake remove-copy\n```',
      '```bash\n[First step back]\n[How to see that it worked]\n```',
    ),
    'Add a rollback',
  );
});

const rule = 'missing-rollback';
const second = '**Rollback:**\n\n```bash\nmake remove-copy\n```';

test.each(['None', 'none needed.', 'Not applicable', '*N/A*', '> Nothing to undo', 'No rollback plan'])(
  '"%s" needs a reason',
  (words) => {
    checkRule(
      rule,
      point(
        change(playbook, second, `**Rollback:** ${words}`),
        'Rollback',
        'information: says only',
        `**Rollback:** ${words}`,
      ),
    );
  },
);

test('an answer without a reason is no louder where the risk is high', () => {
  checkRule(
    rule,
    point(
      change(change(playbook, second, '**Rollback:** None'), 'risk_level: low', 'risk_level: high'),
      'Rollback',
      'information: Phase 2 says only "None"',
      '**Rollback:** None',
    ),
  );
  checkRule(
    rule,
    point(
      change(release, /(?<=## 6[.] Rollback Procedure\n\n)[^]*?(?=## 7)/, 'N/A\n\n'),
      '6. Rollback Procedure',
      'information: The rollback of this runbook says only "N/A"',
    ),
  );
});

test('whom to tell during a rollback is no rollback, and may say nothing', () => {
  checkRule(
    rule,
    change(playbook, '## Execution Log', '### Communication during rollback\n\n## Execution Log'),
  );
});

const deployment = (rollback: string): string => changed([section, rollback]);
const section =
  '### Rollback Procedure\n\n1. Follow [RUN-001](#run-001-checkout-errors), beginning with `kubectl rollout undo deploy/storefront`\n   - Verify: the health page shows the previous version.\n\n';

test('a deployment without a rollback, or with one that says only that', () => {
  checkRule(
    rule,
    point(
      deployment(''),
      'DEP-001: Roll out the storefront',
      'warning: DEP-001 has no rollback',
      '## DEP-001',
    ),
  );
  checkRule(
    rule,
    point(
      deployment('### Rollback Procedure\n\nN/A\n\n'),
      'Rollback Procedure',
      'information: The rollback of DEP-001 says only "N/A"',
    ),
  );
});

test('entries of other prefixes need none', () => {
  checkRule(rule, changed());
});

test('the fix writes a section after the steps', () => {
  checkFix(
    rule,
    deployment(''),
    deployment('### Rollback Procedure\n\n```\n[First step back]\n[How to see that it worked]\n```\n\n'),
    'Add a rollback to DEP-001',
  );
});

test('where there is a section, or the document as a whole has none, nothing is added', () => {
  for (const document of [
    change(playbook, second, '**Rollback:** N/A'),
    change(feature, /## 7[.] Rollback[^]*?(?=## 8)/, ''),
  ])
    expect(() => {
      checkFix(rule, document, document);
    }).toThrow('there are: none');
});

test('a phase gets a rollback where no other phase has one', () => {
  const none = playbook.replaceAll(/\*\*Rollback:\*\*\n\n```bash\n[^`]*```\n\n/g, '');
  checkFix(
    rule,
    none,
    change(
      none,
      '**Estimated Duration:** 4h',
      '**Rollback:**\n\n```\n[First step back]\n[How to see that it worked]\n```\n\n**Estimated Duration:** 4h',
    ),
    'Add a rollback to Phase 1',
  );
});

test('a deployment without a title is named by its id', () => {
  checkRule(
    rule,
    point(
      change(deployment(''), '## DEP-001: Roll out the storefront', '## DEP-001'),
      'DEP-001',
      'warning: DEP-001 has no rollback',
      '## DEP-001',
    ),
  );
});

test('that of a draft is information', () => {
  checkRule(
    rule,
    point(
      change(deployment(''), '**Status**: Active (EPIC-04b, 2026-05-09)', '**Status**: Draft'),
      'DEP-001: Roll out the storefront',
      'information: DEP-001 has no rollback',
      '## DEP-001',
    ),
  );
});

test('a feature runbook that says only that there is none', () => {
  checkRule(
    rule,
    point(
      change(feature, /(?<=## 7[.] Rollback[^\n]*\n\n)[^]*?(?=## 8)/, 'None\n\n'),
      /## (7[.] Rollback[^\n]*)/.exec(feature)?.[1] ?? '',
      'information: The rollback of this runbook says only "None"',
    ),
  );
});

test('the plan of the document does not stand for the rollback of a phase', () => {
  checkRule(
    rule,
    point(
      change(
        change(playbook, `${second}\n\n`, ''),
        '## Execution Log',
        '## Rollback Plan\n\n1. Run `make old-host`\n\n## Execution Log',
      ),
      'Phase 2: Copy',
      'warning: Phase 2 has no rollback',
    ),
  );
});
