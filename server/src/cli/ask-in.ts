/** Asks a question on a terminal. */
import { createInterface } from 'node:readline/promises';

/** The line that was typed; empty when the input ends instead. */
export async function askIn(
  { stdin, stdout }: Pick<NodeJS.Process, 'stdin' | 'stdout'>,
  question: string,
): Promise<string> {
  const lines = createInterface({ input: stdin, output: stdout });
  const ended = new AbortController();
  lines.once('close', () => {
    ended.abort();
  });
  try {
    return await lines.question(question, { signal: ended.signal });
  } catch (error) {
    if (ended.signal.aborted) return '';
    throw error;
  } finally {
    lines.close();
  }
}
