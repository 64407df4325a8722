/** What a command about runs was called on: a menu, a row, a lens or a key passes other things each. Knows no VS Code type. */

/** A document, and the entry of it where one was meant. */
export interface PassedTarget {
  /** Undefined for the document that the view of phases shows. */
  readonly uri: string | undefined;
  readonly entry: string | undefined;
}

/**
 * Undefined where nothing was passed that says it: then the document in the editor is meant.
 * @param passed the arguments of the command: a URI of the editor; a row of a view; an address and an id as a lens has them
 */
export function passedTarget(passed: readonly unknown[]): PassedTarget | undefined {
  const [first, second] = passed;
  const entry = typeof second === 'string' ? second : undefined;
  if (typeof first === 'string') return { uri: first, entry };
  const row = member(first, 'entry');
  const rowUri = member(row, 'uri');
  const rowId = member(row, 'id');
  if (typeof rowUri === 'string' && typeof rowId === 'string') return { uri: rowUri, entry: rowId };
  const label = member(first, 'kind') === 'entry' ? member(first, 'label') : undefined;
  const id = typeof label === 'string' ? /^[A-Z][A-Z0-9]*-\d+/.exec(label)?.[0] : undefined;
  if (id !== undefined) return { uri: undefined, entry: id };
  if (typeof member(first, 'scheme') === 'string') return { uri: String(first), entry };
  return undefined;
}

/** The id of a run that a command was called on: itself, or a row of the view Runs; undefined for anything else. */
export function passedRun(passed: unknown): string | undefined {
  const run = typeof passed === 'string' ? passed : member(passed, 'run');
  return typeof run === 'string' ? run : undefined;
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
