/** Template text in a document that is otherwise filled in (`domain.md` section 5, Anywhere). */
import { keyOf } from '../../model/identifier';
import type { Runbook } from '../../model/runbook';
import { encloses, firstFrom, type Span } from '../../text/span';
import { emptyVerifications } from '../empty-verification-items';
import { wordsAt } from '../fields';
import { gapsOf, type Gap } from '../gaps';
import { holdsOnlyGaps } from '../only-gaps';
import { passagesIn } from '../section-lookup';
import { entryFinder } from '../run-entries';
import { defineRule, type Match, type RuleContext } from '../rule';

interface OpenGap extends Match, Gap {}

export const placeholder = defineRule<OpenGap>({
  meta: {
    name: 'placeholder',
    summary: 'Template text that nobody has filled in',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    source: 'section 5, Anywhere',
  },
  *find(context) {
    const { runbook, quiet } = context;
    const bodied = runbook.entries.filter(({ form }) => form === 'heading' || form === 'plain');
    // of a file whose entries are all untouched, each of them says so
    if (quiet || (bodied.length > 0 && bodied.every(({ stub }) => stub))) return;
    const said = spokenFor(context);
    const entryAt = entryFinder(runbook);
    for (const gap of gapsOf(runbook)) {
      const from = firstFrom(said, gap.span.start + 1, ({ start }) => start) - 1;
      if (said[from] !== undefined && encloses(said[from], gap.span)) continue;
      const entry = entryAt(gap.span);
      yield entry === undefined ? gap : { ...gap, entry };
    }
  },
  word({ span, form }, { runbook }) {
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

/** Stretches of which another rule says that they are still template text, in order. */
function spokenFor({ runbook }: RuleContext): Span[] {
  const { parts, text } = runbook;
  const verifications = [...emptyVerifications(runbook)].filter(({ template }) => template);
  const rollbacks = [
    ...parts.filter(({ role, name }) => role === 'rollback' && !/communication|during/i.test(name)),
    ...(runbook.kind.kind === 'playbook'
      ? passagesIn(runbook, /^from phases? /, { start: 0, end: text.length })
      : []),
  ].filter(({ content }) => holdsOnlyGaps(runbook, content));
  return [
    ...verifications.map(({ span }) => span),
    ...rollbacks.map(({ content }) => content),
    ...bulletsOfStubs(runbook),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The navigation bullets of untouched entries, which go with the entry. */
function bulletsOfStubs({ entries, lines, mentions, parts }: Runbook): Span[] {
  const stubs = new Set(entries.flatMap(({ stub, id }) => (stub ? [keyOf(id)] : [])));
  if (stubs.size === 0) return [];
  const navigation = parts.filter(({ role }) => role === 'navigation');
  return mentions.flatMap(({ id, span }) =>
    id !== null && stubs.has(keyOf(id)) && navigation.some((part) => encloses(part.span, span))
      ? [lines.spanOf(lines.lineAt(span.start))]
      : [],
  );
}
