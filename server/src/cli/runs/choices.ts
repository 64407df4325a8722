/** What a person may choose at a place of a run. Knows nothing of how it is asked. */
import type { RunAct } from '../../../../protocol/src/run';
import type { RunView } from '../../../../protocol/src/run-view';
import { printableLines } from '../../text/printable';
import { boxesAt, stepAt } from './places';
import { wordsIn } from './print-run';
import type { Offer } from './prompts';

/** An act, or something that takes a question more. */
export type Choice =
  | RunAct
  | {
      readonly act:
        'ticks' | 'leave' | 'finish' | 'ask-note' | 'ask-skip' | 'ask-fail' | 'ask-call' | 'ask-reopen';
    };

/** The choices at the place of a run, the likeliest first. */
export function choicesAt(view: RunView): Offer<Choice>[] {
  const { escalation } = view;
  const ticks: Offer<Choice>[] =
    boxesAt(view).length === 0 ? [] : [{ value: { act: 'ticks' }, label: 'Tick boxes' }];
  const call: Offer<Choice>[] =
    escalation.levels.length === 0 ? [] : [{ value: { act: 'ask-call' }, label: 'Whom to call' }];
  const reopen: Offer<Choice>[] =
    closedSteps(view).length === 0 ? [] : [{ value: { act: 'ask-reopen' }, label: 'Open a step again' }];
  return [
    ...ticks,
    ...ownChoices(view),
    ...rollbackChoices(view),
    ...call,
    ...reopen,
    { value: { act: 'ask-note' }, label: 'Write a note' },
    { value: { act: 'finish' }, label: 'End the run' },
    { value: { act: 'leave' }, label: 'Leave, and resume later' },
  ];
}

/** Steps that were done, failed or skipped. */
export function closedSteps({ phases }: RunView): Offer<RunAct>[] {
  return phases
    .flatMap(({ steps }) => steps)
    .filter(({ status, lost }) => ['done', 'failed', 'skipped'].includes(status) && !lost)
    .map(({ id, number, title }) => ({
      value: { act: 'reopen-step', step: id },
      label: printableLines(`${number === '' ? '' : `${number}. `}${title}`),
    }));
}

/** Whom to call, with who is due so many minutes after the start. */
export function levels({ escalation }: RunView, minutes: number): Offer<number>[] {
  return escalation.levels.map(({ title, words, afterMinutes }, index) => {
    const due =
      afterMinutes === null
        ? ''
        : afterMinutes <= minutes
          ? ' (due now)'
          : ` (after ${String(afterMinutes)} min)`;
    const said = [title, wordsIn(words)].filter((part) => part !== '').join(': ');
    return { value: index, label: printableLines(`${said}${due}`) };
  });
}

function ownChoices(view: RunView): Offer<Choice>[] {
  const { at } = view;
  switch (at.type) {
    case 'gate':
      return [{ value: { act: 'pass-gate', gate: at.gate }, label: 'Continue' }];
    case 'dependencies':
      return [{ value: { act: 'start-phase', phase: at.phase }, label: 'Begin the phase' }];
    case 'decision': {
      const branches = view.phases.find(({ id }) => id === at.phase)?.decision?.branches ?? [];
      return [
        ...branches.map(({ id, condition, then }): Offer<Choice> => ({
          value: { act: 'decide', decision: at.decision, branch: id },
          label: printableLines([wordsIn(condition), wordsIn(then)].filter((part) => part !== '').join(': ')),
        })),
        {
          value: { act: 'decide', decision: at.decision, branch: 'none-of-these' },
          label: 'None of these: continue',
        },
      ];
    }
    case 'step':
      return [
        { value: { act: 'complete-step', step: at.step }, label: 'Done' },
        { value: { act: 'ask-fail' }, label: 'It failed' },
        { value: { act: 'ask-skip' }, label: 'Skip it' },
      ];
    case 'rollback':
      return at.step === null
        ? [{ value: { act: 'complete-rollback', rollback: at.rollback }, label: 'The rollback is complete' }]
        : [
            { value: { act: 'complete-step', step: at.step }, label: 'Done' },
            { value: { act: 'ask-fail' }, label: 'It failed' },
            { value: { act: 'ask-skip' }, label: 'Skip it' },
          ];
    case 'end':
      return [];
  }
}

/** The ways back from here: of the step, of its phase, of all. */
function rollbackChoices(view: RunView): Offer<Choice>[] {
  const { at } = view;
  const isBack = at.type === 'rollback' || (at.type === 'gate' && at.phase === null);
  if (isBack || at.type === 'end') return [];
  const phase = view.phases.find(({ id }) => id === at.phase);
  const ways = new Set([stepAt(view)?.rollback, phase?.rollback, view.rollback]);
  return view.rollbacks
    .filter(({ id }) => ways.has(id))
    .map(({ id, title }) => ({
      value: { act: 'start-rollback', rollback: id },
      label: printableLines(`Roll back: ${title}`),
    }));
}
