/** Where the tool writes to and reads from, and what its exit codes mean. */

import type { Readable, Writable } from 'node:stream';

export interface PromptStreams {
  readonly input: Readable;
  readonly output: Writable;
}

export interface Terminal {
  readonly out: (text: string) => unknown;
  readonly error: (text: string) => unknown;
  /** Whether `out` shows colours. */
  readonly colors: boolean;
  /** Width of `out` in columns; absent where it is no terminal, so that nothing is wrapped. */
  readonly columns?: number;
  /** The whole of standard input; absent where there is none. */
  readonly input?: () => Promise<string>;
  /** Asks who sits in front of it, and gives what they typed; absent where nobody does. */
  readonly ask?: (question: string) => Promise<string>;
  /** Where a run asks its questions, which take single keys; absent where nobody is to press them. */
  readonly prompts?: PromptStreams;
  /** Shows what a long run is at, instead of what it showed before; nothing for an empty text. */
  readonly progress?: (text: string) => void;
}

export const exitCodes = { ok: 0, findings: 1, usage: 2 } as const;
