// Makes the schemas of what commands print as JSON, and the types in the npm package, of the types that the commands print by.
// A generator of our own, because both come from one reading, and no library for the former takes our TypeScript on Node 20.
import ts from 'typescript';
import { declarationsOf } from './output/declarations.mjs';
import { schemaOf } from './output/schema.mjs';

const source = 'server/src/report/formats/output.ts';

/** Schemas by the type that they are of, with what they are called. */
const schemas = {
  Findings: { file: 'runbook-findings', title: 'Findings of runbook-md check --format json' },
  Report: { file: 'runbook-report', title: 'The report of runbook-md report --format json' },
  Rules: { file: 'runbook-rules', title: 'The rules of runbook-md rules --format json' },
  Identifiers: {
    file: 'runbook-ids',
    title: 'Identifiers of a repository, made by "runbook-md export ids"',
  },
};

/** @returns {Promise<import('../generate.mjs').GeneratedFile[]>} */
export function generate() {
  const program = ts.createProgram([source], {
    strict: true,
    noEmit: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(source);
  const module = file === undefined ? undefined : checker.getSymbolAtLocation(file);
  if (module === undefined) throw new Error(`${source} exports nothing`);
  const exported = checker.getExportsOfModule(module);
  const made = Object.entries(schemas).map(([name, { file: schemaFile, title }]) => {
    const symbol = exported.find((one) => one.name === name);
    if (symbol === undefined) throw new Error(`${source} has no type ${name}`);
    const schema = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      title,
      ...schemaOf(checker, symbol),
    };
    return { path: `schemas/${schemaFile}.schema.json`, text: JSON.stringify(schema) };
  });
  const types = { path: 'delivery/npm/index.d.ts', text: declarationsOf(checker, exported) };
  return Promise.resolve([...made, types]);
}
