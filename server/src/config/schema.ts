/** The part of JSON Schema in which we say what a configuration file may hold, and the way to what holds at a place of it. */

export interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  /** What each value of `enum` means; editors show it. */
  readonly enumDescriptions?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
}

/** A schema with the ones that it refers to by name. */
export interface RootSchema extends Schema {
  readonly definitions: Readonly<Record<string, Schema>>;
}

/** Keys of maps and indexes of lists, from the top of the file. */
export type SchemaPath = readonly (string | number)[];

/** Everything that may stand at a path, one for each form: a severity, or a map with one. Empty where nothing may. */
export function schemasAt(root: RootSchema, path: SchemaPath): readonly Schema[] {
  let forms = formsOf(root, root);
  for (const step of path)
    forms = forms.flatMap((form) => {
      const next = typeof step === 'number' ? form.items : propertyOf(form, step);
      return next === undefined ? [] : formsOf(root, next);
    });
  return forms;
}

/** What a key of a map says of its value; undefined for a key that may not stand there. */
export function propertyOf(
  { properties = {}, additionalProperties }: Schema,
  key: string,
): Schema | undefined {
  if (Object.hasOwn(properties, key)) return properties[key];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

/** A schema without references and alternatives; what is said of these is kept where they say nothing themselves. */
export function formsOf(root: RootSchema, schema: Schema): readonly Schema[] {
  const { $ref, oneOf, ...own } = schema;
  const target = $ref === undefined ? undefined : root.definitions[$ref.slice('#/definitions/'.length)];
  if (target !== undefined) return formsOf(root, { ...target, ...own });
  if (oneOf === undefined) return [own];
  const { description } = own;
  return oneOf.flatMap((form) =>
    formsOf(root, description === undefined || form.$ref !== undefined ? form : { description, ...form }),
  );
}
