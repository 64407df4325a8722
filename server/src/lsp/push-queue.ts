/**
 * The documents whose findings are to be sent, in the order in which somebody looks at them: the one that is typed in
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

export class PushQueue {
  readonly #background: Background;
  readonly #ports: PushQueuePorts;
  readonly #edited = new Set<string>();
  readonly #open = new Set<string>();
  readonly #rest = new Set<string>();
  readonly #gathering = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isRunning = false;
  #isDisposed = false;

  constructor(background: Background, ports: PushQueuePorts) {
    this.#background = background;
    this.#ports = ports;
  }

  /** A document that somebody types in. Changes that have arrived already become one. */
  addEdited(uri: string): void {
    this.#edited.add(uri);
    this.#start();
  }

  /** A document that changes with others, all of which may change again at once. */
  add(uri: string): void {
    this.#gathering.add(uri);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      for (const gathered of this.#gathering)
        (this.#ports.isOpen(gathered) ? this.#open : this.#rest).add(gathered);
      this.#gathering.clear();
      this.#start();
    }, gatherTime);
  }

  dispose(): void {
    this.#isDisposed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    void this.#run().finally(() => {
      this.#isRunning = false;
      // one document that cannot be judged must not keep the others from being so
      if (this.#isDisposed) return;
      if (this.#hasMore()) this.#start();
      else this.#ports.onEmpty();
    });
  }

  async #run(): Promise<void> {
    await this.#background.pause();
    for (let uri = this.#next(); uri !== undefined && !this.#isDisposed; uri = this.#next()) {
      this.#ports.push(uri);
      if (this.#background.isDue) await this.#background.pause();
    }
  }

  #hasMore(): boolean {
    return this.#edited.size + this.#open.size + this.#rest.size > 0;
  }

  /** Takes the document that is to be sent next. */
  #next(): string | undefined {
    for (const waiting of [this.#edited, this.#open, this.#rest]) {
      for (const uri of waiting) {
        this.#edited.delete(uri);
        this.#open.delete(uri);
        this.#rest.delete(uri);
        return uri;
      }
    }
    return undefined;
  }
}
