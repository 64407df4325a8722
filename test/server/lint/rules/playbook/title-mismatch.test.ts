import { test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { change, playbook, point } from '../../documents';

test('two titles', () => {
  checkRule(
    'title-mismatch',
    point(
      change(playbook, 'title: "Playbook: Move the mail server"', 'title: "Playbook: Move the web server"'),
      '"Playbook: Move the web server"',
      'information',
    ),
  );
});

test('case, punctuation and prefix do not matter', () => {
  checkRule(
    'title-mismatch',
    change(playbook, 'title: "Playbook: Move the mail server"', 'title: move the Mail-Server'),
  );
});

test('the fix takes the title of the heading', () => {
  const document = change(
    playbook,
    'title: "Playbook: Move the mail server"',
    'title: "Playbook: Move the web server"',
  );
  checkFix('title-mismatch', document, playbook);
});

test('the word that makes a playbook of the document stays', () => {
  const document = (title: string): string =>
    `//- /move.md\n---\ntitle: "${title}"\nrisk_level: low\n---\n\n# Runbook\n\n**Feature Name**: Move\n`;
  checkFix('title-mismatch', document('Playbook: Move'), document('Playbook: Runbook'));
});

test('template titles, and a playbook with one title only, differ from nothing', () => {
  checkRule(
    'title-mismatch',
    change(playbook, 'title: "Playbook: Move the mail server"', 'title: "Playbook: [Name]"'),
  );
  checkRule('title-mismatch', change(playbook, '# Playbook: Move the mail server', '# Playbook: [Name]'));
  checkRule('title-mismatch', change(playbook, 'title: "Playbook: Move the mail server"\n', ''));
});

test('the title of the front matter may be taken as the heading', () => {
  const other = change(playbook, '# Playbook: Move the mail server', '# Playbook: Move the web server');
  checkFix('title-mismatch', other, playbook, 'Use the front matter title');
});

test.each(['📘 Playbook:', ':book: Playbook:', '**Playbook** –', 'Playbook -'])(
  '"%s" is the same kind of title',
  (lead) => {
    checkRule('title-mismatch', change(playbook, '# Playbook: Move', `# ${lead} Move`));
  },
);
