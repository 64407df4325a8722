import { expect, test } from 'vitest';
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

const around = (text: string): string => changed([overview, `${overview}\n${text}\n`]);

test('the outer fence gets one more than the longest one inside, and at least four', () => {
  const deep = (outer: string): string => around(`${outer}\nCommands:\n\`\`\`\`bash\nls\n\`\`\`\`\n${outer}`);
  checkFix(rule, deep('````'), deep('`````'));
});

test('fences of the other character inside are no matter, those of its own are', () => {
  const tildes = (outer: string): string => around(`${outer}\nCommands:\n~~~bash\nls\n~~~\n${outer}`);
  checkRule(rule, tildes('```'));
  checkRule(rule, tildes('~~~').replace('~~~\nCommands', '~~~\n^^^ information: Use 4 characters\nCommands'));
  checkFix(rule, tildes('~~~'), tildes('~~~~'));
});

test('a fence that holds no other one, and one that is never closed, are left alone', () => {
  checkRule(rule, around('```\nls\n```'));
  checkRule(rule, `${changed()}\n\`\`\`\nCommands:\n\`\`\`bash\nls\n`);
});

test('where it is unclear which line closes the fence, there is no fix', () => {
  for (const text of [
    '```\nCommands:\n```bash\nls\n```\nMore:\n```bash\nls\n```',
    '```\nCommands:\n```bash\nls\n```\n``` and more',
  ]) {
    const unclear = around(text);
    expect(() => {
      checkFix(rule, unclear, unclear);
    }).toThrow('no such fix');
  }
});

test('a fence in a quote closes nothing', () => {
  checkRule(rule, around('```\n> ```bash\n> ls\n> ```\n```'));
});

test('a closing fence may be indented by three blanks', () => {
  const closed = (outer: string, lead: string): string =>
    around(`${outer}\nCommands:\n\`\`\`bash\nls\n\`\`\`\n${lead}${outer}`);
  checkFix(rule, closed('```', '   '), closed('````', '   '));
});

test.each([
  ['is longer than the opening one', '```\nCommands:\n```bash\nls\n```\n`````'],
  ['is indented much further', '```\nCommands:\n```bash\nls\n```\n     ```'],
  ['may be that of a fence with other marks in it', '```\nCommands:\n```bash\n~~~\nls\n```'],
  ['stands behind a mark in a quote', '```\nCommands:\n```bash\nls\n```\n> ```\n```'],
])('there is no fix where the closing fence %s', (_what, text) => {
  const unclear = around(text);
  expect(() => {
    checkFix(rule, unclear, unclear);
  }).toThrow('no such fix');
});
