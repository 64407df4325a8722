/** An escalation that leaves open when, to whom or with what. */
import { runEntries } from '../../../document/entries/run-entries';
import type { Part, Runbook } from '../../../model/runbook';
import { encloses, firstFrom, type Span } from '../../../text/span';
import { isBlankPart } from '../../../document/sections/blank-part';
import { contactsIn, namesTimeLimit } from '../../../document/sections/contacts';
import { wordsAt } from '../../../document/fields/fields';
import { partsWithin } from '../../../document/steps/judged-procedure';
import { defineRule, type Match, type RuleContext } from '../../rule';

interface IncompleteEscalation extends Match {
  /** What the escalation is of. */
  readonly name: string;
  readonly missing: readonly string[];
}

const when =
  /\b(?:if|when|whenever|after|once|unless|within|longer|more than|unresolved|min(?:ute)?s?|hours?|trigger|condition|response)\b|[<>≥]/i;
const whom =
  /[@#]\w|\b(?:contact|call|page|pager|phone|slack|team|lead|on-?call|manager|engineer|head|owner|vendor|support|escalates? to|notify|ask)\b/i;
const what =
  /\b(?:provide|hand ?over|include|attach|send|tell|share|report|information|details|logs?|timeline|what to|evidence)\b/i;

export const incompleteEscalation = defineRule<IncompleteEscalation>({
  meta: {
    name: 'incomplete-escalation',
    summary: 'An escalation that leaves open when, to whom or with what',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
  },
  *find(context) {
    const { runbook } = context;
    for (const entry of runEntries(context)) {
      const said = entry.parts.filter((part) => part.role === 'escalation' && !isBlankPart(runbook, part));
      const first = said.find(({ from, item }) => from === 'heading' || item === null) ?? said[0];
      if (first === undefined) {
        const contacts = contactsIn(runbook, entry.span);
        if (
          contacts !== null &&
          !saysWhen(runbook, contacts.span) &&
          !namesTimeLimit(wordsAt(runbook, entry.span))
        )
          yield { span: contacts.nameSpan, entry, name: entry.id.text, missing: ['when to escalate'] };
        continue;
      }
      const missing = missingOf(runbook, first, said);
      if (missing.length > 0) yield { span: first.nameSpan, entry, name: entry.id.text, missing };
    }
    const contacts = contactsAlone(context);
    if (contacts !== null)
      yield { span: contacts, name: 'this feature runbook', missing: ['when to escalate'] };
  },
  message({ name, missing }) {
    return {
      message: `The escalation of ${name} does not say ${missing.join(' and ')}, so the call for help comes late or without facts. Add it.`,
    };
  },
});

/** The contacts of a feature runbook that nothing tells when to turn to: neither an escalation, nor a time limit or level. */
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

/** Whether contacts come with a time limit or a level. */
function saysWhen(runbook: Runbook, span: Span): boolean {
  const words = wordsAt(runbook, span);
  return /\b(?:L|level[ \t]{0,3}|tier[ \t]{0,3})\d|\bescalat/i.test(words) || namesTimeLimit(words);
}

function missingOf(runbook: Runbook, first: Part, said: readonly Part[]): string[] {
  const blank = partsWithin(runbook, first.content).filter((part) => isBlankPart(runbook, part));
  // an empty "Who to contact:" says nothing, though its name does
  const whole = [first, ...said].map(({ span }) => wordsAt(runbook, span)).join('\n');
  const words = (blank.length === 0 ? whole : withoutLinesOf(whole, blank))
    .slice(first.name.length)
    // marks that patterns take for a part of the word
    .replaceAll('__', '  ');
  const { tables } = runbook;
  const table = tables[firstFrom(tables, first.span.start, ({ block }) => block.span.start)];
  const levelled =
    (table !== undefined && encloses(first.span, table.block.span)) || /\b(?:L|level\s*)\d/i.test(words);
  return [
    ...(when.test(words) ? [] : ['when to escalate']),
    ...(levelled || whom.test(words) ? [] : ['whom to contact']),
    // levels of people say who follows whom; 003's table has no place for what to tell them
    ...(levelled || what.test(words) ? [] : ['what to provide']),
  ];
}

function withoutLinesOf(words: string, parts: readonly Part[]): string {
  return words
    .split(/\r?\n/)
    .filter((line) => !parts.some(({ name }) => line.includes(name)))
    .join('\n');
}
