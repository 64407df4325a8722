import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { changed, windows } from '../../../../support/sot-entries';

const rule = 'empty-section';
const title = '# Deployment Playbook (SoT File)\n';

test('a heading with nothing below it is information', () => {
  checkRule(
    rule,
    changed([
      title,
      `${title}\n## Environments\n   ^^^^^^^^^^^^ information: "Environments" is empty\n\n---\n`,
    ]),
  );
  checkRule(
    rule,
    windows(changed([title, `${title}\n## Environments\n   ^^^^^^^^^^^^ information\n\n<!-- later -->\n`])),
  );
});

test('at the end of the file too', () => {
  checkRule(rule, `${changed()}\n## Notes\n   ^^^^^ information\n`);
});

test('a heading without a title is named as such', () => {
  checkRule(rule, `${changed()}\n## \n^^^ information: no title and no content\n`);
});

test('headings below it are something', () => {
  checkRule(rule, changed([title, `${title}\n## Environments\n\n### Staging\n\nhttps://staging.example\n`]));
});

test('what other rules say is not said twice', () => {
  checkRule(
    rule,
    changed([
      '1. **Mitigate**: undo the last rollout with `kubectl rollout undo deploy/storefront`\n   - Verify: the share of failed checkouts falls within five minutes.\n',
      '',
    ]),
  );
  checkRule(rule, changed(['- [ ] 8 percent of the December orders include gift wrap\n', '']));
});

test('a section that the entry can do without is one like any other', () => {
  checkRule(
    rule,
    changed(
      ['Puts a tagged image into production.\n', ''],
      ['### Overview\n', '### Overview\n    ^^^^^^^^ information\n'],
    ),
  );
});
