/**
 * A type as a JSON schema, draft 7. Objects with a name become definitions; descriptions are what the comments say, and
 * `@minimum`, `@minLength`, `@pattern` and `@format` in them are what a type cannot say.
 */
import ts from 'typescript';

/** @typedef {Readonly<Record<string, unknown>>} Schema */

/**
 * @param {ts.TypeChecker} checker
 * @param {ts.Symbol} symbol a type
 * @returns {Schema}
 * @throws where it is of a sort that was not needed yet
 */
export function schemaOf(checker, symbol) {
  /** @type {Map<string, Schema>} */
  const definitions = new Map();
  const top = checker.getDeclaredTypeOfSymbol(symbol);
  const schema = { ...commentOf(symbol), ...(isPlainObject(top) ? objectSchema(top) : typeSchema(top)) };
  return definitions.size === 0
    ? schema
    : {
        ...schema,
        definitions: Object.fromEntries([...definitions].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      };

  /**
   * @param {ts.Type} type
   * @returns {Schema}
   */
  function typeSchema(type) {
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === 'true' };
    if (type.flags & ts.TypeFlags.String) return { type: 'string' };
    // no number that we print is a fraction
    if (type.flags & ts.TypeFlags.Number) return { type: 'integer' };
    if (type.flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
    if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
    if (type.isUnion()) return unionSchema(type);
    if (checker.isArrayType(type)) {
      const [item] = checker.getTypeArguments(/** @type {ts.TypeReference} */ (type));
      if (item !== undefined) return { type: 'array', items: typeSchema(item) };
    }
    if (type.isIntersection() || isPlainObject(type)) return namedSchema(type);
    throw new Error(`There is no schema for ${checker.typeToString(type)} yet`);
  }

  /**
   * @param {ts.UnionType} union
   * @returns {Schema}
   */
  function unionSchema({ types }) {
    const literals = types.flatMap((type) => (type.isStringLiteral() ? [type.value] : []));
    const withNull = types.some(({ flags }) => flags & ts.TypeFlags.Null);
    if (literals.length + Number(withNull) === types.length)
      return { enum: [...literals, ...(withNull ? [null] : [])] };
    const others = types.map(typeSchema);
    const names = others.map((one) => one['type']);
    return others.every((one) => Object.keys(one).length === 1) && names.every((name) => name !== undefined)
      ? { type: names }
      : { anyOf: others };
  }

  /**
   * @param {ts.Type} type
   * @returns {Schema}
   */
  function namedSchema(type) {
    const name = type.isIntersection() ? '__type' : type.symbol.name;
    if (name === '__type') return objectSchema(type);
    if (!definitions.has(name)) {
      // it may be part of itself
      definitions.set(name, {});
      definitions.set(name, { ...commentOf(type.symbol), ...objectSchema(type) });
    }
    return { $ref: `#/definitions/${name}` };
  }

  /**
   * @param {ts.Type} type
   * @returns {Schema}
   */
  function objectSchema(type) {
    const properties = checker.getPropertiesOfType(type);
    const required = properties.filter(({ flags }) => !(flags & ts.SymbolFlags.Optional));
    return {
      type: 'object',
      required: required.map(({ name }) => name),
      properties: Object.fromEntries(properties.map((property) => [property.name, propertySchema(property)])),
    };
  }

  /**
   * @param {ts.Symbol} property
   * @returns {Schema}
   */
  function propertySchema(property) {
    const type = checker.getNonNullableType(checker.getTypeOfSymbol(property));
    const isOptional = Boolean(property.flags & ts.SymbolFlags.Optional);
    const schema = typeSchema(isOptional ? type : checker.getTypeOfSymbol(property));
    const comment = commentOf(property);
    // draft 7 ignores what stands beside a reference
    return '$ref' in schema && Object.keys(comment).length > 0
      ? { ...comment, allOf: [schema] }
      : { ...comment, ...schema };
  }

  /**
   * @param {ts.Symbol} symbol
   * @returns {Schema}
   */
  function commentOf(symbol) {
    const description = ts
      .displayPartsToString(symbol.getDocumentationComment(checker))
      .replace(/\s*\n\s*/g, ' ');
    const tags = symbol.getJsDocTags(checker).map(({ name, text }) => {
      const value = ts.displayPartsToString(text);
      return [name, name.startsWith('min') ? Number(value) : value];
    });
    return { ...(description === '' ? {} : { description }), ...Object.fromEntries(tags) };
  }

  /** @param {ts.Type} type */
  function isPlainObject(type) {
    return Boolean(type.flags & ts.TypeFlags.Object) && !checker.isArrayType(type);
  }
}
