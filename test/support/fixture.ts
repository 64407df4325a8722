/**
 * Fixtures that carry their expectations in their own text (docs/architecture.md, "Tests"):
 *
 *     //- /SoT.DEPLOYMENT.md
 *     ### Step 2: Restart the pool
 *         ^^^^^^^^^^^^^^^^^^^^^^^^ warning: does not say how to confirm
 *
 * A line `//- /path` starts a file; without one the whole text is `/document.md`. Caret lines speak of the last line
 * that is none, and are removed before parsing. `<|>` marks the cursor.
 */

export interface Expectation {
  readonly path: string;
  /** Line from 0, characters in UTF-16 units from 0, end exclusive. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly severity: string;
  /** Words that the message must contain; may be empty. */
  readonly words: string;
}

export interface Fixture {
  /** Texts by path, without the leading slash. */
  readonly files: ReadonlyMap<string, string>;
  readonly expectations: readonly Expectation[];
  readonly cursor: { readonly path: string; readonly offset: number } | null;
}

const caretPattern = /^(\s*)(\^+) (error|warning|information|hint)(?:: (.*))?$/;

/** Takes a fixture apart. A first empty line is dropped, so that the text may start below the backtick. */
export function parseFixture(source: string): Fixture {
  const files = new Map<string, string>();
  const expectations: Expectation[] = [];
  let cursor: Fixture['cursor'] = null;
  let path = 'document.md';
  let lines: string[] = [];
  const finish = (): void => {
    if (lines.length === 0 && path === 'document.md') return;
    let text = lines.join('\n');
    const at = text.indexOf('<|>');
    if (at >= 0) {
      text = text.slice(0, at) + text.slice(at + 3);
      cursor = { path, offset: at };
    }
    files.set(path, text);
  };
  for (const line of source.replace(/^\n/, '').split('\n')) {
    const file = /^\/\/- \/?(\S+)$/.exec(line);
    if (file !== null) {
      finish();
      path = file[1] ?? '';
      lines = [];
      continue;
    }
    const caret = caretPattern.exec(line);
    if (caret === null) {
      lines.push(line);
      continue;
    }
    const [, indent = '', carets = '', severity = '', words = ''] = caret;
    const start = indent.length;
    expectations.push({ path, line: lines.length - 1, start, end: start + carets.length, severity, words });
  }
  finish();
  return { files, expectations, cursor };
}
