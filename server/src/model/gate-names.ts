/**
 * What authors call the gate of a phase besides gate criteria: a question with two answers (`Go / No-Go`), or what has to be
 * so before one goes on (`Proceed when`). Elsewhere these words name other things. Knows names, not where they stand.
 */
import { foldName } from './role-patterns';
import { normalizeName } from './vocabulary';

/** Names are folded: no hyphens, no articles, no blanks around a slash. */
const question = '(?:final |phase )?go[ /]?(?:or )?no ?go';
const going = '(?:start|begin|proceed|continue|go on|go ahead|move on|move ahead|move forward|advance)';
const onward = '(?: (?:to|into|with)(?: [^ ]+){1,3})?';
const criteria = 'criteria|criterion|conditions?|checks?|checklist|review|decision';

const gatePattern = new RegExp(
  `^(?:${[
    `${question}(?: (?:${criteria}|gate|meeting|point))?`,
    `(?:go|phase completion|phase transition) (?:${criteria})`,
    `(?:only |do not |don't )?${going}${onward} (?:only )?(?:when|if|once|until|unless)`,
    `(?:ready|readiness|cleared|safe|ok) (?:to|for) (?:${going}|next phase|phase)${onward}`,
    `before (?:moving on|going on|next phase|you move on|you go on)${onward}`,
    `(?:phase |stage |exit |transition |release )(?:gates?|exit)(?: (?:${criteria}))?`,
    `(?:phase |stage )?sign offs?(?: (?:${criteria}))?`,
    '(?:hold|gate) ?points?|gate (?:checks?|checklist|review|decision)',
  ].join('|')})$`,
);
const questionPattern = new RegExp(`^${question}(?: |$)`);

/** A look that saves most names the pattern. */
const mayBeGate =
  /go|start|begin|proceed|continue|move|advance|read|clear|safe|ok|before|gate|exit|sign|phase/i;

/** Whether a label or heading of this name, in a phase without gate criteria, holds them. */
export function isGateName(name: string): boolean {
  return mayBeGate.test(name) && gatePattern.test(folded(name));
}

/** Whether a name asks `Go / No-Go`. */
export function isGoNoGo(name: string): boolean {
  return questionPattern.test(folded(name));
}

function folded(name: string): string {
  return foldName(normalizeName(name)).replace(/ ?\/ ?/g, '/');
}
