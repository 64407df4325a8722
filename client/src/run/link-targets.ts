/** The links and ids that a run shows, and which links are addresses of the web. Knows no VS Code type. */
import type { RunBlock, RunStep, RunView, RunWords } from '../../../protocol/src/run-view.js';
import { idPattern, mayNameEntries } from './page-messages.js';

/** The destinations of all links of a view, as written. */
export function linksIn(view: RunView): ReadonlySet<string> {
  return new Set(
    wordsOf(view).flatMap(({ form, target }) => (form === 'link' && target !== undefined ? [target] : [])),
  );
}

/** What may be the id of an entry in the words of a view. Whether one is defined, the server knows. */
export function idsIn(view: RunView): ReadonlySet<string> {
  return new Set(
    wordsOf(view).flatMap(({ form, text }) =>
      mayNameEntries(form) ? [...text.matchAll(idPattern)].map(([id]) => id) : [],
    ),
  );
}

/** All words that a view shows. */
function wordsOf(view: RunView): readonly RunWords[] {
  const found: RunWords[] = [];
  const inWords = (words: readonly RunWords[]): void => {
    found.push(...words);
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
