/** The questions that the page asks by itself. What the server asks comes with its refusal. */
import type { RunAct, RunRefusal } from '../../../protocol/src/run.js';
import type { RunOutcome } from '../../../protocol/src/run-view.js';
import type { RunPageMessage } from '../run/page-messages.js';
import type { Question } from './question.js';
import { hereIn, stepTitle, waysBack, type Scene } from './scene.js';

const say = (act: RunAct): RunPageMessage => ({ type: 'act', act });

/** Whether a refused act happens with a reason, and how it is asked for then. */
export function reasonQuestion(
  act: RunAct,
  { why, message, open }: RunRefusal,
  scene: Scene,
): Question | undefined {
  if (why !== 'open-boxes' && why !== 'open-dependency' && why !== 'no-reason') return undefined;
  const withReason = (reason: string): RunAct | undefined => {
    switch (act.act) {
      case 'pass-gate':
      case 'start-phase':
      case 'start-rollback':
      case 'skip-step':
        return { ...act, reason };
      case 'complete-step':
      case 'complete-rollback':
        return { ...act, note: reason };
      default:
        return undefined;
    }
  };
  if (withReason('') === undefined) return undefined;
  return {
    title: message,
    message: '',
    items: open,
    answers: [
      {
        label: scene.words.goOnWithReason,
        message: (typed) => say(withReason(typed) ?? act),
        tone: 'danger',
      },
    ],
    input: { label: scene.words.reason, isRequired: true },
  };
}

export function failQuestion(step: string, { words }: Scene): Question {
  return {
    title: words.failTitle,
    message: '',
    items: [],
    answers: [
      {
        label: words.failed,
        tone: 'danger',
        message: (note) => say({ act: 'fail-step', step, ...(note === '' ? {} : { note }) }),
      },
    ],
    input: { label: words.whatHappened, isRequired: false },
  };
}

export function skipQuestion(step: string, { words }: Scene): Question {
  return {
    title: words.skipTitle,
    message: '',
    items: [],
    answers: [{ label: words.skip, message: (reason) => say({ act: 'skip-step', step, reason }) }],
    input: { label: words.reason, isRequired: true },
  };
}

/** The ways back from here, the nearest first. */
export function rollbackQuestion({ words, view }: Scene): Question {
  return {
    title: words.rollbackTitle,
    message: words.rollbackHelp,
    items: [],
    answers: waysBack(view).map(({ id, title }) => ({
      label: title === '' ? words.rollBack : title,
      tone: 'danger',
      message: (reason) => say({ act: 'start-rollback', rollback: id, ...(reason === '' ? {} : { reason }) }),
    })),
    input: { label: words.reason, isRequired: false },
  };
}

export function noteQuestion({ words, view }: Scene): Question {
  const { phase, step } = hereIn(view);
  const about = step === undefined ? (phase?.title ?? '') : stepTitle(step, words);
  return {
    title: words.noteTitle,
    message: about,
    items: [],
    answers: [
      { label: words.note, message: (text) => say({ act: 'note', on: step?.id ?? phase?.id ?? null, text }) },
    ],
    input: { label: words.noteLabel, isRequired: true },
  };
}

export function whoQuestion({ words, view }: Scene): Question {
  return {
    title: words.whoTitle,
    message: '',
    items: [],
    answers: [{ label: words.keep, message: (who) => say({ act: 'who', who }) }],
    input: { label: words.whoLabel, isRequired: true, value: view.who },
  };
}

/** Who was called: up to nine levels have a key. */
export function callQuestion({ words, view }: Scene): Question {
  return {
    title: words.callTitle,
    message: words.callHelp,
    items: [],
    answers: view.escalation.levels.map(({ title }, level) => ({
      label: title,
      message: (note) => say({ act: 'call', level, ...(note === '' ? {} : { note }) }),
    })),
    input: { label: words.noteLabel, isRequired: false },
  };
}

export function endQuestion({ words, view }: Scene): Question {
  const end = (outcome: RunOutcome): Question['answers'][number] => ({
    label: outcomeWords(outcome, words),
    message: (note) => ({ type: 'end', outcome, note }),
  });
  return {
    title: view.drill ? words.endDrillTitle : words.endTitle,
    message: words.endHelp,
    items: [],
    answers: (['succeeded', 'failed', 'rolled-back', 'aborted'] as const).map(end),
    input: { label: words.noteLabel, isRequired: false },
  };
}

export function outcomeWords(outcome: RunOutcome, words: Scene['words']): string {
  return {
    succeeded: words.succeeded,
    failed: words.failedRun,
    'rolled-back': words.rolledBack,
    aborted: words.aborted,
  }[outcome];
}
