/**
 * A session that goes on from what an earlier one saved: it reads what changed since and nothing else, and nobody can
 * tell it from one that read everything.
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toUri } from '../../../server/src/disk/paths';
import {
  afresh,
  findingsOf,
  save,
  saved,
  newSnapshots,
  openSession,
  owner,
  manyDocuments,
  type Session,
} from '../../support/saved-session';
import { today } from '../../support/workspace';
import { fill, temporaryFolder } from '../disk/temporary-folder';

const later = '2027-11-20';
const binary = new Uint8Array([0x23, 0x20, 0xe9, 0x00, 0x0a]);

function rules({ service }: Session, path: string): string[] {
  return service.plainFindings(toUri(path)).map(({ rule }) => rule);
}

test('of what is as it was, nothing is read, and the findings are the same', async () => {
  const { folder, place } = await saved();
  const session = await openSession(folder, place);
  expect(session.read()).toEqual([]);
  expect(findingsOf(session)).toEqual(await afresh(folder));
  expect(rules(session, join(folder, 'wrong.md'))).toEqual(
    expect.arrayContaining(['dangling-id', 'missing-link-target']),
  );
});

describe('what changed since is read, and what that reaches is judged again:', () => {
  const changes: readonly (readonly [string, (folder: string) => void, readonly string[]])[] = [
    [
      'a changed file',
      (folder) => {
        fill(folder, { 'SoT.RUNBOOKS.md': owner.replaceAll('RUN-002', 'RUN-009') });
      },
      ['SoT.RUNBOOKS.md'],
    ],
    [
      'a removed file',
      (folder) => {
        rmSync(join(folder, 'list.md'));
      },
      [],
    ],
    [
      'the removed owner of a prefix',
      (folder) => {
        rmSync(join(folder, 'SoT.RUNBOOKS.md'));
      },
      [],
    ],
    [
      'an added file',
      (folder) => {
        fill(folder, { 'gone.md': '# Found\n', 'SoT.MORE.md': owner.replaceAll('RUN-001', 'RUN-009') });
      },
      ['SoT.MORE.md', 'gone.md'],
    ],
    [
      'a renamed folder',
      (folder) => {
        rmSync(join(folder, 'notes'), { recursive: true });
        fill(folder, { 'old/n0.md': '# Note 0\n\nRUN-001, and [the list](../lost.md).\n' });
      },
      ['old/n0.md'],
    ],
    [
      'a byte order mark, which nobody sees',
      (folder) => {
        fill(folder, { 'SoT.RUNBOOKS.md': `\ufeff${owner}` });
      },
      [],
    ],
    [
      // a file of which nothing is known is handed on for a moment, so that those who link to it are found
      'a file that cannot be read any more',
      (folder) => {
        fill(folder, { 'list.md': binary });
      },
      ['list.md'],
    ],
    [
      'the owner of a prefix that cannot be read any more',
      (folder) => {
        fill(folder, { 'SoT.RUNBOOKS.md': binary });
      },
      ['SoT.RUNBOOKS.md'],
    ],
  ];

  test.each(changes)('%s', async (_, change, read) => {
    const { folder, place } = await saved();
    change(folder);
    const session = await openSession(folder, place);
    expect(session.read()).toEqual(read);
    expect(findingsOf(session)).toEqual(await afresh(folder));
  });

  test('a file that could not be read and can be now', async () => {
    const { folder, place } = await saved((_, path) => {
      fill(path, { 'gone.md': binary });
    });
    const { snapshots: other } = newSnapshots();
    const second = await openSession(folder, { snapshots: other });
    expect(rules(second, join(folder, 'wrong.md'))).not.toContain('missing-link-target');
    await save(second);
    for (const text of ['# Found\n', null]) {
      if (text === null) rmSync(join(folder, 'gone.md'));
      else fill(folder, { 'gone.md': text });
      for (const one of [place, { snapshots: other }])
        expect(findingsOf(await openSession(folder, one))).toEqual(await afresh(folder));
    }
  });

  test.each([
    ['.gitignore', 'list.md\nnotes/n1*\n'],
    ['.runbook.yaml', 'exclude:\n  - notes/**\n'],
    ['.runbook.yaml', 'rules:\n  dangling-id: error\n'],
    ['notes/.runbook.yaml', 'templates: ["notes/**"]\n'],
  ])('%s, which says what everything means: %j', async (name, text) => {
    const { folder, place } = await saved();
    fill(folder, { [name]: text });
    expect(findingsOf(await openSession(folder, place))).toEqual(await afresh(folder));
    rmSync(join(folder, name));
    const session = await openSession(folder, place);
    expect(session.read()).toEqual([]);
    expect(findingsOf(session)).toEqual(await afresh(folder));
  });

  test('the day: findings are of today, without reading anything', async () => {
    const { folder, place } = await saved();
    const session = await openSession(folder, { ...place, day: () => later });
    expect(session.read()).toEqual([]);
    expect(rules(session, join(folder, 'SoT.RUNBOOKS.md'))).toContain('stale-last-tested');
    expect(findingsOf(session)).toEqual(await afresh(folder, later));
  });
});

test('a session that lasts over midnight keeps no findings of yesterday as those of today', async () => {
  const folder = temporaryFolder(manyDocuments());
  const place = newSnapshots();
  let day = today;
  const first = await openSession(folder, { ...place, day: () => day });
  findingsOf(first);
  day = later;
  await first.files.save();
  const second = await openSession(folder, { ...place, day: () => later });
  expect(second.read()).toEqual([]);
  expect(findingsOf(second)).toEqual(await afresh(folder, later));
});

test('what many changes make of a workspace is saved again, what a few make is not', async () => {
  const { folder, place } = await saved();
  fill(folder, { 'wrong.md': '# Right\n\nRUN-001\n' });
  const second = await openSession(folder, place);
  expect(second.read()).toEqual(['wrong.md']);
  await save(second);
  const third = await openSession(folder, place);
  expect(third.read()).toEqual(['wrong.md']);
  fill(folder, { 'SoT.RUNBOOKS.md': owner.replaceAll('RUN-', 'DEP-') });
  await third.files.onChanged(toUri(join(folder, 'SoT.RUNBOOKS.md')));
  await save(third);
  const fourth = await openSession(folder, place);
  expect(fourth.read()).toEqual([]);
  expect(findingsOf(fourth)).toEqual(await afresh(folder));
});

test('a small folder is not saved', async () => {
  const folder = temporaryFolder({ 'a.md': '# A\n', 'b.md': '# B\n' });
  const place = newSnapshots();
  await save(await openSession(folder, place));
  expect(() => readdirSync(place.folder)).toThrow('ENOENT');
});

test('what changes while it is saved ends the saving', async () => {
  const folder = temporaryFolder(manyDocuments());
  const place = newSnapshots();
  let change: (() => void) | null = null;
  const pace = {
    isDue: true,
    pause: (): Promise<void> => {
      change?.();
      change = null;
      return Promise.resolve();
    },
  };
  const session = await openSession(folder, { ...place, pace });
  findingsOf(session);
  change = (): void => {
    session.service.openDocument(toUri(join(folder, 'list.md')), 1, '# Other\n');
  };
  await session.files.save();
  expect(() => readdirSync(place.folder)).toThrow('ENOENT');
  await save(session);
  expect(readdirSync(place.folder)).toContainEqual(expect.stringMatching(/\.entry$/));
});

describe('a file that changes before it is judged, while nobody tells of it,', () => {
  const next = { day: () => later };

  test.each([
    ['another text', '# Nothing\n'],
    ['nothing that can be read', binary],
  ])('is not saved as what it was: %s', async (_, content) => {
    const { folder, place } = await saved();
    const path = join(folder, 'SoT.RUNBOOKS.md');
    const session = await openSession(folder, { ...place, ...next });
    fill(folder, { 'SoT.RUNBOOKS.md': content });
    await save(session);
    fill(folder, { 'SoT.RUNBOOKS.md': owner });
    expect(findingsOf(await openSession(folder, { ...place, ...next }))).toEqual(await afresh(folder, later));

    await session.files.onChanged(toUri(path));
    expect(findingsOf(session)).toEqual(await afresh(folder, later));
    await save(session);
    const last = await openSession(folder, { ...place, ...next });
    expect(last.read()).toEqual([]);
    expect(findingsOf(last)).toEqual(await afresh(folder, later));
  });
});

test('rules that change during a session are those that its findings are saved for', async () => {
  const folder = temporaryFolder(manyDocuments());
  const place = newSnapshots();
  const first = await openSession(folder, place);
  for (const [name, text] of [
    ['.runbook.yaml', 'rules:\n  dangling-id: off\n'],
    ['.gitignore', 'list.md\n'],
  ] as const) {
    fill(folder, { [name]: text });
    await first.files.onChanged(toUri(join(folder, name)));
  }
  await save(first);
  const second = await openSession(folder, place);
  expect(second.read()).toEqual([]);
  expect(findingsOf(second)).toEqual(await afresh(folder));
});

test('nothing is saved while a folder is loaded', async () => {
  const folder = temporaryFolder(manyDocuments());
  const place = newSnapshots();
  const session = await openSession(folder, place);
  findingsOf(session);
  fill(folder, { '.runbook.yaml': 'rules:\n  dangling-id: off\n' });
  const changing = session.files.onChanged(toUri(join(folder, '.runbook.yaml')));
  await session.files.save({ atOnce: true });
  expect(() => readdirSync(place.folder)).toThrow('ENOENT');
  await changing;
  await session.files.save({ atOnce: true });
  expect(readdirSync(place.folder)).not.toEqual([]);
});

test('two sessions that keep at once leave what one of them knows', async () => {
  const folder = temporaryFolder(manyDocuments());
  const place = newSnapshots();
  const sessions = await Promise.all([openSession(folder, place), openSession(folder, place)]);
  await Promise.all(sessions.map(save));
  expect(readdirSync(place.folder).filter((name) => name !== 'cleaned')).toEqual([
    expect.stringMatching(/\.entry$/),
  ]);
  const session = await openSession(folder, place);
  expect(session.read()).toEqual([]);
  expect(findingsOf(session)).toEqual(await afresh(folder));
});
