import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { journalLine } from '../../../server/src/run/journal';
import type { RunSessions } from '../../../server/src/run/run-sessions';
import { nextAct } from '../../support/run-steps';
import { ProcessEnded, RunWorld } from '../../support/run-world';

const path = 'runbooks/RUN-020-restore-orders-database.md';
const example = readFileSync(join(import.meta.dirname, '../../../examples', path), 'utf8');
const record = 'runs/2026-11-30-0312-RUN-020.md';

/** A run that was ended, in a process that wrote so many things of its end. */
async function ended(writes: number | null): Promise<RunWorld> {
  const world = new RunWorld({ [path]: example });
  const sessions = world.sessions();
  let view = await sessions.start({ textDocument: { uri: path }, entry: 'RUN-020', who: 'Ada' });
  for (let act = nextAct(view); act !== null; act = nextAct(view))
    ({ view } = await sessions.act(view.run, act));
  await settled();
  world.untilEnd = writes;
  try {
    await sessions.end({ run: view.run, outcome: 'succeeded' });
    await sessions.release();
  } catch (error) {
    if (!(error instanceof ProcessEnded)) throw error;
  }
  world.untilEnd = null;
  return world;
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await Promise.resolve();
}

/** That it ended, that this is in the document, where the record goes, the record, that all is written. */
const writesBefore = { record: 3, closed: 4 };

describe('the journal of a run that has ended', () => {
  test('is dropped when its record is written and nobody looks at the run any more', async () => {
    const world = await ended(null);
    expect(world.files.has(record)).toBe(true);
    expect([...world.journals.texts]).toEqual([]);
  });

  test('is dropped by the next process where the record is on the disk already', async () => {
    const world = await ended(writesBefore.closed);
    expect(world.files.has(record)).toBe(true);
    expect(world.journals.texts.size).toBe(1);
    expect(await world.sessions().list()).toEqual([]);
    expect([...world.journals.texts]).toEqual([]);
  });

  test('stays until the record is written, which resuming does', async () => {
    const world = await ended(writesBefore.record);
    expect(world.files.has(record)).toBe(false);
    const sessions = world.sessions();
    const [open] = await sessions.list();
    expect(open).toMatchObject({ held: 'left' });
    const view = await sessions.resume(open?.run ?? '');
    expect(view.status).toBe('ended');
    expect(world.records()).toMatchObject([[record, { outcome: 'succeeded' }]]);
    await sessions.release();
    expect([...world.journals.texts]).toEqual([]);
  });

  test('has a record that was cut off written again', async () => {
    const world = await ended(writesBefore.closed);
    const whole = world.text(record);
    world.files.set(record, whole.slice(0, whole.length / 2));
    const sessions = world.sessions();
    const [open] = await sessions.list();
    await sessions.resume(open?.run ?? '');
    expect(world.text(record)).toBe(whole);
  });

  test('leaves a record alone that somebody has edited', async () => {
    const world = await ended(writesBefore.closed);
    const edited = `${world.text(record)}\nThe cause was a full disk.\n`;
    world.files.set(record, edited);
    expect(await world.sessions().list()).toEqual([]);
    expect(world.text(record)).toBe(edited);
  });
});

describe('what is done after the end of a run', () => {
  const note = { act: 'note', on: null, text: 'The cause was a full disk' } as const;

  async function over(): Promise<{ world: RunWorld; sessions: RunSessions; run: string }> {
    const world = new RunWorld({ [path]: example });
    const sessions = world.sessions();
    const { run, prerequisites } = await sessions.start({ textDocument: { uri: path }, entry: 'RUN-020' });
    await sessions.act(run, { act: 'tick', box: prerequisites?.boxes[0]?.id ?? '' });
    await sessions.end({ run, outcome: 'aborted' });
    return { world, sessions, run };
  }

  test('goes into the record, which tells of the steps as they were at the end', async () => {
    const { world, sessions, run } = await over();
    const before = world.text(record);
    world.files.set(path, world.text(path).replaceAll('checkout', 'shop'));
    await sessions.act(run, note);
    await sessions.settled();
    const [line = ''] = /^- .*The cause was a full disk$/m.exec(world.text(record)) ?? [];
    expect(world.text(record).replace(`${line}\n`, '')).toBe(before);
    await sessions.release();
    expect([...world.journals.texts]).toEqual([]);
  });

  test('goes into the record when the run is resumed, where the process ended before', async () => {
    const { world, sessions, run } = await over();
    world.untilEnd = 1;
    await sessions.act(run, note);
    await settled();
    world.untilEnd = null;
    expect(world.text(record)).not.toContain('full disk');
    const next = world.sessions();
    expect(await next.list()).toMatchObject([{ run, held: 'left' }]);
    await next.resume(run);
    expect(world.text(record).match(/full disk/g)).toHaveLength(1);
    expect(world.records()).toHaveLength(1);
    await next.release();
    expect([...world.journals.texts]).toEqual([]);
  });

  test('leaves a record alone that somebody has edited, or removed', async () => {
    for (const change of ['edited', 'removed']) {
      const { world, sessions, run } = await over();
      if (change === 'removed') world.files.delete(record);
      else world.files.set(record, `${world.text(record)}\nSee the report.\n`);
      const there = world.files.get(record);
      await sessions.act(run, note);
      await sessions.settled();
      expect(world.files.get(record)).toBe(there);
      await sessions.release();
      expect([...world.journals.texts]).toEqual([]);
    }
  });
});

test('a run that nobody has touched for half a year is forgotten, one of some months is not', async () => {
  const world = new RunWorld({ [path]: example });
  await world.sessions().start({ textDocument: { uri: path }, entry: 'RUN-020' });
  world.wait(170);
  expect(await world.sessions().list()).toHaveLength(1);
  world.wait(20);
  expect(await world.sessions().list()).toEqual([]);
  expect([...world.journals.texts]).toEqual([]);
});

test('a journal whose first line was torn goes; one that another version has written stays', async () => {
  const world = new RunWorld({ [path]: example });
  const line = journalLine({ is: 'closed' });
  world.journals.texts.set('torn', line.slice(0, 9));
  world.journals.texts.set('newer', `v2 ${line}`);
  expect(await world.sessions().list()).toEqual([]);
  expect([...world.journals.texts.keys()]).toEqual(['newer']);
});

describe('a run that another process holds', () => {
  test('is listed as such, may be looked at, and nothing else', async () => {
    const world = new RunWorld({ [path]: example });
    const { run } = await world
      .sessions()
      .start({ textDocument: { uri: path }, entry: 'RUN-020', who: 'Ada' });
    world.elsewhere = { pid: 4711, host: 'bastion-1', since: '2026-11-30T03:12:07Z' };
    const sessions = world.sessions();
    expect(await sessions.list()).toMatchObject([{ run, held: 'elsewhere', who: 'Ada' }]);
    const view = await sessions.state(run);
    expect(view).toMatchObject({ run, status: 'running' });
    const act = nextAct(view);
    const { refused } = await sessions.act(run, act ?? { act: 'pause' });
    const said =
      'Ada has this run in progress in another window or terminal since 2026-11-30 03:12 UTC (process 4711 on bastion-1). Continue there, or close it there first.';
    expect(refused).toEqual({ why: 'elsewhere', message: said, open: [] });
    await expect(sessions.resume(run)).rejects.toThrow(said);
    expect(world.text(path)).toBe(example);
  });

  test('is resumed when that process is gone', async () => {
    const world = new RunWorld({ [path]: example });
    const { run } = await world.sessions().start({ textDocument: { uri: path }, entry: 'RUN-020' });
    const sessions = world.sessions();
    expect(await sessions.list()).toMatchObject([{ run, held: 'left' }]);
    await expect(sessions.act(run, { act: 'pause' })).rejects.toThrow('Resume it first');
    expect(await sessions.resume(run)).toMatchObject({ run, status: 'running' });
  });
});

test('what cannot be written into the journal is not done, and can be done again', async () => {
  const world = new RunWorld({ [path]: example });
  const sessions = world.sessions();
  const view = await sessions.start({ textDocument: { uri: path }, entry: 'RUN-020' });
  const tick = { act: 'tick', box: view.prerequisites?.boxes[0]?.id ?? '' } as const;
  world.full = true;
  await expect(sessions.act(view.run, tick)).rejects.toThrow(
    'The journal of the run could not be written, so nothing was done. The disk is full.',
  );
  await settled();
  expect(world.text(path)).toBe(example);
  expect(await sessions.state(view.run)).toMatchObject({ revision: 0 });
  world.full = false;
  await sessions.act(view.run, tick);
  await settled();
  expect(world.text(path)).toBe(example.replace('[ ]', '[x]'));
});
