/** Documents whose last review is longer ago than it holds, and the edit that renews their dates and nothing else. */
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { PastReview } from '../../../../protocol/src/reviews';
import { documentEdit } from '../code-actions';
import type { FeatureContext } from '../shared/feature-context';
import { reviewDateOf } from './review-date';

/** One document a slice; in the order of their labels. */
export function* pastReviews(
  contexts: readonly FeatureContext[],
): Generator<undefined, readonly PastReview[]> {
  const found: PastReview[] = [];
  for (const context of contexts)
    for (const { uri } of context.workspace.documents()) {
      const stale = context.plainFindings(uri).find(({ rule }) => rule === 'stale-review');
      const title = stale === undefined ? undefined : context.runbook(uri)?.headings[0]?.title;
      if (stale !== undefined)
        found.push({ uri, label: context.labelOf(uri), title: title ?? '', message: stale.message });
      yield;
    }
  return found.sort((a, b) => (a.label < b.label ? -1 : 1));
}

/** One edit for many documents; `uris` are those that it changes. */
export function renewReviews(
  contextOf: (uri: string) => FeatureContext,
  documents: readonly string[],
): { readonly edit: WorkspaceEdit; readonly uris: readonly string[] } {
  const edits = documents.flatMap((uri) => {
    const edit = reviewDateOf(contextOf(uri), uri)?.renewal ?? null;
    return edit === null ? [] : [{ uri, edit }];
  });
  return {
    edit: { documentChanges: edits.map(({ uri, edit }) => documentEdit(contextOf(uri), uri, [edit])) },
    uris: edits.map(({ uri }) => uri),
  };
}
