/** How long a tool takes before it does anything: the time to print its version. */
import { freshHome } from '../environment.mjs';
import { node, peerCommandLines } from '../peers/command-lines.mjs';
import { row } from '../row.mjs';
import { timedRun } from '../timed-run.mjs';

/** Starts are short and noisy. */
const runsPerRun = 4;

/** @type {import('./measure.mjs').Measure} */
export const start = {
  name: 'start',
  lsp: false,
  async *run({ options, product, peers, scratch, report }) {
    report('start');
    const { environment } = freshHome(scratch);
    const calls = [
      { tool: 'runbook', call: node(product.cli, '--version') },
      { tool: 'node alone', call: node('--eval', '') },
      ...(peers ? peerCommandLines() : []).flatMap(({ tool, version }) =>
        version === null ? [] : [{ tool, call: version }],
      ),
    ].map((one) => ({ ...one, samples: /** @type {number[]} */ ([]) }));
    for (let run = 0; run < options.runs * runsPerRun; run++) {
      for (const { tool, call, samples } of calls) {
        const { time, code, problem } = await timedRun(call, {
          cwd: scratch,
          env: environment,
          limit: options.limit,
        });
        if (code !== 0) throw new Error(`${tool} did not start:\n${problem}`);
        samples.push(time);
      }
    }
    for (const { tool, samples } of calls) yield row({ what: 'start of the tool', tool, samples });
  },
};
