/** Judges pages of webviews by axe. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { eventually } from './until.mjs';

/** @typedef {import('./browser.d.ts').Frame} Frame */
/** @typedef {import('./browser.d.ts').Page} Page */

const library = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What of a Markdown preview is not the editor's. How it shows code and links is. */
export const ownInPreview = '[class*="runbook-"]:not(html)';

/**
 * What axe has against the page of a webview that is on show.
 * @param {Page} page
 * @param {string} mark a selector of something that only this page has
 * @param {string} judged a selector of what is judged; `html` for the whole page
 * @returns {Promise<readonly string[]>} one line each: the rule, the element and what is wrong with it
 * @throws when there is no such page
 */
export async function violationsIn(page, mark, judged) {
  const context = { include: [[judged]], exclude: [['pre'], ['a:not(.runbook-id)']] };
  const options = { resultTypes: ['violations'], iframes: false };
  const script =
    // the page lies on the colour of the editor, which axe takes for white
    `document.documentElement.style.background = 'var(--vscode-editor-background)'; ${library}; axe.run(${JSON.stringify(context)}, ${JSON.stringify(options)}).then(({ violations }) =>` +
    'violations.flatMap(({ id, nodes }) => nodes.map(({ html, any, all, none }) =>' +
    " `${id}: ${html.slice(0, 150)} (${[...any, ...all, ...none].map(({ message }) => message).join('; ')})`)))";
  // a page that is made anew meanwhile, as previews are for another theme, is judged again
  for (let tries = 0; ; tries++) {
    const frame = await frameWith(page, mark);
    try {
      const found = await frame.evaluate(script);
      return Array.isArray(found) ? found.map(String) : [];
    } catch (error) {
      if (tries === 3) throw error;
    }
  }
}

/**
 * Waits for the page of a webview, with its style.
 * @param {Page} page
 * @param {string} mark
 * @returns {Promise<Frame>}
 */
export async function frameWith(page, mark) {
  const question = `document.readyState === 'complete' && document.querySelector(${JSON.stringify(mark)}) !== null`;
  return eventually(async () => {
    for (const frame of page.frames()) if (await frame.evaluate(question).catch(() => false)) return frame;
    return undefined;
  }, `a page has ${mark}`);
}
