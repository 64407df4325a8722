/** Runs the command line tool inside the test, as main.ts binds it to a process. */
// What the tool loads when it is asked for is loaded here before the first test, which else would wait for it.
import '../../../server/src/cli/afresh';
import type { CachePlace } from '../../../server/src/cli/check-cache';
import { run } from '../../../server/src/cli/run';
import type { Terminal } from '../../../server/src/cli/terminal';
import type { ThreadOptions } from '../../../server/src/cli/threads/share-out';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

export interface RunOptions extends Partial<
  Pick<Terminal, 'ask' | 'colors' | 'columns' | 'progress' | 'prompts'>
> {
  /** What standard input holds. */
  readonly input?: string;
  /** Without it, nothing is kept between runs. */
  readonly cache?: CachePlace | null;
  readonly threads?: ThreadOptions;
}

/** The day on which all runs of these tests happen. */
export const day = '2026-11-20';

/** Runs `runbook` with these arguments; no terminal, no colours. */
export async function runTool(
  args: readonly string[],
  { input, cache = null, threads, ...terminal }: RunOptions = {},
): Promise<Ran> {
  let out = '';
  let error = '';
  const code = await run(
    args,
    {
      colors: false,
      ...terminal,
      out: (text) => (out += text),
      error: (text) => (error += text),
      ...(input === undefined ? {} : { input: () => Promise.resolve(input) }),
    },
    { rulePages: 'docs/rules', cache, ...(threads === undefined ? {} : { threads }) },
  );
  return { code, out, error };
}
