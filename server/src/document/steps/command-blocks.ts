/** The code blocks of a document that an operator runs, as opposed to what a command prints and to files. */
import { languageOf, shellLanguages, sqlLanguages } from '../../model/code-languages';
import type { CodeBlock } from '../../model/markdown';
import type { Runbook, Step } from '../../model/runbook';
import { Coverage } from '../../text/coverage';
import type { Span } from '../../text/span';

/**
 * The fences in a language for commands, and those without a language in steps, but for expected output. A fence that is
 * not closed, or that lists steps in plain text, is none.
 */
export function commandBlocks(runbook: Runbook): readonly CodeBlock[] {
  const { text, fences, parts, procedures } = runbook;
  const inSteps = new Set<number>();
  for (const { steps } of procedures) for (const step of steps) addCommands(step, inSteps);
  const outputs = new Coverage(parts.filter(({ key }) => key.startsWith('expected')).map(({ span }) => span));
  const lists = new Set(procedures.map(({ fence, form }) => (form === 'fence' ? fence : null)));
  return fences.filter((fence) => {
    if (!fence.closed || lists.has(fence)) return false;
    const language = languageOf(text, fence);
    if (shellLanguages.has(language) || sqlLanguages.has(language)) return true;
    return language === '' && inSteps.has(fence.content.start) && !outputs.encloses(fence.span);
  });
}

function addCommands({ commands, subSteps }: Step, starts: Set<number>): void {
  for (const { form, span } of commands) if (form === 'fence') starts.add(span.start);
  for (const step of subSteps) addCommands(step, starts);
}

/** A prompt of a shell. */
const prompt = /^[ \t]{0,8}\$[ \t]/;

/**
 * The commands of a block with prompts: the lines behind these, with those that they go on in, without what is printed in
 * between. Null for a block without prompts.
 */
export function promptedCommands({ text }: Runbook, { start, end }: Span): string | null {
  const taken: string[] = [];
  let prompted = false;
  let goesOn = false;
  for (const line of text.slice(start, end).split(/\r\n|\r|\n/)) {
    const isPrompt = prompt.test(line);
    prompted ||= isPrompt;
    if (isPrompt || goesOn) taken.push(isPrompt ? line.replace(prompt, '') : line);
    goesOn = (isPrompt || goesOn) && line.endsWith('\\');
  }
  return prompted ? taken.join('\n') : null;
}
