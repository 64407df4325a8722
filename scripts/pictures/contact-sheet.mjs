/** One page with all pictures, to look through. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {{ surface: string, theme: string, width: string, file: string }} Picture */

/**
 * Writes `index.html` into the folder of the pictures.
 * @param {string} folder
 * @param {readonly Picture[]} pictures
 * @returns {string} the file
 */
export function writeContactSheet(folder, pictures) {
  const surfaces = [...new Set(pictures.map(({ surface }) => surface))];
  const parts = surfaces.map((surface) => {
    const figures = pictures
      .filter((picture) => picture.surface === surface)
      .map(({ file, theme, width }) => {
        const words = `${surface}, ${theme}, ${width}`;
        return `<figure><a href="${file}"><img src="${file}" alt="${words}"></a><figcaption>${words}</figcaption></figure>`;
      });
    return `<h2 id="${surface}">${surface}</h2>\n<div>${figures.join('\n')}</div>`;
  });
  const links = surfaces.map((surface) => `<a href="#${surface}">${surface}</a>`);
  const page = `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>Pictures</title>
<style>
  body { font: 14px sans-serif; margin: 1rem; background: #888; }
  div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; }
  figure { margin: 0; }
  img { max-width: 700px; display: block; }
</style>
<nav>${links.join(' · ')}</nav>
${parts.join('\n')}
`;
  const file = path.join(folder, 'index.html');
  writeFileSync(file, page);
  return file;
}
