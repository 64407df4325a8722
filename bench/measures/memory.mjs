/** The memory of language servers: with a workspace in them, and after a day of editing. */
import { mkdtempSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freshHome, removeHome } from '../environment.mjs';
import { LanguageClient } from '../lsp/client.mjs';
import { positionAt } from '../lsp/positions.mjs';
import { ownServer, serversFor } from '../lsp/servers.mjs';
import { waitForReferences } from '../lsp/workspace-questions.mjs';
import { TooSlow } from '../lsp/within.mjs';
import { row } from '../row.mjs';

/** @typedef {import('./measure.mjs').BenchContext} BenchContext */
/** @typedef {import('../workspace/write-workspace.mjs').Workspace} Workspace */
/** @typedef {import('../lsp/client.mjs').ServerKind} ServerKind */
/** @typedef {import('../lsp/client.mjs').Memory} Memory */
/** @typedef {import('../row.mjs').Row} Row */

/** Milliseconds after which a server is at rest. */
const rest = 3000;
const edits = 10_000;
const editsBefore = 1000;
/** Diagnostics are asked for after so many edits: people type faster than editors ask. */
const editsPerQuestion = 5;

/** @type {import('./measure.mjs').Measure} */
export const memory = {
  name: 'memory',
  lsp: true,
  async *run(context) {
    for (const size of context.options.sizes) {
      const workspace = context.workspace(size);
      const [, ...others] = serversFor(context, size);
      for (const kind of [ownServer(context.product, { probed: true }), ...others]) {
        context.report(`memory: ${size} files, ${kind.tool}`);
        try {
          yield* indexed(context, workspace, kind);
        } catch (error) {
          if (!(error instanceof TooSlow)) throw error;
          yield row({
            what: 'memory above an empty server',
            tool: kind.tool,
            files: size,
            note: error.message,
          });
        }
      }
    }
    const largest = Math.max(...context.options.sizes);
    context.report(`memory: ${edits} edits, ${largest} files`);
    yield await growth(context, context.workspace(largest));
  },
};

/**
 * @param {BenchContext} context
 * @param {Workspace} workspace
 * @param {ServerKind} kind
 * @returns {AsyncGenerator<Row>}
 */
async function* indexed(context, workspace, kind) {
  const empty = await withServer(
    context,
    mkdtempSync(path.join(context.scratch, 'empty-')),
    kind,
    async (client) => {
      await delay(rest);
      return client.memory();
    },
  );
  const full = await withServer(context, workspace.folder, kind, async (client) => {
    await readEverything(context, workspace, client);
    await delay(rest);
    return client.memory();
  });
  const about = { tool: kind.tool, files: workspace.files.length, unit: /** @type {const} */ ('MB') };
  if (full.peak > 0) yield row({ ...about, what: 'peak memory of a cold start', samples: [full.peak] });
  const parts = [
    `${mb(full.rss)} in all`,
    ...(full.heap === null
      ? []
      : [`heap ${mb(full.heap)} after a collection, ${mb(empty.heap ?? 0)} when empty`]),
  ];
  yield row({
    ...about,
    what: 'memory above an empty server',
    samples: [full.rss - empty.rss],
    note: parts.join(', '),
  });
}

/**
 * Many edits of one document, each with a text that there never was before: what is remembered by text piles up, if
 * nobody takes it away.
 * @param {BenchContext} context
 * @param {Workspace} workspace
 * @returns {Promise<Row>}
 */
function growth(context, workspace) {
  const { folder, plan, files } = workspace;
  return withServer(context, folder, ownServer(context.product, { probed: true }), async (client) => {
    await readEverything(context, workspace, client);
    const name = plan.services[0]?.deployment.file ?? plan.shared.file;
    const text = readFileSync(path.join(folder, name), 'utf8');
    await client.open(name, text);
    const place = positionAt(text, text.indexOf('### Overview') + '### Overview\n\n'.length);
    let written = '';
    const edit = async (/** @type {number} */ number) => {
      const end = { line: place.line, character: place.character + written.length };
      written = `Edit ${number}. `;
      await client.change(name, place, end, written);
      if (number % editsPerQuestion === 0) await client.diagnostics(name);
    };
    for (let number = 1; number <= editsBefore; number++) await edit(number);
    const before = await client.memory();
    for (let number = 1; number <= edits; number++) await edit(editsBefore + number);
    const after = await client.memory();
    return row({
      what: 'growth of the heap over 10,000 edits',
      tool: 'runbook',
      files: files.length,
      unit: 'MB',
      samples: [(after.heap ?? 0) - (before.heap ?? 0)],
      note: `all memory ${mb(before.rss)} before, ${mb(after.rss)} after`,
    });
  });
}

/**
 * Has a server read the whole workspace and judge it.
 * @param {BenchContext} context
 * @param {Workspace} workspace
 * @param {LanguageClient} client
 */
async function readEverything({ options }, { folder, plan }, client) {
  const text = readFileSync(path.join(folder, plan.shared.file), 'utf8');
  await client.open(plan.shared.file, text);
  if (!(await waitForReferences(client, plan, text, options.limit)))
    throw new TooSlow(`never knew the whole workspace, within ${options.limit} s`);
  await client.diagnostics(plan.shared.file);
  // servers without it refuse, and have read everything all the same
  await client
    .request('workspace/diagnostic', { previousResultIds: [] })
    .catch((/** @type {unknown} */ error) => {
      if (error instanceof TooSlow) throw error;
    });
}

/**
 * @template T
 * @param {BenchContext} context
 * @param {string} folder
 * @param {ServerKind} kind
 * @param {(client: LanguageClient) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withServer({ scratch, options }, folder, kind, work) {
  const home = freshHome(scratch);
  const client = new LanguageClient(kind, {
    folder,
    environment: home.environment,
    pull: true,
    limit: options.limit,
  });
  try {
    await client.initialize();
    return await work(client);
  } finally {
    await client.stop();
    removeHome(home);
  }
}

/** @param {number} value @returns {string} */
const mb = (value) => `${Math.round(value)} MB`;
