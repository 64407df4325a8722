/** The optional arguments of "Insert RUN- entry". Plain data, tested without an editor. */

/** Answers known beforehand, from a key binding or a test. What is left out is asked. */
export interface InsertEntryArguments {
  readonly title?: string;
  readonly category?: string | null;
  /** One of the files that can take the entry. */
  readonly uri?: string;
}

/** Reads command arguments from anywhere; anything of another shape counts as left out. */
export function toInsertEntryArguments(value: unknown): InsertEntryArguments {
  if (typeof value !== 'object' || value === null) return {};
  const { title, category, uri }: Readonly<Record<string, unknown>> = { ...value };
  return {
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof category === 'string' || category === null ? { category } : {}),
    ...(typeof uri === 'string' ? { uri } : {}),
  };
}
