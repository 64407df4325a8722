/** What is made of what threads say, and of threads that fail. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Share } from '../../../server/src/cli/threads/share';
import { judgeInThreads } from '../../../server/src/cli/threads/start-threads';
import { temporaryFolder } from '../disk/temporary-folder';

const share: Share = {
  root: '/w',
  allowOutside: false,
  listing: {
    found: { documents: [], alertFiles: [], pages: [], configurationFiles: [], outside: [], problems: [] },
    rules: [],
    remotes: [],
  },
  unreadable: [],
  parts: 2,
  judgesAlerts: false,
  today: '2026-11-20',
  profile: null,
  notes: null,
};

/** What two threads of a program give, the first of which judges the alerts. */
async function judged(program: string): Promise<string[] | null> {
  const folder = temporaryFolder({ 'program.js': program });
  const lines = await judgeInThreads(join(folder, 'program.js'), [{ ...share, judgesAlerts: true }, share]);
  return lines?.map((one) => Buffer.from(one).toString()).sort() ?? null;
}

const polite = `
const { parentPort } = require('node:worker_threads');
let name = '';
parentPort.on('message', ({ share, others }) => {
  if (share) {
    name = share.judgesAlerts ? 'first' : 'second';
    parentPort.postMessage({ kind: 'said', lines: Buffer.from(name) });
    return;
  }
  const heard = others.map((lines) => Buffer.from(lines).toString()).join();
  parentPort.postMessage({ kind: 'judged', lines: Buffer.from(name + ' heard ' + heard) });
  parentPort.close();
});
`;

test('each thread hears what the others say, and what all found is given', async () => {
  expect(await judged(polite)).toEqual(['first heard second', 'second heard first']);
});

test('where one thread fails, or ends too early, nothing is given', async () => {
  expect(await judged('throw new Error("no room");')).toBeNull();
  expect(await judged('syntax error')).toBeNull();
  expect(
    await judged(polite.replace('return;', "if (name === 'second') process.exit(0); return;")),
  ).toBeNull();
  expect(await judged(polite.replace("lines: Buffer.from(name + '", "lines: nothing + '"))).toBeNull();
});
