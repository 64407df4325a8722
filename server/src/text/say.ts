/**
 * Words for people: English texts with slots, which can be shown in another language. The English text is the key of its
 * translation, as in VS Code's own bundles (`l10n/bundle.l10n.*.json`).
 */
import { rememberOf } from './remember';

/** The names of the slots in a text: `name` and `count` of `{name} has {count} steps`. */
type SlotsOf<Text> = Text extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotsOf<Rest> : never;

/** What a text needs to be filled in; nothing for one without slots. */
export type ArgsOf<Text> = [SlotsOf<Text>] extends [never]
  ? []
  : [args: Readonly<Record<SlotsOf<Text>, string | number>>];

/** The translation of an English text with its slots, or the text itself where there is none. */
export type Translate = (text: string) => string;

/** What may stand in a slot; words are said in the same language. */
export type Slot = string | number | Words;

/** A text with what stands in its slots, to be said later, by who knows the language. */
export interface Words {
  readonly texts: TemplateStringsArray;
  readonly slots: readonly Slot[];
}

/**
 * Says an English text in the language of who reads it: say`Add ${section} to ${id}`. Translations go by the text with
 * numbers in its slots: `Add {0} to {1}`. Or says {@link words}, or a {@link localizable} text, later than they were written.
 */
export interface Say {
  (texts: TemplateStringsArray, ...slots: readonly Slot[]): string;
  (words: Words | string): string;
}

/** A text that is said later: words`a field "Feature Name"`. */
export function words(texts: TemplateStringsArray, ...slots: readonly Slot[]): Words {
  return { texts, slots };
}

/** A text without slots that is English where it is data, and translated where it is shown: localizable`Service down`. */
export function localizable(texts: TemplateStringsArray): string {
  return texts.join('');
}

/** Says everything in one language. The answers of `translate` must not change once something was said. */
export function sayIn(translate: Translate): Say {
  const piecesOf = rememberOf((texts: TemplateStringsArray) => cut(translate(templateOf(texts))));
  const say = (given: TemplateStringsArray | Words | string, ...slots: readonly Slot[]): string => {
    if (typeof given === 'string') return translate(given);
    if (!('raw' in given)) return say(given.texts, ...given.slots);
    const [first = '', ...rest] = piecesOf(given);
    return rest.reduce<string>((said, piece) => said + inSlot(piece), String(first));

    function inSlot(piece: string | number): string {
      if (typeof piece === 'string') return piece;
      const slot = slots[piece] ?? '';
      return typeof slot === 'object' ? say(slot) : String(slot);
    }
  };
  return say;
}

/** Says everything as it stands in the sources: on the command line, in logs. */
export const english: Say = sayIn((text) => text);

/** `Add {0} to {1}` */
function templateOf(texts: TemplateStringsArray): string {
  return texts.reduce((before, text, slot) => `${before}{${String(slot - 1)}}${text}`);
}

/** The texts between slots, and the numbers of the slots. */
function cut(template: string): readonly (string | number)[] {
  return template.split(/\{(\d+)\}/).map((piece, index) => (index % 2 === 0 ? piece : Number(piece)));
}

/** Puts arguments into the slots of a text; a slot without one stays as it is. */
export function fillSlots(text: string, args: Readonly<Record<string | number, string | number>>): string {
  return text.replace(/\{([a-z]+|\d+)\}/gi, (whole, slot: string) => String(args[slot] ?? whole));
}
