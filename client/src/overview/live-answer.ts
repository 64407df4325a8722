/**
 * What the server says of the workspace, for a view: asked for when someone looks, and again when it may differ. While nobody
 * looks nothing is asked.
 */
import { CancellationTokenSource, EventEmitter, type CancellationToken, type Disposable } from 'vscode';
import type { RunbookServer } from '../language-client.js';

export class LiveAnswer<T> implements Disposable {
  readonly #ask: (token: CancellationToken) => Promise<T>;
  readonly #onFailure: (error: unknown) => void;
  readonly #changed = new EventEmitter<boolean>();
  /** Fires with each answer: whether it says something else than the last one. */
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: readonly Disposable[];
  #isVisible = false;
  #isStale = true;
  #current: T | undefined;
  #request: CancellationTokenSource | undefined;
  #asked: Promise<void> = Promise.resolve();

  /** `ask` waits for the server. */
  constructor(
    server: RunbookServer,
    ask: (token: CancellationToken) => Promise<T>,
    onFailure: (error: unknown) => void,
  ) {
    this.#ask = ask;
    this.#onFailure = onFailure;
    const changed = (): void => {
      this.#isStale = true;
      if (this.#isVisible) void this.#refresh();
    };
    this.#subscriptions = [
      server.onDidChangeOverview(changed),
      server.onDidChangeState((state) => {
        if (state === 'running') changed();
      }),
    ];
  }

  /** The newest answer, undefined before the first one. */
  get current(): T | undefined {
    return this.#current;
  }

  /** Whether someone looks. */
  set isVisible(isVisible: boolean) {
    this.#isVisible = isVisible;
    if (isVisible && this.#isStale) void this.#refresh();
  }

  /** An answer that is true of now, or the last one where none can be had. */
  async get(): Promise<T | undefined> {
    if (this.#isStale) void this.#refresh();
    for (let asked; asked !== this.#asked;) await (asked = this.#asked);
    return this.#current;
  }

  dispose(): void {
    this.#abandon();
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  #refresh(): Promise<void> {
    this.#abandon();
    this.#isStale = false;
    const request = new CancellationTokenSource();
    this.#request = request;
    this.#asked = this.#take(request);
    return this.#asked;
  }

  async #take(request: CancellationTokenSource): Promise<void> {
    try {
      const answer = await this.#ask(request.token);
      if (request !== this.#request) return; // it may differ already, and was asked for anew
      const isOther = JSON.stringify(answer) !== JSON.stringify(this.#current);
      this.#current = answer;
      this.#changed.fire(isOther);
    } catch (error) {
      if (request !== this.#request) return;
      this.#isStale = true;
      this.#onFailure(error);
    }
  }

  #abandon(): void {
    this.#request?.cancel();
    this.#request?.dispose();
    this.#request = undefined;
  }
}
