/**
 * The process that holds a run is ended hard, again and again, and the editor in some, while a person writes in the document:
 * what was ticked is ticked once, what was written stays, and nothing else in the document differs. `npm run test:run-kills`
 * does so more often.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import type { FullDocumentDiagnosticReport } from 'vscode-languageserver/node';
import type { OpenRun, RunActResult, RunEnd } from '../../protocol/src/run';
import type { RunBox, RunView } from '../../protocol/src/run-view';
import { readJournal } from '../../server/src/run/journal';
import { temporaryFolder } from '../server/disk/temporary-folder';
import { productForTests, type ServerProcess } from '../support/built-product';
import { mark, marksIn, numbersFrom, RunEditor, unchangedPart } from '../support/run-editor';
import { nextAct } from '../support/run-steps';

const product = productForTests();
const most = { kills: numberIn('RUNBOOK_KILLS', 8), edits: numberIn('RUNBOOK_EDITS', 8) };
const examples = [
  'playbooks/move-orders-to-postgresql-17.md',
  'runbooks/gift-wrap.md',
  'runbooks/RUN-020-restore-orders-database.md',
  'releases/storefront-2.14.0.md',
];
const random = numbersFrom(numberIn('RUNBOOK_SEED', 7));

function numberIn(variable: string, usual: number): number {
  return Number(process.env[variable] ?? String(usual));
}

/** What was done so far, of all runs. */
const so = { kills: 0, edits: 0, runs: 0, adrift: 0, ticks: 0 };

/** Continues the run until it ends or the process does. `asking`: called before each request. */
async function carryOn(
  server: ServerProcess,
  name: string,
  asking: () => Promise<void>,
): Promise<RunEnd | null> {
  const ask = async <T>(method: string, params: unknown): Promise<T> => {
    await asking();
    return server.connection.sendRequest<T>(method, params);
  };
  const textDocument = { uri: server.uri(name) };
  const [open] = await ask<OpenRun[]>('runbook/run.list', {});
  let view =
    open === undefined
      ? await ask<RunView>('runbook/run.start', { textDocument, who: 'Ada' })
      : await ask<RunView>('runbook/run.resume', { run: open.run });
  for (let act = nextAct(view); act !== null && view.endedAt === null; act = nextAct(view)) {
    const { view: after, refused } = await ask<RunActResult>('runbook/run.act', { run: view.run, act });
    // somebody has cleared, changed or added something meanwhile: that is answered with a reason
    view =
      refused === null || (act.act !== 'pass-gate' && act.act !== 'start-phase')
        ? after
        : (
            await ask<RunActResult>('runbook/run.act', {
              run: view.run,
              act: { ...act, reason: 'looked at it' },
            })
          ).view;
  }
  return ask<RunEnd>('runbook/run.end', { run: view.run, outcome: 'succeeded' });
}

async function stop({ connection, end, kill }: ServerProcess): Promise<void> {
  kill('SIGKILL');
  await end;
  connection.dispose();
}

/** One run from start to end, in as many processes as it takes. */
async function runThrough(example: string, kills: number): Promise<void> {
  const text = readFileSync(join(import.meta.dirname, '../../examples', example), 'utf8');
  const name = basename(example);
  const folder = temporaryFolder({ [`docs/${name}`]: text });
  const editor = new RunEditor(product, folder, name, random);
  let left = kills;
  for (let end: RunEnd | null = null; end === null;) {
    const server = await editor.start();
    // in the middle of one of the next requests, or a moment behind it
    let until = left > 0 ? Math.floor(random() * 14) : Infinity;
    const fate = { isKilled: false };
    let killing: NodeJS.Timeout | undefined;
    const asking = async (): Promise<void> => {
      if (so.edits < most.edits && random() < 0.2) await editor.write(so.edits++);
      if (until-- !== 0) return;
      killing = setTimeout(() => {
        fate.isKilled = true;
        server.kill('SIGKILL');
      }, random() * 8);
    };
    const running = carryOn(server, name, asking).catch(() => null);
    end = await Promise.race([running, server.end.then(() => null)]);
    clearTimeout(killing);
    if (end === null) {
      left--;
      so.kills++;
    } else if (!fate.isKilled) await judge(server, { editor, folder }, end);
    await stop(server);
    editor.ended(end === null && random() < 0.5);
    if (end !== null && fate.isKilled) {
      // the last answer came through: what it left is told by the next process
      const next = await editor.start();
      await judge(next, { editor, folder }, end);
      await stop(next);
      editor.ended(false);
    }
    expect(editor.wrong).toEqual([]);
    expect(unchangedPart(editor.text)).toBe(unchangedPart(text));
  }
  so.runs++;
}

/** The items of a view that may be ticked, by id. */
function boxesOf(view: RunView): ReadonlyMap<string, RunBox> {
  const gates = [
    view.prerequisites,
    view.post,
    ...[...view.phases, ...view.rollbacks].map(({ gate }) => gate),
  ];
  const steps = [...view.phases, ...view.rollbacks].flatMap((one) => one.steps);
  const boxes = [
    ...gates.flatMap((gate) => gate?.boxes ?? []),
    ...steps.flatMap(({ verification }) => verification),
  ];
  return new Map(boxes.map((box) => [box.id, box]));
}

/** Letters and digits of words, without boxes, what a person wrote between them and where links lead. */
function bare(words: string): string {
  return words
    .replace(mark, '')
    .replace(/\[[ x]\]|\]\([^)]*\)/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** What a run that has ended leaves. */
async function judge(
  { connection }: ServerProcess,
  { editor, folder }: { readonly editor: RunEditor; readonly folder: string },
  end: RunEnd,
): Promise<void> {
  await editor.save();
  const { run } = end.view;
  const view = await connection.sendRequest<RunView>('runbook/run.state', { run });
  if (view.phases.length === 0) so.adrift++;
  const journal = readJournal(readFileSync(join(folder, 'journals', `${run}.journal`), 'utf8'));
  const titles = new Map(journal?.items.map(({ id, title }) => [id, title]));
  const acts = journal?.acts.map(({ act }) => act) ?? [];
  const ticked = acts.flatMap((act) => (act.act === 'tick' ? [act.box] : []));
  const stepped = acts.flatMap((act) => (act.act === 'complete-step' ? [act.step] : []));
  so.ticks += ticked.length;
  expect(ticked.filter((id, index) => ticked.indexOf(id) !== index)).toEqual([]);
  const boxes = boxesOf(view);
  expect(ticked.filter((id) => boxes.get(id)?.ticked === false)).toEqual([]);
  // a tick is where its words are, or where they begin: a line below may have become part of them
  const wanted = [...ticked, ...stepped]
    .map((id) => bare(titles.get(id) ?? ''))
    .filter((words) => words !== '');
  const isWanted = (line: string): boolean =>
    wanted.some((words) => bare(line).includes(words) || words.includes(bare(line)));
  expect(editor.ticked.filter((line) => !isWanted(line))).toEqual([]);
  // once each; some boxes say the same
  const times = (lines: readonly string[], line: string): number =>
    lines.filter((one) => bare(one) === bare(line)).length;
  const there = editor.text.split('\n');
  expect(editor.ticked.filter((line) => times(editor.ticked, line) > times(there, line))).toEqual([]);
  expect(new Set(marksIn(editor.text)).size).toBe(marksIn(editor.text).length);
  const { items } = await connection.sendRequest<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri: end.record ?? '' },
  });
  expect(items).toEqual([]);
}

test(
  `of ${String(most.kills)} ends of the process and ${String(most.edits)} edits by hand none loses or doubles anything`,
  async () => {
    const perRun = Math.max(1, Math.min(6, Math.ceil(most.kills / examples.length)));
    while (so.kills < most.kills || so.edits < most.edits || so.runs < examples.length) {
      const example = examples[so.runs % examples.length] ?? '';
      await runThrough(example, Math.min(perRun, most.kills - so.kills));
    }
    process.stdout.write(
      `${String(so.runs)} runs: ${String(so.kills)} kills, ${String(so.edits)} edits by hand, ${String(so.ticks)} ticks; ` +
        `${String(so.adrift)} runs ended without their runbook\n`,
    );
  },
  180_000 + (most.kills + most.edits) * 10_000,
);
