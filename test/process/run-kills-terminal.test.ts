/**
 * `runbook-md run` is ended hard, again and again, while somebody carries a runbook out in a terminal: the document and the record
 * are in the end what they are after a run that nothing interrupts.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { doAll, Person } from '../server/cli/person';
import { temporaryFolder } from '../server/disk/temporary-folder';
import { productForTests, startCliFor } from '../support/built-product';
import { numbersFrom } from '../support/run-editor';

const product = productForTests();
const kills = Number(process.env['RUNBOOK_KILLS'] ?? '2');
const random = numbersFrom(Number(process.env['RUNBOOK_SEED'] ?? '7'));

/** Texts without what is another one in each run. */
function timeless(text: string): string {
  return text
    .replace(/\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\dZ)?)?/g, 'TIME')
    .replace(/\d+ min\b/g, 'MINUTES');
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

class Desk {
  readonly folder: string;
  readonly #file: string;

  constructor(example: string) {
    const text = readFileSync(join(import.meta.dirname, '../../examples', example), 'utf8');
    this.folder = temporaryFolder({ [`docs/${basename(example)}`]: text });
    this.#file = join(this.folder, 'docs', basename(example));
  }

  /** A process that goes on until all is done, or until it is killed behind so many questions. Whether all is done. */
  async goOn(questions: number): Promise<boolean> {
    const isBegun = this.#journals().length > 0;
    // it was ended between its last write and its own end
    if (!isBegun && this.records().length > 0) return true;
    const person = new Person();
    const { end, kill } = startCliFor(person.streams, product, {
      args: [
        'run',
        this.#file,
        '--folder',
        join(this.folder, 'docs'),
        '--who',
        'Ada',
        ...(isBegun ? ['--resume'] : []),
      ],
      caches: join(this.folder, 'caches'),
    });
    let left = questions;
    person.onQuestion = () => {
      if (left-- !== 0) return;
      setTimeout(() => {
        kill('SIGKILL');
      }, random() * 12);
    };
    void doAll(person).then(() => {
      person.leave();
    });
    const { code, error } = await end;
    expect(error).toBe('');
    return code === 0;
  }

  document(): string {
    return timeless(readFileSync(this.#file, 'utf8'));
  }

  /** The run files. */
  records(): string[] {
    const folder = join(this.folder, 'docs', 'runs');
    return namesIn(folder).map((name) => timeless(readFileSync(join(folder, name), 'utf8')));
  }

  #journals(): string[] {
    const folder = join(this.folder, 'caches', 'state', 'runbook', 'runs');
    return namesIn(folder).filter((name) => name.endsWith('.journal'));
  }
}

test(
  `of ${String(kills)} ends of the process none loses or doubles anything`,
  async () => {
    const examples = ['runbooks/RUN-020-restore-orders-database.md', 'playbooks/launch-gift-wrap.md'];
    for (const example of examples) {
      const whole = new Desk(example);
      expect(await whole.goOn(Infinity)).toBe(true);
      const cut = new Desk(example);
      for (let left = Math.ceil(kills / examples.length); left > 0; left--)
        if (await cut.goOn(Math.floor(random() * 12))) break;
      while (!(await cut.goOn(Infinity)));
      expect(cut.document()).toBe(whole.document());
      expect(cut.records()).toEqual(whole.records());
    }
  },
  180_000 + kills * 10_000,
);
