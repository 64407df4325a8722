/** Template text in a document that is otherwise filled in. */
import { entryFinder } from '../../../document/entries/run-entries';
import { keyOf } from '../../../model/identifier';
import type { Runbook } from '../../../model/runbook';
import { Coverage } from '../../../text/coverage';
import type { Span } from '../../../text/span';
import { wordsAt } from '../../../document/fields/fields';
import { gapsOf, judgesGaps, type Gap } from '../../../document/placeholders/gaps';
import { isInNavigation, navigationParts } from '../../../document/links/navigation';
import { defineRule, type Match } from '../../rule';

interface OpenGap extends Match, Gap {}

export const placeholder = defineRule<OpenGap>({
  meta: {
    name: 'placeholder',
    summary: 'Template text that nobody has filled in',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'anywhere',
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
    for (const gap of gapsOf(runbook)) {
      if (listed.encloses(gap.span)) continue;
      const entry = entryAt(gap.span);
      // a menu in front matter is a wrong value first, which goes before this
      const covers = gap.key === undefined ? undefined : [];
      yield {
        ...gap,
        ...(covers === undefined ? {} : { covers }),
        ...(entry === undefined ? {} : { entry }),
      };
    }
  },
  message({ span, form }, { runbook }) {
    const words = wordsAt(runbook, span);
    const shown = words.length > 60 ? `${words.slice(0, 57)}...` : words;
    if (form === 'menu')
      return {
        message: `"${shown}" is still the choice that the template offers: readers cannot tell which of them holds. Keep one.`,
      };
    if (form === 'marker')
      return {
        message: `${shown} marks something that is still to be written: whoever gets here at night has to find it out. Write it down, or say who knows.`,
      };
    return {
      message: `"${shown}" is template text: whoever gets here at night has to find out what was meant. Write the real value, or remove the line.`,
    };
  },
});

/** The navigation bullets of untouched entries, which go with the entry. */
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
