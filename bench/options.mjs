/** The command line of the bench. */
import { parseArgs } from 'node:util';

/**
 * @typedef {object} Options
 * @property {readonly number[]} sizes files of the workspaces
 * @property {readonly number[]} lines lines of the long runbooks
 * @property {readonly string[] | null} only names of measures; null for all
 * @property {number} runs how often short things are repeated
 * @property {string | null} json file for the results
 * @property {boolean} peers whether other tools are measured too
 * @property {boolean} quick whether what takes minutes is left out
 * @property {number} limit seconds that one run of a peer may take
 */

export const usage = `npm run bench [-- OPTIONS]

  --quick             leaves out what takes minutes: 10,000 files, slow peers, most repetitions
  --sizes N,N         files of the workspaces (100,1000,10000)
  --lines N,N         lines of the long runbooks (100,1000,5000,50000)
  --only NAME,NAME    only these measures; lsp stands for all that use the language server
  --runs N            how often short things are repeated (5)
  --limit SECONDS     how long one run of another tool may take (300)
  --no-peers          measures Runbook alone
  --json FILE         writes the results there too
  --help              prints this`;

/**
 * @param {readonly string[]} args
 * @returns {Options | string} what is wrong, as a sentence; empty when help was asked for
 */
export function readOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        quick: { type: 'boolean', default: false },
        sizes: { type: 'string' },
        lines: { type: 'string' },
        only: { type: 'string' },
        runs: { type: 'string' },
        limit: { type: 'string' },
        'no-peers': { type: 'boolean', default: false },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (values.help) return '';
  const { quick } = values;
  const sizes = readNumbers(values.sizes ?? (quick ? '100,1000' : '100,1000,10000'));
  const lines = readNumbers(values.lines ?? (quick ? '100,5000' : '100,1000,5000,50000'));
  const runs = Number(values.runs ?? (quick ? 3 : 5));
  const limit = Number(values.limit ?? 300);
  if (sizes === null || sizes.some((size) => size < 12))
    return '--sizes takes numbers of files, at least 12 each: --sizes 100,1000.';
  if (lines === null) return '--lines takes numbers of lines: --lines 100,5000.';
  if (!Number.isInteger(runs) || runs < 1) return '--runs takes a whole number above 0.';
  if (!(limit > 0)) return '--limit takes a number of seconds above 0.';
  return {
    sizes,
    lines,
    only: values.only?.split(',') ?? null,
    runs,
    json: values.json ?? null,
    peers: !values['no-peers'],
    quick,
    limit,
  };
}

/**
 * @param {string} list
 * @returns {number[] | null} null when it holds anything but whole numbers above 0
 */
function readNumbers(list) {
  const numbers = list.split(',').map(Number);
  return numbers.every((number) => Number.isInteger(number) && number > 0) ? numbers : null;
}
