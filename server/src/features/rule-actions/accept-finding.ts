/**
 * Accepts a finding from now on: one line more, or a count, in the baseline of the workspace folder. Knows the text that is
 * open of it, or on disk; takes effect when it is saved, as everything that the configuration says.
 */
import type { CreateFile, TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { Baseline } from '../../lint/baseline/baseline';
import { readBaseline, writeBaseline } from '../../lint/baseline/baseline-file';
import { printOf } from '../../lint/baseline/finding-print';
import type { Finding } from '../../lint/rule';
import type { Runbook } from '../../model/runbook';
import { LineIndex } from '../../text/line-index';
import type { FeatureContext } from '../shared/feature-context';

/** The baseline of the workspace folder of a document. */
export interface EditedBaseline {
  readonly uri: string;
  /** For people. */
  readonly path: string;
  /** Null where there is no file yet. */
  readonly text: string | null;
  /** Version of the open text; null for the file. */
  readonly version: number | null;
}

/** The change that accepts a finding; null for one that is accepted. */
export type Accepting = (finding: Finding) => readonly (CreateFile | TextDocumentEdit)[] | null;

/** How findings of a document are accepted; null where the baseline cannot be read. */
export function acceptingIn(
  context: FeatureContext,
  uri: string,
  runbook: Runbook,
  { uri: file, text, version }: EditedBaseline,
): Accepting | null {
  const before = text === null ? new Baseline([]) : readBaseline(text);
  if (!(before instanceof Baseline)) return null;
  const { folder, path } = context.placeOf(uri);
  const all = context.findings(uri);
  const printed = all.map((finding) => ({ rule: finding.rule.name, print: printOf(finding, runbook) }));
  const accepted = before.acceptedIn(path, printed, context.isGoneFrom(folder));
  return (finding) => {
    const index = all.indexOf(finding);
    const one = printed[index];
    if (one === undefined || accepted[index] !== null) return null;
    const edit = {
      textDocument: { uri: file, version },
      edits: [lineEdit(text ?? '', writeBaseline(before.accepting(path, one)))],
    };
    return text === null ? [{ kind: 'create', uri: file }, edit] : [edit];
  };
}

/** The edit of whole lines that makes a text another one, and leaves what both begin and end with. */
function lineEdit(from: string, to: string): TextEdit {
  const [before, after] = [linesOf(from), linesOf(to)];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const lengthOf = (lines: readonly string[]): number => lines.join('').length;
  return {
    range: new LineIndex(from).rangeOf({
      start: lengthOf(before.slice(0, start)),
      end: lengthOf(before.slice(0, before.length - end)),
    }),
    newText: after.slice(start, after.length - end).join(''),
  };
}

/** The lines of a text with their ends. */
function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}
