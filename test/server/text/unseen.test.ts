import { expect, test } from 'vitest';
import { isUnseen, unseenLines, withoutTags } from '../../../server/src/text/unseen';

test.each([
  '',
  ' \n\t',
  '<!-- later -->',
  '<!-- never ends\n\nwords',
  '</details>',
  '<a id="x"></a>\n<br/>',
  '<details>\n<summary>Long</summary>\n\n</details>',
  '---\n\n***\n_ _ _',
])('%j shows nothing', (text) => {
  expect(isUnseen(text)).toBe(true);
});

test.each([
  'a',
  '-',
  '**',
  '<a href="x">words</a>',
  '<img src="plan.png">',
  '<https://alerts.example>',
  '<on-call@shop.example>',
  '<name of the team>',
  '5 < 6',
])('%j shows something', (text) => {
  expect(isUnseen(text)).toBe(false);
});

test('only tags go, links and images stay', () => {
  expect(withoutTags('<b>a</b> <https://b.example> <img src="c"> <d> <!-- e')).toBe(
    'a <https://b.example> <img src="c">  ',
  );
});

test('lines that show nothing come before what is said', () => {
  const words = (text: string): string => text.slice(unseenLines(text));
  expect(words('<a id="x"></a>\n<!-- one\ntwo -->\n  MON-001 fires')).toBe('MON-001 fires');
  expect(words('<b>MON-001</b> fires')).toBe('<b>MON-001</b> fires');
  expect(words('<name>\nfires')).toBe('<name>\nfires');
});
