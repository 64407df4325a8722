/** The line that tells a terminal how far a long run is. */
import { expect, test } from 'vitest';
import { progressLine } from '../../../server/src/cli/progress-line';

function lineAt(): { show: (text: string, at: number) => void; written: string[] } {
  const written: string[] = [];
  let clock = 0;
  const show = progressLine(
    (text) => written.push(text),
    () => clock,
  );
  return {
    written,
    show: (text, at) => {
      clock = at;
      show(text);
    },
  };
}

test('a short run shows nothing', () => {
  const { show, written } = lineAt();
  show('1 of 2', 10);
  show('2 of 2', 300);
  show('', 310);
  expect(written).toEqual([]);
});

test('a long run shows now and then where it is, and clears the line at the end', () => {
  const { show, written } = lineAt();
  for (let at = 0; at <= 1000; at += 10) show(`at ${String(at)}`, at);
  show('', 1001);
  expect(written.length).toBeLessThan(8);
  expect(written[0]).toBe('\r\u001b[Kat 700');
  expect(written.at(-1)).toBe('\r\u001b[K');
});
