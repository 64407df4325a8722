/**
 * Fills the named values of a template and shows what a snippet looks like once inserted.
 * Must not know documents, positions or editors: text in, text out.
 */
import { slug } from 'github-slugger';
import type { Template } from './template';
import { TEMPLATES } from './templates';

/** Name of a template: its source in snippets/templates without the extension. */
export type TemplateName = keyof typeof TEMPLATES;

const NAMED_VALUE = /\{\{([a-zA-Z]+)(\|slug)?\}\}/g;

/**
 * What the generator writes of the snippet syntax: escapes, `${1:default}`, `${1|a,b|}`, `$1`, `$NAME`. Tab stops in
 * tab stops do not occur. A default stops at an unescaped `$`, so that no text is scanned twice.
 */
export const SNIPPET_PART =
  /\\([\\$}])|\$\{(\d+)(?::((?:\\.|[^\\}$])*)|\|((?:\\.|[^\\|$])*)\|)?\}|\$(\d+)|\$([A-Z_]+)/gs;

/** Makes `text` stand for itself inside a snippet. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Text before a place in a quoted value of front matter: `title: "Playbook: `. */
const QUOTED_VALUE = /(?:^|\n)\w{1,40}: "[^"\n]{0,200}$/;

/**
 * The snippet of the template `name` with each `{{key}}` replaced by `values[key]`, escaped, in quoted front matter as
 * YAML has it. A value that is not given stays a tab stop with its default text, today's date one that the editor fills
 * in. Keys that the template does not have are ignored.
 */
export function fillTemplate(name: TemplateName, values: Readonly<Record<string, string>>): string {
  const { snippet, stops }: Template = TEMPLATES[name];
  return snippet.replace(NAMED_VALUE, (marker, key: string, filter: string | undefined, offset: number) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    if (value === undefined) return stops[filter === undefined ? key : key + filter] ?? marker;
    if (filter !== undefined) return escapeSnippet(slug(value));
    const isQuoted = QUOTED_VALUE.test(snippet.slice(Math.max(0, offset - 240), offset));
    return escapeSnippet(isQuoted ? JSON.stringify(value).slice(1, -1) : value);
  });
}

/**
 * The text that an editor shows right after inserting `snippet`: default texts, the first choice of each choice.
 * `variables` are the editor's (`CURRENT_YEAR` and the like); one without a value shows its name, as editors do. A bare
 * `$1` repeats the tab stop before it, or is nothing. Anything that is no snippet syntax stays as it is.
 */
export function toPlainText(snippet: string, variables: Readonly<Record<string, string>> = {}): string {
  const defaults = new Map<string, string>();
  return snippet.replace(
    SNIPPET_PART,
    (
      _part,
      escaped: string | undefined,
      stop: string | undefined,
      text: string | undefined,
      choices: string | undefined,
      repeated: string | undefined,
      variable: string | undefined,
    ) => {
      if (escaped !== undefined) return escaped;
      if (variable !== undefined)
        return Object.hasOwn(variables, variable) ? (variables[variable] ?? '') : variable;
      const number = stop ?? repeated ?? '';
      const shown = text === undefined ? firstChoice(choices) : unescape(text, /\\([\\$}])/g);
      if (shown !== undefined && !defaults.has(number)) defaults.set(number, shown);
      return defaults.get(number) ?? '';
    },
  );
}

function firstChoice(choices: string | undefined): string | undefined {
  const first = choices === undefined ? undefined : /^(?:\\.|[^\\,])*/s.exec(choices)?.[0];
  return first === undefined ? undefined : unescape(first, /\\([\\,|])/g);
}

function unescape(text: string, escapes: RegExp): string {
  return text.replace(escapes, '$1');
}
