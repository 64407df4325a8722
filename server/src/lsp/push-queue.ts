/**
 * The documents whose findings are to be sent, in the order in which users look at them: the one that is edited
 * at once, then the open ones, then the rest, as the background permits. Knows nothing of findings.
 */
import type { Background } from './background';

/** How long changes of other documents gather before their findings are sent, in milliseconds. */
const gatherTime = 40;

export interface PushQueuePorts {
  /** Sends the findings of a document as they are then. */
  readonly push: (uri: string) => void;
  readonly isOpen: (uri: string) => boolean;
  /** Called when nothing waits any more. */
  readonly onEmpty: () => void;
}

/** Documents are sent one after the other, those that are edited beside the others. */
interface Work {
  isRunning: boolean;
  readonly run: () => Promise<void>;
}

export class PushQueue {
  readonly #background: Background;
  readonly #ports: PushQueuePorts;
  readonly #edited = new Set<string>();
  readonly #open = new Set<string>();
  readonly #rest = new Set<string>();
  readonly #gathering = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #edits: Work = { isRunning: false, run: () => this.#pushEdits() };
  readonly #others: Work = { isRunning: false, run: () => this.#pushOthers() };
  #isDisposed = false;

  constructor(background: Background, ports: PushQueuePorts) {
    this.#background = background;
    this.#ports = ports;
  }

  /** A document that is edited: it waits for no other one. Changes that have arrived already become one. */
  addEdited(uri: string): void {
    this.#edited.add(uri);
    this.#start(this.#edits);
  }

  /** A document that changes with others, all of which may change again at once. */
  add(uri: string): void {
    this.#gathering.add(uri);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      for (const gathered of this.#gathering)
        (this.#ports.isOpen(gathered) ? this.#open : this.#rest).add(gathered);
      this.#gathering.clear();
      this.#start(this.#others);
    }, gatherTime);
  }

  dispose(): void {
    this.#isDisposed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #start(work: Work): void {
    if (work.isRunning) return;
    work.isRunning = true;
    void work.run().finally(() => {
      work.isRunning = false;
      // one document that cannot be judged must not keep the others from being so
      if (this.#isDisposed) return;
      if (this.#edited.size > 0) this.#start(this.#edits);
      if (this.#open.size + this.#rest.size > 0) this.#start(this.#others);
      if (!this.#edits.isRunning && !this.#others.isRunning) this.#ports.onEmpty();
    });
  }

  async #pushEdits(): Promise<void> {
    await this.#background.turn();
    for (let uri = take(this.#edited); uri !== undefined; uri = take(this.#edited)) this.#push(uri);
  }

  async #pushOthers(): Promise<void> {
    await this.#background.pause();
    for (let uri = this.#next(); uri !== undefined && !this.#isDisposed; uri = this.#next()) {
      this.#push(uri);
      if (this.#background.isDue) await this.#background.pause();
    }
  }

  #push(uri: string): void {
    for (const waiting of [this.#edited, this.#open, this.#rest]) waiting.delete(uri);
    if (!this.#isDisposed) this.#ports.push(uri);
  }

  /** Takes the document that is to be sent next of those that are not edited. */
  #next(): string | undefined {
    return take(this.#open) ?? take(this.#rest);
  }
}

function take(waiting: Set<string>): string | undefined {
  const [first] = waiting;
  if (first !== undefined) waiting.delete(first);
  return first;
}
