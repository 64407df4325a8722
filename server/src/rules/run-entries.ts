/** Which entries the rules about runbook entries (`domain.md` section 5, Procedures) speak of. */
import type { Entry, Runbook } from '../model/runbook';
import { encloses, firstFrom, type Span } from '../text/span';
import type { RuleContext } from './rule';

/** The RUN entries in force: filled in, and not deprecated. */
export function runEntries({ entries }: RuleContext): readonly Entry[] {
  return entries.filter(({ id, deprecated }) => id.prefix === 'RUN' && deprecated === null);
}

/** Tells the innermost entry with a body around a span; each question costs a look at its neighbours only. */
export function entryFinder({ entries }: Runbook): (span: Span) => Entry | undefined {
  const bodied = entries.filter(({ form }) => form === 'heading' || form === 'plain');
  // how far the entries up to each one reach: where that is not far enough, no earlier one encloses the span either
  let reach = 0;
  const reaches = bodied.map(({ span }) => (reach = Math.max(reach, span.end)));
  return (span) => {
    for (let i = firstFrom(bodied, span.start + 1, (entry) => entry.span.start) - 1; i >= 0; i--) {
      const entry = bodied[i];
      if (entry === undefined || (reaches[i] ?? 0) < span.end) return undefined;
      if (encloses(entry.span, span)) return entry;
    }
    return undefined;
  };
}
