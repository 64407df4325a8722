import { expect, test } from 'vitest';
import { checkRule, relatedOf } from '../../../../support/check-rule';
import { change, feature, point } from '../../documents';

test('twice', () => {
  checkRule(
    'duplicate-error-code',
    point(
      change(feature, '| ERR-002 ', '| ERR-001 '),
      'ERR-001',
      'warning: Duplicate error code "ERR-001" (see line',
      'ERR-001    | No price',
    ),
  );
});

test('in other letters and in another table too; the first place is shown', () => {
  const document = change(
    change(feature, '| ERR-002 ', '| err-001 '),
    '## 7. Rollback Procedures',
    '| Code | Meaning |\n| --- | --- |\n| ERR-003 | No ink |\n\n## 7. Rollback Procedures',
  );
  checkRule('duplicate-error-code', point(document, 'err-001', 'warning: Duplicate error code "err-001"'));
  expect(relatedOf('duplicate-error-code', document)).toEqual([
    'document.md: ERR-001 | "err-001" is first listed here',
  ]);
});

test('words and empty cells are no codes, and other columns hold none', () => {
  checkRule(
    'duplicate-error-code',
    feature.replace('| ERR-001 ', '| None ').replace('| ERR-002 ', '| None '),
  );
  checkRule('duplicate-error-code', feature.replace('| ERR-001 ', '| ').replace('| ERR-002 ', '| '));
  checkRule(
    'duplicate-error-code',
    feature.replace('| Error Code |', '| Number     |').replace('| ERR-002 ', '| ERR-001 '),
  );
});
