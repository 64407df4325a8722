/** Working in a runbook of 5,000 lines inside workspaces of all sizes: keystrokes and what an editor asks for. */
import { rmSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { freshHome, removeHome } from '../environment.mjs';
import { LanguageClient } from '../lsp/client.mjs';
import { serversFor } from '../lsp/servers.mjs';
import { waitForReferences } from '../lsp/workspace-questions.mjs';
import { row } from '../row.mjs';
import { longRunbook } from '../workspace/long-documents.mjs';
import { writeDocument } from '../workspace/write-workspace.mjs';
import { answers } from './answers.mjs';
import { typeInto } from './keystrokes.mjs';

/** @typedef {import('./measure.mjs').BenchContext} BenchContext */
/** @typedef {import('../row.mjs').Row} Row */
/** @typedef {import('../workspace/write-workspace.mjs').Workspace} Workspace */
/** @typedef {import('../lsp/client.mjs').ServerKind} ServerKind */

const lines = 5000;
const name = 'long/SoT.LONG.md';

/** @type {import('./measure.mjs').Measure} */
export const editor = {
  name: 'editor',
  lsp: true,
  async *run(context) {
    for (const size of context.options.sizes) {
      const workspace = context.workspace(size);
      const text = longRunbook(workspace.plan, name, lines);
      writeDocument(workspace.folder, name, text);
      try {
        for (const kind of serversFor(context, size)) {
          context.report(`editor: ${size} files, ${kind.tool}`);
          yield* session(context, workspace, kind, text, true);
          // the others are asked for diagnostics by editors
          if (kind.tool === 'runbook') yield* session(context, workspace, kind, text, false);
        }
      } finally {
        rmSync(path.join(workspace.folder, path.dirname(name)), { recursive: true });
      }
    }
  },
};

/**
 * @param {BenchContext} context
 * @param {Workspace} workspace
 * @param {ServerKind} kind
 * @param {string} text
 * @param {boolean} pull
 * @returns {AsyncGenerator<Row>}
 */
async function* session(context, workspace, kind, text, pull) {
  const { options, scratch } = context;
  const { folder, plan } = workspace;
  const about = { tool: kind.tool, files: workspace.files.length, lines };
  const own = kind.tool === 'runbook';
  const way = pull ? 'pull' : 'push';
  const home = freshHome(scratch);
  const client = new LanguageClient(kind, {
    folder,
    environment: home.environment,
    pull,
    limit: options.limit,
  });
  try {
    await client.initialize();
    const sharedText = readFileSync(path.join(folder, plan.shared.file), 'utf8');
    await client.open(plan.shared.file, sharedText);
    const ready = await waitForReferences(client, plan, sharedText, options.limit);
    await client.open(name, text);
    const places = options.quick ? 6 : 12;
    const { letters, fences, problem } = await typeInto(client, name, text, { pull, places, checked: own });
    yield row({
      ...about,
      what: `keystroke, ${way}`,
      samples: letters,
      note: problem,
      wrong: problem !== '',
    });
    yield row({ ...about, what: `a fence opened and closed, ${way}`, samples: fences });
    if (!pull) return;
    const asked = { plan, name, text, sharedText, places: options.quick ? 20 : 200, own };
    for (const answer of await answers(client, asked)) {
      const note = ready ? answer.note : 'never knew the whole workspace';
      yield row({ ...about, ...answer, note, wrong: own && answer.wrong });
    }
  } catch (error) {
    if (own) throw error;
    yield row({
      ...about,
      what: `keystroke, ${way}`,
      note: error instanceof Error ? error.message : String(error),
    });
  } finally {
    await client.stop();
    removeHome(home);
  }
}
