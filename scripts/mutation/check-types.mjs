/**
 * A plugin of Stryker: mutants that do not compile, such as a guard gone that types ask for. `npm test` would not let
 * them in, so that they say nothing about fixtures. Stryker's own checker compiles the project anew for each mutant;
 * here all mutants of a rule are files of one program, each beside the rule and under a name of its own.
 */
import path from 'node:path';
import ts from 'typescript';

/** @typedef {{ readonly line: number, readonly column: number }} Place from 0 */
/**
 * @typedef {object} Mutant
 * @property {string} id
 * @property {string} fileName
 * @property {string} replacement
 * @property {{ readonly start: Place, readonly end: Place }} location
 */
/** @typedef {{ status: 'passed' } | { status: 'compileError', reason: string }} Result */

/** What is no matter of types: a name that is no longer used, code that is no longer reached. */
const leftOvers = { noUnusedLocals: false, noUnusedParameters: false, allowUnreachableCode: true };

class TypeChecker {
  /** @type {ts.CompilerOptions} */
  #options = {};

  /** Called by Stryker once, in the folder of the project. */
  init() {
    const file = path.resolve('server/tsconfig.json');
    const { config } = ts.readConfigFile(file, (name) => ts.sys.readFile(name));
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(file));
    this.#options = { ...options, ...leftOvers, composite: false, emitDeclarationOnly: false, noEmit: true };
    return Promise.resolve();
  }

  /**
   * @param {readonly Mutant[]} mutants
   * @returns {Promise<string[][]>} ids of those that are checked together: all
   */
  group(mutants) {
    return Promise.resolve([mutants.map(({ id }) => id)]);
  }

  /**
   * @param {readonly Mutant[]} mutants
   * @returns {Promise<Record<string, Result>>} by id
   */
  check(mutants) {
    const texts = new Map(mutants.map((mutant) => [placeOf(mutant), textOf(mutant)]));
    const disk = ts.createCompilerHost(this.#options);
    /** @type {ts.CompilerHost} */
    const host = {
      ...disk,
      fileExists: (file) => texts.has(file) || disk.fileExists(file),
      readFile: (file) => texts.get(file) ?? disk.readFile(file),
      getSourceFile(file, ...rest) {
        const text = texts.get(file);
        return text === undefined
          ? disk.getSourceFile(file, ...rest)
          : ts.createSourceFile(file, text, rest[0]);
      },
    };
    const program = ts.createProgram([...texts.keys()], this.#options, host);
    return Promise.resolve(
      Object.fromEntries(mutants.map((mutant) => [mutant.id, resultOf(program, placeOf(mutant))])),
    );
  }
}

/**
 * @param {Mutant} mutant
 * @returns {string} where its file would be
 */
function placeOf({ id, fileName }) {
  return fileName.replaceAll('\\', '/').replace(/\.ts$/, `.mutant-${id}.ts`);
}

/**
 * @param {Mutant} mutant
 * @returns {string} the file with it
 */
function textOf({ fileName, replacement, location: { start, end } }) {
  const text = ts.sys.readFile(fileName) ?? '';
  const lines = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest);
  const at = lines.getPositionOfLineAndCharacter(start.line, start.column);
  return (
    text.slice(0, at) + replacement + text.slice(lines.getPositionOfLineAndCharacter(end.line, end.column))
  );
}

/**
 * @param {ts.Program} program
 * @param {string} file
 * @returns {Result}
 */
function resultOf(program, file) {
  const source = program.getSourceFile(file);
  const [first] = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  if (first === undefined) return { status: 'passed' };
  return { status: 'compileError', reason: ts.flattenDiagnosticMessageText(first.messageText, ' ') };
}

export const strykerPlugins = [{ kind: 'Checker', name: 'types', injectableClass: TypeChecker }];
