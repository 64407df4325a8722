/** How large the packaged extension is. */
import { statSync } from 'node:fs';
import { packageExtension } from '../../scripts/support/vsix.mjs';
import { row } from '../row.mjs';

/** @type {import('./measure.mjs').Measure} */
export const packageSize = {
  name: 'package',
  lsp: false,
  async *run({ report }) {
    report('package');
    const { file } = await packageExtension(report);
    yield row({
      what: 'packed extension',
      tool: 'runbook',
      unit: 'kB',
      samples: [statSync(file).size / 1000],
    });
  },
};
