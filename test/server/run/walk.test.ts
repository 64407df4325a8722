import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunAct } from '../../../protocol/src/run';
import { nextAct } from '../../support/run-steps';
import { RunWorld } from '../../support/run-world';

const example = (path: string): string =>
  readFileSync(join(import.meta.dirname, '../../../examples', path), 'utf8');

const all: readonly (readonly [path: string, entry: string | null])[] = [
  ['playbooks/move-orders-to-postgresql-17.md', null],
  ['playbooks/launch-gift-wrap.md', null],
  ['runbooks/gift-wrap.md', null],
  ['releases/storefront-2.14.0.md', null],
  ['runbooks/RUN-020-restore-orders-database.md', 'RUN-020'],
  ['SoT.DEPLOYMENT.md', 'RUN-002'],
];

const logged = 'playbooks/move-orders-to-postgresql-17.md';
/** What its log says once the run is over, row by row. */
const log = `
| Phase | Started          | Completed        | Status      | Notes                                    |
| ----- | ---------------- | ---------------- | ----------- | ---------------------------------------- |
| 1     | 2026-11-09 09:10 | 2026-11-09 12:40 | Done        | One role was missing and has been added  |
| 2     | 2026-11-16 06:00 | <time> | Done        | Initial copy took seven hours            |
| 3     | <time> | <time> | Done        |                                          |
| 4     | <time> | <time> | Done        |                                          |`.trim();

function logOf(text: string): string {
  const rows = text.split('## Execution Log')[1]?.split('## Notes')[0] ?? '';
  return rows.replace(/2026-11-30 \d\d:\d\d/g, '<time>').trim();
}

test.each(all)(
  '%s is carried out from start to end, and only its boxes and log differ',
  async (path, entry) => {
    const world = new RunWorld({ [path]: example(path) });
    const sessions = world.sessions();
    let view = await sessions.start({ textDocument: { uri: path }, entry, who: 'Ada' });
    for (let count = 0; count < 500; count++) {
      const act = nextAct(view);
      if (act === null) break;
      const result = await sessions.act(view.run, act);
      expect(result.refused, JSON.stringify(act)).toBeNull();
      ({ view } = result);
    }
    expect(view.at).toEqual({ type: 'end' });
    const { record } = await sessions.end({ run: view.run, outcome: 'succeeded' });
    expect(record).not.toBeNull();
    expect(
      view.phases.flatMap(({ steps }) => steps).every(({ status }) => status === 'done' || status === 'open'),
    ).toBe(true);
    const unticked = (text: string): string[] =>
      text
        .replaceAll('[x]', '[ ]')
        .split('\n')
        .filter((line) => !line.startsWith('| '));
    expect(unticked(world.text(path))).toEqual(unticked(example(path)));
    expect(await sessions.list()).toEqual([]);
    if (path === logged) expect(logOf(world.text(path))).toBe(log);
    const [[, file] = []] = world.records();
    expect(file).toMatchObject({ of: path, entry: entry ?? '', outcome: 'succeeded' });
  },
);

test('a record reads', async () => {
  const path = 'playbooks/move-orders-to-postgresql-17.md';
  const world = new RunWorld({ [path]: example(path) });
  const sessions = world.sessions();
  let view = await sessions.start({ textDocument: { uri: path }, who: 'Ada' });
  const act = async (one: RunAct): Promise<void> => {
    const result = await sessions.act(view.run, one);
    expect(result.refused).toBeNull();
    ({ view } = result);
  };
  await act({ act: 'pass-gate', gate: 'pre', reason: 'the status page follows' });
  await act({ act: 'start-phase', phase: 'p2' });
  for (const step of ['p2.s1', 'p2.s2', 'p2.s3']) await act({ act: 'complete-step', step });
  await act({ act: 'pass-gate', gate: 'p2.g', reason: 'the load is 61 percent, agreed with the lead' });
  await act({ act: 'start-phase', phase: 'p3' });
  await act({ act: 'complete-step', step: 'p3.s1' });
  await act({ act: 'fail-step', step: 'p3.s2', note: 'the delay does not fall' });
  await act({ act: 'decide', decision: 'p3.d', branch: 'p3.d.b1' });
  expect(view.at).toEqual({ type: 'rollback', rollback: 'r3', step: 'r3.s1' });
  await act({ act: 'complete-step', step: 'r3.s1' });
  await act({ act: 'complete-rollback', rollback: 'r3' });
  const { record, summary, timeline } = await sessions.end({
    run: view.run,
    outcome: 'rolled-back',
    note: 'try again on Thursday',
  });
  expect(world.text(record ?? '')).toMatchInlineSnapshot(`
    "---
    runbook: run
    of: "../playbooks/move-orders-to-postgresql-17.md"
    title: "Move the orders database to PostgreSQL 17"
    started: 2026-11-30T03:12:00Z
    ended: 2026-11-30T03:25:00Z
    outcome: rolled-back
    stopped: "Phase 3, step 2"
    who: "Ada"
    steps:
      - "fa3820a8237f Create the instance with shopctl database create --name orders-17 --version 17 --like orders"
      - "ec1a1d90f707 Copy roles and schema with pg_dumpall --globals-only and pg_dump --schema-only"
      - "72c61d498528 Compare both schemas with shopctl database diff orders orders-17"
      - "0cdf21dfd7f2 Publish all tables with psql service=orders -f move/publish.sql"
      - "98fb9a89420e Subscribe with psql service=orders-17 -f move/subscribe.sql and wait for the initial copy"
      - "970518e3c94c Compare row counts and checksums every night with make compare-orders"
      - "db01819b4727 Close the checkout with shopctl flag set checkout.enabled false --reason \\"database move\\""
      - "69878bfb2338 Wait until psql service=orders-17 -f move/delay.sql reports zero"
      - "843f938f88d8 Set the sequences with psql service=orders-17 -f move/sequences.sql and start replication back with psql service=orders"
      - "0bd1310e1b3d Point the shop to the new instance with shopctl database promote --service orders --instance orders-17"
      - "3993eac2525a Open the checkout with shopctl flag set checkout.enabled true --reason \\"database moved\\""
      - "0ab3a593c003 Follow RUN-020 on a scratch instance with a backup of PostgreSQL 17"
      - "39faa5b57527 End the replication back with psql service=orders -f move/unreverse.sql"
      - "dd9d8bb309b3 Take the last dump of the old instance with pg_dump --format=custom --file=orders-14-final.dump"
      - "ec7f8708d2c8 Stop the old instance with shopctl database stop --name orders --keep-disk 30d"
      - "49347e6a5122 Rollback"
      - "622e489da2fc Rollback"
      - "0af6be840818 Rollback"
      - "f9279458156f Rollback"
      - "932087dbc3c5 From Phase 4"
      - "fc46cbf54af1 From Phase 3"
      - "32a84d64b94c From Phase 2"
      - "65123ff72ab6 From Phase 1"
    ---

    # Run of Move the orders database to PostgreSQL 17

    | Field | Value |
    | --- | --- |
    | Runbook | [playbooks/move-orders-to-postgresql-17.md](../playbooks/move-orders-to-postgresql-17.md) |
    | Started | 2026-11-30 03:12 UTC |
    | Completed | 2026-11-30 03:25 UTC |
    | Duration | 13 min |
    | Status | Rolled back |
    | Who | Ada |

    ## Phases

    | Phase | Requires | Started | Completed | Status | Who | Notes |
    | --- | --- | --- | --- | --- | --- | --- |
    | Phase 1: Build the new instance |  |  |  | Done | Ada | Done before this run |
    | Phase 2: Replicate and compare | 1 | 2026-11-30 03:14 | 2026-11-30 03:18 | Done | Ada | Gate passed with open items: the load is 61 percent, agreed with the lead |
    | Phase 3: Switch over | 2 | 2026-11-30 03:19 | 2026-11-30 03:24 | Rolled back | Ada | the delay does not fall |
    | Phase 4: Retire the old instance | 3 |  |  | Not started |  |  |
    | Validation |  |  |  | Not started |  |  |

    ## Steps

    | Step | Started | Completed | Status | Who | Notes |
    | --- | --- | --- | --- | --- | --- |
    | 2.1 Publish all tables with psql service=orders -f move/publish.sql | 2026-11-30 03:14 | 2026-11-30 03:15 | Done | Ada |  |
    | 2.2 Subscribe with psql service=orders-17 -f move/subscribe.sql and wait for the initial copy | 2026-11-30 03:15 | 2026-11-30 03:16 | Done | Ada |  |
    | 2.3 Compare row counts and checksums every night with make compare-orders | 2026-11-30 03:16 | 2026-11-30 03:17 | Done | Ada |  |
    | 3.1 Close the checkout with shopctl flag set checkout.enabled false --reason "database move" | 2026-11-30 03:19 | 2026-11-30 03:20 | Done | Ada |  |
    | 3.2 Wait until psql service=orders-17 -f move/delay.sql reports zero | 2026-11-30 03:20 | 2026-11-30 03:21 | Failed | Ada | the delay does not fall |
    | 3.3 Set the sequences with psql service=orders-17 -f move/sequences.sql and start replication back with psql service=orders -f move/reverse.sql |  |  | Not started |  |  |
    | 3.4 Point the shop to the new instance with shopctl database promote --service orders --instance orders-17 |  |  | Not started |  |  |
    | 3.5 Open the checkout with shopctl flag set checkout.enabled true --reason "database moved" |  |  | Not started |  |  |
    | 4.1 Follow RUN-020 on a scratch instance with a backup of PostgreSQL 17 |  |  | Not started |  |  |
    | 4.2 End the replication back with psql service=orders -f move/unreverse.sql |  |  | Not started |  |  |
    | 4.3 Take the last dump of the old instance with pg\\_dump --format=custom --file=orders-14-final.dump |  |  | Not started |  |  |
    | 4.4 Stop the old instance with shopctl database stop --name orders --keep-disk 30d |  |  | Not started |  |  |
    | Rollback | 2026-11-30 03:22 | 2026-11-30 03:23 | Done | Ada |  |

    ## Open when continuing

    - Prerequisites: Notice on the status page 48 hours before phase 3 (the status page follows)
    - Gate Criteria: Three nightly comparisons in a row show no difference (the load is 61 percent, agreed with the lead)
    - Gate Criteria: The replication delay stayed below one second during an evening peak (the load is 61 percent, agreed with the lead)
    - Gate Criteria: The load of the old instance stays below 60 percent (the load is 61 percent, agreed with the lead)

    ## What happened

    - 2026-11-30 03:13 Passed Prerequisites with open items: the status page follows
    - 2026-11-30 03:14 Started Phase 2: Replicate and compare
    - 2026-11-30 03:15 Done: Phase 2, step 1: Publish all tables with psql service=orders -f move/publish.sql
    - 2026-11-30 03:16 Done: Phase 2, step 2: Subscribe with psql service=orders-17 -f move/subscribe.sql and wait for the initial copy
    - 2026-11-30 03:17 Done: Phase 2, step 3: Compare row counts and checksums every night with make compare-orders
    - 2026-11-30 03:18 Passed Gate Criteria of Phase 2: Replicate and compare with open items: the load is 61 percent, agreed with the lead
    - 2026-11-30 03:19 Started Phase 3: Switch over
    - 2026-11-30 03:20 Done: Phase 3, step 1: Close the checkout with shopctl flag set checkout.enabled false --reason "database move"
    - 2026-11-30 03:21 Failed: Phase 3, step 2: Wait until psql service=orders-17 -f move/delay.sql reports zero: the delay does not fall
    - 2026-11-30 03:22 Decided: If the checkout has been closed for eight minutes: stop, roll this phase back, try again another morning
    - 2026-11-30 03:23 Done: Rollback of Phase 3: Switch over
    - 2026-11-30 03:24 Completed Rollback of Phase 3: Switch over
    - 2026-11-30 03:25 Ended: Rolled back: try again on Thursday

    ## Afterwards

    - [ ] Start and end of each phase in #shop-operations
    - [ ] Every gate criterion ticked in this file, in the change that reports it
    - [ ] Summary to engineering and the Head of Shop
    - [ ] Retrospective in the week after phase 4
    - [ ] Remove the flag and the files in move/
    - [ ] Remove the disk of the old instance after 30 days
    - [ ] Correct the version in the system overview
    - [ ] Update this playbook with what was learned
    - [ ] Hold the retrospective
    - [ ] Turn its actions into issues with an owner
    "
  `);
  expect(summary).toMatchInlineSnapshot(`
    "**Run of Move the orders database to PostgreSQL 17: rolled back** at Phase 3, step 2

    - 2026-11-30 03:12 to 2026-11-30 03:25 UTC, 13 min, Ada
    - 4 of 15 steps done, 1 failed, 0 skipped
    - the delay does not fall
    - try again on Thursday

    To do:

    - [ ] Start and end of each phase in #shop-operations
    - [ ] Every gate criterion ticked in this file, in the change that reports it
    - [ ] Summary to engineering and the Head of Shop
    - [ ] Retrospective in the week after phase 4
    - [ ] Remove the flag and the files in move/
    - [ ] Remove the disk of the old instance after 30 days
    - [ ] Correct the version in the system overview
    - [ ] Update this playbook with what was learned
    - [ ] Hold the retrospective
    - [ ] Turn its actions into issues with an owner
    "
  `);
  expect(timeline).toMatchInlineSnapshot(`
    "| Time (UTC) | What happened | Who |
    | --- | --- | --- |
    | 2026-11-30 03:12 | Started the run | Ada |
    | 2026-11-30 03:13 | Passed Prerequisites with open items: the status page follows | Ada |
    | 2026-11-30 03:14 | Started Phase 2: Replicate and compare | Ada |
    | 2026-11-30 03:15 | Done: Phase 2, step 1: Publish all tables with psql service=orders -f move/publish.sql | Ada |
    | 2026-11-30 03:16 | Done: Phase 2, step 2: Subscribe with psql service=orders-17 -f move/subscribe.sql and wait for the initial copy | Ada |
    | 2026-11-30 03:17 | Done: Phase 2, step 3: Compare row counts and checksums every night with make compare-orders | Ada |
    | 2026-11-30 03:18 | Passed Gate Criteria of Phase 2: Replicate and compare with open items: the load is 61 percent, agreed with the lead | Ada |
    | 2026-11-30 03:19 | Started Phase 3: Switch over | Ada |
    | 2026-11-30 03:20 | Done: Phase 3, step 1: Close the checkout with shopctl flag set checkout.enabled false --reason "database move" | Ada |
    | 2026-11-30 03:21 | Failed: Phase 3, step 2: Wait until psql service=orders-17 -f move/delay.sql reports zero: the delay does not fall | Ada |
    | 2026-11-30 03:22 | Decided: If the checkout has been closed for eight minutes: stop, roll this phase back, try again another morning | Ada |
    | 2026-11-30 03:23 | Done: Rollback of Phase 3: Switch over | Ada |
    | 2026-11-30 03:24 | Completed Rollback of Phase 3: Switch over | Ada |
    | 2026-11-30 03:25 | Ended: Rolled back: try again on Thursday | Ada |
    "
  `);
  expect(world.text(path).split('## Execution Log')[1]?.split('## Notes')[0]).toMatchInlineSnapshot(`
    "

    | Phase | Started          | Completed        | Status      | Notes                                    |
    | ----- | ---------------- | ---------------- | ----------- | ---------------------------------------- |
    | 1     | 2026-11-09 09:10 | 2026-11-09 12:40 | Done        | One role was missing and has been added  |
    | 2     | 2026-11-16 06:00 | 2026-11-30 03:18 | Done        | Initial copy took seven hours; Gate passed with open items: the load is 61 percent, agreed with the lead |
    | 3     | 2026-11-30 03:19 | 2026-11-30 03:24 | Rolled back | the delay does not fall                  |
    | 4     |                  |                  | Not started |                                          |

    "
  `);
});

test('messages of a communication plan are asked for before, and listed afterwards', async () => {
  const path = 'releases/storefront-2.14.0.md';
  const world = new RunWorld({ [path]: example(path) });
  const { prerequisites, post } = await world.sessions().start({ textDocument: { uri: path } });
  const wordsOf = (gate: typeof post): string[] =>
    (gate?.boxes ?? [])
      .filter(({ inDocument }) => !inDocument)
      .map(({ words }) => words.map(({ text }) => text).join(''));
  expect(wordsOf(prerequisites)).toEqual([
    'Engineering · #shop-operations · "Starting deploy of v2.14.0"',
    'On-call · Pager note · "Release in progress until 16:00"',
  ]);
  expect(wordsOf(post)).toEqual([
    'Engineering · #shop-operations · "v2.14.0 deployed"',
    'Support · Mail · Release notes, answer sheet on gift wrap',
  ]);
});
