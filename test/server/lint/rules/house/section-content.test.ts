import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { ofKind } from './house-kind';

const rule = 'section-content';
const holds = (content: string): string => `sections: [{ name: Mitigation, holds: [${content}] }]`;
const page = (body: string): string =>
  `# DiskFull\n\n## Mitigation\n\n${body}\n\n## Next\n\n1. x\n\n\`\`\`\nx\n\`\`\`\n`;

test.each(['list', 'steps', 'code', 'boxes', 'table'])('a section without %s', (content) => {
  checkRule(
    rule,
    ofKind(
      holds(content),
      page('Words.').replace(
        '## Mitigation\n',
        '## Mitigation\n   ^^^^^^^^^^ warning: "Mitigation" holds no\n',
      ),
    ),
  );
});

test.each([
  ['list', '- a\n- b'],
  ['list', '> 1. a\n> 2. b'],
  ['steps', '1. a\n2. b'],
  ['steps', '### Step 1: a\n\nb'],
  ['steps', '### 1. a\n\nb'],
  ['code', '```sh\nls\n```'],
  ['code', '1. a\n\n   ```sh\n   ls\n   ```'],
  ['code', 'Run:\n\n    ls'],
  ['boxes', '- [ ] a'],
  ['table', '| a | b |\n|---|---|\n| c | d |'],
  ['table', 'Not applicable: nothing to clean.'],
])('%s is there in %j', (content, body) => {
  checkRule(rule, ofKind(holds(content), page(body)));
});
