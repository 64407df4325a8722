import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { changed, windows } from '../../../../support/sot-entries';

const rule = 'nested-fence';
const overview = 'Puts a tagged image into production.\n';
const nested = (outer: string): string => `${overview}
${outer}
Commands:
\`\`\`bash
kubectl get pods
\`\`\`
${outer}
`;

test('a fence around fences of its own length is information on its opening line', () => {
  const text = nested('```').replace('```\nCommands', '```\n^^^ information: close it too early\nCommands');
  checkRule(rule, changed([overview, text]));
  checkRule(rule, windows(changed([overview, text])));
});

test('a longer outer fence is as it should be', () => {
  checkRule(rule, changed([overview, nested('````')]));
  checkRule(rule, changed([overview, nested('~~~')]));
});

test('the outer fence gets one character more than those inside', () => {
  checkFix(rule, changed([overview, nested('```')]), changed([overview, nested('````')]));
  checkFix(rule, windows(changed([overview, nested('```')])), windows(changed([overview, nested('````')])));
});
