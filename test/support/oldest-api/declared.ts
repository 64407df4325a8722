/** What a `vscode.d.ts` declares, by names: what there is at run time, and what its objects have. Knows no test and no product. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Something that has a value at run time, or is a member of an object. */
export type Declared =
  | { readonly kind: 'namespace'; readonly members: Members }
  | { readonly kind: 'enum'; readonly values: ReadonlyMap<string, number | string> }
  | { readonly kind: 'class'; readonly shape: ClassShape }
  | { readonly kind: 'function'; readonly returns: string }
  | { readonly kind: 'constant'; readonly type: string };

export type Members = ReadonlyMap<string, Declared>;

export interface ClassShape {
  readonly extends: string | null;
  readonly statics: Members;
  readonly members: Members;
  /** Names of what the longest constructor takes. */
  readonly parameters: readonly string[];
}

export interface InterfaceShape {
  readonly extends: readonly string[];
  readonly members: Members;
  /** Whether any name may be asked for. */
  readonly isOpen: boolean;
}

export interface DeclaredApi {
  readonly values: Members;
  readonly interfaces: ReadonlyMap<string, InterfaceShape>;
}

/** Reads the declaration of the module `vscode` in a file. */
export function declaredIn(file: string): DeclaredApi {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const interfaces = new Map<string, InterfaceShape>();
  for (const statement of source.statements)
    if (ts.isModuleDeclaration(statement) && statement.name.text === 'vscode')
      return { values: valuesIn(statement, interfaces), interfaces };
  throw new Error(`${file} declares no module vscode`);
}

function valuesIn(
  { body }: ts.ModuleDeclaration,
  interfaces: Map<string, InterfaceShape>,
): Map<string, Declared> {
  const values = new Map<string, Declared>();
  if (body === undefined || !ts.isModuleBlock(body)) return values;
  for (const statement of body.statements) {
    if (ts.isInterfaceDeclaration(statement)) addInterface(statement, interfaces);
    else if (ts.isModuleDeclaration(statement))
      values.set(statement.name.text, { kind: 'namespace', members: valuesIn(statement, interfaces) });
    else if (ts.isEnumDeclaration(statement))
      values.set(statement.name.text, { kind: 'enum', values: valuesOf(statement) });
    else if (ts.isClassDeclaration(statement) && statement.name !== undefined)
      values.set(statement.name.text, { kind: 'class', shape: shapeOf(statement) });
    else if (ts.isFunctionDeclaration(statement) && statement.name !== undefined)
      values.set(statement.name.text, functionOf(statement));
    else if (ts.isVariableStatement(statement))
      for (const { name, type } of statement.declarationList.declarations)
        values.set(name.getText(), { kind: 'constant', type: textOf(type) });
  }
  return values;
}

function addInterface(statement: ts.InterfaceDeclaration, interfaces: Map<string, InterfaceShape>): void {
  const before = interfaces.get(statement.name.text);
  interfaces.set(statement.name.text, {
    extends: [...(before?.extends ?? []), ...basesOf(statement)],
    members: new Map([...(before?.members ?? []), ...membersOf(statement.members)]),
    isOpen: before?.isOpen === true || statement.members.some(ts.isIndexSignatureDeclaration),
  });
}

function basesOf({ heritageClauses }: ts.InterfaceDeclaration | ts.ClassDeclaration): string[] {
  return [...(heritageClauses ?? [])]
    .filter(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)
    .flatMap(({ types }) => types.map(({ expression }) => expression.getText()));
}

function shapeOf(statement: ts.ClassDeclaration): ClassShape {
  const isStatic = (member: ts.ClassElement): boolean =>
    ts.canHaveModifiers(member) &&
    (ts.getModifiers(member) ?? []).some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
  const constructors = statement.members
    .filter(ts.isConstructorDeclaration)
    .map(({ parameters }) => parameters.map(({ name }) => name.getText()));
  return {
    extends: basesOf(statement)[0] ?? null,
    statics: membersOf(statement.members.filter(isStatic)),
    members: membersOf(statement.members.filter((member) => !isStatic(member))),
    parameters: constructors.toSorted((a, b) => b.length - a.length)[0] ?? [],
  };
}

function membersOf(nodes: Iterable<ts.ClassElement | ts.TypeElement>): Map<string, Declared> {
  const members = new Map<string, Declared>();
  for (const node of nodes) {
    const name = node.name?.getText();
    if (name === undefined) continue;
    if (ts.isMethodDeclaration(node) || ts.isMethodSignature(node)) members.set(name, functionOf(node));
    else if (ts.isPropertyDeclaration(node) || ts.isPropertySignature(node))
      members.set(name, {
        kind: 'constant',
        type: node.questionToken === undefined ? textOf(node.type) : 'undefined',
      });
    else if (ts.isGetAccessor(node)) members.set(name, { kind: 'constant', type: textOf(node.type) });
  }
  return members;
}

function functionOf({ type }: ts.SignatureDeclaration): Declared {
  return { kind: 'function', returns: textOf(type) };
}

function textOf(type: ts.TypeNode | undefined): string {
  return type?.getText().replace(/\s+/g, ' ') ?? 'any';
}

function valuesOf({ members }: ts.EnumDeclaration): Map<string, number | string> {
  let next = 0;
  return new Map(
    members.map(({ name, initializer }): [string, number | string] => {
      if (initializer !== undefined && ts.isStringLiteral(initializer))
        return [name.getText(), initializer.text];
      const value = initializer === undefined ? next : Number(initializer.getText());
      if (Number.isNaN(value)) throw new Error(`${name.getText()} = ${String(initializer?.getText())}`);
      next = value + 1;
      return [name.getText(), value];
    }),
  );
}
