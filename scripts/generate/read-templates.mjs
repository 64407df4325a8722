// Reads the one source of the templates, snippets/templates/*.md; snippets/README.md describes its notation.
// Must not know what is made from them: no editor's format, no file to write.
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

const SOURCE = 'snippets/templates';
const HEADER = /^---\n([\s\S]*?)\n---\n/;
const INCLUDE = /\{\{> ([a-z-]+) as ([a-z]+)\}\}/g;

/**
 * @typedef {object} TemplateSource
 * @property {string} name the file's name without its extension
 * @property {string} prefix what people type to get it
 * @property {string} title
 * @property {string} description
 * @property {boolean} document a whole document rather than a part of one
 * @property {Record<string, string | string[]>} values default text of each named value; a list is a choice
 * @property {string} body Markdown with `{{name}}` for the named values
 */

/**
 * @param {unknown} header
 * @returns {Record<string, unknown>}
 */
function headerFields(header) {
  return typeof header === 'object' && header !== null ? { ...header } : {};
}

/**
 * @param {Record<string, unknown>} header
 * @param {string} key
 * @param {string} path
 */
function requiredText(header, key, path) {
  const text = header[key];
  if (typeof text !== 'string' || text === '') {
    throw new Error(`${path}: the header needs "${key}" with a text.`);
  }
  return text;
}

/**
 * @param {unknown} values
 * @param {string} path
 * @returns {Record<string, string | string[]>}
 */
function namedValues(values, path) {
  if (values === undefined) return {};
  if (typeof values !== 'object' || values === null) {
    throw new Error(`${path}: "values" in the header must map names to default texts.`);
  }
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const texts = Array.isArray(value) ? value : [value];
      if (texts.length === 0 || texts.some((text) => typeof text !== 'string')) {
        throw new Error(`${path}: the value "${name}" must be a text or a list of texts; quote numbers.`);
      }
      return [name, value];
    }),
  );
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {TemplateSource}
 */
function parseSource(name, text) {
  const path = `${SOURCE}/${name}.md`;
  const header = HEADER.exec(text);
  if (header === null) throw new Error(`${path}: begin the file with a header between two lines of "---".`);
  const fields = headerFields(parse(header[1] ?? ''));
  const document = fields['document'] === true;
  const body = text.slice(header[0].length);
  return {
    name,
    prefix: requiredText(fields, 'prefix', path),
    title: requiredText(fields, 'title', path),
    description: requiredText(fields, 'description', path),
    document,
    values: namedValues(fields['values'], path),
    body: document ? body : body.trimEnd(),
  };
}

/** `title` of the part included as `run` becomes `runTitle`, so that two parts may use the same name.
 * @param {string} alias
 * @param {string} name
 */
function qualified(alias, name) {
  return name === 'today' ? name : alias + name.charAt(0).toUpperCase() + name.slice(1);
}

/**
 * @param {TemplateSource} source
 * @param {Map<string, TemplateSource>} byName
 * @returns {TemplateSource}
 */
function withIncludes(source, byName) {
  const values = { ...source.values };
  const body = source.body.replace(INCLUDE, (_, /** @type {string} */ name, /** @type {string} */ alias) => {
    const part = byName.get(name);
    if (part === undefined) {
      throw new Error(`${SOURCE}/${source.name}.md: there is no template "${name}" to include.`);
    }
    for (const [key, value] of Object.entries(part.values)) values[qualified(alias, key)] = value;
    return part.body.replace(
      /\{\{([a-zA-Z]+)/g,
      (__, /** @type {string} */ key) => `{{${qualified(alias, key)}`,
    );
  });
  return { ...source, values, body };
}

/**
 * All templates in the order of their names, parts included where a document asks for them.
 * Throws an Error that names the file and what to correct.
 * @returns {Promise<TemplateSource[]>}
 */
export async function readTemplates() {
  const files = (await readdir(SOURCE)).filter((file) => file.endsWith('.md')).sort();
  const sources = await Promise.all(
    files.map(async (file) => parseSource(basename(file, '.md'), await readFile(join(SOURCE, file), 'utf8'))),
  );
  const byName = new Map(sources.map((source) => [source.name, source]));
  return sources.map((source) => withIncludes(source, byName));
}
