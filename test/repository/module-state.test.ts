/**
 * The modules that read documents and keep them remember nothing of them: what is remembered has an owner, whom the
 * service creates and drops (docs/architecture.md). Holds the sources to it by what stands at the top of each module:
 * no variable, and no collection or object that its type lets anybody change. Memories that a function makes for itself
 * are made by `text/remember.ts` only, which says why they may be.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../server/src');
const folders = ['parsing', 'alerts', 'text', 'model', 'index', 'document', 'authoring', 'files'];

/** What can be made at the top of a module and says the same for ever; `lastIndex` is set before each search. */
const inertClasses: ReadonlySet<string> = new Set(['RegExp', 'TextDecoder', 'TextEncoder', 'Unsure']);
const readonlyTypes: ReadonlySet<string> = new Set([
  'ArrayLike',
  'Readonly',
  'ReadonlyArray',
  'ReadonlyMap',
  'ReadonlySet',
]);

/** What a module could remember from one call to the next, by name. */
function stateIn(source: string): string[] {
  const found: string[] = [];
  for (const statement of ts.createSourceFile('module.ts', source, ts.ScriptTarget.Latest).statements) {
    if (ts.isClassDeclaration(statement)) found.push(...statement.members.filter(isState).map(nameOf));
    if (!ts.isVariableStatement(statement)) continue;
    const { declarations, flags } = statement.declarationList;
    const isConstant = (flags & ts.NodeFlags.Const) !== 0;
    found.push(...declarations.filter((one) => !isConstant || mayChange(one)).map(nameOf));
  }
  return found;
}

/** Whether a member of a class is one for all of its objects, and not a method. */
function isState(member: ts.ClassElement): boolean {
  if (ts.isClassStaticBlockDeclaration(member)) return true;
  if (!ts.isPropertyDeclaration(member)) return false;
  const modifiers = member.modifiers?.map(({ kind }) => kind) ?? [];
  if (!modifiers.includes(ts.SyntaxKind.StaticKeyword)) return false;
  return !modifiers.includes(ts.SyntaxKind.ReadonlyKeyword) || mayChange(member);
}

function mayChange({ initializer, type }: ts.VariableDeclaration | ts.PropertyDeclaration): boolean {
  if (initializer === undefined) return false;
  if (ts.isNewExpression(initializer)) {
    const { expression } = initializer;
    return !(ts.isIdentifier(expression) && inertClasses.has(expression.text)) && !isReadonly(type);
  }
  if (ts.isArrayLiteralExpression(initializer)) return !isReadonly(type);
  // without a type of its own each of its properties may be set
  if (ts.isObjectLiteralExpression(initializer)) return type === undefined;
  return false;
}

function isReadonly(type: ts.TypeNode | undefined): boolean {
  if (type === undefined) return false;
  if (ts.isTypeOperatorNode(type)) return type.operator === ts.SyntaxKind.ReadonlyKeyword;
  return (
    ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) && readonlyTypes.has(type.typeName.text)
  );
}

function nameOf({ name }: ts.VariableDeclaration | ts.ClassElement): string {
  return name !== undefined && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) ? name.text : '?';
}

test.each(folders)('no module of %s remembers anything', async (folder) => {
  const files = await glob(`${folder}/**/*.ts`, { cwd: root });
  expect(files.length).toBeGreaterThan(2);
  const found = await Promise.all(
    files.map(async (file) =>
      stateIn(await readFile(path.join(root, file), 'utf8')).map((name) => `${file}: ${name}`),
    ),
  );
  expect(found.flat()).toEqual([]);
});

describe('is found:', () => {
  test.each([
    'let state = 0;',
    'export let state: string | null = null;',
    'var state = 0;',
    'const state = new Map<string, number>();',
    'const state: Map<string, number> = new Map();',
    'export const state = new WeakMap<object, number>();',
    'const state = new Set<string>();',
    'const state = new PieceMemory(1);',
    'const state = [];',
    'const state: string[] = [];',
    "const state = { text: '' };",
    'class Counter { static state = 0; }',
    'class Counter { static readonly state = new Map(); }',
  ])('%s', (source) => {
    expect(stateIn(source)).toEqual(['state']);
  });
});

describe('is none:', () => {
  test.each([
    'const words = /a/g;',
    "const words = new RegExp('a');",
    "const words: ReadonlySet<string> = new Set(['a']);",
    "const words: readonly string[] = ['a'];",
    "const words = ['a'] as const;",
    "const table: Readonly<Record<string, string>> = { a: 'b' };",
    'const memo = rememberOf((of: Piece) => of.text);',
    'function count(): number { let state = 0; return state++; }',
    'class Counter { #state = new Map(); static of(): Counter { return new Counter(); } }',
  ])('%s', (source) => {
    expect(stateIn(source)).toEqual([]);
  });
});
