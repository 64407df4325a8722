/** The language servers that are measured, and what each of them wants of its client. */
import { inProject } from '../../scripts/support/project.mjs';
import { node } from '../peers/command-lines.mjs';
import { rumdlProgram } from '../peers/packages.mjs';
import { vscodeMarkdownServer } from '../peers/vscode-markdown.mjs';
import { benchToday } from '../workspace/words.mjs';

/** @typedef {import('./client.mjs').ServerKind} ServerKind */

/**
 * @param {import('../product.mjs').Product} product
 * @param {{ probed?: boolean, today?: string }} [options] `probed`: whether its heap is to be measured too; `today`: the
 *   day that it takes today for, `2026-11-20`
 * @returns {ServerKind}
 */
export function ownServer({ server }, { probed = false, today = benchToday } = {}) {
  const probe = probed ? ['--expose-gc', '--require', inProject('bench', 'lsp', 'heap-probe.cjs')] : [];
  const { command, args } = node(server, '--stdio');
  return {
    tool: 'runbook',
    call: { command, args: [...probe, ...args] },
    initializationOptions: { today },
    settings: {},
    slow: false,
    probed,
    serve: () => undefined,
  };
}

/** @returns {ServerKind[]} */
export function peerServers() {
  const rumdl = rumdlProgram();
  return [
    ...(rumdl === null
      ? []
      : [
          {
            tool: 'rumdl',
            call: { command: rumdl, args: ['server'] },
            initializationOptions: { disableRules: ['MD013'] },
            settings: {},
            slow: false,
            probed: false,
            serve: () => undefined,
          },
        ]),
    vscodeMarkdownServer(),
  ];
}

/**
 * The servers to measure on a workspace of so many files.
 * @param {import('../measures/measure.mjs').BenchContext} context
 * @param {number} files
 * @returns {ServerKind[]} ours first
 */
export function serversFor({ product, options, peers }, files) {
  const others = peers ? peerServers() : [];
  return [ownServer(product), ...others.filter(({ slow }) => !slow || !options.quick || files <= 100)];
}
