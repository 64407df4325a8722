import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('a phase without tasks', () => {
  checkRule(
    'missing-tasks',
    point(
      change(playbook, '**Tasks:**\n\n1. Copy the mail with `make copy`\n\n', ''),
      'Phase 2: Copy',
      'warning: Phase 2',
    ),
  );
});

test('an empty label', () => {
  checkRule(
    'missing-tasks',
    point(change(playbook, '1. Copy the mail with `make copy`\n\n', ''), 'Tasks', 'warning', 'Phase 2: Copy'),
  );
});

test('steps by other names, or a bare list', () => {
  checkRule(
    'missing-tasks',
    change(
      change(playbook, '**Tasks:**\n\n1. Copy', '1. Copy'),
      '**Tasks:**\n\n1. Switch',
      '#### Steps\n\n1. Switch',
    ),
  );
});

test('bullets or code right below the heading', () => {
  const bare = change(
    playbook,
    '**Tasks:**\n\n1. Copy the mail with `make copy`\n\n',
    '- Copy the mail\n- Compare the counts\n\n',
  );
  checkRule('missing-tasks', bare);
  checkRule(
    'missing-tasks',
    change(bare, '- Copy the mail\n- Compare the counts\n', '```bash\nmake copy\n```\n'),
  );
});

test('bullets of an objective are no tasks', () => {
  const without = change(
    playbook,
    '**Tasks:**\n\n1. Copy the mail with `make copy`\n\n',
    '**Objective:**\n\n- Copy the mail\n- Compare the counts\n\n',
  );
  checkRule('missing-tasks', point(without, 'Phase 2: Copy', 'warning: Phase 2 has no tasks'));
});

const rule = 'missing-tasks';
const tasks = '**Tasks:**\n\n1. Copy the mail with `make copy`\n\n';
const without = (text: string): string => change(playbook, tasks, text);
const none = (text: string): string => point(text, 'Phase 2: Copy', 'warning: Phase 2 has no tasks');

test('numbered items or code of dependencies, the gate, a decision or the rollback are no tasks', () => {
  checkRule(
    rule,
    none(change(without(''), '- Requires Phase 1 completion', '1. Requires Phase 1 completion')),
  );
  checkRule(rule, none(change(without(''), '- [ ] No difference is left', '1. [ ] No difference is left')));
  checkRule(
    rule,
    none(without('**Decision Point:**\n\n1. If late: wait\n2. If lost: go back, escalate\n\n')),
  );
});

test('a numbered list behind an objective of one line is', () => {
  checkRule(rule, without('1. Copy the mail\n\n'));
});

test('a single numbered line in a comment or in code is not', () => {
  checkRule(rule, none(without('<!--\n1. Copy the mail\n-->\n\n')));
});

test('steps of a phase of another phase are not', () => {
  checkRule(
    rule,
    none(change(without(''), '### Phase 3: Switch', '### Phase 3: Switch\n\n1. Copy the mail')),
  );
});

test('a single numbered item is a task wherever it stands in the phase', () => {
  checkRule(rule, without('1. Copy the mail\n\n'));
  checkRule(rule, change(without(''), '**Estimated Duration:** 6h', '**Estimated Duration:** 6h\n\n1) Copy'));
});

test('a numbered line that Markdown does not take for a list is a task as well', () => {
  checkRule(rule, without('Behind the first copy:\n2. Compare the counts\n\n'));
  checkRule(
    rule,
    none(
      change(
        change(without(''), '- Requires Phase 1 completion', 'Requires this:\n2. Phase 1 completion'),
        '### Phase 3: Switch\n',
        '### Phase 3: Switch\n\nBehind it:\n2. Compare the counts\n',
      ),
    ),
  );
});

test('a numbered line of the phase before it is none', () => {
  checkRule(
    rule,
    none(change(without(''), '**Estimated Duration:** 4h', '**Estimated Duration:** 4h\n\n1. Build it')),
  );
});

test('steps in a fence are tasks, those of the rollback are none', () => {
  checkRule(rule, without('```\nStep 1: Copy the mail\nStep 2: Compare the counts\n```\n\n'));
  checkRule(
    rule,
    none(
      change(
        without(''),
        '```bash\nmake remove-copy\n```',
        '```\nStep 1: Remove the copy\nStep 2: Start the old host\n```',
      ),
    ),
  );
  checkRule(
    rule,
    none(
      change(
        without(''),
        '**Estimated Duration:** 6h',
        '**Estimated Duration:** 6h\n\n#### Rollback of the copy\n\n- Remove the copy\n- Start the old host',
      ),
    ),
  );
});

test('an objective on the lines below its name may be a list, the tasks follow it', () => {
  const objective = '**Objective:**\n\n1. The new host has all mail\n\n';
  const listed = change(without(''), '**Objective:** The new host has all mail.\n\n', objective);
  checkRule(rule, none(listed));
  checkRule(rule, change(listed, objective, `${objective}**Tasks:**\n\n1. Copy the mail\n\n`));
});

test('tasks that are only marks are none', () => {
  for (const empty of ['- [ ]\n\n', '1.\n\n', '<!-- later -->\n\n'])
    checkRule(
      rule,
      point(without(`**Tasks:**\n\n${empty}`), 'Tasks', 'warning: Phase 2 has no tasks', 'Phase 2: Copy'),
    );
});

test('a checklist of states is tasks and gate, one of work tasks alone, a named list neither', () => {
  const parts =
    '**Tasks:**\n\n1. Copy the mail with `make copy`\n\n**Dependencies:**\n\n- Requires Phase 1 completion\n\n**Gate Criteria:**\n\n- [ ] No difference is left';
  const phase = (list: string): string =>
    change(playbook, parts, `**Dependencies:**\n\n- Requires Phase 1 completion\n\n${list}`);
  const states = change(playbook, parts, '- [ ] **Mail** copied\n- [ ] All boxes compared');
  for (const rule of ['missing-tasks', 'missing-gate-criteria']) checkRule(rule, states);
  const work = change(playbook, parts, '- [ ] Copy the mail\n- [ ] Compare all boxes');
  checkRule('missing-tasks', work);
  checkRule('missing-gate-criteria', point(work, 'Phase 2: Copy', 'warning'));
  const named = phase('**Risks:**\n\n- The disk is full\n- The host is lost');
  for (const rule of ['missing-tasks', 'missing-gate-criteria'])
    checkRule(rule, point(named, 'Phase 2: Copy', 'warning'));
});
