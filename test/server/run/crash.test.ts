import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RunAct } from '../../../protocol/src/run';
import { readJournal } from '../../../server/src/run/journal';
import type { RunSessions } from '../../../server/src/run/run-sessions';
import { runs } from '../../support/runs';
import { nextAct } from '../../support/run-steps';
import { ProcessEnded, RunWorld } from '../../support/run-world';

const path = 'runbooks/RUN-020-restore-orders-database.md';
const example = readFileSync(join(import.meta.dirname, '../../../examples', path), 'utf8');
const entry = 'RUN-020';

/** Goes on with a run, from its beginning or where it was, until it is done; throws where the process ends. */
async function goOn(world: RunWorld, ticked: Set<string>): Promise<void> {
  const sessions = world.sessions();
  const [open] = await sessions.list();
  // all was written but that all is
  if (open === undefined && world.records().length > 0) return;
  let view =
    open === undefined
      ? await sessions.start({ textDocument: { uri: path }, entry, drill: true, who: 'Ada' })
      : await sessions.resume(open.run);
  for (let act = nextAct(view); act !== null && view.endedAt === null; act = nextAct(view)) {
    ({ view } = await sessions.act(view.run, act));
    if (act.act === 'tick') ticked.add(act.box);
  }
  await sessions.end({ run: view.run, outcome: 'succeeded' });
}

/** The boxes that the journals say were ticked. */
function ticksIn({ journals, dropped }: RunWorld): string[] {
  return [...dropped.values(), ...journals.texts.values()].flatMap((journal) =>
    (readJournal(journal)?.acts ?? []).flatMap(({ act }) => (act.act === 'tick' ? [act.box] : [])),
  );
}

const normal = (text: string): string =>
  text.replaceAll('[x]', '[ ]').replace(/Last Tested: \d{4}-\d\d-\d\d/, 'Last Tested:');

test('a process that ends in any write loses no tick, doubles none, and changes nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.double({ min: 0, max: 1, noNaN: true })), {
        minLength: 1,
        maxLength: 6,
      }),
      async (ends) => {
        const world = new RunWorld({ [path]: example });
        const ticked = new Set<string>();
        for (const [writes, share] of ends) {
          world.untilEnd = writes;
          world.share = share;
          try {
            await goOn(world, ticked);
          } catch (error) {
            if (!(error instanceof ProcessEnded)) throw error;
          }
          expect(normal(world.text(path))).toBe(normal(example));
          // what was answered is in the journal, whatever the document has yet
          expect(new Set(ticksIn(world)).size).toBe(ticksIn(world).length);
        }
        world.untilEnd = null;
        if (world.records().length === 0) await goOn(world, ticked);
        const text = world.text(path);
        expect(normal(text)).toBe(normal(example));
        const written = ticksIn(world);
        for (const box of ticked) expect(written).toContain(box);
        expect(text.split('[x]').length - 1).toBe(written.length);
        expect(text).toContain('Last Tested: 2026-11-30');
      },
    ),
    { numRuns: runs(100) },
  );
}, 120_000);

test('a journal that is cut off at any byte goes on where it was cut off', async () => {
  const world = new RunWorld({ [path]: example });
  await goOn(world, new Set());
  const [[name = '', whole = ''] = []] = world.journals.texts;
  const all = readJournal(whole)?.acts ?? [];
  fc.assert(
    fc.property(fc.nat(whole.length), (length) => {
      const cut = readJournal(whole.slice(0, length));
      if (cut !== null) expect(all.slice(0, cut.acts.length)).toEqual(cut.acts);
      expect(readJournal(`${whole.slice(0, length)}\n${whole}`)?.acts).toEqual(all);
    }),
    { numRuns: runs(1000) },
  );
  expect(name).toBe('run-1');
});

test('edits by hand during a run stay, and ticks find their boxes wherever they went', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(fc.nat(), fc.constantFrom('word ', '\n', '- [ ] a new box\n', '## A heading\n', '> ')),
        { maxLength: 20 },
      ),
      async (edits) => {
        const world = new RunWorld({ [path]: example });
        const sessions = world.sessions();
        let view = await sessions.start({ textDocument: { uri: path }, entry, who: 'Ada' });
        let shadow = example;
        const left = [...edits];
        for (let count = 0; count < 60; count++) {
          const act: RunAct | null = nextAct(view);
          if (act === null) break;
          const result = await sessions.act(view.run, act);
          ({ view } = result);
          await settled();
          expect(world.text(path).replaceAll('[x]', '[ ]')).toBe(shadow.replaceAll('[x]', '[ ]'));
          if (result.refused !== null) break;
          const edit = left.pop();
          if (edit === undefined) continue;
          const lines = world.text(path).split('\n');
          const at = edit[0] % lines.length;
          lines[at] = edit[1] + (lines[at] ?? '');
          shadow = lines.join('\n');
          world.files.set(path, shadow);
          view = await sessions.state(view.run);
        }
      },
    ),
    { numRuns: runs(100) },
  );
}, 120_000);

describe('a tick that is not in the document when the run is resumed', () => {
  /** A run whose process ended in the last of so many writes, which got through or did not. */
  async function cutOff(writes: number, share: number): Promise<RunWorld> {
    const world = new RunWorld({ [path]: example });
    world.untilEnd = writes;
    world.share = share;
    const sessions = world.sessions();
    const { run, prerequisites } = await sessions.start({ textDocument: { uri: path }, entry, who: 'Ada' });
    await sessions.act(run, { act: 'tick', box: prerequisites?.boxes[0]?.id ?? '' });
    await settled();
    world.untilEnd = null;
    return world;
  }

  async function resumed(world: RunWorld): Promise<string> {
    const sessions = world.sessions();
    const [open] = await sessions.list();
    await sessions.resume(open?.run ?? '');
    return world.text(path);
  }

  /** The start, the tick, what is about to be edited, then the edit, then that it is saved. */
  const writesBefore = { edit: 3, saved: 4 };

  test('is put there where it was never saved', async () => {
    const world = await cutOff(writesBefore.edit, 0);
    expect(world.text(path)).toBe(example);
    expect(await resumed(world)).toBe(example.replace('[ ]', '[x]'));
  });

  test('is put there where it was never saved, and something else was edited by hand', async () => {
    const world = await cutOff(writesBefore.edit, 0);
    world.files.set(path, `${example}\nA word.\n`);
    expect(await resumed(world)).toBe(`${example.replace('[ ]', '[x]')}\nA word.\n`);
  });

  test.each([
    ['where the journal says that it was saved', writesBefore.saved + 1],
    ['where the process ended before the journal could say so', writesBefore.saved],
  ])('stays cleared after somebody cleared it, %s', async (_, writes) => {
    const world = await cutOff(writes, 0);
    expect(world.text(path)).toBe(example.replace('[ ]', '[x]'));
    world.files.set(path, example);
    expect(await resumed(world)).toBe(example);
    expect(await resumed(world)).toBe(example);
  });
});

describe('a tick that is made while the document is gone', () => {
  /** A run of a document that somebody has taken away, with one box ticked since. */
  async function tickedInAbsence(): Promise<{ world: RunWorld; sessions: RunSessions; run: string }> {
    const world = new RunWorld({ [path]: example });
    const sessions = world.sessions();
    const { run, prerequisites } = await sessions.start({ textDocument: { uri: path }, entry });
    world.files.delete(path);
    sessions.documentChanged(path);
    const { refused } = await sessions.act(run, { act: 'tick', box: prerequisites?.boxes[0]?.id ?? '' });
    expect(refused).toBeNull();
    await settled();
    return { world, sessions, run };
  }

  const ticked = example.replace('[ ]', '[x]');

  test('goes into it when it is there again', async () => {
    const { world, sessions } = await tickedInAbsence();
    world.files.set(path, example);
    sessions.documentChanged(path);
    await settled();
    expect(world.text(path)).toBe(ticked);
    // and is not made twice
    world.files.set(path, example);
    sessions.documentChanged(path);
    await settled();
    expect(world.text(path)).toBe(example);
  });

  test('goes into a file that is there again and not open', async () => {
    const { world, sessions } = await tickedInAbsence();
    world.files.set(path, example);
    await sessions.documentSaved(path);
    expect(world.text(path)).toBe(ticked);
  });

  test('goes into it when the run is resumed', async () => {
    const { world, run } = await tickedInAbsence();
    world.files.set(path, example);
    await world.sessions().resume(run);
    expect(world.text(path)).toBe(ticked);
  });

  test('is in the record of a run that ends before it returns, and then in the document', async () => {
    const { world, sessions, run } = await tickedInAbsence();
    const { record } = await sessions.end({ run, outcome: 'aborted' });
    expect(world.text(record ?? '')).toContain('Ticked "');
    await sessions.release();
    world.files.set(path, example);
    const next = world.sessions();
    expect(await next.list()).toMatchObject([{ run, held: 'left' }]);
    await next.resume(run);
    expect(world.text(path)).toBe(ticked);
    await next.release();
    expect([...world.journals.texts]).toEqual([]);
  });

  test('keeps no journal where it never returns', async () => {
    const { world, sessions, run } = await tickedInAbsence();
    await sessions.end({ run, outcome: 'aborted' });
    await sessions.release();
    expect(await world.sessions().list()).toEqual([]);
    expect([...world.journals.texts]).toEqual([]);
  });
});

/** The document follows an act in turns of its own. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
