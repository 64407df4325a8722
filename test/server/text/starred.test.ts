import { expect, test } from 'vitest';
import { starred } from '../../../server/src/text/starred';

test.each([
  ['Runbook: *', 'Runbook: Restart the pool', 'Restart the pool'],
  ['Runbook: *', 'runbook: TCP/IP [draft]', 'TCP/IP [draft]'],
  ['* 런북', '결제 런북', '결제'],
  ['SOP * - *', 'SOP 4 - Restart - all', '4Restart - all'],
  ['Exact', 'exact', ''],
  ['a*b*a', 'aba', ''],
])('%s fits %s', (pattern, text, rest) => {
  expect(starred(pattern, text)).toBe(rest);
});

test.each([
  ['Runbook: *', 'A Runbook: x'],
  ['ab*ba', 'aba'],
  ['Exact', 'Exactly'],
  ['a*x*b', 'a-b'],
])('%s does not fit %s', (pattern, text) => {
  expect(starred(pattern, text)).toBeNull();
});
