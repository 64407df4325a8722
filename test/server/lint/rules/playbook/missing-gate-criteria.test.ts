import { expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('a phase without a gate', () => {
  checkRule(
    'missing-gate-criteria',
    point(
      change(playbook, '**Gate Criteria:**\n\n- [ ] No difference is left\n\n', ''),
      'Phase 2: Copy',
      'warning: no gate criteria',
    ),
  );
});

test('an empty gate', () => {
  checkRule(
    'missing-gate-criteria',
    point(
      change(playbook, '- [ ] No difference is left\n\n', ''),
      'Gate Criteria',
      'warning',
      'Phase 2: Copy',
    ),
  );
});

test('a gate that nobody can tick', () => {
  checkRule(
    'missing-gate-criteria',
    point(
      change(playbook, '- [ ] No difference is left', '- No difference is left'),
      'Gate Criteria',
      'information: no checkboxes',
      'Phase 2: Copy',
    ),
  );
});

test('exit criteria are a gate', () => {
  checkRule(
    'missing-gate-criteria',
    change(
      playbook,
      '**Gate Criteria:**\n\n- [ ] No difference',
      '#### Exit Criteria\n\n- [x] No difference',
    ),
  );
});

test('the verification of a task is no gate', () => {
  checkRule(
    'missing-gate-criteria',
    point(
      change(
        change(playbook, '**Gate Criteria:**\n\n- [ ] No difference is left\n\n', ''),
        'with `make copy`',
        'with `make copy`\n   - **Verify:** it ends with "ok"',
      ),
      'Phase 2: Copy',
      'warning',
    ),
  );
});

test('the fix adds boxes', () => {
  const document = change(playbook, '- [ ] No difference is left', '- No difference is left');
  checkFix('missing-gate-criteria', document, playbook);
});

test('inside a quote or a list item the fix keeps to it', () => {
  const head = '---\nrunbook: playbook\n---\n\n# Playbook: Move\n\n## Phases\n\n### Phase 1: Build\n\n';
  const quote = (more: string): string =>
    `//- /move.md\n${head}> **Tasks:**\n>\n> 1. Do it\n>\n> **Gate Criteria:**\n${more}>\n> **Rollback:** Drop it.\n`;
  const criterion = '- [ ] [What must be true before the next phase starts]\n';
  checkFix('missing-gate-criteria', quote(''), quote(`> ${criterion}`), 'criterion');
  const list = (more: string): string =>
    `//- /move.md\n${head}- **Tasks:** Do it\n- **Gate Criteria:**\n${more}- **Rollback:** Drop it.\n`;
  checkFix('missing-gate-criteria', list(''), list(`  ${criterion}`), 'criterion');
});

const rule = 'missing-gate-criteria';
const gate = '**Gate Criteria:**\n\n- [ ] No difference is left\n\n';
const open = '[ ] [What must be true before the next phase starts]';

test('the fix writes a gate like those of the other phases, before what decides, the rollback and the duration', () => {
  checkFix(
    rule,
    change(playbook, gate, ''),
    change(playbook, '- [ ] No difference is left', `- ${open}`),
    'Add gate criteria to Phase 2',
  );
  const third = '**Gate Criteria:**\n\n- [ ] A test mail arrives\n\n';
  checkFix(
    rule,
    change(playbook, third, ''),
    change(playbook, '- [ ] A test mail arrives', `- ${open}`),
    'Add gate criteria to Phase 3',
  );
});

test('an empty gate gets a criterion', () => {
  const empty = change(playbook, '- [ ] No difference is left\n\n', '');
  checkFix(
    rule,
    empty,
    change(playbook, '\n- [ ] No difference is left', `- ${open}`),
    'Add a gate criterion',
  );
});

test('one box is enough, in text too', () => {
  checkRule(rule, change(playbook, '- [ ] No difference is left', '- No difference is left\n- [ ] Signed'));
  checkRule(rule, change(playbook, '- [ ] No difference is left', 'Signed: [ ] yes [x] no'));
});

test('criteria that are no items cannot get boxes', () => {
  const prose = change(playbook, '- [ ] No difference is left', 'No difference is left.');
  checkRule(rule, point(prose, 'Gate Criteria', 'information: no checkboxes', 'Phase 2: Copy'));
  expect(() => {
    checkFix(rule, prose, prose);
  }).toThrow('there are: none');
});

const ofCopy = '**Gate Criteria:**\n\n- [ ] No difference is left';

test.each([
  '**Go / No-Go:**\n\n- [ ] No difference is left',
  '**Go/No-Go criteria**\n\n- [ ] No difference is left',
  '#### GO/NO-GO\n\n- [ ] No difference is left',
  '**Go-/No-Go decision:**\n\n- **Go**: no difference is left\n- **No-Go**: some are',
  '**Go / No-Go:**\n\n**Go:** no difference is left: [ ]\n\n**No-Go:** some are',
  '**Proceed when:**\n\n- [ ] No difference is left',
  '**Proceed to Phase 3 if**\n\n- [ ] No difference is left',
  '**Do not continue until:**\n\n- [ ] No difference is left',
  '**Before moving on:**\n\n- [ ] No difference is left',
  '| Gate | Met? |\n| --- | --- |\n| No difference is left | [ ] |',
  '**Sign-off:**\n\n- [ ] No difference is left',
  '**Stage gate**\n\n- [ ] No difference is left',
  '#### Decision point\n\n- [ ] No difference is left',
])('what is asked before the next phase is a gate: %s', (asked) => {
  const text = change(playbook, ofCopy, asked);
  checkRule('missing-gate-criteria', text);
  checkRule('incomplete-decision-point', text);
  checkRule('incomplete-go-no-go', text);
  checkRule('unverified-procedure', text);
});

test('a question without words is none, nor is a decision with branches', () => {
  checkRule(
    'missing-gate-criteria',
    point(change(playbook, ofCopy, '**Go / No-Go:**'), 'Phase 2: Copy', 'warning'),
  );
  checkRule(
    'missing-gate-criteria',
    point(
      change(
        playbook,
        ofCopy,
        '**Decision Point:**\n\n- **If nothing differs**: go on\n- **If rows differ**: stop\n- **Escalation**: `data-lead`',
      ),
      'Phase 2: Copy',
      'warning',
    ),
  );
});
