/**
 * Every regular expression of the product: literals as they are written, and what `new RegExp` is called with while the
 * modules are loaded. Those that are made later, of a word that is escaped, look like the literals around the word.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { inProject, projectFolder, workFolder } from '../support/project.mjs';

/** @typedef {{ source: string, flags: string, places: string[] }} Pattern */

const folders = ['protocol/src', 'server/src', 'client/src'];
/** What starts something when it is loaded. */
const entries =
  /(?:\/(?:node|browser)\/main|\/cli\/(?:main|started|tool|remember-code)|client\/src\/.*)\.ts$/;

/**
 * @returns {Promise<Pattern[]>} each pattern once, in the order of its key
 */
export async function collectPatterns() {
  /** @type {Map<string, Pattern>} */
  const found = new Map();
  /** @type {(source: string, flags: string, place: string) => void} */
  const add = (source, flags, place) => {
    const key = keyOf({ source, flags });
    const known = found.get(key);
    if (known === undefined) found.set(key, { source, flags: flags.replace(/[dgy]/g, ''), places: [place] });
    else if (!known.places.includes(place)) known.places.push(place);
  };
  const files = folders.flatMap((folder) =>
    readdirSync(inProject(folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );
  for (const file of files) addLiterals(file, add);
  await addConstructed(
    files.filter((file) => !entries.test(file)),
    add,
  );
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pattern]) => pattern);
}

/**
 * @param {{ source: string, flags: string }} pattern
 * @returns {string} what tells patterns apart: how often they are asked for matches does not matter
 */
export function keyOf({ source, flags }) {
  return `/${source}/${flags.replace(/[dgy]/g, '')}`;
}

/**
 * @param {string} file
 * @param {(source: string, flags: string, place: string) => void} add
 */
function addLiterals(file, add) {
  const tree = ts.createSourceFile(file, readFileSync(inProject(file), 'utf8'), ts.ScriptTarget.Latest, true);
  /** @type {(node: import('typescript').Node) => void} */
  const visit = (node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      add(node.text.slice(1, end), node.text.slice(end + 1), `${file}:${line}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
}

/**
 * @param {readonly string[]} files
 * @param {(source: string, flags: string, place: string) => void} add
 */
async function addConstructed(files, add) {
  const bundle = path.join(workFolder, 'patterns.cjs');
  await build({
    absWorkingDir: projectFolder,
    stdin: {
      contents: files.map((file) => `import ${JSON.stringify(`./${file}`)};`).join('\n'),
      resolveDir: projectFolder,
    },
    bundle: true,
    treeShaking: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    outfile: bundle,
    logLevel: 'error',
    plugins: [
      {
        name: 'note-expressions',
        setup(builder) {
          builder.onLoad({ filter: /[\\/]server[\\/]src[\\/].*\.ts$/ }, ({ path: file }) => {
            const place = path.relative(projectFolder, file).replaceAll('\\', '/');
            const contents = readFileSync(file, 'utf8').replace(
              /new RegExp\(/g,
              `new NotedExpression(${JSON.stringify(place)}, `,
            );
            return { contents, loader: 'ts' };
          });
        },
      },
    ],
  });
  Reflect.set(
    globalThis,
    'NotedExpression',
    /** @type {(place: string, source: string | RegExp, flags?: string) => RegExp} */
    function note(place, source, flags) {
      const made = new RegExp(source, flags);
      add(made.source, made.flags, place);
      return made;
    },
  );
  try {
    createRequire(import.meta.url)(bundle);
  } finally {
    Reflect.deleteProperty(globalThis, 'NotedExpression');
    rmSync(bundle);
  }
}
