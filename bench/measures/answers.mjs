/** What an editor asks for while one works in a document: completion, definition, references, hover, symbols, rename and more. */
import { positionAt, positionOf } from '../lsp/positions.mjs';
import { sharedReferences } from '../lsp/workspace-questions.mjs';

/** @typedef {import('../lsp/client.mjs').LanguageClient} LanguageClient */
/** @typedef {import('../lsp/client.mjs').Position} Position */
/** @typedef {import('../workspace/plan.mjs').Plan} Plan */

/** @typedef {{ what: string, samples: number[], note: string, wrong: boolean }} Answered */

/**
 * @param {LanguageClient} client
 * @param {{ plan: Plan, name: string, text: string, sharedText: string, places: number, own: boolean }} asked `name`
 *   and `text` of a document that is open, as is that of the shared entry; `own`: whether the server knows ids, and
 *   not only links
 * @returns {Promise<Answered[]>}
 */
export async function answers(client, { plan, name, text, sharedText, places, own }) {
  const links = linkPlaces(text, places, own);
  const context = { includeDeclaration: true };
  /** @type {(method: string, position: Position) => Promise<number>} */
  const count = async (method, position) =>
    sizeOf(await client.at(method, name, position, method === 'textDocument/references' ? { context } : {}));
  const { shared } = plan;
  return [
    await answered('completion', links, async ({ idEnd }) => count('textDocument/completion', idEnd)),
    await answered('definition', links, async ({ inside }) => count('textDocument/definition', inside)),
    await answered('references', links, async ({ inside }) => count('textDocument/references', inside)),
    await answered('hover', links, async ({ inside }) => count('textDocument/hover', inside)),
    await answered('document symbols', links, async () =>
      sizeOf(
        await client.request('textDocument/documentSymbol', { textDocument: { uri: client.uri(name) } }),
      ),
    ),
    ...(own ? await otherAnswers(client, name, links) : []),
    await answered(
      'references of an id used everywhere',
      links,
      async () => (await sharedReferences(client, plan, sharedText)).length,
      plan.mentions,
    ),
    await answered(
      'rename of an id used everywhere',
      links.slice(0, 20),
      async () =>
        editsOf(
          await client.at('textDocument/rename', shared.file, positionOf(sharedText, `## ${shared.id}`, 4), {
            newName: own ? 'RUN-4999' : 'Another heading',
          }),
        ),
      own ? plan.mentions : 1,
    ),
  ];
}

/**
 * What editors ask for without being told to, and what is asked right behind a key.
 * @param {LanguageClient} client
 * @param {string} name
 * @param {readonly { inside: Position, idEnd: Position }[]} places
 * @returns {Promise<Answered[]>}
 */
async function otherAnswers(client, name, places) {
  const textDocument = { uri: client.uri(name) };
  /** @type {(method: string, more?: object) => Promise<number>} */
  const count = async (method, more) =>
    sizeOf(await client.request(`textDocument/${method}`, { textDocument, ...more }));
  const context = { diagnostics: [] };
  return [
    await answered('document highlight', places, ({ inside }) =>
      count('documentHighlight', { position: inside }),
    ),
    await answered('folding ranges', places, () => count('foldingRange')),
    await answered('semantic tokens', places, () => count('semanticTokens/full')),
    await answered('code lenses', places, () => count('codeLens')),
    await answered('code actions', places, ({ inside }) =>
      count('codeAction', { range: { start: inside, end: inside }, context }),
    ),
    await answered('selection ranges', places, ({ inside }) =>
      count('selectionRange', { positions: [inside] }),
    ),
    await answered('completion behind a key', places, async ({ idEnd }) => {
      const { line, character } = idEnd;
      const typed = { line, character: character + 1 };
      await client.change(name, idEnd, idEnd, '0');
      const answer = await count('completion', { position: typed });
      await client.change(name, idEnd, typed, '');
      return answer;
    }),
  ];
}

/**
 * @template T
 * @param {string} what
 * @param {readonly T[]} places
 * @param {(place: T) => Promise<number>} ask for the number of answers
 * @param {number} [least] answers that there have to be
 * @returns {Promise<Answered>}
 */
async function answered(what, places, ask, least = 1) {
  /** @type {number[]} */
  const samples = [];
  let fewest = Infinity;
  try {
    // the first is not timed: what is done once is not what one waits for all day
    for (const [i, place] of [places[0], ...places].entries()) {
      if (place === undefined) continue;
      const start = performance.now();
      fewest = Math.min(fewest, await ask(place));
      if (i > 0) samples.push(performance.now() - start);
    }
  } catch (error) {
    return { what, samples: [], note: error instanceof Error ? error.message : String(error), wrong: false };
  }
  const wrong = fewest < least;
  const note = wrong ? `${fewest} answers instead of ${least}${least === 1 ? '' : ' or more'}` : '';
  return { what, samples, note, wrong };
}

/**
 * @param {string} text
 * @param {number} count
 * @param {boolean} own
 * @returns {{ inside: Position, idEnd: Position }[]} links evenly spread over a document: within their id or target, and
 *   where one is typing the id
 */
function linkPlaces(text, count, own) {
  const links = [...text.matchAll(/\[[A-Z]+-\d+\]\([^)]*#/g)];
  return Array.from({ length: count }, (_, i) => {
    const link = links[Math.floor((i * links.length) / count)];
    if (link === undefined) throw new Error('The document has no links to ask about.');
    const target = link[0].indexOf('](') + 2;
    return {
      inside: positionAt(text, link.index + (own ? 3 : link[0].length + 2)),
      idEnd: positionAt(text, link.index + (own ? '[RUN-'.length : target)),
    };
  });
}

/** @param {unknown} answer @returns {number} how many things it holds */
function sizeOf(answer) {
  if (Array.isArray(answer)) return answer.length;
  if (typeof answer !== 'object' || answer === null) return 0;
  return 'items' in answer && Array.isArray(answer.items) ? answer.items.length : 1;
}

/** @param {{ changes?: Record<string, unknown[]>, documentChanges?: { edits?: unknown[] }[] } | null} edit */
function editsOf(edit) {
  const changes = Object.values(edit?.changes ?? {});
  const documentChanges = (edit?.documentChanges ?? []).map(({ edits = [] }) => edits);
  return [...changes, ...documentChanges].reduce((sum, edits) => sum + edits.length, 0);
}
