/** How the time for a keystroke grows with the document: runbooks of all lengths in the smallest workspace. */
import { freshHome, removeHome } from '../environment.mjs';
import { LanguageClient } from '../lsp/client.mjs';
import { serversFor } from '../lsp/servers.mjs';
import { TooSlow } from '../lsp/within.mjs';
import { row } from '../row.mjs';
import { longRunbook } from '../workspace/long-documents.mjs';
import { typeInto } from './keystrokes.mjs';
import { timed } from './measure.mjs';

/** @typedef {import('./measure.mjs').BenchContext} BenchContext */
/** @typedef {import('../lsp/client.mjs').ServerKind} ServerKind */
/** @typedef {import('../row.mjs').Row} Row */

const name = 'long/SoT.LONG.md';
/** Asked for in turn with others, so the rest of a line takes its share of a minute. */
const symbolRequests = 10;

/** @type {import('./measure.mjs').Measure} */
export const lines = {
  name: 'lines',
  lsp: true,
  async *run(context) {
    const size = Math.min(...context.options.sizes);
    for (const kind of serversFor(context, size)) {
      for (const count of context.options.lines) {
        context.report(`lines: ${count}, ${kind.tool}`);
        const about = { tool: kind.tool, files: size, lines: count };
        try {
          yield* session(context, kind, about);
        } catch (error) {
          if (!(error instanceof TooSlow)) throw error;
          yield row({ ...about, what: 'keystroke by lines', note: error.message });
        }
      }
    }
  },
};

/**
 * @param {BenchContext} context
 * @param {ServerKind} kind
 * @param {{ tool: string, files: number, lines: number }} about
 * @returns {AsyncGenerator<Row>}
 */
async function* session({ workspace, scratch, options }, kind, about) {
  const { folder, plan } = workspace(about.files);
  const text = longRunbook(plan, name, about.lines);
  const home = freshHome(scratch);
  const client = new LanguageClient(kind, {
    folder,
    environment: home.environment,
    pull: true,
    limit: options.limit,
  });
  try {
    await client.initialize();
    // an editor that is at rest
    await client.open(plan.shared.file);
    await client.diagnostics(plan.shared.file);
    const opened = await timed(async () => {
      await client.open(name, text);
      return client.diagnostics(name);
    });
    yield row({ ...about, what: 'opening a document by lines: first diagnostics', samples: [opened.time] });
    const typing = { pull: true, places: 4, checked: kind.tool === 'runbook' };
    const { letters, fences, problem } = await typeInto(client, name, text, typing);
    yield row({
      ...about,
      what: 'keystroke by lines',
      samples: letters,
      note: problem,
      wrong: problem !== '',
    });
    yield row({ ...about, what: 'a fence opened and closed by lines', samples: fences });
    const symbols = [];
    for (let i = 0; i < symbolRequests; i++) {
      const textDocument = { uri: client.uri(name) };
      const { time } = await timed(() => client.request('textDocument/documentSymbol', { textDocument }));
      symbols.push(time);
    }
    yield row({ ...about, what: 'document symbols by lines', samples: symbols });
  } finally {
    await client.stop();
    removeHome(home);
  }
}
