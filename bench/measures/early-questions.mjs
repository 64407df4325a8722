/**
 * Questions that are asked before the workspace is read, as an editor with restored tabs does. An answer may take its
 * time or be refused, but it must not differ from the one that comes when everything is known.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freshHome, removeHome } from '../environment.mjs';
import { LanguageClient } from '../lsp/client.mjs';
import { positionAt } from '../lsp/positions.mjs';
import { serversFor } from '../lsp/servers.mjs';
import { sharedReferences, waitForReferences } from '../lsp/workspace-questions.mjs';
import { TooSlow } from '../lsp/within.mjs';
import { row } from '../row.mjs';

/** @typedef {import('./measure.mjs').BenchContext} BenchContext */
/** @typedef {import('../workspace/write-workspace.mjs').Workspace} Workspace */
/** @typedef {import('../lsp/client.mjs').ServerKind} ServerKind */

/** Documents that are open from the start. */
const tabs = 20;

/** @type {import('./measure.mjs').Measure} */
export const earlyQuestions = {
  name: 'early',
  lsp: true,
  async *run(context) {
    for (const size of context.options.sizes) {
      const workspace = context.workspace(size);
      for (const kind of serversFor(context, size)) {
        context.report(`early: ${size} files, ${kind.tool}`);
        const about = {
          what: 'early questions',
          tool: kind.tool,
          files: workspace.files.length,
          unit: /** @type {const} */ ('wrong answers'),
        };
        const home = freshHome(context.scratch);
        try {
          yield row({ ...about, ...(await askEarly(context, workspace, kind, home.environment)) });
        } catch (error) {
          if (!(error instanceof TooSlow)) throw error;
          yield row({ ...about, note: error.message, wrong: kind.tool === 'runbook' });
        } finally {
          removeHome(home);
        }
      }
    }
  },
};

/**
 * @param {BenchContext} context
 * @param {Workspace} workspace
 * @param {ServerKind} kind
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<{ samples: number[], note: string }>}
 */
async function askEarly({ options }, workspace, kind, environment) {
  const { folder, plan } = workspace;
  const client = new LanguageClient(kind, { folder, environment, pull: true, limit: options.limit });
  try {
    const documents = tabsOf(workspace);
    await client.initialize();
    for (const { name, text } of documents) await client.open(name, text);
    const early = await askAll(client, workspace, documents);
    const shared = documents.find(({ name }) => name === plan.shared.file)?.text ?? '';
    await waitForReferences(client, plan, shared, options.limit);
    const settled = await settledAnswers(client, workspace, documents);
    const wrong = early.filter((answer, i) => answer !== null && answer !== settled[i]).length;
    const refused = early.filter((answer) => answer === null).length;
    return {
      samples: [wrong],
      note: `${wrong} of ${early.length} wrong${refused === 0 ? '' : `, ${refused} refused`}`,
    };
  } finally {
    await client.stop();
  }
}

/**
 * Asks until the answers stay the same for a second.
 * @param {LanguageClient} client
 * @param {Workspace} workspace
 * @param {readonly { name: string, text: string }[]} documents
 */
async function settledAnswers(client, workspace, documents) {
  let before = await askAll(client, workspace, documents);
  for (let round = 0; round < 10; round++) {
    await delay(1000);
    const now = await askAll(client, workspace, documents);
    if (JSON.stringify(now) === JSON.stringify(before)) return now;
    before = now;
  }
  return before;
}

/**
 * Three questions about each document, all at once.
 * @param {LanguageClient} client
 * @param {Workspace} workspace
 * @param {readonly { name: string, text: string }[]} documents
 * @returns {Promise<(string | null)[]>} the answers, to be compared; null for a refusal
 */
function askAll(client, { plan }, documents) {
  const shared = documents.find(({ name }) => name === plan.shared.file)?.text ?? '';
  const questions = documents.flatMap(({ name, text }) => [
    async () => spell((await client.diagnostics(name)).map(({ code, range }) => [code, range])),
    async () => spell(await client.at('textDocument/definition', name, crossFileLink(text))),
    async () => spell((await sharedReferences(client, plan, shared)).map(({ uri, range }) => [uri, range])),
  ]);
  return Promise.all(
    questions.map((ask) =>
      ask().catch((/** @type {unknown} */ error) => {
        if (error instanceof TooSlow) throw error;
        return null;
      }),
    ),
  );
}

/**
 * The shared document, and others from all over the workspace.
 * @param {Workspace} workspace
 * @returns {{ name: string, text: string }[]}
 */
function tabsOf({ folder, files, plan }) {
  const linking = files.filter((file) => file.startsWith('services/'));
  const chosen = Array.from(
    { length: tabs - 1 },
    (_, i) => linking[Math.floor((i * linking.length) / (tabs - 1))] ?? plan.shared.file,
  );
  return [plan.shared.file, ...chosen].map((name) => ({
    name,
    text: readFileSync(path.join(folder, name), 'utf8'),
  }));
}

/**
 * A place within the target of the last link with a fragment, or the start of a text without one.
 * @param {string} text
 */
function crossFileLink(text) {
  const link = [...text.matchAll(/\[[A-Z]+-\d+\]\([^)]+#/g)].at(-1);
  return positionAt(text, link === undefined ? 0 : link.index + link[0].length + 1);
}

/** @param {unknown} answer @returns {string} the same for the same answer in another order */
const spell = (answer) =>
  JSON.stringify(Array.isArray(answer) ? answer.map((part) => JSON.stringify(part)).sort() : answer);
