/**
 * Opening a workspace in an editor: how long until every id can be navigated to and every finding is there, cold and
 * warm, and how long other requests take meanwhile.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { freshHome, removeHome } from '../environment.mjs';
import { askAtRate } from '../lsp/at-rate.mjs';
import { LanguageClient } from '../lsp/client.mjs';
import { ownServer, serversFor } from '../lsp/servers.mjs';
import { closeNote, isNavigable, openNote, waitForReferences } from '../lsp/workspace-questions.mjs';
import { TooSlow } from '../lsp/within.mjs';
import { row } from '../row.mjs';
import { benchToday, benchTomorrow } from '../workspace/words.mjs';
import { seededFindings } from '../workspace/write-workspace.mjs';
import { repetitions } from './measure.mjs';

/** @typedef {import('./measure.mjs').BenchContext} BenchContext */
/** @typedef {import('../workspace/write-workspace.mjs').Workspace} Workspace */
/** @typedef {import('../lsp/client.mjs').ServerKind} ServerKind */

/** Milliseconds between requests while the workspace is read. */
const interval = 25;
/**
 * How many ids are jumped to, evenly spread, as soon as the last one can be. The time includes them. They stand in a note
 * that is open, and what it names is judged anew: so they are few.
 */
const idsTried = 8;

/** @type {import('./measure.mjs').Measure} */
export const openWorkspace = {
  name: 'open',
  lsp: true,
  async *run(context) {
    for (const size of context.options.sizes) {
      const workspace = context.workspace(size);
      yield* ownRows(context, workspace);
      for (const kind of serversFor(context, size).slice(1)) {
        context.report(`open: ${size} files, ${kind.tool}`);
        yield await peerRow(context, workspace, kind);
      }
    }
  },
};

/**
 * @param {BenchContext} context
 * @param {Workspace} workspace
 */
async function* ownRows(context, workspace) {
  /** @type {(what: string) => { what: string, samples: number[], problems: Set<string> }} */
  const figure = (what) => ({ what, samples: [], problems: new Set() });
  const rows = [
    { state: 'cold', today: benchToday },
    { state: 'warm', today: benchToday },
    { state: 'warm, next day', today: benchTomorrow },
  ].map(({ state, today }) => ({
    today,
    navigable: figure(`open, ${state}: ids navigable`),
    diagnostics: figure(`open, ${state}: all diagnostics`),
    meanwhile: figure(`open, ${state}: requests meanwhile`),
  }));
  const references = figure('open, cold: references complete');
  for (const run of repetitions(context.options)) {
    context.report(`open: ${workspace.files.length} files, runbook, round ${run + 1}`);
    const home = freshHome(context.scratch);
    for (const { today, navigable, diagnostics, meanwhile } of rows) {
      const server = ownServer(context.product, { today });
      const opened = await openOnce(context, workspace, server, home.environment);
      navigable.samples.push(opened.navigable);
      diagnostics.samples.push(opened.diagnostics);
      meanwhile.samples.push(...opened.meanwhile);
      if (opened.unnavigable > 0)
        navigable.problems.add(`${opened.unnavigable} of ${idsTried} ids not found`);
      if (opened.found !== '') diagnostics.problems.add(opened.found);
    }
    removeHome(home);
    const again = freshHome(context.scratch);
    references.samples.push(
      ...(await referencesOnce(context, workspace, ownServer(context.product), again.environment)),
    );
    removeHome(again);
  }
  const measured = rows.flatMap(({ navigable, diagnostics, meanwhile }) => [
    navigable,
    diagnostics,
    meanwhile,
  ]);
  for (const { what, samples, problems } of [...measured, references]) {
    const note = [...problems].join('; ');
    yield row({ what, tool: 'runbook', files: workspace.files.length, samples, note, wrong: note !== '' });
  }
}

/**
 * @param {BenchContext} context
 * @param {Workspace} workspace
 * @param {ServerKind} server
 * @param {NodeJS.ProcessEnv} environment
 */
async function openOnce({ options }, { folder, plan, files }, server, environment) {
  const client = new LanguageClient(server, {
    folder,
    environment,
    pull: true,
    limit: options.limit,
  });
  try {
    await client.initialize();
    const shown = files.find((file) => file.includes('/playbooks/')) ?? plan.shared.file;
    await client.open(shown);
    const entries = [plan.services.at(-1)?.runs[0] ?? plan.shared];
    for (let i = 0; i < idsTried; i++) {
      const service = plan.services[Math.floor((i * plan.services.length) / idsTried)];
      const entry = i % 2 === 0 ? service?.risk : service?.runs[2];
      if (entry !== undefined) entries.push(entry);
    }
    await openNote(client, entries);
    /** @type {boolean[]} */
    const tried = [];
    const navigable = (async () => {
      while (!(await isNavigable(client, entries, 0))) await delay(interval);
      // whoever leads to one leads to all, at once
      for (let i = 1; i < entries.length; i++) tried.push(await isNavigable(client, entries, i));
      const time = performance.now() - client.startedAt;
      await closeNote(client);
      return time;
    })();
    /** @type {Promise<{ time: number, items: { uri: string, items?: { code?: string }[] }[] }>} */
    const diagnostics = (async () => {
      /** @type {{ items: { uri: string, items?: { code?: string }[] }[] }} */
      const { items } = await client.request('workspace/diagnostic', { previousResultIds: [] });
      return { time: performance.now() - client.startedAt, items };
    })();
    const both = Promise.all([navigable, diagnostics]);
    const meanwhile = await askAtRate(
      interval,
      () => client.request('textDocument/foldingRange', { textDocument: { uri: client.uri(shown) } }),
      both,
    );
    const [navigableTime, all] = await both;
    return {
      navigable: navigableTime,
      diagnostics: all.time,
      meanwhile,
      unnavigable: tried.filter((navigable) => !navigable).length,
      found: wrongDiagnostics(client, plan, all.items),
    };
  } finally {
    await client.stop();
  }
}

/**
 * @param {LanguageClient} client
 * @param {import('../workspace/plan.mjs').Plan} plan
 * @param {readonly { uri: string, items?: { code?: string }[] }[]} reports
 * @returns {string} what is wrong, or nothing
 */
function wrongDiagnostics(client, plan, reports) {
  const found = reports.flatMap(({ uri, items = [] }) => items.map(({ code }) => `${uri} ${code ?? ''}`));
  const expected = seededFindings(plan).map(({ file, rule }) => `${client.uri(file)} ${rule}`);
  return found.sort().join('\n') === expected.sort().join('\n')
    ? ''
    : `${found.length} findings instead of the ${expected.length} there are`;
}

/**
 * How long until the references of the entry that is named everywhere are complete: what every server can be asked.
 * @param {BenchContext} context
 * @param {Workspace} workspace
 * @param {ServerKind} kind
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<number[]>} nothing when they never were
 */
async function referencesOnce({ options }, { folder, plan }, kind, environment) {
  const client = new LanguageClient(kind, { folder, environment, pull: true, limit: options.limit });
  try {
    await client.initialize();
    const text = readFileSync(path.join(folder, plan.shared.file), 'utf8');
    await client.open(plan.shared.file, text);
    const complete = await waitForReferences(client, plan, text, options.limit);
    return complete ? [performance.now() - client.startedAt] : [];
  } finally {
    await client.stop();
  }
}

/**
 * @param {BenchContext} context
 * @param {Workspace} workspace
 * @param {ServerKind} kind
 * @returns {Promise<import('../row.mjs').Row>}
 */
async function peerRow(context, workspace, kind) {
  const about = { what: 'open, cold: references complete', tool: kind.tool, files: workspace.files.length };
  const home = freshHome(context.scratch);
  try {
    const samples = await referencesOnce(context, workspace, kind, home.environment);
    return row({
      ...about,
      samples,
      note: samples.length === 0 ? `never, within ${context.options.limit} s` : '',
    });
  } catch (error) {
    if (!(error instanceof TooSlow)) throw error;
    return row({ ...about, note: error.message });
  } finally {
    removeHome(home);
  }
}
