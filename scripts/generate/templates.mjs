// Makes the editor's snippets and the server's templates from their one source.
import { compileTemplate, withStops } from './compile-template.mjs';
import { readTemplates } from './read-templates.mjs';

/** @typedef {import('./read-templates.mjs').TemplateSource} TemplateSource */
/** @typedef {import('./compile-template.mjs').CompiledTemplate} CompiledTemplate */

/**
 * Snippets without a prefix: the editor lists them in its commands for snippets, not in completion, where the server's
 * have the numbers and ids of the place.
 * @param {{ source: TemplateSource, compiled: CompiledTemplate }[]} templates
 */
function editorSnippets(templates) {
  const entries = templates.map(({ source, compiled }) => [
    source.title,
    {
      description: source.description,
      // the editor ignores the label; the client offers whole documents by it where no server runs
      ...(source.document ? { isFileTemplate: true, label: source.prefix } : {}),
      body: withStops(compiled).split('\n'),
    },
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** @param {{ source: TemplateSource, compiled: CompiledTemplate }[]} templates */
function serverTemplates(templates) {
  const entries = templates.map(({ source, compiled }) => {
    const { name, prefix, title, description, document } = source;
    const facts = Object.entries({ prefix, title, description, document, stops: compiled.stops });
    const lines = compiled.snippet.split('\n').map((line) => JSON.stringify(line));
    return [
      `${JSON.stringify(name)}: {`,
      ...facts.map(([key, value]) => `${key}: ${JSON.stringify(value)},`),
      `snippet: [${lines.join(',')}].join('\\n'),`,
      '},',
    ].join('\n');
  });
  return [
    '// The templates that commands insert, by name: data only, read through expand-template.ts.',
    '// Generated from snippets/templates by "npm run generate"; change it there.',
    '/* oxlint-disable max-lines -- generated data */',
    "import type { Template } from './template';",
    '',
    'export const TEMPLATES = {',
    ...entries,
    '} as const satisfies Readonly<Record<string, Template>>;',
    '',
  ].join('\n');
}

/** @returns {Promise<{ path: string, text: string }[]>} */
export async function generate() {
  const templates = (await readTemplates()).map((source) => ({ source, compiled: compileTemplate(source) }));
  return [
    { path: 'snippets/runbook.json', text: editorSnippets(templates) },
    { path: 'server/src/templates/templates.ts', text: serverTemplates(templates) },
  ];
}
