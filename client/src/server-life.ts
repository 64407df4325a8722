/**
 * Keeps one server at a time: ends it, also in the middle of its start, before it starts the next one, and starts another
 * one when a server that ran ends by itself. Knows no VS Code and no language client.
 */

/** `stopped` is final until someone restarts; a server that crashed is followed by another one through `starting`. */
export type ServerState = 'starting' | 'running' | 'stopped';

/** One start of a server, from nothing to its end. */
export interface ServerRun {
  /** Settles when the server runs; rejects when it could not be started. */
  start(): Promise<void>;
  /** Ends the server, also while it starts. Settles when nothing of it is left. Never rejects. */
  end(): Promise<void>;
}

/** Crashes within {@link crashTime} after which a server is not started again by itself. */
const mostCrashes = 5;
/** In milliseconds. */
const crashTime = 180_000;

export class ServerLife {
  readonly #make: (onCrash: () => void) => ServerRun;
  readonly #onState: (state: ServerState) => void;
  #state: ServerState = 'starting';
  #run: ServerRun | undefined;
  /** Counts requests: the last one decides. */
  #asked = 0;
  #ended: Promise<void> | undefined;
  #crashes: readonly number[] = [];

  /**
   * `make`: a run that has not been started, which calls `onCrash` when the server ends by itself while it runs; `onState`:
   * told of every change of {@link state}.
   */
  constructor(make: (onCrash: () => void) => ServerRun, onState: (state: ServerState) => void) {
    this.#make = make;
    this.#onState = onState;
  }

  get state(): ServerState {
    return this.#state;
  }

  /**
   * Starts a server in the place of the one there is, whatever that is about. Never rejects: failure shows as state `stopped`.
   * Of several that are asked for at once only the last one is started.
   */
  async start(): Promise<void> {
    const asked = ++this.#asked;
    this.#show('starting');
    if (this.#run !== undefined || this.#ended !== undefined) await this.#end();
    if (asked !== this.#asked) return;
    const seen = { crash: false };
    const run = this.#make(() => {
      seen.crash = true;
      if (run === this.#run && this.#state === 'running') void this.#afterCrash();
    });
    this.#run = run;
    const hasStarted = await run.start().then(
      () => true,
      () => false,
    );
    // what is given up has no say
    if (run !== this.#run || asked !== this.#asked) return;
    if (hasStarted && seen.crash) await this.#afterCrash();
    else this.#show(hasStarted ? 'running' : 'stopped');
  }

  /** Ends the server for good. */
  async dispose(): Promise<void> {
    this.#asked++;
    await this.#end();
  }

  async #afterCrash(): Promise<void> {
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((time) => now - time < crashTime), now];
    if (this.#crashes.length < mostCrashes) await this.start();
    else this.#show('stopped');
  }

  /** Settles when nothing is left of any run: the next one must find none of its commands. */
  #end(): Promise<void> {
    const run = this.#run;
    this.#run = undefined;
    this.#ended = Promise.all([this.#ended, run?.end()]).then(() => undefined);
    return this.#ended;
  }

  #show(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#onState(state);
  }
}
