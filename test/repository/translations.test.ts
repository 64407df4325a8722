/**
 * Every text of the product and of its manifest is translated, with the slots and commands that it has.
 * That the English ones are those of the sources is a check of generated files.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const languages = ['de', 'es'];
const english = textsOf('l10n/bundle.l10n.json');
const manifest = textsOf('package.nls.json');

test('English texts write ID as the editor does', () => {
  const words = [...Object.values(english), ...Object.values(manifest)].map((text) =>
    text.replace(/`[^`]*`/g, ''),
  );
  expect(
    words.filter((text) => /(?<![\w"_{.-])ids?\b(?!["_-])/i.test(text.replace(/\bIDs?\b/g, ''))),
  ).toEqual([]);
});

describe.each(languages)('%s', (language) => {
  const texts = textsOf(`l10n/bundle.l10n.${language}.json`);
  const strings = textsOf(`package.nls.${language}.json`);

  test('has every text, and none that is gone', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
    expect(Object.keys(strings).sort()).toEqual(Object.keys(manifest).sort());
  });

  test('keeps slots and commands', () => {
    const changed = [
      ...Object.entries(english).map(([key, text]) => [text, texts[key] ?? ''] as const),
      ...Object.entries(manifest).map(([key, text]) => [text, strings[key] ?? ''] as const),
    ].filter(([text, translation]) => partsOf(text).join() !== partsOf(translation).join());
    expect(changed).toEqual([]);
  });
});

/** What a translation must keep: `{0}`, `(command:…)`, `$(icon)`. */
function partsOf(text: string): readonly string[] {
  return (text.match(/\{(?:\d+|[a-z]+)\}|\(command:[\w.]+\)|\$\([\w~-]+\)/gi) ?? []).sort();
}

function textsOf(path: string): Readonly<Record<string, string>> {
  const content: unknown = JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
  if (typeof content !== 'object' || content === null) throw new Error(`${path} holds no texts.`);
  return Object.fromEntries(Object.entries(content).map(([key, text]) => [key, String(text)]));
}
