import { describe, expect, test } from 'vitest';
import { toRunPageMessage } from '../../client/src/run/read-message.js';
import { isSafeLine, lineClearingKey } from '../../client/src/run/safe-line.js';

describe('messages of the page are read by their shape', () => {
  const acts = [
    { act: 'tick', box: 'b1' },
    { act: 'untick', box: 'b1' },
    { act: 'pass-gate', gate: 'g1' },
    { act: 'pass-gate', gate: 'g1', reason: 'agreed' },
    { act: 'start-phase', phase: 'p1', reason: 'agreed' },
    { act: 'complete-step', step: 's1', note: 'slow' },
    { act: 'fail-step', step: 's1' },
    { act: 'skip-step', step: 's1', reason: 'not needed' },
    { act: 'reopen-step', step: 's1' },
    { act: 'decide', decision: 'd1', branch: 'none-of-these' },
    { act: 'start-rollback', rollback: 'r1' },
    { act: 'complete-rollback', rollback: 'r1', note: 'done' },
    { act: 'go', to: { type: 'gate', gate: 'g1', phase: null } },
    { act: 'go', to: { type: 'dependencies', phase: 'p1' } },
    { act: 'go', to: { type: 'step', phase: 'p1', step: 's1' } },
    { act: 'go', to: { type: 'decision', phase: 'p1', decision: 'd1' } },
    { act: 'go', to: { type: 'rollback', rollback: 'r1', step: null } },
    { act: 'go', to: { type: 'end' } },
    { act: 'note', on: null, text: 'slow' },
    { act: 'call', level: 0 },
    { act: 'who', who: 'M. Okafor' },
    { act: 'pause' },
    { act: 'resume' },
  ];
  const others = [
    { type: 'ready' },
    { type: 'terminal' },
    { type: 'record' },
    { type: 'copy', command: 'c1' },
    { type: 'put', command: 'c1' },
    { type: 'reveal', line: 3 },
    { type: 'reveal', line: null },
    { type: 'open', target: 'a.md#b' },
    { type: 'end', outcome: 'rolled-back', note: '' },
    { type: 'copy-text', text: 'timeline' },
  ];

  test.each([...acts.map((act) => ({ type: 'act', act })), ...others])('%j', (message) => {
    expect(toRunPageMessage({ ...message, more: 1 })).toEqual(message);
  });

  test.each([
    null,
    undefined,
    'ready',
    1,
    [],
    {},
    { type: 'act' },
    { type: 'act', act: 'tick' },
    { type: 'act', act: { act: 'tick' } },
    { type: 'act', act: { act: 'tick', box: 1 } },
    { type: 'act', act: { act: 'skip-step', step: 's1' } },
    { type: 'act', act: { act: 'go', to: { type: 'step', phase: 'p1' } } },
    { type: 'act', act: { act: 'go', to: null } },
    { type: 'act', act: { act: 'call', level: -1 } },
    { type: 'act', act: { act: 'note', on: 1, text: 'x' } },
    { type: 'act', act: { act: 'note', on: null, text: 'x'.repeat(10_001) } },
    // what the extension tells by itself
    { type: 'act', act: { act: 'sent', command: 'c1', line: 0 } },
    { type: 'act', act: { act: 'fill', values: {} } },
    { type: 'act', act: { act: 'copied', command: 'c1' } },
    { type: 'reveal', line: 0.5 },
    { type: 'end', outcome: 'done', note: '' },
    { type: 'end', outcome: 'failed' },
    { type: 'copy-text', text: 'secret' },
    { type: 'put', text: 'rm -rf /' },
    { type: 'run', command: 'c1' },
  ])('not %j', (message) => {
    expect(toRunPageMessage(message)).toBeUndefined();
  });
});

describe('a line for a terminal', () => {
  test.each(['kubectl get pods', 'echo "ä → 日本"', "psql -c 'select 1;'", '# comment', 'a\u00a0b'])(
    'may be %j',
    (line) => {
      expect(isSafeLine(line)).toBe(true);
    },
  );

  test.each([
    ['nothing', ''],
    ['a line break', 'a\nrm -rf /'],
    ['a return', 'a\rrm -rf /'],
    ['a tab, which completes', 'a\tb'],
    ['an end of input', 'a\u0004'],
    ['an escape sequence', 'a\u001b[201~\u001b[A'],
    ['the end of a bracketed paste', '\u001b[201~rm'],
    ['a control of the second range', 'a\u0085b'],
    ['a deletion', 'a\u007fb'],
    ['another line separator', 'a\u2028b'],
    ['a turn of direction', 'a\u202eb'],
    ['an isolate', 'a\u2066b'],
    ['a mark without width', 'a\u200bb'],
    ['a byte order mark', '\ufeffa'],
    ['Control+O, which accepts and goes on', 'a\u000f'],
  ])('is not %s', (_what, line) => {
    expect(isSafeLine(line)).toBe(false);
  });

  test.each([
    ['/bin/bash', '\u0015'],
    ['/usr/bin/zsh', '\u0015'],
    ['/usr/bin/pwsh', '\u0015'],
    ['', '\u0015'],
    [String.raw`C:\Windows\System32\cmd.exe`, '\u001b'],
    [String.raw`C:\Program Files\PowerShell\7\pwsh.exe`, '\u001b'],
    [String.raw`C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe`, '\u001b'],
    [String.raw`C:\Program Files\Git\bin\bash.exe`, '\u0015'],
  ])('is emptied in %s by one key', (shell, key) => {
    expect(lineClearingKey(shell)).toBe(key);
  });
});
