/** Messages of rules: texts with slots, by id, so that they can be translated without the rules. Knows no rule. */
import { fillSlots, type ArgsOf } from '../text/say';
import { shorten } from '../text/shorten';

/** A message to be shown: which one of its rule, with what stands in its slots. */
export interface Message {
  /** Of its rule: `none`. */
  readonly id: string;
  /** By slot: `{ name: 'Phase 2' }`. */
  readonly args: Readonly<Record<string, string>>;
  /** In English, with its slots: what translations go by. */
  readonly template: string;
  /** In English, with the slots filled in. */
  readonly text: string;
}

/** The messages of a rule. */
export class Messages<const Texts extends Readonly<Record<string, string>>> {
  /** By id. Slots are letters in braces: `{name} has no rollback.` */
  readonly texts: Texts;

  constructor(texts: Texts) {
    this.texts = texts;
  }

  /** One of them, with its slots filled in; long arguments are shortened. */
  of<Id extends keyof Texts & string>(id: Id, ...[given]: ArgsOf<Texts[Id]>): Message {
    const slots: Readonly<Record<string, string | number>> = given ?? {};
    const args = Object.fromEntries(
      Object.entries(slots).map(([slot, value]) => [slot, shorten(String(value))]),
    );
    const template = this.texts[id] ?? '';
    return { id, args, template, text: fillSlots(template, args) };
  }
}
