/**
 * The shape of a template that commands insert.
 * Must not know which templates there are: those are data, in templates.ts.
 */
export interface Template {
  /** What people type in the editor to get it. */
  readonly prefix: string;
  readonly title: string;
  readonly description: string;
  /** A whole document rather than a part of one. */
  readonly document: boolean;
  /** For each named value the snippet text that stands for it when no value is given, e.g. `${1:RUN-001}`. */
  readonly stops: Readonly<Record<string, string>>;
  /** Snippet syntax of the language server protocol, with `{{name}}` where a named value belongs. */
  readonly snippet: string;
}
