/** How work in the background leaves room for others. */

/** When to pause during long work, and until when. */
export interface Pace {
  readonly isDue: boolean;
  pause(): Promise<void>;
}
