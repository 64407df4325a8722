/**
 * Has the modules of a bundle be compiled as they are read. esbuild puts each CommonJS module into a function that is called
 * later. Engines skim such a function first and read it again when it is called, which costs a client made of a hundred of
 * them a quarter of its start. A function expression in parentheses is read once.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { decode, encode } from '@jridgewell/sourcemap-codec';
import ts from 'typescript';

/** @typedef {{ start: number, end: number, text: string }} Edit what stands in the place of a stretch; in order, none in another */

/**
 * For a bundle whose modules all run when it is loaded.
 * @param {string} file the bundle; its source map, if there is one, is beside it
 * @returns {import('esbuild').Plugin}
 */
export function eagerModules(file) {
  return {
    name: 'eager-modules',
    setup(build) {
      build.onEnd(({ errors }) => {
        if (errors.length > 0) return;
        const text = readFileSync(file, 'utf8');
        const edits = moduleEdits(text);
        if (edits.length === 0)
          throw new Error(`${file} has no modules that esbuild has put into functions.`);
        writeFileSync(file, edited(text, edits));
        if (build.initialOptions.sourcemap === 'linked') moveMap(`${file}.map`, text, edits);
      });
    },
  };
}

/**
 * The heads and ends of the functions around modules: `var a=wrap((b,c)=>{…})`, where `wrap` is the helper that makes `exports`.
 * @param {string} text
 * @returns {Edit[]}
 */
function moduleEdits(text) {
  const source = ts.createSourceFile('bundle.js', text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  const variables = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations]);
  const helper = variables.find(
    ({ initializer }) =>
      initializer !== undefined &&
      ts.isArrowFunction(initializer) &&
      /\{\s*exports:\s*\{\s*\}\s*\}\s*\)?\s*\.exports/.test(text.slice(initializer.pos, initializer.end)),
  );
  if (helper === undefined || !ts.isIdentifier(helper.name)) return [];
  const name = helper.name.text;
  return variables.flatMap(({ initializer: call }) => {
    if (call === undefined || !ts.isCallExpression(call)) return [];
    const [module] = call.arguments;
    if (!ts.isIdentifier(call.expression) || call.expression.text !== name) return [];
    if (module === undefined || !ts.isArrowFunction(module) || !ts.isBlock(module.body)) return [];
    const start = module.getStart(source);
    const body = module.body.getStart(source);
    const parameters = module.parameters.map((one) => one.getText(source)).join(',');
    return [
      { start, end: body, text: `(function(${parameters})` },
      { start: module.end, end: module.end, text: ')' },
    ];
  });
}

/**
 * @param {string} text
 * @param {readonly Edit[]} edits
 */
function edited(text, edits) {
  let from = 0;
  const parts = edits.flatMap(({ start, end, text: inserted }) => {
    const before = text.slice(from, start);
    from = end;
    return [before, inserted];
  });
  return [...parts, text.slice(from)].join('');
}

/**
 * Moves the columns of a source map by what edits have added before them.
 * @param {string} file
 * @param {string} text as it was
 * @param {readonly Edit[]} edits none over the end of a line
 */
function moveMap(file, text, edits) {
  /** @type {{ mappings: string }} */
  const map = JSON.parse(readFileSync(file, 'utf8'));
  let lineStart = 0;
  let next = 0;
  const lines = decode(map.mappings).map((segments) => {
    const end = text.indexOf('\n', lineStart);
    const lineEnd = end < 0 ? text.length : end;
    let added = 0;
    for (const segment of segments) {
      for (
        let edit = edits[next];
        edit !== undefined && edit.start <= lineStart + segment[0];
        edit = edits[++next]
      )
        added += edit.text.length - (edit.end - edit.start);
      segment[0] += added;
    }
    while ((edits[next]?.start ?? Infinity) < lineEnd) next++;
    lineStart = lineEnd + 1;
    return segments;
  });
  writeFileSync(file, JSON.stringify({ ...map, mappings: encode(lines) }));
}
