/** A runbook without an escalation path. */
import { englishValue } from '../../../model/translated-values';
import { runEntries, entryFinder } from '../../../document/entries/run-entries';
import type { Entry, Part, Runbook } from '../../../model/runbook';
import { encloses, type Span } from '../../../text/span';
import { isBlankPart } from '../../../document/sections/blank-part';
import { contactsIn, namesTimeLimit } from '../../../document/sections/contacts';
import { entryField } from '../../../document/fields/entry-field';
import { nameSpanOf, wordsAt } from '../../../document/fields/fields';
import { documentEscalation, escalationLines } from '../../../authoring/escalation-insertion';
import { addMissingPart } from '../../shared/missing-part';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface MissingEscalation extends Match {
  /** The escalation that is there and empty, if any. */
  readonly present: Part | undefined;
}

const messages = new Messages({
  entry:
    '{entry} has no escalation path, so a stuck responder does not know whom to call. Add "Escalation" with when, whom and what.',
  playbook:
    'This playbook has no escalation path, so a stuck responder does not know whom to call. Add "Escalation" with when, whom and what.',
  feature:
    'This feature runbook has no escalation path, so a stuck responder does not know whom to call. Add "Escalation" with when, whom and what.',
});

export const missingEscalation = defineRule<MissingEscalation>({
  meta: {
    name: 'missing-escalation',
    summary: 'A runbook entry, playbook or feature runbook without an escalation path',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    absentFrom: 'part',
    judges: 'entry',
    role: 'escalation',
  },
  *find(context) {
    const { runbook } = context;
    for (const entry of runEntries(context)) {
      if (isAboutEscalation(runbook, entry)) continue;
      const found = findMissing(runbook, entry.parts, entry.span, nameSpanOf(entry));
      if (found !== null) yield { ...found, entry };
    }
    const { kind } = runbook.kind;
    if (kind !== 'playbook' && kind !== 'feature') return;
    const title = runbook.headings.find(({ depth }) => depth === 1)?.titleSpan ?? runbook.lines.spanOf(0);
    const found = findMissing(
      runbook,
      ownParts(runbook),
      { start: 0, end: kind === 'playbook' ? 0 : runbook.text.length },
      title,
    );
    if (found !== null) yield found;
  },
  message({ entry }, { runbook }) {
    if (entry !== undefined) return messages.of('entry', { entry: entry.id.text });
    return messages.of(runbook.kind.kind === 'playbook' ? 'playbook' : 'feature');
  },
  choices(match, context) {
    const { runbook, place, say } = context;
    const { entry, present } = match;
    if (entry !== undefined)
      return addMissingPart(
        { ...match, entry, present },
        context,
        'escalation',
        'Escalation',
        escalationLines(runbook),
      );
    return [
      {
        title: say`Add "Escalation" to the document`,
        edits: new Map([[place.uri, [documentEscalation(runbook, present)]]]),
        automatic: false,
      },
    ];
  },
});

/** Whether the entry itself is about escalation, so that its steps are the path. */
function isAboutEscalation(runbook: Runbook, entry: Entry): boolean {
  const category = entryField(runbook, entry, ['category'])?.value;
  return category != null && /^\W*escalation\b/i.test(englishValue(wordsAt(runbook, category.token)));
}

function findMissing(
  runbook: Runbook,
  parts: readonly Part[],
  scope: Span,
  span: Span,
): MissingEscalation | null {
  const escalations = parts.filter(({ role }) => role === 'escalation');
  if (escalations.some((part) => !isBlankPart(runbook, part))) return null;
  // contacts alone are an escalation, though an incomplete one
  if (contactsIn(runbook, scope) !== null || namesTimeLimit(wordsAt(runbook, scope))) return null;
  const present = escalations[0];
  return { span: present?.nameSpan ?? span, present };
}

/** The escalations of the document as a whole: not those of a phase's decision point or of an entry in it. */
function ownParts(runbook: Runbook): readonly Part[] {
  const entryAt = entryFinder(runbook);
  return runbook.parts.filter(
    (part) =>
      part.role === 'escalation' &&
      entryAt(part.span)?.id.prefix !== 'RUN' &&
      !runbook.phases.some(({ span }) => encloses(span, part.span)),
  );
}
