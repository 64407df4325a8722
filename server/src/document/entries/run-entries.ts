/** The runbook entries of a document, and the entry around a place. */
import { hasBody } from '../../model/entry';
import type { Entry, Runbook } from '../../model/runbook';
import { enclosingFinder } from '../../text/enclosing';
import { rememberOf } from '../../text/remember';
import type { Span } from '../../text/span';

/** Of entries with a body that are filled in, the RUN entries in force: not deprecated. */
export function runEntries({ entries }: { readonly entries: readonly Entry[] }): readonly Entry[] {
  return entries.filter(({ id, deprecated }) => id.prefix === 'RUN' && deprecated === null);
}

/** Tells the innermost entry with a body around a span; each question costs a look at its neighbours only. */
export const entryFinder = rememberOf(({ entries }: Runbook): ((span: Span) => Entry | undefined) =>
  enclosingFinder(entries.filter(hasBody)),
);
