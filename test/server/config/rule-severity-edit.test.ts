import { describe, expect, test } from 'vitest';
import { setRuleSeverity } from '../../../server/src/config/rule-severity-edit';
import { ruleOptions } from '../../../server/src/service';
import { applyEdits } from '../../../server/src/text/edit';
import { english } from '../../../server/src/text/say';

/** The text after `vague-step` was set to `hint` for a document, or why it is not. */
function after(text: string, path = 'ops/move.md'): string {
  const found = setRuleSeverity(text, { rule: 'vague-step', severity: 'hint', path }, ruleOptions);
  return 'edit' in found ? applyEdits(text, [found.edit]) : english(found.refused);
}

describe('a severity is set, and all else stays as it is written', () => {
  test.each([
    ['nothing', '', 'rules:\n  vague-step: hint\n'],
    ['comments only', '# ours\n', '# ours\nrules:\n  vague-step: hint\n'],
    ['no line end', '# ours', '# ours\nrules:\n  vague-step: hint\n'],
    ['no rules', 'join: [../a]   # b\n', 'join: [../a]   # b\nrules:\n  vague-step: hint\n'],
    ['empty rules', 'rules: # ours\njoin: []\n', 'rules: # ours\n  vague-step: hint\njoin: []\n'],
    [
      'other rules',
      'rules:\n    orphan-id:   hint # why\n\n    # soon\n    placeholder: off # too\n\njoin: []\n',
      'rules:\n    orphan-id:   hint # why\n\n    # soon\n    placeholder: off # too\n    vague-step: hint\n\njoin: []\n',
    ],
    ['the rule', "rules:\n  vague-step: 'off' # loud\n", 'rules:\n  vague-step: hint # loud\n'],
    ['the rule without a value', 'rules:\n  vague-step:  # ?\n', 'rules:\n  vague-step: hint  # ?\n'],
    ['a rule with null', 'rules:\n  vague-step: ~\n', 'rules:\n  vague-step: hint\n'],
    ['a flow map', 'rules: { orphan-id: hint }\n', 'rules: { vague-step: hint, orphan-id: hint }\n'],
    ['an empty flow map', 'rules: {}\n', 'rules: { vague-step: hint }\n'],
    ['a flow file', '{ join: [] }\n', '{ rules: { vague-step: hint }, join: [] }\n'],
    ['Windows', 'rules:\r\n  orphan-id: hint\r\n', 'rules:\r\n  orphan-id: hint\r\n  vague-step: hint\r\n'],
    ['an unknown key', 'rulez: 1\n', 'rulez: 1\nrules:\n  vague-step: hint\n'],
  ])('%s', (_, text, wanted) => {
    expect(after(text)).toBe(wanted);
  });

  test('options stay', () => {
    const set = (text: string): string => {
      const wanted = { rule: 'too-many-steps', severity: 'off', path: 'a.md' } as const;
      const found = setRuleSeverity(text, wanted, ruleOptions);
      return 'edit' in found ? applyEdits(text, [found.edit]) : english(found.refused);
    };
    expect(set('rules:\n  too-many-steps: { max: 40 }\n')).toBe(
      'rules:\n  too-many-steps: { severity: off, max: 40 }\n',
    );
    expect(set('rules:\n  too-many-steps:\n    max: 40\n')).toBe(
      'rules:\n  too-many-steps:\n    max: 40\n    severity: off\n',
    );
    expect(set('rules:\n  too-many-steps: { max: 40, severity: error }\n')).toBe(
      'rules:\n  too-many-steps: { max: 40, severity: off }\n',
    );
  });

  test('an override that decides about the document is changed, another one is not', () => {
    const text = 'overrides:\n  - files: ops\n    rules:\n      vague-step: off\n';
    expect(after(text)).toBe('overrides:\n  - files: ops\n    rules:\n      vague-step: hint\n');
    expect(after(text, 'legacy/old.md')).toBe(`${text}rules:\n  vague-step: hint\n`);
  });
});

describe('a file is left alone', () => {
  test('that has mistakes', () => {
    expect(after('rules: [\n')).toMatch(/^Correct the mistakes in it first\. /);
    expect(after('staleAfterDays: soon\n')).toContain('"staleAfterDays" must be a whole number');
  });

  test('in which the rules stand elsewhere', () => {
    expect(after('rules: &all\n  orphan-id: hint\noverrides:\n  - files: ops\n    rules: *all\n')).toContain(
      'vague-step: hint',
    );
    expect(after('overrides:\n  - files: x\n    rules: &all\n      orphan-id: hint\nrules: *all\n')).toMatch(
      /by hand/,
    );
  });
});
