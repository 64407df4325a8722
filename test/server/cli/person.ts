/** Somebody at a terminal: reads what is asked there, and presses keys. */
import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { PromptStreams } from '../../../server/src/cli/terminal';

export interface Question {
  readonly message: string;
  /** What can be chosen; none where something is to be typed. */
  readonly options: readonly string[];
  /** How many of them are not chosen. */
  readonly open: number;
}

const keys = { down: '\u001b[B', enter: '\r', all: 'a', interrupt: '\u0003' } as const;

export class Person {
  readonly streams: PromptStreams;
  /** All that was shown. */
  seen = '';
  /** Called with each question, before it is answered. */
  onQuestion: () => void = () => undefined;
  readonly #input = new PassThrough();
  readonly #questions: Question[] = [];
  #wake: () => void = () => undefined;

  constructor() {
    const output = new Writable({
      write: (chunk: Buffer | string, _encoding, done) => {
        this.#see(stripVTControlCharacters(String(chunk)));
        done();
      },
    });
    this.streams = { input: this.#input, output: Object.assign(output, { columns: 300, rows: 100 }) };
  }

  /** What is asked next, once it is. */
  async question(): Promise<Question> {
    while (this.#questions.length === 0)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    const [question] = this.#questions.splice(0, 1);
    if (question === undefined) throw new Error('nothing is asked');
    return question;
  }

  /** Chooses what begins with these words, where they are asked about `message`. */
  async choose(label: string, message = 'What now?'): Promise<void> {
    this.pick(await this.#asked(message), label);
  }

  pick({ options }: Question, label: string): void {
    const index = options.findIndex((option) => option.startsWith(label));
    if (index < 0) throw new Error(`"${label}" is not among: ${options.join(', ')}`);
    this.#press(keys.down.repeat(index) + keys.enter);
  }

  /** Ticks all boxes that are shown. */
  async tickAll(): Promise<void> {
    const { open } = await this.#asked('Which are true?');
    this.#press((open > 0 ? keys.all : '') + keys.enter);
  }

  /** Ticks one box. */
  async tick(label: string): Promise<void> {
    const { options } = await this.#asked('Which are true?');
    const index = options.findIndex((option) => option.startsWith(label));
    this.#press(`${keys.down.repeat(index)} ${keys.enter}`);
  }

  async write(message: string, words: string): Promise<void> {
    await this.#asked(message);
    this.#press(words + keys.enter);
  }

  /** Presses no more keys. */
  leave(): void {
    // behind those that are pressed already
    setImmediate(() => this.#input.end());
  }

  async interrupt(): Promise<void> {
    await this.question();
    this.#press(keys.interrupt);
  }

  async #asked(message: string): Promise<Question> {
    const question = await this.question();
    if (question.message !== message) throw new Error(`"${question.message}" is asked, not "${message}"`);
    return question;
  }

  #press(characters: string): void {
    // it is asked first, then listened
    setImmediate(() => this.#input.write(characters));
  }

  #see(words: string): void {
    this.seen += words;
    const asked = /(?:◆|\*) {2}(.*)\n([^]*)/.exec(words);
    if (asked === null) return;
    const lines = (asked[2] ?? '').split('\n').map((line) => /^\S {2}([●○◻◼]) (.*)$/.exec(line));
    this.#questions.push({
      message: (asked[1] ?? '').trim(),
      options: lines.flatMap((line) => (line === null ? [] : [line[2] ?? ''])),
      open: lines.filter((line) => line?.[1] === '◻').length,
    });
    this.onQuestion();
    this.#wake();
  }
}

/** Does everything that is asked for, to the end. */
export async function doAll(person: Person): Promise<void> {
  const usual = ['Continue', 'Begin the phase', 'Done', 'None of these: continue'];
  for (let ticked = false; ;) {
    const question = await person.question();
    const wanted = usual.find((label) => question.options.includes(label));
    if (!ticked && question.options.includes('Tick boxes')) {
      person.pick(question, 'Tick boxes');
      await person.tickAll();
      ticked = true;
    } else if (wanted !== undefined) {
      person.pick(question, wanted);
      ticked = false;
    } else {
      person.pick(question, 'End the run');
      await person.choose('It succeeded', 'How did it end?');
      await person.write('Note for the record (may be empty)', '');
      return;
    }
  }
}
