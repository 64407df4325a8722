/** What callers of "Insert Entry" may answer beforehand. Pure data, tested without an editor. */

export interface InsertEntryArguments {
  /** Upper case, without dash: `RUN`. */
  readonly prefix?: string;
  readonly title?: string;
  readonly category?: string | null;
  /** One of the files that can take the entry. */
  readonly uri?: string;
}

/** Reads command arguments from anywhere; anything of another shape counts as left out. */
export function toInsertEntryArguments(value: unknown): InsertEntryArguments {
  if (typeof value !== 'object' || value === null) return {};
  const { prefix, title, category, uri }: Readonly<Record<string, unknown>> = { ...value };
  return {
    ...(typeof prefix === 'string' ? { prefix } : {}),
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof category === 'string' || category === null ? { category } : {}),
    ...(typeof uri === 'string' ? { uri } : {}),
  };
}
