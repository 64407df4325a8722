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

const rule = 'section-numbering';
const count = (...headings: string[]): string =>
  `//- /document.md\n${change(feature, /## 1[.] Overview[^]*/, headings.map((heading) => `${heading}\n\nWords.\n`).join('\n'))}`;

test('sections may be counted from 0, but not by other numbers', () => {
  checkRule(rule, count('## 0. Before', '## 1. Overview', '## 2. Rollback'));
  checkRule(
    rule,
    point(count('## 2. Overview', '## 3. Rollback'), '2', 'information: should be 1', '2. Over'),
  );
});

test('headings that are numbered otherwise than by their depth are left alone', () => {
  checkRule(rule, count('# 9. Runbook', '## 1. Overview', '### 7. Case', '## 2. Rollback', '## 3.4 Odd'));
});

test('a section below one without a number goes on from the last one', () => {
  checkRule(rule, count('## 1. Overview', '## Rollback', '### 1.1 Steps', '## 2. Contacts'));
});

test('a single wrong number is one finding; where the next ones follow it, each is judged by it', () => {
  checkRule(
    rule,
    point(count('## 1. A', '## 3. B', '## 3. C', '## 4. D'), '3', 'information: should be 2', '3. B'),
  );
  checkRule(
    rule,
    point(count('## 1. A', '## 4. B', '## 5. C', '## 6. D'), '4', 'information: should be 2', '4. B'),
  );
  checkRule(
    rule,
    point(
      count('## 1. A', '### 1.1 a', '### 1.3 b', '## 2. B', '### 2.1 a', '### 2.2 b'),
      '1.3',
      'information: should be 1.2',
    ),
  );
});

test('a section that begins deeper counts from 1', () => {
  checkRule(rule, count('## 1. A', '### 1.1 a', '#### 1.1.1 x', '#### 1.1.2 y', '### 1.2 b', '#### 1.2.1 z'));
  checkRule(
    rule,
    point(count('## 1. A', '#### 1.1.1 x', '#### 1.1.4 y'), '1.1.4', 'information: should be 1.1.2'),
  );
});

test('the fix changes references in the text with the numbers', () => {
  checkFix(
    rule,
    count('## 1. A', '## 3. B', '## 4. See section 3, Sections 4 and § 1'),
    count('## 1. A', '## 2. B', '## 3. See section 2, Sections 3 and § 1'),
  );
  checkFix(
    rule,
    count('## 0. A', '## 2. B', '### 2.1 b', '### 2.3 c'),
    count('## 0. A', '## 1. B', '### 1.1 b', '### 1.2 c'),
  );
});

test('a reference to a number that two sections share keeps it', () => {
  checkFix(
    rule,
    count('## 1. A', '## 2. B', '## 2. See section 2'),
    count('## 1. A', '## 2. B', '## 3. See section 2'),
  );
});

test('the fix is for the author where text refers to a section that is not there, or a link to one that moves', () => {
  checkFix(
    rule,
    count('## 1. A', '## 3. See section 7'),
    count('## 1. A', '## 2. See section 7'),
    'Renumber the sections',
  );
  checkFix(
    rule,
    count('## 1. A', '## 3. B', '## 4. [there](#3-b)'),
    count('## 1. A', '## 2. B', '## 3. [there](#3-b)'),
    'Renumber the sections',
  );
});

test('numbers of other things, and links to sections that stay, do not keep the fix from being applied', () => {
  checkFix(
    rule,
    count('## 1. A', '## 3. Section 50% and [up](#1-a) and [out](other.md#3-b)'),
    count('## 1. A', '## 2. Section 50% and [up](#1-a) and [out](other.md#3-b)'),
  );
});
