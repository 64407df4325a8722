/** A step that assumes knowledge that only insiders have. */
import { entryFinder } from '../../../document/entries/run-entries';
import type { Entry } from '../../../model/runbook';
import { Phrases } from '../../../text/phrases';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { phrasesInSteps } from '../../../document/steps/step-words';

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
  {
    holds:
      'wie üblich|wie gewohnt|wie immer|bekanntlich|selbstverständlich|como siempre|como de costumbre|obviamente|evidentemente|comme d’habitude|comme toujours|évidemment|bien sûr|' +
      'como sempre|como de costume|いつも通り|いつもどおり|通常通り|通常どおり|ご存知の通り|言うまでもなく|평소대로|평소처럼|평소와 같이|늘 하던 대로|알다시피',
  },
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
    judges: 'entry',
    role: 'steps',
  },
  *find(context) {
    const entryAt = entryFinder(context.runbook);
    for (const { span, words } of phrasesInSteps(context, phrases)) {
      const entry = entryAt(span);
      yield { span, phrase: words, ...(entry === undefined ? {} : { entry }) };
    }
  },
  message: ({ phrase }) => messages.of('assumed', { phrase }),
});
