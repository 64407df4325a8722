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

/**
 * Whether the server leads to an entry by its id.
 * @param {LanguageClient} client
 * @param {PlannedEntry} entry
 * @returns {Promise<boolean>}
 */
export async function isNavigable(client, { id, file }) {
  /** @type {{ name: string, location: { uri: string } }[] | null} */
  const symbols = await client.request('workspace/symbol', { query: id });
  const uri = client.uri(file);
  return (symbols ?? []).some(({ name, location }) => name.includes(id) && location.uri === uri);
}
