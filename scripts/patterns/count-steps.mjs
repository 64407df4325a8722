/**
 * Counts the steps that a backtracking engine takes to search a text: characters looked at and ways to go on. Time
 * depends on the machine, steps do not.
 */
import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

/** @typedef {import('@eslint-community/regexpp').AST.Element} Element */
/** @typedef {import('@eslint-community/regexpp').AST.Alternative} Alternative */
/** @typedef {(character: string) => boolean} Test */
/**
 * @typedef {{ op: 'take', test: Test } | { op: 'fork', first: number, second: number } | { op: 'jump', to: number }
 *   | { op: 'look', program: Step[], back: boolean, negated: boolean } | { op: 'at', test: (text: string, at: number) => boolean }
 *   | { op: 'open' | 'close' | 'again', group: number } | { op: 'end' }} Step
 */

/** @type {WeakMap<import('@eslint-community/regexpp').AST.CapturingGroup, number>} */
const groupNumbers = new WeakMap();

/**
 * @param {{ source: string, flags: string }} pattern
 * @returns {(text: string, limit: number) => number} the steps of finding all matches in a text, one behind the other;
 *   counting ends at the limit
 */
export function stepCounter({ source, flags }) {
  const { pattern } = new RegExpParser().parseLiteral(`/${source}/${flags}`);
  let groups = 0;
  visitRegExpAST(pattern, { onCapturingGroupEnter: (group) => groupNumbers.set(group, ++groups) });
  const program = compile(pattern.alternatives, flags, false);
  // without other starts, engines try the first one only
  const anchored = isAnchored(pattern.alternatives, flags);
  return (text, limit) => {
    const counter = { steps: 0, limit };
    for (let at = 0; at <= text.length && counter.steps < limit;) {
      const end = runFrom(program, text, at, counter, false, []);
      at = end === null || end === at ? at + 1 : end;
      if (end === null && anchored) break;
    }
    return counter.steps;
  };
}

/**
 * @param {readonly Alternative[]} alternatives
 * @param {string} flags
 */
function isAnchored(alternatives, flags) {
  return (
    !flags.includes('m') &&
    alternatives.every(({ elements: [first] }) => first?.type === 'Assertion' && first.kind === 'start')
  );
}

/**
 * @param {readonly Alternative[]} alternatives
 * @param {string} flags
 * @param {boolean} back
 * @returns {Step[]}
 */
function compile(alternatives, flags, back) {
  /** @type {Step[]} */
  const program = [];
  addAlternatives(program, alternatives, flags, back);
  program.push({ op: 'end' });
  return program;
}

/**
 * @param {Step[]} program
 * @param {readonly Alternative[]} alternatives
 * @param {string} flags
 * @param {boolean} back
 */
function addAlternatives(program, alternatives, flags, back) {
  /** @type {{ op: 'jump', to: number }[]} */
  const exits = [];
  alternatives.forEach(({ elements }, index) => {
    /** @type {{ op: 'fork', first: number, second: number }} */
    const fork = { op: 'fork', first: program.length + 1, second: 0 };
    const isLast = index === alternatives.length - 1;
    if (!isLast) program.push(fork);
    for (const element of back ? elements.toReversed() : elements) addElement(program, element, flags, back);
    if (isLast) return;
    /** @type {{ op: 'jump', to: number }} */
    const exit = { op: 'jump', to: 0 };
    exits.push(exit);
    program.push(exit);
    fork.second = program.length;
  });
  for (const exit of exits) exit.to = program.length;
}

/**
 * @param {Step[]} program
 * @param {Element} element
 * @param {string} flags
 * @param {boolean} back
 */
function addElement(program, element, flags, back) {
  switch (element.type) {
    case 'Quantifier':
      addQuantifier(program, element, flags, back);
      break;
    case 'Group':
      addAlternatives(program, element.alternatives, flags, back);
      break;
    case 'CapturingGroup': {
      const group = groupNumbers.get(element) ?? 0;
      program.push({ op: 'open', group });
      addAlternatives(program, element.alternatives, flags, back);
      program.push({ op: 'close', group });
      break;
    }
    case 'Backreference':
      program.push({ op: 'again', group: Number(element.ref) });
      break;
    case 'Assertion':
      if (element.kind === 'lookahead' || element.kind === 'lookbehind') {
        const isBack = element.kind === 'lookbehind';
        const inner = compile(element.alternatives, flags, isBack);
        program.push({ op: 'look', program: inner, back: isBack, negated: element.negate });
      } else program.push({ op: 'at', test: assertionOf(element.raw, flags) });
      break;
    default:
      program.push({ op: 'take', test: characterTest(element.raw, flags) });
  }
}

/**
 * @param {Step[]} program
 * @param {import('@eslint-community/regexpp').AST.Quantifier} quantifier
 * @param {string} flags
 * @param {boolean} back
 */
function addQuantifier(program, { element, min, max, greedy }, flags, back) {
  const inner = /** @type {Element} */ (element);
  for (let count = 0; count < min; count++) addElement(program, inner, flags, back);
  /** @type {{ op: 'fork', first: number, second: number }[]} */
  const forks = [];
  /** @type {() => { op: 'fork', first: number, second: number }} */
  const fork = () => {
    /** @type {{ op: 'fork', first: number, second: number }} */
    const step = { op: 'fork', first: program.length + 1, second: program.length + 1 };
    program.push(step);
    forks.push(step);
    return step;
  };
  if (max === Infinity) {
    const start = program.length;
    fork();
    addElement(program, inner, flags, back);
    program.push({ op: 'jump', to: start });
  } else
    for (let count = min; count < max; count++) {
      fork();
      addElement(program, inner, flags, back);
    }
  for (const step of forks) {
    if (greedy) step.second = program.length;
    else step.first = program.length;
  }
}

/** @type {(raw: string, flags: string) => Test} */
function characterTest(raw, flags) {
  const pattern = new RegExp(`^(?:${raw})$`, flags.replace(/[gmy]/g, ''));
  /** @type {Map<string, boolean>} */
  const known = new Map();
  return (character) => {
    let takes = known.get(character);
    if (takes === undefined) known.set(character, (takes = pattern.test(character)));
    return takes;
  };
}

/** @type {(raw: string, flags: string) => (text: string, at: number) => boolean} */
function assertionOf(raw, flags) {
  const pattern = new RegExp(raw, `${flags.replace(/[gy]/g, '')}y`);
  return (text, at) => {
    pattern.lastIndex = at;
    return pattern.test(text);
  };
}

/**
 * @param {readonly Step[]} program
 * @param {string} text
 * @param {number} start
 * @param {{ steps: number, limit: number }} counter
 * @param {boolean} back
 * @param {readonly number[]} outer starts and ends of groups
 * @returns {number | null} where the match ends
 */
function runFrom(program, text, start, counter, back, outer) {
  /** @type {{ pc: number, at: number, groups: readonly number[] }[]} */
  const ways = [{ pc: 0, at: start, groups: outer }];
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    let { pc, at, groups } = way;
    for (let alive = true; alive;) {
      if (++counter.steps > counter.limit) return null;
      const step = program[pc++];
      if (step === undefined || step.op === 'end') return at;
      if (step.op === 'jump') pc = step.to;
      else if (step.op === 'fork') {
        ways.push({ pc: step.second, at, groups });
        pc = step.first;
      } else if (step.op === 'take') {
        const from = back ? at - 1 : at;
        alive = from >= 0 && from < text.length && step.test(text.charAt(from));
        at += back ? -1 : 1;
      } else if (step.op === 'at') alive = step.test(text, at);
      else if (step.op === 'look')
        alive = (runFrom(step.program, text, at, counter, step.back, groups) !== null) !== step.negated;
      else if (step.op === 'again') {
        const same = text.slice(groups[step.group * 2], groups[step.group * 2 + 1]);
        counter.steps += same.length;
        alive = text.startsWith(same, at);
        at += same.length;
      } else {
        const changed = [...groups];
        changed[step.group * 2 + (step.op === 'open' ? 0 : 1)] = at;
        groups = changed;
      }
    }
  }
  return null;
}
