/** An escalation that leaves open when, to whom or with what (`domain.md` section 5, Procedures). */
import type { Entry, Part, Runbook } from '../../model/runbook';
import { encloses, firstFrom } from '../../text/span';
import { isBlankPart } from '../blank-part';
import { wordsAt } from '../fields';
import { partsWithin } from '../judged-procedure';
import { defineRule, type Match } from '../rule';
import { runEntries } from '../run-entries';

interface IncompleteEscalation extends Match {
  readonly entry: Entry;
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
    source: 'section 5, Procedures',
  },
  *find(context) {
    const { runbook } = context;
    for (const entry of runEntries(context)) {
      const said = entry.parts.filter((part) => part.role === 'escalation' && !isBlankPart(runbook, part));
      const first = said.find(({ from, item }) => from === 'heading' || item === null) ?? said[0];
      if (first === undefined) continue;
      const missing = missingOf(runbook, first, said);
      if (missing.length > 0) yield { span: first.nameSpan, entry, missing };
    }
  },
  word({ entry, missing }) {
    return {
      message: `The escalation of ${entry.id.text} does not say ${missing.join(' and ')}, so the call for help comes late or without facts. Add it.`,
    };
  },
});

function missingOf(runbook: Runbook, first: Part, said: readonly Part[]): string[] {
  const blank = partsWithin(runbook, first.content).filter((part) => isBlankPart(runbook, part));
  // an empty "Who to contact:" says nothing, though its name does
  const whole = [first, ...said].map(({ span }) => wordsAt(runbook, span)).join('\n');
  const words = (blank.length === 0 ? whole : withoutLinesOf(whole, blank)).slice(first.name.length);
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
