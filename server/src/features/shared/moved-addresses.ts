/**
 * Addresses in alert rules that follow what they lead to: when files, entries or headings move or change their names.
 * Knows addresses and where they go, not why.
 */
import { writeTarget, type NewTarget } from '../../alerts/write-target';
import { followAddress } from '../../index/alert-target';
import type { Runbook } from '../../model/runbook';
import type { Edit } from '../../text/edit';
import { leadsOf } from './alert-leads';
import type { FeatureContext } from './feature-context';

/**
 * The edits of an alert file after which its addresses lead where they did. `goalOf` gives the new place of a fragment (empty
 * for all of a document), or null where it stays. What has no exact place, or no way of writing leads to, stays.
 */
export function addressEdits(
  context: FeatureContext,
  uri: string,
  { alerts }: Runbook,
  goalOf: (document: string, fragment: string) => NewTarget | null,
): Edit[] {
  const { workspace } = context;
  const options = {
    addresses: context.configurationFor(uri).addresses,
    remotes: context.surroundingsOf(uri).remotes,
  };
  const place = context.placeOf(uri);
  /** By their places: aliases repeat what they stand for. */
  const edits = new Map<number, Edit>();
  for (const address of alerts?.addresses ?? []) {
    const { target } = address;
    if (target.kind !== 'file') continue;
    const found = followAddress(target, { place, workspace, ...context.surroundingsOf(uri) });
    if (found.kind !== 'document') continue;
    const goal = goalOf(found.summary.uri, target.fragment ?? '');
    for (const edit of goal === null ? [] : (writeTarget(address, goal, options) ?? []))
      edits.set(edit.span.start, edit);
  }
  return [...edits.values()];
}

/** The alert files with an address that leads to a document. */
export function* alertFilesLeadingTo(context: FeatureContext, document: string): Iterable<string> {
  const summary = context.workspace.document(document);
  for (const { alert } of summary === undefined ? [] : leadsOf(context, summary)) yield alert.uri;
}
