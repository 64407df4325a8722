import { expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { change, playbook, point, release } from '../../documents';

test('of the playbook template', () => {
  checkRule(
    'leftover-instruction',
    point(
      change(playbook, '## Decision Framework', '[Add more phases as needed]\n\n## Decision Framework'),
      '[Add more phases as needed]',
      'warning: instruction',
    ),
  );
});

test('of the release template', () => {
  checkRule(
    'leftover-instruction',
    point(
      change(release, '| Mail   |', '| [Add application-specific tests] | | | |\n| Mail   |'),
      '[Add application-specific tests]',
      'warning',
    ),
  );
});

test('the fix removes it', () => {
  const document = change(
    playbook,
    '## Decision Framework',
    '[Add more phases as needed]\n\n## Decision Framework',
  );
  checkFix('leftover-instruction', document, playbook);
});

const phases = (text: string): string =>
  change(playbook, '## Decision Framework', `${text}\n\n## Decision Framework`);

test('words in brackets that instruct nobody, and instructions in code, are left alone', () => {
  checkRule('leftover-instruction', phases('[See the other host]'));
  checkRule('leftover-instruction', phases('`[Add more phases as needed]`'));
  checkRule('leftover-instruction', phases('```\n[Add more phases as needed]\n```'));
  checkRule('leftover-instruction', phases('{Add more phases as needed}'));
});

test('an instruction that is a whole section takes the place of what is said of its heading', () => {
  const section = phases('## Notes\n\n[Add more notes as needed]\n\n---');
  checkRule('leftover-instruction', point(section, '[Add more notes as needed]', 'warning'));
  checkRule('empty-section', section);
});

test.each([
  ['an item', '- [Add more phases as needed]\n- Another one', '- Another one'],
  ['a box', '- [ ] [Add more phases as needed]\n- [ ] Another one', '- [ ] Another one'],
  ['a numbered item', '1. [Add more phases as needed]\n2. Another one', '2. Another one'],
  ['emphasis', 'Words.\n*[Add more phases as needed]*\nMore words.', 'Words.\nMore words.'],
  ['a quote', '> [Add more phases as needed]\n> Words.', '> Words.'],
])('the fix removes the line of %s', (_what, before, after) => {
  checkFix('leftover-instruction', phases(before), phases(after));
});

test('the blank line behind it goes where there is one before it', () => {
  checkFix(
    'leftover-instruction',
    phases('Words.\n\n[Add more phases as needed]\n\nMore words.'),
    phases('Words.\n\nMore words.'),
  );
  checkFix(
    'leftover-instruction',
    phases('Words.\n[Add more phases as needed]\n\nMore words.'),
    phases('Words.\n\nMore words.'),
  );
});

test('an instruction at the end of the file goes with its line', () => {
  checkFix('leftover-instruction', `${playbook}\n[Add more rows as needed]\n`, `${playbook}\n`);
});

test('a line with other words is for the author', () => {
  const mixed = phases('Then the rest. [Add more phases as needed]');
  expect(() => {
    checkFix('leftover-instruction', mixed, mixed);
  }).toThrow('there are: none');
});

test('where nothing but the instruction stands below a heading, the author decides', () => {
  checkFix(
    'leftover-instruction',
    phases('## Notes\n\n[Add more notes as needed]'),
    phases('## Notes'),
    'Remove the instruction',
  );
  checkFix(
    'leftover-instruction',
    phases('## Notes\n\nKnown.\n\n[Add more notes as needed]\n\n## Other notes\n\n1'),
    phases('## Notes\n\nKnown.\n\n## Other notes\n\n1'),
  );
});

test('an instruction on the first line goes with the blank line behind it', () => {
  const top = (text: string): string =>
    `//- /docs/SoT.OPERATIONS.md\n${text}# Operations (SoT File)\n\nRunbooks of the shop, RUN-001 to RUN-099.\n\n## RUN-001: Drain the pool\n\n**ID**: RUN-001\n**Owner**: Shop\n`;
  checkFix('leftover-instruction', top('[Remove this line]\n\n'), top(''), 'Remove the instruction');
});

test('a line of blanks is a blank line', () => {
  checkFix(
    'leftover-instruction',
    phases('Words.\n  \n[Add more phases as needed]\n\t\nMore words.'),
    phases('Words.\n  \nMore words.'),
  );
});

test('where text goes on right behind it, the blank line before it stays', () => {
  checkFix(
    'leftover-instruction',
    phases('Words.\n\n[Add more phases as needed]\nMore words.'),
    phases('Words.\n\nMore words.'),
  );
});

test('what stands above the heading right before it does not fill its section', () => {
  checkFix(
    'leftover-instruction',
    phases('## Hosts\n\nTwo.\n\n## Notes\n[Add more notes as needed]'),
    phases('## Hosts\n\nTwo.\n\n## Notes'),
    'Remove the instruction',
  );
});

test('the line of an underlined heading is for the author to remove', () => {
  const fixed = /no such fix .* there are: none/;
  for (const heading of ['[Add more hosts as needed]\nPhase 9\n-------', '[Add more hosts as needed]\n===']) {
    const source = phases(heading);
    for (const title of [undefined, 'Remove the instruction'])
      expect(() => {
        checkFix('leftover-instruction', source, source, title);
      }).toThrow(fixed);
  }
});
