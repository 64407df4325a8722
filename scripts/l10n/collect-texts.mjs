/** Collects the texts that the product shows to people and that can be translated, from its sources. */
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { projectFolder } from '../support/project.mjs';

/**
 * Texts of the client (`l10n.t('…')`), of messages of rules (`new Messages({ id: '…' })`), of what describes rules and their
 * options (`defineRule({ meta: … })`) and templates, and of everything else that the server says (say`…`, words`…`,
 * localizable`…`), in order of the alphabet.
 * @returns {string[]}
 * @throws for a text that is worked out, and so cannot be found by its translation
 */
export function collectTexts() {
  /** @type {Set<string>} */
  const texts = new Set();
  const files = globSync('{client,server}/src/**/*.ts', { cwd: projectFolder, absolute: true });
  for (const file of files) {
    const source = readFileSync(file, 'utf8');
    if (!/\bl10n\.t\(|\bMessages\(|\bdefineRule\b|\bTEMPLATES = |\b(?:say|words|localizable)`/.test(source))
      continue;
    for (const text of textsIn(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)))
      texts.add(text);
  }
  return [...texts].sort();
}

/**
 * @param {ts.SourceFile} file
 * @returns {string[]}
 */
function textsIn(file) {
  /** @type {string[]} */
  const texts = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (
      ts.isTaggedTemplateExpression(node) &&
      /(?:^|\.)#?(?:say|words|localizable)$/.test(node.tag.getText(file))
    )
      texts.push(templateOf(node.template));
    if (ts.isCallExpression(node) && node.expression.getText(file) === 'l10n.t')
      texts.push(literalOf(node.arguments[0], file));
    if (ts.isCallExpression(node) && node.expression.getText(file) === 'defineRule')
      texts.push(...describedIn(node, 'meta', ['summary', 'description'], file));
    if (ts.isVariableDeclaration(node) && node.name.getText(file) === 'TEMPLATES')
      for (const template of propertiesOf(node.initializer))
        texts.push(...namedIn(template.initializer, ['title', 'description'], file));
    if (ts.isNewExpression(node) && node.expression.getText(file) === 'Messages') {
      const [table] = node.arguments ?? [];
      if (table === undefined || !ts.isObjectLiteralExpression(table)) throw notLiteral(node, file);
      for (const entry of table.properties) {
        if (!ts.isPropertyAssignment(entry)) throw notLiteral(entry, file);
        texts.push(literalOf(entry.initializer, file));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts;
}

/**
 * The texts of these names, at any depth, in a property of the object that a function is called with.
 * @param {ts.CallExpression} call
 * @param {string} property
 * @param {readonly string[]} names
 * @param {ts.SourceFile} file
 * @returns {string[]}
 */
function describedIn({ arguments: [definition] }, property, names, file) {
  return propertiesOf(definition).flatMap(({ name, initializer }) =>
    name.getText(file) === property ? textsNamed(initializer, names, file) : [],
  );
}

/**
 * @param {ts.Node} node
 * @param {readonly string[]} names
 * @param {ts.SourceFile} file
 * @returns {string[]}
 */
function textsNamed(node, names, file) {
  return [
    ...namedIn(node, names, file),
    ...propertiesOf(node).flatMap(({ initializer }) => textsNamed(initializer, names, file)),
  ];
}

/**
 * The texts of these names right in an object.
 * @param {ts.Node} node
 * @param {readonly string[]} names
 * @param {ts.SourceFile} file
 * @returns {string[]}
 */
function namedIn(node, names, file) {
  return propertiesOf(node).flatMap(({ name, initializer }) =>
    names.includes(name.getText(file)) ? [literalOf(initializer, file)] : [],
  );
}

/**
 * @param {ts.Node | undefined} node
 * @returns {ts.PropertyAssignment[]}
 */
function propertiesOf(node) {
  if (node === undefined) return [];
  if (ts.isSatisfiesExpression(node) || ts.isAsExpression(node)) return propertiesOf(node.expression);
  return ts.isObjectLiteralExpression(node) ? node.properties.filter(ts.isPropertyAssignment) : [];
}

/**
 * `Add {0} to {1}` of say`Add ${section} to ${id}`.
 * @param {ts.TemplateLiteral} template
 * @returns {string}
 */
function templateOf(template) {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.templateSpans.reduce(
    (text, { literal }, slot) => `${text}{${String(slot)}}${literal.text}`,
    template.head.text,
  );
}

/**
 * @param {ts.Node | undefined} node
 * @param {ts.SourceFile} file
 * @returns {string}
 */
function literalOf(node, file) {
  if (node !== undefined && ts.isStringLiteralLike(node)) return node.text;
  if (
    node !== undefined &&
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.PlusToken
  )
    return literalOf(node.left, file) + literalOf(node.right, file);
  throw notLiteral(node ?? file, file);
}

/**
 * @param {ts.Node} node
 * @param {ts.SourceFile} file
 */
function notLiteral(node, file) {
  const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return new Error(
    `${file.fileName}:${String(line + 1)}: a text to be translated must stand there as it is.`,
  );
}
