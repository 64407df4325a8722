/** What a client can say of itself when it starts the server, beside what LSP has for it. */

/** Options in `initialize`. All optional. */
export interface InitializationOptions {
  /** Fixes the clock to a day, `YYYY-MM-DD`, for tests and examples. */
  readonly today?: string;
  /**
   * Whether the editor has Markdown support of its own, as VS Code does: outline of headings, and jumps along links
   * whose file and fragment exist. The server then leaves these to it, so that nothing shows twice. Default false.
   */
  readonly builtInMarkdown?: boolean;
  /**
   * Schemes of the documents that the client sends, such as `file`. What is about Markdown alone is then registered for
   * Markdown of these schemes, where the client supports that. Default: any scheme.
   */
  readonly schemes?: readonly string[];
  /**
   * What the server says, in the language of the client: translations by the English texts of `l10n/bundle.l10n.json`,
   * whose slots (`{0}`, `{name}`) they keep. What is missing is said in English.
   */
  readonly translations?: Readonly<Record<string, string>>;
  /**
   * URI of the folder that holds the pages about rules, `dangling-id.md` and so on, as the editor opens it. Default: their
   * address on the web.
   */
  readonly rulePages?: string;
  /** Whether the client wants `runbook/overviewChanged` (see `overview.ts`). Default false. */
  readonly overviewChanges?: boolean;
  /**
   * URI of a folder outside of the workspace, in which the journals of runs are kept (see `run.ts`): the storage of the
   * extension. Without it a run is kept in memory, and ends with the server.
   */
  readonly runStorage?: string;
  /** Whether the client wants `runbook/run.changed` (see `run.ts`). Default false. */
  readonly runChanges?: boolean;
}
