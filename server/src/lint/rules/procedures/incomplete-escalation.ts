/** An escalation that does not say when to escalate, whom to contact or what to provide. */
import { runEntries } from '../../../document/entries/run-entries';
import type { Entry, Label, Part, Runbook } from '../../../model/runbook';
import { escalatesAbroad } from '../../../model/translated-words';
import { withoutComments } from '../../../text/without-comments';
import { encloses, firstFrom, type Span } from '../../../text/span';
import { isBlankPart } from '../../../document/sections/blank-part';
import { contactsIn, namesTimeLimit } from '../../../document/sections/contacts';
import { saysNothing } from '../../../document/fields/entry-field';
import { wordsAt } from '../../../document/fields/fields';
import { partsWithin } from '../../../document/steps/judged-procedure';
import { Messages } from '../../message';
import { defineRule, type Match, type RuleContext } from '../../rule';

/** What an escalation does not say. */
type Gap = 'when' | 'whom' | 'what' | 'whenWhom' | 'whenWhat' | 'whomWhat' | 'whenWhomWhat';

interface IncompleteEscalation extends Match {
  readonly missing: Gap | 'contacts';
}

const when =
  /\b(?:if|when|whenever|after|once|unless|within|longer|more than|unresolved|min(?:ute)?s?|hours?|trigger|condition|response)\b|[<>≥]/i;
const whom =
  /[@#]\w|\b(?:contact|call|page|pager|phone|slack|pagerduty|opsgenie|rotation|team|lead|on-?call|manager|engineer|head|owner|vendor|support|escalates? to|notify|ask)\b/i;
const what =
  /\b(?:provide|hand ?over|include|attach|send|tell|share|report|information|details|logs?|timeline|what to|evidence|start times?|screenshots?|summary|impact|ticket|with (?:the|your|all)|at hand|(?:numbers?|times?|readings?|output|ids?|names?) ready)\b/i;

const messages = new Messages({
  contacts:
    'These contacts do not say when to escalate, so help is called too late. Add a time limit or an escalation path.',
  when: 'The escalation of {entry} does not say when to escalate, so help is called too late. Add a condition or a time limit.',
  whom: 'The escalation of {entry} does not say whom to contact, so responders lose time. Add a role and a channel.',
  what: 'The escalation of {entry} does not say what to provide, so the next responder starts over. Add the facts to report.',
  whenWhom:
    'The escalation of {entry} does not say when to escalate or whom to contact, so help comes too late. Add both.',
  whenWhat:
    'The escalation of {entry} does not say when to escalate or what to provide, so help comes too late. Add both.',
  whomWhat:
    'The escalation of {entry} does not say whom to contact or what to provide, so help comes too late. Add both.',
  whenWhomWhat:
    'The escalation of {entry} does not say when to escalate, whom to contact or what to provide, so help comes too late. Add all three.',
});

export const incompleteEscalation = defineRule<IncompleteEscalation>({
  meta: {
    name: 'incomplete-escalation',
    summary: 'An escalation that does not say when to escalate, whom to contact or what to provide',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    absentFrom: 'part',
    judges: 'entry',
    role: 'escalation',
    yieldsTo: ['placeholder'],
  },
  *find(context) {
    const { runbook } = context;
    for (const entry of runEntries(context)) {
      const escalations = entry.parts.filter(
        (part) => part.role === 'escalation' && !isBlankPart(runbook, part),
      );
      const first =
        escalations.find(({ from, item }) => from === 'heading' || item === null) ?? escalations[0];
      if (first === undefined) {
        const contacts = contactsIn(runbook, entry.span);
        if (
          contacts !== null &&
          !saysWhen(runbook, contacts.span) &&
          !namesTimeLimit(wordsAt(runbook, entry.span))
        )
          yield { span: contacts.nameSpan, entry, missing: 'contacts' };
        continue;
      }
      const facts = factsToProvide(runbook, entry);
      const missing = missingIn(runbook, first, [...escalations, ...facts], facts.length > 0);
      if (missing !== null) yield { span: first.nameSpan, entry, missing };
    }
    const contacts = contactsAlone(context);
    if (contacts !== null) yield { span: contacts, missing: 'contacts' };
  },
  message: ({ entry, missing }) =>
    entry === undefined || missing === 'contacts'
      ? messages.of('contacts')
      : messages.of(missing, { entry: entry.id.text }),
});

/** The contacts of a feature runbook that never says when to escalate: no escalation path, no time limit, no level. */
function contactsAlone({ runbook }: RuleContext): Span | null {
  if (runbook.kind.kind !== 'feature') return null;
  const whole = { start: 0, end: runbook.text.length };
  const contacts = contactsIn(runbook, whole);
  if (contacts === null || saysWhen(runbook, contacts.span) || namesTimeLimit(runbook.text)) return null;
  const others = runbook.parts.some(
    (part) =>
      part.role === 'escalation' && !encloses(contacts.span, part.nameSpan) && !isBlankPart(runbook, part),
  );
  return others ? null : contacts.nameSpan;
}

/** Whether contacts have a time limit or a level. */
function saysWhen(runbook: Runbook, span: Span): boolean {
  const words = withoutComments(wordsAt(runbook, span));
  return /\b(?:L|level[ \t]{0,3}|tier[ \t]{0,3})\d|\bescalat/i.test(words) || namesTimeLimit(words);
}

/** Labels that name the facts to report, which stand beside the others where no section holds them all. */
function factsToProvide(runbook: Runbook, { span: { start, end } }: Entry): Label[] {
  const { labels } = runbook;
  const startOf = ({ span }: Label): number => span.start;
  return labels
    .slice(firstFrom(labels, start, startOf), firstFrom(labels, end, startOf))
    .filter(({ key, value }) => key === 'what to provide' && value !== null && !saysNothing(runbook, value));
}

function missingIn(
  runbook: Runbook,
  first: Part,
  escalations: readonly { span: Span }[],
  provides: boolean,
): Gap | null {
  const blank = partsWithin(runbook, first.content).filter((part) => isBlankPart(runbook, part));
  // an empty "Who to contact:" does not count, though its name matches
  const whole = withoutComments([first, ...escalations].map(({ span }) => wordsAt(runbook, span)).join('\n'));
  const words = (blank.length === 0 ? whole : withoutLinesOf(whole, blank))
    .slice(first.name.length)
    // underscores would be part of a word for the patterns
    .replaceAll('__', '  ');
  const { tables } = runbook;
  const table = tables[firstFrom(tables, first.span.start, ({ block }) => block.span.start)];
  const levelled =
    (table !== undefined && encloses(first.span, table.block.span)) || /\b(?:L|level\s*)\d/i.test(words);
  const hasWhen = when.test(words) || escalatesAbroad(words, 'when');
  // levels tell who comes after whom, and tables of them have no column for what to provide
  const hasWhom = levelled || whom.test(words) || escalatesAbroad(words, 'whom');
  const hasWhat = provides || levelled || what.test(words) || escalatesAbroad(words, 'what');
  if (!hasWhen) return hasWhom ? (hasWhat ? 'when' : 'whenWhat') : hasWhat ? 'whenWhom' : 'whenWhomWhat';
  if (!hasWhom) return hasWhat ? 'whom' : 'whomWhat';
  return hasWhat ? null : 'what';
}

function withoutLinesOf(words: string, parts: readonly Part[]): string {
  return words
    .split(/\r?\n/)
    .filter((line) => !parts.some(({ name }) => line.includes(name)))
    .join('\n');
}
