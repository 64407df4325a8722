/**
 * Words for people: English texts with slots, which can be shown in another language. The English text is the key of its
 * translation, as in VS Code's own bundles (`l10n/bundle.l10n.*.json`).
 */

/** The names of the slots in a text: `name` and `count` of `{name} has {count} steps`. */
type SlotsOf<Text> = Text extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotsOf<Rest> : never;

/** What a text needs to be filled in; nothing for one without slots. */
export type ArgsOf<Text> = [SlotsOf<Text>] extends [never]
  ? []
  : [args: Readonly<Record<SlotsOf<Text>, string | number>>];

/** The translation of an English text with its slots, or the text itself where there is none. */
export type Translate = (text: string) => string;

/**
 * Says an English text in the language of who reads it: say`Add ${section} to ${id}`. Translations go by the text with
 * numbers in its slots: `Add {0} to {1}`.
 */
export type Say = (texts: TemplateStringsArray, ...args: readonly (string | number)[]) => string;

/** Leaves every text as it is. */
export const inEnglish: Translate = (text) => text;

/** Says everything in one language. */
export function sayIn(translate: Translate): Say {
  return (texts, ...args) => {
    const template = texts.reduce((before, text, slot) => `${before}{${String(slot - 1)}}${text}`);
    return fillSlots(translate(template), Object.fromEntries(args.entries()));
  };
}

/** Puts arguments into the slots of a text; a slot without one stays as it is. */
export function fillSlots(text: string, args: Readonly<Record<string | number, string | number>>): string {
  return text.replace(/\{([a-z]+|\d+)\}/gi, (whole, slot: string) => String(args[slot] ?? whole));
}
