/**
 * Asks for the preview to render again until it has. One that waits to render for another reason, as it does for 0.3 s after
 * its document was opened or changed, drops what it is asked meanwhile, and may then find nothing to do. Knows no editor.
 */

/** Milliseconds after which a preview that was to render again should have done so; asked for again after each. */
const usualPauses = [500, 1000, 2000, 4000];

export class RenderAgain {
  readonly #render: () => void;
  readonly #isNeeded: () => boolean;
  readonly #pauses: readonly number[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * `render`: asks once; `isNeeded`: whether there is a preview that has not rendered what it should show; `pauses`:
   * milliseconds in front of each time that it is asked again.
   */
  constructor(render: () => void, isNeeded: () => boolean, pauses: readonly number[] = usualPauses) {
    this.#render = render;
    this.#isNeeded = isNeeded;
    this.#pauses = pauses;
  }

  /** Asks at once. */
  now(): void {
    this.#ask(0);
  }

  /** Asks when the preview has had the time to do so by itself, and has not. */
  soon(): void {
    this.#askAfter(0);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #ask(attempt: number): void {
    this.#render();
    this.#askAfter(attempt);
  }

  #askAfter(attempt: number): void {
    clearTimeout(this.#timer);
    const pause = this.#pauses[attempt];
    if (pause === undefined) return;
    this.#timer = setTimeout(() => {
      if (this.#isNeeded()) this.#ask(attempt + 1);
    }, pause);
  }
}
