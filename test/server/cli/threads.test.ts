/** A folder that several threads check has the findings that it has when one does, whatever an earlier check left. */
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import type { CachePlace } from '../../../server/src/cli/check-cache';
import { judgeShare } from '../../../server/src/cli/threads/judge-share';
import type { Share } from '../../../server/src/cli/threads/share';
import type { ThreadOptions } from '../../../server/src/cli/threads/share-out';
import { alertedWorkspace, likelyWorkspace } from '../../fuzz/texts/workspaces';
import { runs } from '../../support/runs';
import { fill, temporaryFolder } from '../disk/temporary-folder';
import { day, runTool, type Ran } from './run-tool';

/** Threads that are none: all shares in this one, as far as they have come when they wait for each other. */
class OneThread implements ThreadOptions {
  readonly asked: string;
  /** How many documents were shared out each time. */
  readonly shared: number[][] = [];

  constructor(parts: number) {
    this.asked = String(parts);
  }

  readonly judge = async (given: readonly Share[]): Promise<readonly Uint8Array[]> => {
    this.shared.push(given.map(({ listing }) => listing.found.documents.length));
    const said: Uint8Array[] = [];
    let waiting = 0;
    let ready = (): void => undefined;
    const all = new Promise<void>((resolve) => (ready = resolve));
    return Promise.all(
      given.map((share, index) =>
        judgeShare(structuredClone(share), {
          async swap(own) {
            said[index] = own;
            if (++waiting === given.length) ready();
            await all;
            return said.filter((_, from) => from !== index);
          },
        }),
      ),
    );
  };
}

function check(folder: string, threads?: ThreadOptions, cache: CachePlace | null = null): Promise<Ran> {
  const args = [
    'check',
    folder,
    '--today',
    day,
    '--format',
    'json',
    ...(cache === null ? ['--no-cache'] : []),
  ];
  return runTool(args, { cache, ...(threads === undefined ? {} : { threads }) });
}

const workspaces = fc
  .tuple(likelyWorkspace, alertedWorkspace, fc.boolean())
  .map(([one, two, isUnreadable]) => ({
    ...Object.fromEntries([...two.files].map(([path, text]) => [`b/${path}`, text])),
    ...Object.fromEntries([...one.files].map(([path, text]) => [`a/${path}`, text])),
    ...(isUnreadable
      ? { 'b/bytes.md': Buffer.from([0x41, 0xe9]), 'links.md': '[b](b/bytes.md), [c](c.md)\n' }
      : {}),
  }));

it('generated and damaged workspaces have the same findings with threads and without', async () => {
  await fc.assert(
    fc.asyncProperty(workspaces, fc.integer({ min: 2, max: 4 }), async (files, parts) => {
      const folder = temporaryFolder(files);
      expect(await check(folder, new OneThread(parts))).toEqual(await check(folder));
    }),
    { numRuns: runs(100) },
  );
});

test('the examples have the same findings with threads and without', async () => {
  const threads = new OneThread(3);
  expect(await check('examples', threads)).toEqual(await check('examples'));
  expect(threads.shared).toHaveLength(1);
  expect(threads.shared[0]).toHaveLength(3);
});

const entries = (id: string): string =>
  `---\nid_prefix: RUN-XXX\n---\n# Runbooks\n\n## ${id}: Pool\n\n**ID**: ${id}\n\nSee RUN-002 and RUN-077.\n`;
const folderOfThree = { 'a.md': entries('RUN-001'), 'b.md': entries('RUN-002'), 'c.md': entries('RUN-003') };

test('what threads found is saved, and a check after a change goes on from it without threads', async () => {
  const folder = temporaryFolder(folderOfThree);
  const tool = temporaryFolder({ 'tool.js': '1' });
  const cache = { folder: join(tool, 'cache'), tool: [join(tool, 'tool.js')], worthSaving: 2 };
  const threads = new OneThread(2);
  expect(await check(folder, threads, cache)).toEqual(await check(folder));
  fill(folder, { 'b.md': entries('RUN-077') });
  expect(await check(folder, threads, cache)).toEqual(await check(folder));
  expect(threads.shared).toEqual([[2, 1]]);
});

test('a document that changed after a thread had read it is judged as it is', async () => {
  const folder = temporaryFolder(folderOfThree);
  const before = new OneThread(2);
  const late: ThreadOptions = {
    asked: '2',
    async judge(shares) {
      fill(folder, { 'b.md': '# Nothing\n' });
      const found = await before.judge(shares);
      fill(folder, { 'b.md': folderOfThree['b.md'] });
      return found;
    },
  };
  expect(await check(folder, late)).toEqual(await check(folder));
});

test('where a thread fails, the check goes on without', async () => {
  const folder = temporaryFolder(folderOfThree);
  const failing: ThreadOptions = { asked: '2', judge: () => Promise.resolve(null) };
  expect(await check(folder, failing)).toEqual(await check(folder));
});
