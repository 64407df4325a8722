/** Questions and notes in a terminal. Knows nothing of runs; what it shows is to be printable already. */
import { cancel, intro, isCancel, log, multiselect, note, outro, select, text } from '@clack/prompts';
import type { PromptStreams } from '../terminal';

/** Something to choose, by what it is called. */
export interface Offer<T> {
  readonly value: T;
  readonly label: string;
}

export class Prompts {
  readonly #streams: PromptStreams;

  constructor(streams: PromptStreams) {
    this.#streams = streams;
  }

  begin(title: string): void {
    intro(title, this.#streams);
  }

  warn(words: string): void {
    log.warn(words, this.#streams);
  }

  show(words: string, title: string): void {
    note(words, title, this.#streams);
  }

  /** The last words, of something that is to be continued another time. */
  leave(words: string): void {
    cancel(words, this.#streams);
  }

  end(words: string): void {
    outro(words, this.#streams);
  }

  /** What a person chooses; null where they want to leave. */
  async pick<T>(message: string, offers: readonly Offer<T>[]): Promise<T | null> {
    const options = offers.map(({ label }, index) => ({ value: index, label }));
    const picked = await select<number>({ message, options, ...this.#streams });
    return isCancel(picked) ? null : (offers[picked]?.value ?? null);
  }

  /** Which of several a person takes; null where they want none of this. `taken`: those that are at first. */
  async pickSeveral(
    message: string,
    offers: readonly Offer<string>[],
    taken: readonly string[],
  ): Promise<readonly string[] | null> {
    const picked = await multiselect<string>({
      message,
      options: offers.map(({ value, label }) => ({ value, label })),
      initialValues: [...taken],
      required: false,
      ...this.#streams,
    });
    return isCancel(picked) ? null : picked;
  }

  /** What a person writes, in one line; empty for nothing, also where they want none of this. */
  async ask(message: string): Promise<string> {
    const answer = await text({ message, defaultValue: '', ...this.#streams });
    return isCancel(answer) ? '' : answer.trim();
  }
}
