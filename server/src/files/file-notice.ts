/** How users are told of a file that was not read, or not to its end. */

export interface NoticedFile {
  /** Why, as sentences. */
  readonly message: string;
  /** Whether the beginning of the file counts all the same. */
  readonly partly?: boolean | undefined;
}

/** `name`: how the file is shown. */
export function fileNotice(name: string, { message, partly }: NoticedFile): string {
  return `${name} was ${partly === true ? 'read only in part' : 'skipped'}: ${message}`;
}
