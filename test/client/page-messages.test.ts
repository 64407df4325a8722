import { expect, test } from 'vitest';
import { newNonce, pageHtml } from '../../client/src/webview/page-html.js';
import { toPageMessage } from '../../client/src/report/page-messages.js';

test('messages of a page are read by their shape', () => {
  expect(toPageMessage({ type: 'ready', more: 1 })).toEqual({ type: 'ready' });
  expect(toPageMessage({ type: 'open', place: 3 })).toEqual({ type: 'open', place: 3 });
  expect(toPageMessage({ type: 'export', format: 'csv' })).toEqual({ type: 'export', format: 'csv' });
  const odd: unknown[] = [
    ...[null, undefined, 'ready', 1, []],
    ...[
      { type: 'open' },
      { type: 'open', place: -1 },
      { type: 'open', place: '3' },
      { type: 'open', place: 0.5 },
    ],
    { type: 'open', place: NaN },
    ...[{ type: 'export' }, { type: 'export', format: 'exe' }, { type: 'command', command: 'x' }],
  ];
  for (const value of odd) expect(toPageMessage(value)).toBeUndefined();
});

test('the page loads one script and one style sheet by a nonce, and nothing else', () => {
  const [nonce, other] = [newNonce(), newNonce()];
  expect(nonce).toMatch(/^[0-9a-f]{32}$/);
  expect(other).not.toBe(nonce);
  const page = pageHtml({ language: 'de', title: '"<b>', nonce, script: 'x:/main.js', style: 'x:/page.css' });
  expect(page).toContain("default-src 'none'; script-src 'nonce-");
  expect(page).not.toMatch(/unsafe|https?:|\*|<b>|\son\w+=|style="/);
  expect(page.match(/<(?:script|link|style|img|iframe)\b/g)).toEqual(['<link', '<script']);
});
