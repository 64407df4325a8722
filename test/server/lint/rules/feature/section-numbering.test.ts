import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { change, feature, point } from '../../documents';

test('a duplicate, a gap and a wrong parent', () => {
  checkRule(
    'section-numbering',
    point(
      point(
        point(
          change(
            change(change(feature, '## 8. Em', '## 7. Em'), '### 7.2 ', '### 7.3 '),
            '### 6.2 ',
            '### 5.2 ',
          ),
          '5.2',
          'information: 6.2',
          '### 5.2',
        ),
        '7.3',
        'information: 7.2',
        '### 7.3',
      ),
      '7',
      'information: 8',
      '## 7. Em',
    ),
  );
});

test('a section that is gone is one finding', () => {
  checkRule(
    'section-numbering',
    point(change(feature, /## 8[.] Em[^]*?(?=## 9)/, ''), '9', 'information: 8', '## 9. Esc'),
  );
});

test('the fix puts the number right', () => {
  const document = change(feature, '### 6.2 ', '### 6.3 ');
  checkFix('section-numbering', document, feature);
});
