import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countLines,
  destructiveIn,
  safeLines,
  slotsIn,
  whyUnsendable,
} from '../../../server/src/run/commands';
import { anyString } from '../../support/any-string';
import { english } from '../../../server/src/text/say';
import { runs } from '../../support/runs';

const names = (command: string): string[] => slotsIn(command).map(({ name }) => name);

describe('what is to be filled in', () => {
  test.each([
    ['kubectl delete pod <pod> -n <name space>', ['pod', 'name space']],
    ['aws --region ${REGION} s3 ls $BUCKET', ['REGION', 'BUCKET']],
    ['shopctl deploy --version [version]', ['version']],
    ['export VERSION=2\nshopctl deploy $VERSION', []],
    ['echo "$HOME" "$PATH"', []],
    ['if [ -f x ]; then ls file[0-9] a[i]; fi', []],
    ['sort <input >output', []],
    ['shopctl ${MODE:-fast}', []],
  ])('%s', (command, expected) => {
    expect(names(command)).toEqual(expected);
  });

  test('a secret is known by its name, and masked where it is shown', () => {
    const command = 'login --user <user> --password <db password>';
    expect(slotsIn(command).map(({ secret }) => secret)).toEqual([false, true]);
    const { lines } = safeLines(command, { user: 'ada', 'db password': 'hunter2' });
    expect(lines.map(({ text, shown }) => [text, shown])).toEqual([
      ['login --user ada --password hunter2', 'login --user ada --password ••••••'],
    ]);
  });

  test('what stands in one slot is never taken for another', () => {
    const { lines } = safeLines('run <a> <b>', { a: '<b>', b: 'two' });
    expect(lines[0]?.text).toBe('run <b> two');
  });
});

describe('lines for a terminal', () => {
  test('comments and blank lines are left out, continued lines are one', () => {
    expect(safeLines('# first\nls \\\n  -l\n\nwc\t-l\n', {}).lines.map(({ text }) => text)).toEqual([
      'ls -l',
      'wc -l',
    ]);
    expect(countLines('# only a comment')).toBe(0);
  });

  test.each([
    ['an escape sequence', 'ls \u001b[201~; reboot'],
    ['a carriage return behind words', 'ls \u0003'],
    ['a bell', 'ls \u0007'],
    ['an end of transmission', 'ls \u0004'],
    ['one of the higher control characters', 'ls \u009b201~'],
    ['a line separator', 'ls \u2028reboot'],
    ['what turns the text around', 'ls \u202egnp.sh'],
    ['what has no width', 'l\u200bs'],
    ['half a character', 'ls \ud800'],
    ['a nought', 'ls \0'],
    ['a backspace', 'rm -rf /\b\b\b\b\b\b\b\bls'],
    ['a delete', 'ls \u007f'],
    ['a feed', 'ls \f-l'],
    ['a next line', 'ls \u0085reboot'],
    ['a paragraph separator', 'ls \u2029reboot'],
    ['a command to the operating system', 'ls \u001b]0;title\u0007'],
    ['the same in one character', 'ls \u009d0;title\u009c'],
    ['an isolate', 'ls \u2066gnp\u2069'],
    ['a blank by another name', 'ls\u3164-l'],
    ['tags', 'ls \u{e0072}\u{e006d}'],
    ['a tab in quotes', "cut -d'\t' -f1 list"],
  ])('%s is refused', (_, command) => {
    expect(whyUnsendable(command)).not.toBeNull();
    expect(safeLines(command, {}).lines).toEqual([]);
  });

  test('so it is in what is filled in', () => {
    for (const value of ['a\nreboot', 'a\rreboot', 'a\u001b[201~', '\ta'])
      expect(safeLines('ls <x>', { x: value })).toMatchObject({ lines: [], missing: [] });
  });

  test('emoji are words', () => {
    expect(whyUnsendable('echo "\u26a0\ufe0f the checkout is closed"')).toBeNull();
  });

  test('whatever a command and its values hold, a line has nothing that a terminal acts on', () => {
    const hostile = fc.constantFrom(
      ...[
        '\u001b[201~',
        '\u001b[200~',
        '\u009b201~',
        '\u001b]52;c;cm0=\u0007',
        '\u001bP',
        '\u001b[A',
        '\r',
        '\n',
        '\r\n',
      ],
      ...[
        '\u0085',
        '\u2028',
        '\u2029',
        '\v',
        '\f',
        '\b',
        '\u007f',
        '\0',
        '\t',
        '\u0003',
        '\u0004',
        '\u0015',
        '\u0017',
      ],
      ...[
        '\u202e',
        '\u2066',
        '\u200b',
        '\u200d',
        '\ufeff',
        '\u00ad',
        '\u3164',
        '\u{e0072}',
        '\ud800',
        '\udc00',
      ],
    );
    const ordinary = fc.constantFrom(
      ...[
        'ls',
        ' ',
        '"',
        "'",
        '\\',
        '#',
        '<<EOF',
        'EOF',
        '<x>',
        '${X}',
        '[y z]',
        '; reboot',
        '$(reboot)',
        '`reboot`',
        '&& reboot',
      ],
    );
    const text = fc
      .array(fc.oneof(hostile, ordinary, anyString({ maxLength: 6 })), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (command, value) => {
        const { lines, refused } = safeLines(command, { x: value, X: value, 'y z': value });
        if (refused !== null) expect(lines).toEqual([]);
        for (const { text: line, shown } of lines)
          for (const one of [line, shown]) {
            expect(one).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
            expect(one.split(/\r\n|[\r\n\u0085\u2028\u2029\v\f]/)).toHaveLength(1);
          }
      }),
      { numRuns: runs(5000) },
    );
  });
});

test('what destroys something is named', () => {
  expect(destructiveIn('ls\nrm -rf /srv/cache')).toBe('rm -rf');
  expect(destructiveIn('terraform destroy -auto-approve')).toBe('terraform destroy');
  expect(destructiveIn('kubectl get pods')).toBeNull();
});

test('why a command is refused is said in words', () => {
  const why = whyUnsendable('ls \u001b');
  expect(why === null ? '' : english(why)).toContain('control characters');
});
