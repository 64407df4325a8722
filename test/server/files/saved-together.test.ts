/** What is saved of a folder is of its files alone: nothing of what was open beside them comes to the next session. */
import { rmSync } from 'node:fs';
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
  type SessionOptions,
} from '../../support/saved-session';
import { temporaryFolder } from '../disk/temporary-folder';

describe('what is open and not saved does not outlive its session:', () => {
  test.each([
    ['the owner of a prefix', 'SoT.RUNBOOKS.md', owner.replaceAll('RUN-001', 'RUN-009')],
    ['a document that is wrong', 'wrong.md', '# Right\n\nRUN-001\n'],
    ['a new document with an entry', 'SoT.NEW.md', owner.replaceAll('RUN-001', 'RUN-009')],
    ['a new document that others link to', 'gone.md', '# Found\n'],
  ])('%s', async (_, name, text) => {
    const { folder, place } = await saved(({ service }, path) => {
      service.openDocument(toUri(join(path, name)), 1, text);
    });
    expect(findingsOf(await openSession(folder, place))).toEqual(await afresh(folder));
  });

  test('a document whose file is gone', async () => {
    const { folder, place } = await saved(({ service }, path) => {
      service.openDocument(toUri(join(path, 'SoT.RUNBOOKS.md')), 1, owner);
      rmSync(join(path, 'SoT.RUNBOOKS.md'));
    });
    expect(findingsOf(await openSession(folder, place))).toEqual(await afresh(folder));
  });

  test('a document of another folder', async () => {
    const elsewhere = temporaryFolder({ 'SoT.OTHER.md': owner.replaceAll('RUN-001', 'RUN-009') });
    const { folder, place } = await saved(({ service }) => {
      const text = owner.replaceAll('RUN-001', 'RUN-009');
      service.openDocument(toUri(join(elsewhere, 'SoT.OTHER.md')), 1, text);
    });
    expect(findingsOf(await openSession(folder, place))).toEqual(await afresh(folder));
  });

  test('what is open before the next session has loaded counts there', async () => {
    const { folder, place } = await saved();
    const text = owner.replaceAll('RUN-001', 'RUN-009');
    const open: SessionOptions['before'] = (service) => {
      service.openDocument(toUri(join(folder, 'SoT.RUNBOOKS.md')), 1, text);
      findingsOf({ service });
    };
    const session = await openSession(folder, { ...place, before: open });
    const fresh = await openSession(folder, { snapshots: null, before: open });
    expect(session.read()).toEqual([]);
    expect(findingsOf(session)).toEqual(findingsOf(fresh));
  });
});

describe('folders that are open together', () => {
  const more = (): string =>
    temporaryFolder({
      'SoT.OTHER.md': owner.replaceAll('RUN-001', 'RUN-009'),
      'own.md': '# Own\n\nRUN-001, RUN-002 and Linked IDs: RUN-077\n',
    });

  test('say afterwards, alone, what they say alone', async () => {
    const [first, second, place] = [temporaryFolder(manyDocuments()), more(), newSnapshots()];
    await save(await openSession([first, second], place));
    expect(findingsOf(await openSession(first, place))).toEqual(await afresh(first));
  });

  test('say together what they say together, whatever was saved of one alone', async () => {
    const { folder, place } = await saved();
    const second = more();
    const claims = temporaryFolder({ '.runbook.yaml': 'prefixes:\n  ZED: Last things\n' });
    for (const folders of [
      [folder, second],
      [second, folder],
      [claims, folder],
    ])
      expect(findingsOf(await openSession(folders, place))).toEqual(await afresh(folders));
  });

  test('a folder that is added is taken into account by what was judged before', async () => {
    const { folder, place } = await saved();
    const second = more();
    const session = await openSession(second, place);
    findingsOf(session);
    const folders = [second, folder].map((path) => ({ uri: toUri(path), name: path }));
    session.service.setFolders(folders);
    // judged in the background while the other one is read
    findingsOf(session);
    await session.files.load({ uri: toUri(folder), name: 'added' });
    expect(findingsOf(session)).toEqual(await afresh([second, folder]));
  });

  test('one inside of the other has its own configuration', async () => {
    const outer = temporaryFolder({
      ...manyDocuments(),
      '.runbook.yaml': 'templates: ["inner/**"]\n',
      'inner/SoT.INNER.md': owner.replaceAll('RUN-', 'DEP-'),
    });
    const place = newSnapshots();
    await save(await openSession([outer, join(outer, 'inner')], place));
    expect(findingsOf(await openSession(outer, place))).toEqual(await afresh(outer));
    await save(await openSession(outer, newSnapshots()));
    const folders = [outer, join(outer, 'inner')];
    expect(findingsOf(await openSession(folders, place))).toEqual(await afresh(folders));
  });
});
