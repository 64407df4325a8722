/** The command lines of other tools that check a folder of Markdown. */
import path from 'node:path';
import process from 'node:process';
import { inProject } from '../../scripts/support/project.mjs';
import { biomeProgram, inPeers, peersFolder, rumdlProgram } from './packages.mjs';

/** @typedef {import('../timed-run.mjs').Call} Call */

/**
 * @typedef {object} CommandLine
 * @property {string} tool
 * @property {Call} check checks the folder that it is run in
 * @property {Call | null} version prints the version; null when that says nothing about its start
 * @property {boolean} caches whether a second run finds something of the first
 * @property {boolean} slow whether it takes minutes on a large workspace
 * @property {(code: number | null) => boolean} hasWorked whether it ended as it does after checking, findings or not
 */

/** @returns {CommandLine[]} */
export function peerCommandLines() {
  return [
    ...quickCommandLines(),
    {
      tool: 'markdownlint-cli2',
      check: node(
        inPeers('markdownlint-cli2', 'markdownlint-cli2-bin.mjs'),
        '--config',
        inProject('bench', 'peers', '.markdownlint-cli2.yaml'),
        '**/*.md',
      ),
      version: null,
      caches: false,
      slow: true,
      hasWorked: foundOrNot,
    },
    {
      tool: 'remark-lint',
      check: node(
        inPeers('remark-cli', 'cli.js'),
        '.',
        '--quiet',
        '--no-stdout',
        '--no-config',
        '--rc-path',
        path.join(peersFolder, 'remarkrc.json'),
      ),
      version: null,
      caches: false,
      slow: true,
      hasWorked: foundOrNot,
    },
  ];
}

/**
 * Those of them that are no Node programs, and quick.
 * @returns {CommandLine[]}
 */
export function quickCommandLines() {
  const rumdl = rumdlProgram();
  const biome = biomeProgram();
  return [
    ...(rumdl === null
      ? []
      : [
          {
            tool: 'rumdl',
            check: { command: rumdl, args: ['check', '--disable', 'MD013', '.'] },
            version: { command: rumdl, args: ['--version'] },
            caches: true,
            slow: false,
            hasWorked: foundOrNot,
          },
        ]),
    ...(biome === null
      ? []
      : [
          {
            tool: 'biome',
            check: { command: biome, args: ['lint', ...biomeOptions, '.'] },
            version: { command: biome, args: ['--version'] },
            caches: false,
            slow: false,
            hasWorked: foundOrNot,
          },
        ]),
  ];
}

/** A line for each finding, as others print them; the rules for Markdown that it has, which are off by default. */
const biomeOptions = [
  '--reporter=concise',
  '--max-diagnostics=none',
  `--config-path=${inProject('bench', 'peers', 'biome.json')}`,
];

/**
 * @param {string} script
 * @param {...string} args
 * @returns {Call}
 */
export const node = (script, ...args) => ({ command: process.execPath, args: [script, ...args] });

/** @param {number | null} code */
const foundOrNot = (code) => code === 0 || code === 1;
