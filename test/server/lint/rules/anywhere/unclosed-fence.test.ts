import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { changed } from '../../../../support/sot-entries';

const rule = 'unclosed-fence';

test('a fence without an end is a finding on its marks and its language', () => {
  checkRule(rule, `${changed()}\n\`\`\`bash\n^^^^^^^ error\nls\n`);
  checkRule(rule, `${changed()}\n\`\`\`\n^^^ error\nls\n`);
});

test('one that is closed is none', () => {
  checkRule(rule, `${changed()}\n\`\`\`bash\nls\n\`\`\`\n`);
});
