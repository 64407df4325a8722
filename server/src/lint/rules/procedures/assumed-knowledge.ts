/** A step that assumes knowledge that only insiders have. */
import { entryFinder } from '../../../document/entries/run-entries';
import type { Entry } from '../../../model/runbook';
import { Phrases } from '../../../text/phrases';
import { wordsAt } from '../../../document/fields/fields';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { proseOf, stepLines } from '../../../document/steps/step-words';

interface Assumption extends Match {
  readonly phrase: string;
  readonly entry?: Entry;
}

const phrases = new Phrases([
  {
    before: '(?:as )?you (?:already |probably |should )?',
    holds: 'know',
    after: '(?: how| what| the drill| this)?',
  },
  { before: 'every(?:one|body) ', holds: 'knows' },
  { holds: 'obviously|needless to say|of course|simply|as usual' },
  { before: 'the ', holds: 'usual', after: ' (?:way|steps|procedure|place)' },
  { before: 'as (?:you )?', holds: 'always' },
  { holds: 'it goes without saying|self-explanatory|well[- ]known|as we all know' },
]);

const messages = new Messages({
  assumed:
    '"{phrase}" assumes knowledge that a new on-call engineer lacks. Spell it out, or remove the phrase.',
});

export const assumedKnowledge = defineRule<Assumption>({
  meta: {
    name: 'assumed-knowledge',
    summary: 'A step that assumes knowledge that only insiders have',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
  },
  *find(context) {
    const { runbook } = context;
    const entryAt = entryFinder(runbook);
    for (const line of stepLines(context, phrases.hintsIn(runbook.pieces))) {
      const found = phrases.first(proseOf(runbook, line));
      if (found === null) continue;
      const start = line.span.start + found.index;
      const place = { start, end: start + found.length };
      const entry = entryAt(place);
      yield { span: place, phrase: wordsAt(runbook, place), ...(entry === undefined ? {} : { entry }) };
    }
  },
  message: ({ phrase }) => messages.of('assumed', { phrase }),
});
