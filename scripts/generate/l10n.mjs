// Writes the texts that can be translated: English by itself, which translations go by.
import { collectTexts } from '../l10n/collect-texts.mjs';

/** @returns {Promise<{ path: string, text: string }[]>} */
export function generate() {
  const texts = Object.fromEntries(collectTexts().map((text) => [text, text]));
  return Promise.resolve([{ path: 'l10n/bundle.l10n.json', text: `${JSON.stringify(texts, null, 2)}\n` }]);
}
