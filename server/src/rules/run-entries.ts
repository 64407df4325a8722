/** Which entries the rules about runbook entries (`domain.md` section 5, Procedures) speak of. */
import type { Entry, Runbook } from '../model/runbook';
import { enclosingFinder } from '../text/enclosing';
import { rememberOf } from '../text/remember';
import type { Span } from '../text/span';
import type { RuleContext } from './rule';

/** The RUN entries in force: filled in, and not deprecated. */
export function runEntries({ entries }: RuleContext): readonly Entry[] {
  return entries.filter(({ id, deprecated }) => id.prefix === 'RUN' && deprecated === null);
}

/** Tells the innermost entry with a body around a span; each question costs a look at its neighbours only. */
export const entryFinder = rememberOf(({ entries }: Runbook): ((span: Span) => Entry | undefined) =>
  enclosingFinder(entries.filter(({ form }) => form === 'heading' || form === 'plain')),
);
