/** Questions whose right answers are known from how the workspace was made. */
import { setTimeout as delay } from 'node:timers/promises';
import { positionOf } from './positions.mjs';

/** @typedef {import('./client.mjs').LanguageClient} LanguageClient */
/** @typedef {import('./client.mjs').Location} Location */
/** @typedef {import('../workspace/plan.mjs').Plan} Plan */
/** @typedef {import('../workspace/plan.mjs').PlannedEntry} PlannedEntry */

/**
 * The references of the entry that is named everywhere. Its document has to be open.
 * @param {LanguageClient} client
 * @param {Plan} plan
 * @param {string} text of its document
 * @returns {Promise<readonly Location[]>}
 */
export async function sharedReferences(client, { shared }, text) {
  /** @type {Location[] | null} */
  const found = await client.at(
    'textDocument/references',
    shared.file,
    positionOf(text, `## ${shared.id}`, 4),
    {
      context: { includeDeclaration: false },
    },
  );
  return found ?? [];
}

/**
 * Asks for the references of the shared entry until they are complete.
 * @param {LanguageClient} client
 * @param {Plan} plan
 * @param {string} text of its document
 * @param {number} limit seconds
 * @returns {Promise<boolean>} whether they ever were
 */
export async function waitForReferences(client, plan, text, limit) {
  const end = performance.now() + limit * 1000;
  while (performance.now() < end) {
    if ((await sharedReferences(client, plan, text)).length >= plan.mentions) return true;
    await delay(20);
  }
  return false;
}

/** A document that is open and on no disk. */
const note = 'ids-to-jump-to.md';

/**
 * Opens a note that names the entries, for `isNavigable`.
 * @param {LanguageClient} client
 * @param {readonly PlannedEntry[]} entries
 */
export async function openNote(client, entries) {
  await client.open(note, entries.map(({ id }) => `Go to ${id}.\n`).join('\n'));
}

/** @param {LanguageClient} client */
export async function closeNote(client) {
  await client.close(note);
}

/**
 * Whether the server leads from an id to its entry.
 * @param {LanguageClient} client
 * @param {readonly PlannedEntry[]} entries those of the note
 * @param {number} index of the entry among them
 * @returns {Promise<boolean>}
 */
export async function isNavigable(client, entries, index) {
  const position = { line: index * 2, character: 'Go to '.length + 2 };
  /** @type {Location[] | null} */
  const found = await client.at('textDocument/definition', note, position);
  const file = entries[index]?.file ?? '';
  return (found ?? []).some(({ uri }) => uri === client.uri(file));
}
