/** A step that assumes knowledge that only insiders have. */
import { entryFinder } from '../../../document/entries/run-entries';
import type { Entry } from '../../../model/runbook';
import { hintsOf } from '../../../text/sightings';
import { wordsAt } from '../../../document/fields/fields';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { proseOf, stepLines } from '../../../document/steps/step-words';

interface Assumption extends Match {
  readonly phrase: string;
  readonly entry?: Entry;
}

const phrases =
  /\b(?:(?:as )?you (?:already |probably |should )?know(?: how| what| the drill| this)?|everyone knows|everybody knows|obviously|needless to say|of course|simply|as usual|the usual (?:way|steps|procedure|place)|as (?:you )?always|it goes without saying|self-explanatory|well[- ]known|as we all know)\b/i;

/** Every match of a phrase contains one of these. */
const stems = hintsOf(/know|obviously|needless|of course|simply|usual|always|saying|self-explanatory/gi);

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
    for (const line of stepLines(context, stems(runbook.pieces))) {
      const found = phrases.exec(proseOf(runbook, line));
      if (found === null) continue;
      const start = line.span.start + found.index;
      const place = { start, end: start + found[0].length };
      const entry = entryAt(place);
      yield { span: place, phrase: wordsAt(runbook, place), ...(entry === undefined ? {} : { entry }) };
    }
  },
  message: ({ phrase }) => messages.of('assumed', { phrase }),
});
