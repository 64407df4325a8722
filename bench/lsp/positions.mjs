/** Places in texts, as the protocol counts them. */

/** @typedef {import('./client.mjs').Position} Position */

/**
 * @param {string} text
 * @param {string} found a piece of it
 * @param {number} [offset] into the piece
 * @returns {Position} where it first is
 */
export function positionOf(text, found, offset = 0) {
  const index = text.indexOf(found);
  if (index < 0) throw new Error(`"${found}" is not in the text.`);
  return positionAt(text, index + offset);
}

/**
 * @param {string} text
 * @param {number} offset
 * @returns {Position}
 */
export function positionAt(text, offset) {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length - 1, character: offset - lineStart };
}

/**
 * @param {string} text
 * @param {Position} position
 * @returns {number}
 */
export function offsetAt(text, { line, character }) {
  let start = 0;
  for (let i = 0; i < line; i++) start = text.indexOf('\n', start) + 1;
  return start + character;
}
