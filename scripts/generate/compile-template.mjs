// Turns a template with placeholders and named values into the snippet syntax that editors and the protocol share.
// Must not know where templates are kept or which files are made from them.
import { slug } from 'github-slugger';

/** @typedef {import('./read-templates.mjs').TemplateSource} TemplateSource */

/**
 * @typedef {object} CompiledTemplate
 * @property {string} snippet snippet text in which the named values are still `{{name}}`
 * @property {Record<string, string>} stops for each named value the snippet text that stands for it unless it is given
 */

const TODAY = '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE';

/** A named value, a date, a bracketed text that is neither box nor link, a braced text. */
const SLOT =
  /\{\{([a-zA-Z]+(?:\|slug)?)\}\}|\[YYYY-MM-DD\]|YYYY-MM-DD|\[(?! \]|x\])[^[\]\n]+\](?!\()|\{[^{}\n]+\}/g;

/** @param {string} text */
function escapeLiteral(text) {
  return text.replace(/[\\$]/g, '\\$&');
}

/** @param {string} text */
function escapeDefault(text) {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** @param {string} text */
function escapeChoice(text) {
  return text.replace(/[\\,|]/g, '\\$&');
}

/**
 * @param {number} number
 * @param {string | string[]} value
 */
function tabStop(number, value) {
  return Array.isArray(value)
    ? `\${${number}|${value.map(escapeChoice).join(',')}|}`
    : `\${${number}:${escapeDefault(value)}}`;
}

/**
 * The default of a named value, or of its slug: `title|slug` is the heading anchor's share of the title.
 * @param {TemplateSource} template
 * @param {string} key
 */
function defaultOf(template, key) {
  const [name = key, filter] = key.split('|');
  const value = template.values[name];
  if (value === undefined) {
    throw new Error(
      `snippets/templates/${template.name}.md: {{${name}}} has no default under "values" in the header.`,
    );
  }
  if (filter === undefined) return value;
  return slug(typeof value === 'string' ? value : (value[0] ?? ''));
}

/**
 * Numbers the tab stops in the order in which they appear; a named value keeps its number wherever it is repeated.
 * Throws an Error that names the file when a value lacks a default or a default is never used.
 * @param {TemplateSource} template
 * @returns {CompiledTemplate}
 */
export function compileTemplate(template) {
  /** @type {Record<string, string>} */
  const stops = {};
  let count = 0;
  let snippet = '';
  let end = 0;
  for (const slot of template.body.matchAll(SLOT)) {
    snippet += escapeLiteral(template.body.slice(end, slot.index));
    end = slot.index + slot[0].length;
    const key = slot[1];
    if (slot[0].includes('{{') && key === undefined) {
      throw new Error(`snippets/templates/${template.name}.md: no named value may stand in ${slot[0]}.`);
    }
    if (key === undefined) {
      snippet += tabStop(++count, slot[0]);
    } else {
      stops[key] ??= key === 'today' ? TODAY : tabStop(++count, defaultOf(template, key));
      snippet += slot[0];
    }
  }
  snippet += escapeLiteral(template.body.slice(end));
  for (const name of Object.keys(template.values)) {
    if (stops[name] === undefined) {
      throw new Error(`snippets/templates/${template.name}.md: the value "${name}" is never used.`);
    }
  }
  return { snippet, stops };
}

/**
 * The snippet with the tab stops of its named values in place.
 * @param {CompiledTemplate} compiled
 */
export function withStops({ snippet, stops }) {
  return snippet.replace(
    /\{\{([a-zA-Z|]+)\}\}/g,
    (marker, /** @type {string} */ key) => stops[key] ?? marker,
  );
}
