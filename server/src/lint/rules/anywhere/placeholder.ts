/** Template text left in a document that is otherwise filled in. */
import { entryFinder } from '../../../document/entries/run-entries';
import { keyOf } from '../../../model/identifier';
import type { Runbook } from '../../../model/runbook';
import type { Role } from '../../../model/vocabulary';
import { Coverage } from '../../../text/coverage';
import { firstFrom, type Span } from '../../../text/span';
import { wordsAt } from '../../../document/fields/fields';
import { gapsOf, judgesGaps, type Gap } from '../../../document/placeholders/gaps';
import { isPutOff } from '../../../document/placeholders/only-gaps';
import { isInNavigation, navigationParts } from '../../../document/links/navigation';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface OpenGap extends Match, Gap {}

const messages = new Messages({
  text: '"{text}" is template text, so responders have to guess what was meant. Write the real value, or remove the line.',
  menu: '"{text}" still lists the choices of the template, so readers cannot tell which one applies. Keep one.',
  marker:
    '"{text}" marks unfinished text that responders would have to work out during an incident. Finish it, or name a contact.',
});

export const placeholder = defineRule<OpenGap>({
  meta: {
    name: 'placeholder',
    summary: 'Template text that has not been filled in',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'anywhere',
    judges: 'entry',
    yieldsTo: [
      'empty-verification',
      'empty-rollback',
      'leftover-instruction',
      'invalid-type',
      'invalid-duration',
      'invalid-risk-level',
    ],
  },
  *find(context) {
    if (!judgesGaps(context)) return;
    const { runbook } = context;
    const listed = new Coverage(bulletsOfStubs(runbook));
    const entryAt = entryFinder(runbook);
    const putOff = namesOfPutOff(runbook);
    for (const gap of gapsOf(runbook)) {
      if (listed.encloses(gap.span)) continue;
      const entry = entryAt(gap.span);
      const named = putOff.get(gap.span.start);
      // a menu in front matter is an invalid value first, and that rule wins
      const covers = gap.key !== undefined ? [] : named === undefined ? undefined : [gap.span, named];
      yield {
        ...gap,
        ...(covers === undefined ? {} : { covers }),
        ...(entry === undefined ? {} : { entry }),
      };
    }
  },
  message({ span, form }, { runbook }) {
    const text = wordsAt(runbook, span);
    return messages.of(form === 'menu' || form === 'marker' ? form : 'text', { text });
  },
});

/**
 * The names of parts that hold nothing but gaps, by the place of their first gap: what such a part lacks besides is not
 * said.
 */
function namesOfPutOff(runbook: Runbook): ReadonlyMap<number, Span> {
  const { placeholders, parts } = runbook;
  const found = new Map<number, Span>();
  if (placeholders.length === 0) return found;
  for (const { role, content, nameSpan } of parts) {
    if (!waiting.has(role)) continue;
    const first = placeholders[firstFrom(placeholders, content.start, ({ span }) => span.start)];
    if (first !== undefined && first.span.start < content.end && isPutOff(runbook, content))
      found.set(first.span.start, nameSpan);
  }
  return found;
}

/** What rules look into for more than whether it is there. */
const waiting: ReadonlySet<Role> = new Set<Role>(['escalation', 'scope', 'steps', 'trigger']);

/** The navigation bullets of stub entries, which are filled in together with the entry. */
function bulletsOfStubs(runbook: Runbook): Span[] {
  const { entries, lines, mentions } = runbook;
  const stubs = new Set(entries.flatMap(({ stub, id }) => (stub ? [keyOf(id)] : [])));
  if (stubs.size === 0) return [];
  const navigation = navigationParts(runbook);
  return mentions.flatMap(({ id, span }) =>
    id !== null && stubs.has(keyOf(id)) && isInNavigation(navigation, span)
      ? [lines.spanOf(lines.lineAt(span.start))]
      : [],
  );
}
