/** Above what can be carried out: a lens that does, for clients that can. What counts and judges is in `code-lens.ts`. */
import type { Range } from 'vscode-languageserver-types';
import { titleSpanOf } from '../document/document-title';
import { runnableIn } from '../document/run/build-plan';
import { isOurs } from '../document/scope';
import { hasBody } from '../model/entry';
import { toRange, type FeatureContext } from './shared/feature-context';

export interface RunLens {
  /** The id of the entry, or the title of the document. */
  readonly range: Range;
  readonly title: string;
  /** `RUN-020`; null for the document as a whole. */
  readonly entry: string | null;
}

/** One for each thing that can be run, in order. */
export function runLenses(context: FeatureContext, uri: string): RunLens[] {
  const runbook = context.runbook(uri);
  if (runbook === undefined || !isOurs(runbook) || runbook.alerts !== null) return [];
  return runnableIn(runbook).flatMap((id): RunLens[] => {
    const entry = runbook.entries.find((one) => hasBody(one) && one.id.text === id);
    const span = id === null ? titleSpanOf(runbook) : entry?.idSpan;
    return span === undefined ? [] : [{ range: toRange(runbook, span), title: context.say`Run…`, entry: id }];
  });
}
