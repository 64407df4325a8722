import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { change, point, release } from '../../documents';

test('no decision', () => {
  checkRule(
    'missing-go-no-go',
    point(
      change(release, '**Go/No-Go Decision:** The release manager says go in the channel.\n\n', ''),
      '4.1 Production Deployment',
      'warning: No go/no-go decision before production',
    ),
  );
});

test('an empty one', () => {
  checkRule(
    'missing-go-no-go',
    point(
      change(
        release,
        '**Go/No-Go Decision:** The release manager says go in the channel.',
        '**Go/No-Go Decision:**',
      ),
      'Go/No-Go Decision',
      'warning',
      '**Go/No-Go',
    ),
  );
});

test('a heading', () => {
  checkRule('missing-go-no-go', change(release, '**Go/No-Go Decision:** The', '### Go / No-Go\n\nThe'));
});
