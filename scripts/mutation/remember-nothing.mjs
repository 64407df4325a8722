/** Stands in for `text/remember` in the rule that is tried: an answer of before would be that of another mutant. */

/**
 * @template Read
 * @param {Read} read
 * @returns {Read} the same
 */
const asBefore = (read) => read;

export { asBefore as rememberOf, asBefore as rememberWords };
