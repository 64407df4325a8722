/** Keystrokes in a long runbook: how long from an edit to the diagnostics of that document. */
import { positionAt } from '../lsp/positions.mjs';

/** @typedef {import('../lsp/client.mjs').LanguageClient} LanguageClient */
/** @typedef {import('../lsp/client.mjs').Diagnostic} Diagnostic */

/** What is typed. The id does not exist, so it is a finding once it is complete. */
const typed = ' as RUN-9991 says';
const missing = 'RUN-9991';
const wordsBefore = ' as ';
/** Keystrokes before the clock runs: a server that has just started is not yet what it is all day. */
const warmUp = typed.length;

/** Milliseconds after which nothing more is typed: some servers take seconds for a letter. */
const patience = 60_000;

/**
 * @typedef {object} Typing
 * @property {number[]} letters times of single letters, typed at places all over the document
 * @property {number[]} fences times of opening and closing a fence in the middle, which changes what follows
 * @property {string} problem what was wrong with the answers, or nothing
 */

/**
 * Types into a document that is open, and waits for the diagnostics after each letter. The document is afterwards
 * what it was.
 * @param {LanguageClient} client
 * @param {string} name
 * @param {string} text
 * @param {{ pull: boolean, places: number, checked: boolean }} options `checked`: whether the server is one that finds
 *   ids that do not exist
 * @returns {Promise<Typing>}
 */
export async function typeInto(client, name, text, { pull, places, checked }) {
  /** @type {number[]} */
  const letters = [];
  let problem = '';
  const end = performance.now() + patience;
  for (const place of placesToType(text, places + 1)) {
    let written = 0;
    for (let i = 0; i < typed.length && performance.now() < end; i++) {
      written++;
      const at = { line: place.line, character: place.character + i };
      const { time, diagnostics } = await edit(client, name, at, at, typed.charAt(i), pull);
      letters.push(time);
      const found = diagnostics.some(
        ({ code, range }) => code === 'dangling-id' && range.start.line === place.line,
      );
      // half of an id may be one, too
      const known = i < wordsBefore.length || i >= wordsBefore.length + missing.length - 1;
      if (checked && known && found !== i >= wordsBefore.length)
        problem = `${missing} in line ${place.line + 1} was judged wrongly`;
    }
    if (written === 0) break;
    await edit(client, name, place, { line: place.line, character: place.character + written }, '', pull);
  }
  const [, middle] = placesToType(text, 3);
  /** @type {number[]} */
  const fences = [];
  for (let i = 0; middle !== undefined && i < 5 && performance.now() < end; i++) {
    const line = { line: middle.line + 1, character: 0 };
    fences.push((await edit(client, name, line, line, '\n```\n', pull)).time);
    fences.push((await edit(client, name, line, { line: line.line + 2, character: 0 }, '', pull)).time);
  }
  // of a server that took all the time for the first place, that one has to do
  return { letters: letters.length > warmUp ? letters.slice(warmUp) : letters, fences, problem };
}

/**
 * @param {LanguageClient} client
 * @param {string} name
 * @param {import('../lsp/client.mjs').Position} start
 * @param {import('../lsp/client.mjs').Position} end
 * @param {string} text
 * @param {boolean} pull
 * @returns {Promise<{ time: number, diagnostics: readonly Diagnostic[] }>}
 */
async function edit(client, name, start, end, text, pull) {
  const before = performance.now();
  const change = client.change(name, start, end, text);
  const diagnostics = await (pull ? client.diagnostics(name) : client.pushedDiagnostics(name));
  const time = performance.now() - before;
  await change;
  return { time, diagnostics };
}

/**
 * Ends of lines of running text, evenly spread over a document.
 * @param {string} text
 * @param {number} count
 * @returns {import('../lsp/client.mjs').Position[]}
 */
function placesToType(text, count) {
  const ends = [...text.matchAll(/^- \[ \] [A-Z].*[a-z0-9]$|^[A-Z][a-z ]+ .*[a-z]\.$/gm)].map(
    ({ index, 0: line }) => index + line.length,
  );
  return Array.from({ length: count }, (_, i) => {
    const end = ends[Math.floor(((i + 0.5) * ends.length) / count)];
    if (end === undefined) throw new Error('The document has no line to type in.');
    return positionAt(text, end);
  });
}
