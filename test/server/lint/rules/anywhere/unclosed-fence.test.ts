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

test('one that goes on over headings to the end of the next one was meant to end', () => {
  const swallowing = '```bash\n^^^^^^^ error\nls\n\n#### Then\n\n```bash\nls -l\n```\n';
  checkRule(rule, `${changed()}\n${swallowing}`);
  // a document that is shown, and comments of a script
  checkRule(rule, `${changed()}\n${swallowing.replace('bash', 'markdown').replace(/.*\^.*\n/, '')}`);
  checkRule(rule, `${changed()}\n\`\`\`bash\n## Then\nls\n\`\`\`\n\n\`\`\`bash\nls\n\`\`\`\n`);
});

test('a comment and HTML without an end are findings on their beginning', () => {
  checkRule(rule, `${changed()}\n<!-- later\n^^^^ error: comment is never closed\n\nText.\n`);
  checkRule(rule, `${changed()}\n<pre>\n^^^^ error: HTML is never closed\n\nText.\n`);
  checkRule(rule, `${changed()}\n<!-- now -->\n\n<pre>\na\n</pre>\n\nText.\n`);
});
