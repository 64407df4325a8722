/** The language that a client shows what we say in, and our texts in it. */
import type { InitializeParams } from 'vscode-languageserver';
import { isRecord } from './is-record';

export interface Translations {
  /** Tells apart what was said in other words: the language and its number of texts. */
  readonly language: string;
  /** The language itself: `de`. */
  readonly locale: string;
  /** Translations by their English texts. */
  readonly texts: ReadonlyMap<string, string>;
}

export const english: Translations = { language: '', locale: 'en', texts: new Map() };

/**
 * What a client sends as `translations` in its initialization options: translations by their English texts, whose slots
 * (`{name}`) they keep. Anything else counts as English.
 */
export function readTranslations({ initializationOptions, locale }: InitializeParams): Translations {
  const given: unknown = isRecord(initializationOptions) ? initializationOptions['translations'] : undefined;
  if (!isRecord(given)) return english;
  const texts = new Map<string, string>();
  for (const [text, translation] of Object.entries(given))
    if (typeof translation === 'string') texts.set(text, translation);
  return { language: `${locale ?? ''} ${String(texts.size)}`, locale: locale ?? 'en', texts };
}
