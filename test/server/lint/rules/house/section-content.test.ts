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
        '## Mitigation\n   ^^^^^^^^^^ warning: "Mitigation" has no\n',
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
  ['steps', '**Step 1: a**\n\nb\n\n**Step 2: c**\n\nd'],
  ['steps', '| Step | Action |\n|---|---|\n| 1 | Run `a` |\n| 2 | Run `b` |'],
  ['boxes', '1. [x] a'],
  ['code', '```sh\nls\n```'],
  ['code', '1. a\n\n   ```sh\n   ls\n   ```'],
  ['code', 'Run:\n\n    ls'],
  ['boxes', '- [ ] a'],
  ['table', '| a | b |\n|---|---|\n| c | d |'],
  ['table', 'Not applicable: nothing to clean.'],
])('%s is there in %j', (content, body) => {
  checkRule(rule, ofKind(holds(content), page(body)));
});

test('each sort that is lacking is told, in a document that is no template', () => {
  checkRule(
    rule,
    ofKind(
      holds('code, list'),
      page('Words.').replace(
        '## Mitigation\n',
        '## Mitigation\n   ^^^^^^^^^^ warning: has no code\n   ^^^^^^^^^^ warning: has no list\n',
      ),
    ),
  );
  checkRule(rule, ofKind(holds('code'), page('Words.'), 'alerts/_template.md'));
  checkRule(rule, ofKind(holds('code'), '# DiskFull\n\n## Next\n\nWords.\n'));
});

test('what stands in front of a section or behind it is not in it', () => {
  for (const content of ['list', 'steps', 'code', 'boxes', 'table'])
    checkRule(
      rule,
      ofKind(
        holds(content),
        `# DiskFull\n\n## Before\n\n1. [ ] a\n\n   ~~~\n   x\n   ~~~\n\n| a | b |\n|---|---|\n| c | d |\n\n## Mitigation\n   ^^^^^^^^^^ warning: "Mitigation" has no\nWords.\n## Next\n1. [ ] a\n\n   ~~~\n   x\n   ~~~\n\n| a | b |\n|---|---|\n| c | d |\n`,
      ),
    );
});
