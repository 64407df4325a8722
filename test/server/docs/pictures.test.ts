/** Pictures of pages: each in both themes, small, from the script, and none that no page shows. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { documented, documentedFile, documentedThemes } from '../../../scripts/pictures/documented.mjs';

const project = path.resolve(import.meta.dirname, '../../..');
const images = path.join(project, 'docs/images');
const files = Object.keys(documented).flatMap((name) =>
  documentedThemes.map((theme) => documentedFile(name, theme)),
);

it.each(Object.entries(documented))(
  '%s is shown in the colours that the reader prefers',
  (name, { page, words }) => {
    const text = readFileSync(path.join(project, page), 'utf8');
    const [dark, light] = (['dark', 'light'] as const).map((theme) =>
      path.relative(path.dirname(page), documentedFile(name, theme)),
    );
    expect(text).toContain(`<picture>
  <source media="(prefers-color-scheme: dark)" srcset="${String(dark)}">
  <img alt="${words}" src="${String(light)}">
</picture>`);
  },
);

it('are those that the script takes, and no others', () => {
  expect(
    readdirSync(images)
      .map((file) => `docs/images/${file}`)
      .toSorted(),
  ).toEqual(files.toSorted());
});

it('are of one size in both themes, and small', () => {
  const sizeOf = (file: string): string => readFileSync(path.join(project, file)).toString('hex', 16, 24);
  for (const name of Object.keys(documented)) {
    const sizes = documentedThemes.map((theme) => sizeOf(documentedFile(name, theme)));
    expect(new Set(sizes).size).toBe(1);
  }
  const bytes = readdirSync(images).map((file) => statSync(path.join(images, file)).size);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_200_000);
});
