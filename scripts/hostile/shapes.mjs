/** The hostile shapes: texts by place, files that configure, and folders. */
import { alertTexts, objectTexts } from './alert-texts.mjs';
import { fillers } from './fillers.mjs';
import { blockPlaces, linePlaces } from './places.mjs';
import { Buffer } from 'node:buffer';

/**
 * @typedef {object} Shape
 * @property {string} name
 * @property {(size: number) => Readonly<Record<string, string>>} files of a folder, by path, the largest of which takes about
 *   `size` bytes, and never more
 */

const runbook = '# Operations\n\n## RUN-001: Restart\n\n**ID**: RUN-001\n\nSee RUN-002.\n';

/** @type {(unit: string, before?: string, behind?: string) => (size: number) => string} */
const around =
  (unit, before = '', behind = '') =>
  (size) =>
    before + unit.repeat(Math.floor(size / unit.length)) + behind;

/** @type {(line: (number: number) => string, before?: string) => (size: number) => string} */
const counted =
  (line, before = '') =>
  (size) =>
    before +
    Array.from({ length: Math.floor(size / line(10_000).length) }, (_, index) => line(index)).join('');

/**
 * What makes less of it where letters take several bytes or the text stands in several places.
 * @type {(files: Shape['files']) => Shape['files']}
 */
const fitted = (files) => (size) => {
  const most = (/** @type {Readonly<Record<string, string>>} */ made) =>
    Math.max(...Object.values(made).map((text) => Buffer.byteLength(text)));
  let made = files(size);
  for (let wanted = size; wanted > 0 && most(made) > size; made = files(wanted))
    wanted = Math.floor(wanted * Math.min(0.97, size / most(made)));
  return made;
};

/**
 * @type {(
 *   file: string,
 *   texts: Readonly<Record<string, (size: number) => string>>,
 *   others?: Readonly<Record<string, string>>,
 * ) => Shape[]}
 */
const inFile = (file, texts, others = {}) =>
  Object.entries(texts).map(([name, make]) => ({
    name: `${file}: ${name}`,
    files: fitted((size) => ({ 'SoT.OPERATIONS.md': runbook, ...others, [file]: make(size) })),
  }));

/** @type {readonly Shape[]} */
const configuring = [
  ...inFile('.runbook.yaml', {
    'lists in lists': around('- ', 'exclude:\n  ', 'x\n'),
    brackets: around('[', 'exclude: '),
    'maps in maps': around('{a: ', 'rules: '),
    'many globs': counted((number) => `  - a${number}*b\n`, 'exclude:\n'),
    'one long glob': around('*a', 'exclude: ["', '"]\n'),
    'many overrides': counted(
      (number) => `  - files: a${number}\n    rules: { stub-entry: off }\n`,
      'overrides:\n',
    ),
    'many prefixes': counted((number) => `  P${number}: a.md\n`, 'prefixes:\n'),
    'unknown keys': counted((number) => `key${number}: x\n`),
    'one key again': around('exclude: x\n'),
    references: counted((number) => `  - *a${number}\n`, 'exclude:\n  - &a0 x\n'),
  }),
  ...inFile('.gitignore', {
    'many rules': counted((number) => `a${number}*b\n`),
    'rules with stars': around('a*b*c*d*e\n'),
    'one long rule': around('*a'),
    'rules that take back': around('!a/**/b\n'),
  }),
  ...inFile('alerts.yaml', alertTexts),
  ...['alerts.tf', 'alerts.jsonnet'].flatMap((file) =>
    inFile(file, objectTexts, { '.runbook.yaml': `alerts:\n  files: ['${file}']\n` }),
  ),
];

/** @type {readonly Shape[]} */
const folders = [
  {
    name: 'folder: folders in folders',
    // paths of 4096 bytes are the longest that there are
    files: (size) => ({ [`${'a/'.repeat(Math.floor(size / 1_000))}SoT.OPERATIONS.md`]: runbook }),
  },
  {
    name: 'folder: many short documents',
    files: (size) =>
      Object.fromEntries(
        Array.from({ length: Math.floor(size / 4_000) }, (_, index) => [
          `d${index % 20}/SoT.F${index}.md`,
          `# F${index}\n\n## RUN-${index}: x\n\n**ID**: RUN-${index}\n\nSee RUN-${index + 1}.\n`,
        ]),
      ),
  },
];

/** @type {(filler: string, place: string, put: import('./places.mjs').Place) => Shape} */
function placed(filler, place, put) {
  const make = fillers.get(filler)?.make;
  if (make === undefined) throw new Error(`no filler ${filler}`);
  return { name: `${filler} in ${place}`, files: fitted((size) => put(make(size))) };
}

/**
 * Every filler in one place, the places taken in turn, and the files that configure.
 * @returns {readonly Shape[]}
 */
export function someShapes() {
  const turns = { true: 0, false: 0 };
  const texts = [...fillers].map(([filler, { lines }]) => {
    const places = Object.entries(lines ? blockPlaces : linePlaces);
    const turn = turns[`${lines}`]++ % places.length;
    const [place, put] = places[turn] ?? places[0] ?? ['', () => ({})];
    return placed(filler, place, put);
  });
  return [...texts, ...configuring, ...folders];
}

/**
 * Every filler in every place, and the files that configure.
 * @returns {readonly Shape[]}
 */
export function allShapes() {
  const texts = [...fillers].flatMap(([filler, { lines }]) =>
    Object.entries(lines ? blockPlaces : { ...linePlaces, ...blockPlaces }).map(([place, put]) =>
      placed(filler, place, put),
    ),
  );
  return [...texts, ...configuring, ...folders];
}
