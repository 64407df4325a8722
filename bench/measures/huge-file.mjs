/** A file of 20 MB: opening it, and having it in the workspace, must not keep others waiting. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { freshHome, removeHome } from '../environment.mjs';
import { askAtRate } from '../lsp/at-rate.mjs';
import { LanguageClient } from '../lsp/client.mjs';
import { positionOf } from '../lsp/positions.mjs';
import { ownServer, serversFor } from '../lsp/servers.mjs';
import { isNavigable, openNote } from '../lsp/workspace-questions.mjs';
import { TooSlow } from '../lsp/within.mjs';
import { row } from '../row.mjs';
import { hugeNotes } from '../workspace/long-documents.mjs';
import { writeDocument } from '../workspace/write-workspace.mjs';
import { timed } from './measure.mjs';

/** @typedef {import('./measure.mjs').BenchContext} BenchContext */
/** @typedef {import('../lsp/client.mjs').ServerKind} ServerKind */
/** @typedef {import('../row.mjs').Row} Row */

const bytes = 20_000_000;
const name = 'long/notes-of-all-years.md';
/** Milliseconds between requests about another document. */
const interval = 50;
/** Seconds: a tool that takes longer to look at one file has made its point. */
const limit = 60;

/** @type {import('./measure.mjs').Measure} */
export const hugeFile = {
  name: 'huge',
  lsp: true,
  async *run(context) {
    const size = Math.min(...context.options.sizes);
    const text = hugeNotes(context.workspace(size).plan, name, bytes);
    for (const kind of serversFor(context, size)) {
      context.report(`huge: ${kind.tool}`);
      yield* openHuge(context, kind, size, text);
    }
    context.report('huge: on disk, runbook');
    yield await startWithHuge(context, size, text);
  },
};

/**
 * @param {BenchContext} context
 * @param {ServerKind} kind
 * @param {number} size
 * @param {string} text
 * @returns {AsyncGenerator<Row>}
 */
async function* openHuge({ workspace, scratch }, kind, size, text) {
  const { folder, plan } = workspace(size);
  const about = { tool: kind.tool, files: size };
  const home = freshHome(scratch);
  const client = new LanguageClient(kind, { folder, environment: home.environment, pull: true, limit });
  try {
    await client.initialize();
    const other = plan.services[0]?.deployment.file ?? plan.shared.file;
    await client.open(other);
    await client.diagnostics(other);
    const diagnostics = timed(async () => {
      await client.open(name, text);
      return client.diagnostics(name);
    });
    const samples = await askAtRate(
      interval,
      () => client.request('textDocument/documentSymbol', { textDocument: { uri: client.uri(other) } }),
      diagnostics,
    );
    yield row({
      ...about,
      what: 'a file of 20 MB opened: its diagnostics',
      samples: [(await diagnostics).time],
    });
    yield row({ ...about, what: 'requests while a huge file is opened', samples });
    const start = positionOf(text, '\n\n', 1);
    const typed = await timed(async () => {
      await client.change(name, start, start, 'x');
      return client.diagnostics(name);
    });
    yield row({ ...about, what: 'a keystroke in a file of 20 MB', samples: [typed.time] });
  } catch (error) {
    if (!(error instanceof TooSlow)) throw error;
    const wrong = kind.tool === 'runbook';
    yield row({ ...about, what: 'requests while a huge file is opened', note: error.message, wrong });
  } finally {
    await client.stop();
    removeHome(home);
  }
}

/**
 * @param {BenchContext} context
 * @param {number} size
 * @param {string} text
 * @returns {Promise<Row>}
 */
async function startWithHuge({ workspace, scratch, product }, size, text) {
  const { folder, plan } = workspace(size);
  const what = 'opening a workspace with a file of 20 MB: ids navigable';
  const home = freshHome(scratch);
  writeDocument(folder, name, text);
  const client = new LanguageClient(ownServer(product), {
    folder,
    environment: home.environment,
    pull: true,
    limit,
  });
  try {
    await client.initialize();
    const entries = [plan.services.at(-1)?.runs[0] ?? plan.shared];
    await openNote(client, entries);
    const found = await isNavigable(client, entries, 0);
    const samples = [performance.now() - client.startedAt];
    return row({
      what,
      tool: 'runbook',
      files: size + 1,
      samples,
      wrong: !found,
      note: found ? '' : 'not found',
    });
  } catch (error) {
    if (!(error instanceof TooSlow)) throw error;
    return row({ what, tool: 'runbook', files: size + 1, note: error.message, wrong: true });
  } finally {
    await client.stop();
    rmSync(path.join(folder, path.dirname(name)), { recursive: true });
    removeHome(home);
  }
}
