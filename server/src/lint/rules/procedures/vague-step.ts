/** An instruction that does not say what to do. */
import { entryFinder } from '../../../document/entries/run-entries';
import type { Runbook } from '../../../model/runbook';
import { Phrases } from '../../../text/phrases';
import { wordsAt } from '../../../document/fields/fields';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { phrasesInSteps, type StepLine } from '../../../document/steps/step-words';

interface VagueStep extends Match {
  readonly phrase: string;
}

const thing =
  ' (?:the |any |all |an? )?(?:remaining |underlying |actual |reported )?(?:issues?|problems?|incidents?|errors?|causes?|situation|matter|bugs?|things?|it|accordingly|system|service|everything)';
const phrases = new Phrases([
  {
    holds:
      'investigate|look into|fix|resolve|handle|deal with|address|solve|repair|sort out|troubleshoot|take care of|debug',
    after: thing,
  },
  { holds: 'as needed|as necessary|as required|if necessary|if needed|as appropriate|where appropriate' },
  { holds: 'do what', after: '(?:ever)? is (?:needed|necessary)' },
  {
    holds: 'take appropriate|take necessary|take the necessary|take suitable',
    after: ' (?:action|actions|steps|measures)',
  },
  {
    holds: 'make sure',
    after: ' (?:everything|it|that everything) (?:works|is (?:ok|okay|fine|good))',
  },
  { holds: 'check that', after: ' (?:it|everything) works' },
  { holds: 'and so on|etc' },
  {
    holds:
      'bei bedarf|falls nötig|falls erforderlich|wenn nötig|wenn erforderlich|sofern erforderlich|nach bedarf|gegebenenfalls|usw|' +
      'si es necesario|si fuera necesario|si hace falta|según sea necesario|cuando sea necesario|cuando proceda|si nécessaire|au besoin|si besoin|le cas échéant|' +
      'se necessário|se for necessário|conforme necessário|quando necessário|caso necessário|必要に応じて|必要であれば|必要なら|適宜|適切に|필요 시|필요시|필요하면|필요한 경우|필요에 따라|적절히',
  },
]);

const messages = new Messages({
  vague:
    '"{phrase}" does not say what to do, so each responder does it differently. Name the command, dashboard or threshold.',
});

export const vagueStep = defineRule<VagueStep>({
  meta: {
    name: 'vague-step',
    summary: 'An instruction that does not say what to do',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'procedures',
    judges: 'entry',
    role: 'steps',
  },
  *find(context) {
    const { runbook } = context;
    const entryAt = entryFinder(runbook);
    for (const { line, span, words } of phrasesInSteps(context, phrases)) {
      if (isConcrete(runbook, line)) continue;
      const entry = entryAt(span);
      yield { span, phrase: words, ...(entry === undefined ? {} : { entry }) };
    }
  },
  message: ({ phrase }) => messages.of('vague', { phrase }),
});

/** Whether the item has code, a link, an identifier or a number; a step's title has what its body has. */
function isConcrete(runbook: Runbook, { span, title, step, procedure }: StepLine): boolean {
  if (title && (step.commands.length > 0 || step.subSteps.length > 0)) return true;
  const item =
    title && step.item === null
      ? { start: step.titleSpan.end, end: step.span.end }
      : step.item === null
        ? span
        : step.item.span;
  const words = wordsAt(runbook, item);
  // the number of the item itself does not count
  const rest = procedure.form === 'list' ? words.replace(/^\s*(?:\d+[.)]|[-*+])\s/, '') : words;
  return /[`\d]|\]\(|https?:|\]\[/.test(rest);
}
