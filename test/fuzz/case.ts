/**
 * What a fuzz target is given: some files and a number that decides everything else, such as the places that are asked
 * about. One case is one file of the corpus, which holds its bytes as they are.
 */

export interface Case {
  /** Texts by path; targets of a single text have one. */
  readonly files: ReadonlyMap<string, string>;
  /** Any number from 0; cases of targets that make no choices have 0. */
  readonly choice: number;
}

/** A case of one file. */
export function caseOf(path: string, text: string, choice = 0): Case {
  return { files: new Map([[path, text]]), choice };
}

/** The text of the first file. */
export function firstText({ files }: Case): string {
  return [...files.values()][0] ?? '';
}

/** The path and the text of the first file. */
export function firstFile({ files }: Case): readonly [path: string, text: string] {
  return [...files][0] ?? ['document.md', ''];
}

/** A case as the content of a file of the corpus: `{ "files": { "SoT.md": "…" }, "choice": 7 }`. */
export function writeCase({ files, choice }: Case): string {
  return `${JSON.stringify({ files: Object.fromEntries(files), choice }, null, 2)}\n`;
}

/** @throws SyntaxError when the content is none of {@link writeCase}. */
export function readCase(content: string): Case {
  const { files, choice } = JSON.parse(content) as { files: Record<string, string>; choice: number };
  return { files: new Map(Object.entries(files)), choice };
}

/** An endless row of numbers from 0 below 2^31 that a number begins: the same for the same one. */
export function* choices(start: number): Generator<number, never> {
  let state = (start * 2 + 1) >>> 0;
  for (;;) {
    // the constants of Numerical Recipes; the low bits of the state are poor, so they are left out
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield (state >>> 1) >>> 3;
  }
}
