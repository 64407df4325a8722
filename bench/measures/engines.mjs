/**
 * The two readers of Markdown beside each other: whether the scanner reads every text as the reference engine does, how
 * often it gives a text up, and how many bytes each reads in a second. Without the product around them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { build } from 'esbuild';
import { inProject } from '../../scripts/support/project.mjs';
import { formatCount } from '../report/format.mjs';
import { row } from '../row.mjs';
import { repetitions } from './measure.mjs';

/** @typedef {import('../row.mjs').Row} Row */

/**
 * @typedef {object} Engines
 * @property {(text: string, isDefined: (label: string) => boolean) => readonly object[] | Error & { reason: string }} tryToScan
 * @property {(text: string) => readonly object[]} parseWithRemark
 * @property {(count: number, seed: number) => string[]} generatedTexts
 * @property {(text: string) => string[]} sectionsOfText
 */

const source = `
import fc from 'fast-check';
import { composedLines, damagedSection, markSoup } from './test/support/markdown-texts';
export { sectionsOfText } from './test/support/markdown-texts';
export { tryToScan } from './server/src/parsing/markdown/scan/scan-blocks';
export { parseWithRemark } from './server/src/parsing/markdown/remark-engine';
export const generatedTexts = (count, seed) =>
  fc.sample(fc.oneof({ weight: 4, arbitrary: composedLines }, { weight: 2, arbitrary: markSoup }, { weight: 1, arbitrary: damagedSection }), { numRuns: count, seed });
`;

/** Longer files are no documents, and take the reference engine minutes. */
const longest = 60_000;

/** @type {import('./measure.mjs').Measure} */
export const engines = {
  name: 'engines',
  lsp: false,
  async *run({ options, scratch, report }) {
    const built = await buildEngines(path.join(scratch, 'engines.mjs'));
    const seed = Date.now() % 1_000_000;
    const count = options.quick ? 5000 : 50_000;
    report(`engines: ${formatCount(count)} generated texts, seed ${seed}`);
    yield* compare('generated Markdown', built.generatedTexts(count, seed), built, options, report);
    const texts = installedTexts(built).slice(0, options.quick ? 3000 : undefined);
    report(`engines: ${formatCount(texts.length)} sections of installed packages`);
    yield* compare('Markdown of packages', texts, built, options, report);
  },
};

/**
 * @param {string} file where to put them
 * @returns {Promise<Engines>}
 */
async function buildEngines(file) {
  await build({
    stdin: { contents: source, resolveDir: inProject(), loader: 'ts' },
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    define: { 'import.meta.dirname': JSON.stringify(inProject('test', 'support')) },
    logLevel: 'error',
  });
  return await import(pathToFileURL(file).href);
}

/**
 * @param {Engines} built
 * @returns {string[]} sections of all Markdown files in `node_modules`
 */
function installedTexts({ sectionsOfText }) {
  const folder = inProject('node_modules');
  return (
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.toLowerCase().endsWith('.md'))
      .sort()
      // the readers are given texts without a byte order mark, see `parse-blocks.ts`
      .map((name) => readFileSync(path.join(folder, name), 'utf8').replace(/^\ufeff/, ''))
      .filter(({ length }) => length <= longest)
      .flatMap(sectionsOfText)
  );
}

/**
 * @param {string} what
 * @param {readonly string[]} texts
 * @param {Engines} built
 * @param {import('../options.mjs').Options} options
 * @param {(message: string) => void} report
 * @returns {Generator<Row, void, undefined>}
 */
function* compare(what, texts, { tryToScan, parseWithRemark }, options, report) {
  const scan = () => timedMap(texts, (text) => tryToScan(text, () => false));
  const scanned = scan();
  const times = Array.from(repetitions(options), () => scan().time);
  const read = timedMap(texts, parseWithRemark);
  /** Bytes by the reason for which they are given up. @type {Map<string, number>} */
  const left = new Map();
  let givenUp = 0;
  let different = 0;
  for (const [i, text] of texts.entries()) {
    const blocks = scanned.results[i];
    if (blocks instanceof Error) {
      givenUp++;
      left.set(blocks.reason, (left.get(blocks.reason) ?? 0) + Buffer.byteLength(text));
    } else if (!isDeepStrictEqual(blocks, read.results[i])) {
      different++;
      if (different <= 5) report(`read differently: ${JSON.stringify(text.slice(0, 500))}`);
    }
  }
  const same = texts.length - givenUp - different;
  const note = `same ${formatCount(same)}, given up ${formatCount(givenUp)}, different ${formatCount(different)}`;
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  report(`left to remark of ${what}: ${sharesOf(left, bytes)}`);
  const rate = (/** @type {readonly number[]} */ times) => ({
    unit: /** @type {const} */ ('MB/s'),
    samples: times.map((time) => bytes / 1000 / time),
  });
  yield row({ what, tool: 'scanner', ...rate(times), note, wrong: different > 0 });
  yield row({ what, tool: 'remark', ...rate([read.time]) });
}

/**
 * @param {ReadonlyMap<string, number>} left bytes by reason
 * @param {number} bytes of all texts
 * @returns {string} all of them in percent, and each reason, the largest first
 */
function sharesOf(left, bytes) {
  const percent = (/** @type {number} */ part) => `${((100 * part) / bytes).toFixed(2)} %`;
  const sum = [...left.values()].reduce((total, part) => total + part, 0);
  const parts = [...left].sort(([, one], [, other]) => other - one);
  return [percent(sum), ...parts.map(([reason, part]) => `${reason} ${percent(part)}`)].join(', ');
}

/**
 * @template T
 * @param {readonly string[]} texts
 * @param {(text: string) => T} read
 * @returns {{ time: number, results: T[] }} milliseconds for all texts
 */
function timedMap(texts, read) {
  const start = performance.now();
  const results = texts.map((text) => read(text));
  return { time: performance.now() - start, results };
}
