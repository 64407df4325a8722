/**
 * `npm run record:cost`: records what a check, a key and an edit cost now, bytes for the Node that runs. Says what has
 * grown, for the message of the commit.
 */
import { measureCost } from './cost/measure.mjs';
import { grownSince, readRecorded, record } from './cost/recorded.mjs';
import { temporaryFolder } from './support/temporary-folder.mjs';

const costs = await measureCost(temporaryFolder('cost'));
const grown = grownSince(readRecorded(), costs);
record(costs);
console.log(grown.length === 0 ? 'Nothing has grown.' : grown.join('\n'));
