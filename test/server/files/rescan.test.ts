/** Whatever happens to files without a word: after a rescan a session says what one says that reads everything. */
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runs } from '../../support/runs';
import { afresh, findingsOf, save, newSnapshots, openSession, owner } from '../../support/saved-session';
import { fill, link, temporaryFolder } from '../disk/temporary-folder';

const names = ['SoT.RUNBOOKS.md', 'a.md', 'docs/b.md', 'docs/deep/c.md', 'docs/d.md'] as const;
const texts = [
  owner,
  owner.replaceAll('RUN-002', 'RUN-003'),
  '# Wrong\n\nLinked IDs: RUN-009\n\n[RUN-001](docs/b.md) and [it](../a.md#wrong)\n',
  '# Note\n\nLinked IDs: RUN-003\n',
];
const rules = ['docs\n', 'a.md\n', ''];
const start = { [names[0]]: texts[0] ?? '', [names[1]]: texts[2] ?? '', [names[2]]: texts[3] ?? '' };

type Act = (folder: string) => void;
const name = fc.constantFrom(...names);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(name, fc.constantFrom(...texts)).map(([path, text]): Act => (folder) => {
    rmSync(join(folder, path), { recursive: true, force: true });
    fill(folder, { [path]: text });
  }),
  name.map((path): Act => (folder) => {
    rmSync(join(folder, path), { recursive: true, force: true });
  }),
  fc.constant<Act>((folder) => {
    rmSync(join(folder, 'docs'), { recursive: true, force: true });
  }),
  fc.tuple(name, name).map(([from, to]): Act => (folder) => {
    try {
      renameSync(join(folder, from), join(folder, to));
    } catch {
      // there is nothing to rename, or nowhere to put it
    }
  }),
  name.map((path): Act => (folder) => {
    rmSync(join(folder, path), { recursive: true, force: true });
    fill(folder, { [path]: new Uint8Array([0, 1, 2]) });
  }),
  name.map((path): Act => (folder) => {
    rmSync(join(folder, path), { recursive: true, force: true });
    fill(folder, { [path]: link('/etc/hostname') });
  }),
  fc.constantFrom(...rules).map((text): Act => (folder) => {
    fill(folder, { '.gitignore': text });
  }),
  fc.constantFrom('exclude: [docs]\n', 'rules:\n  dangling-id: off\n', '').map((text): Act => (folder) => {
    fill(folder, { '.runbook.yaml': text });
  }),
);

it('after any changes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(act, { maxLength: 4 }), { maxLength: 4 }),
      fc.boolean(),
      async (rounds, keeps) => {
        const folder = temporaryFolder(start);
        const place = keeps ? newSnapshots() : { snapshots: null };
        const session = await openSession(folder, place);
        findingsOf(session);
        for (const round of rounds) {
          for (const change of round) change(folder);
          await session.files.rescan();
          expect(findingsOf(session)).toEqual(await afresh(folder));
        }
        await save(session);
      },
    ),
    { numRuns: runs(40) },
  );
}, 60_000);

it('nothing is read that did not change', async () => {
  const folder = temporaryFolder(start);
  const session = await openSession(folder, { snapshots: null });
  session.read();
  await session.files.rescan();
  expect(session.read()).toEqual([]);
  fill(folder, { 'a.md': '# Other\n' });
  expect(await session.files.isStale(session.service.uris())).toBe(true);
  await session.files.rescan();
  expect(session.read()).toEqual(['a.md']);
  expect(await session.files.isStale(session.service.uris())).toBe(false);
});

it('what cannot be read is told of once', async () => {
  const folder = temporaryFolder(start);
  const { files } = await openSession(folder, { snapshots: null });
  fill(folder, { 'big.md': 'x'.repeat(3_000_000) });
  expect((await files.rescan()).problems).toHaveLength(1);
  expect((await files.rescan()).problems).toEqual([]);
});

it('ends when it is no longer wanted', async () => {
  const { files } = await openSession(temporaryFolder(start), { snapshots: null });
  await expect(files.rescan(AbortSignal.abort())).rejects.toThrow();
});
