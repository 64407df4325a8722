/** The links that a run shows, and which of them are addresses of the web. Knows no VS Code type. */
import type { RunBlock, RunStep, RunView, RunWords } from '../../../protocol/src/run-view.js';

/** The destinations of all links of a view, as written. */
export function linksIn(view: RunView): ReadonlySet<string> {
  const found = new Set<string>();
  const inWords = (words: readonly RunWords[]): void => {
    for (const { form, target } of words) if (form === 'link' && target !== undefined) found.add(target);
  };
  const inBlocks = (blocks: readonly RunBlock[]): void => {
    for (const block of blocks) if (block.type === 'text') inWords(block.words);
  };
  const inBoxes = (boxes: readonly { readonly words: readonly RunWords[] }[]): void => {
    for (const { words } of boxes) inWords(words);
  };
  const inSteps = (steps: readonly RunStep[]): void => {
    for (const { blocks, verification } of steps) {
      inBlocks(blocks);
      inBoxes(verification);
    }
  };
  inWords(view.purpose);
  inBoxes(view.prerequisites?.boxes ?? []);
  inBoxes(view.post?.boxes ?? []);
  inBlocks(view.escalation.when);
  inBoxes(view.escalation.levels);
  for (const { objective, dependencies, steps, decision, gate } of view.phases) {
    inWords(objective);
    inBoxes(dependencies);
    inSteps(steps);
    inBoxes(gate?.boxes ?? []);
    inBlocks(decision?.blocks ?? []);
    inWords(decision?.escalation ?? []);
    for (const { condition, then } of decision?.branches ?? []) {
      inWords(condition);
      inWords(then);
    }
  }
  for (const { steps, blocks, gate } of view.rollbacks) {
    inSteps(steps);
    inBlocks(blocks);
    inBoxes(gate?.boxes ?? []);
  }
  return found;
}

/** The target where it is an address of the web; undefined for a path, and for any other scheme. */
export function addressOf(target: string): string | undefined {
  return /^https?:\/\/[^\s]+$/i.test(target) ? target : undefined;
}
