import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countLines,
  destructiveIn,
  safeLines,
  slotsIn,
  whyUnsendable,
} from '../../../server/src/run/commands';
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
  ])('%s is refused', (_, command) => {
    expect(whyUnsendable(command)).not.toBeNull();
    expect(safeLines(command, {}).lines).toEqual([]);
  });

  test('so it is in what is filled in', () => {
    for (const value of ['a\nreboot', 'a\rreboot', 'a\u001b[201~', '\ta'])
      expect(safeLines('ls <x>', { x: value })).toMatchObject({ lines: [], missing: [] });
  });

  test('whatever a command and its values hold, a line has nothing that a terminal acts on', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('ls <x>', 'a\nb <x> [y z]', 'x ${X}\r\ny', '\u001b[200~<x>\u001b[201~'),
    );
    fc.assert(
      fc.property(text, text, (command, value) => {
        const { lines } = safeLines(command, { x: value, X: value, 'y z': value });
        for (const line of lines)
          expect(line.text).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      }),
      { numRuns: runs(2000) },
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
