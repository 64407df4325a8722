/** Carries a runbook out with a person at a terminal: shows a place, asks what to do there. It never starts a command. */
import { cancel, intro, isCancel, log, multiselect, note, outro, select, text } from '@clack/prompts';
import type { RunAct } from '../../../../protocol/src/run';
import type { RunOutcome, RunView } from '../../../../protocol/src/run-view';
import type { RunSessions } from '../../run/run-sessions';
import { printableLines } from '../../text/printable';
import { boxLine, stepLines, wordsIn } from './print-run';

/** What a person chooses: an act, or to leave, end or fill something in. */
type Choice = RunAct | { readonly act: 'ticks' | 'leave' | 'finish' | 'ask-note' | 'ask-skip' | 'ask-fail' };

interface Option {
  readonly value: Choice;
  readonly label: string;
}

/** Goes on until the run has ended or the person leaves. The path of the record, or null for a run that is left. */
export async function goThrough(sessions: RunSessions, begun: RunView): Promise<string | null> {
  intro(printableLines(begun.entry === null ? begun.title : `${begun.entry}: ${begun.title}`));
  let view = begun;
  for (;;) {
    for (const notice of view.notices) log.warn(printableLines(notice));
    note(printableLines(linesAt(view).join('\n')), printableLines(view.position));
    const choice = await choose(optionsAt(view));
    if (choice === null || choice.act === 'leave') {
      cancel('The run is kept. Resume it with: runbook-md run FILE --resume');
      return null;
    }
    if (choice.act === 'finish') {
      const record = await finish(sessions, view);
      if (record !== null) return record;
      continue;
    }
    for (const act of await actsOf(choice, view)) view = await doAct(sessions, view, act);
  }
}

/** What a person picks; null where they want to leave. */
async function choose(offered: readonly Option[]): Promise<Choice | null> {
  const options = offered.map(({ label }, index) => ({ value: index, label }));
  const picked = await select<number>({ message: 'What now?', options });
  return isCancel(picked) ? null : (offered[picked]?.value ?? null);
}

async function doAct(sessions: RunSessions, view: RunView, act: RunAct): Promise<RunView> {
  const { view: after, refused } = await sessions.act(view.run, act);
  if (refused === null) return after;
  log.warn(printableLines([refused.message, ...refused.open.map((item) => `- ${item}`)].join('\n')));
  if (refused.why !== 'open-boxes' && refused.why !== 'open-dependency') return after;
  const reason = await ask('Reason (empty: no)');
  if (reason === '' || (act.act !== 'pass-gate' && act.act !== 'start-phase')) return after;
  return (await sessions.act(view.run, { ...act, reason })).view;
}

async function finish(sessions: RunSessions, { run }: RunView): Promise<string | null> {
  const outcome = await select<RunOutcome | 'back'>({
    message: 'How did it end?',
    options: [
      { value: 'succeeded', label: 'It succeeded' },
      { value: 'rolled-back', label: 'It was rolled back' },
      { value: 'failed', label: 'It failed' },
      { value: 'aborted', label: 'It was stopped' },
      { value: 'back', label: 'Continue' },
    ],
  });
  if (isCancel(outcome) || outcome === 'back') return null;
  const words = await ask('Note for the record (may be empty)');
  const { record, summary } = await sessions.end({ run, outcome, ...(words === '' ? {} : { note: words }) });
  note(printableLines(summary), 'Summary');
  outro(record === null ? 'The run file could not be written.' : 'The run file is written.');
  return record ?? '';
}

/** What is shown of the place where the person is. */
function linesAt(view: RunView): string[] {
  const { at } = view;
  const gates = [
    view.prerequisites,
    ...view.phases.map(({ gate }) => gate),
    ...view.rollbacks.map(({ gate }) => gate),
  ];
  switch (at.type) {
    case 'gate': {
      const gate = gates.find((one) => one?.id === at.gate);
      return [gate?.title ?? '', ...(gate?.boxes.map(boxLine) ?? [])];
    }
    case 'dependencies': {
      const phase = view.phases.find(({ id }) => id === at.phase);
      return (phase?.dependencies ?? []).map(
        ({ words, done }) => `${done === true ? '[x]' : '[ ]'} ${wordsIn(words)}`,
      );
    }
    case 'decision': {
      const decision = view.phases.find(({ id }) => id === at.phase)?.decision;
      return [decision?.title ?? '', wordsIn(decision?.escalation ?? [])].filter((line) => line !== '');
    }
    case 'step':
    case 'rollback': {
      const step = stepAt(view);
      return step === undefined ? ['All steps of the rollback are done.'] : stepLines(step);
    }
    case 'end':
      return ['Nothing is left to do but what comes afterwards.', ...(view.post?.boxes.map(boxLine) ?? [])];
  }
}

function stepAt({ at, phases, rollbacks }: RunView): RunView['phases'][number]['steps'][number] | undefined {
  if (at.type !== 'step' && at.type !== 'rollback') return undefined;
  return [...phases, ...rollbacks].flatMap(({ steps }) => steps).find(({ id }) => id === at.step);
}

function boxesAt(view: RunView): RunView['phases'][number]['steps'][number]['verification'] {
  const { at } = view;
  if (at.type !== 'gate')
    return at.type === 'end' ? (view.post?.boxes ?? []) : (stepAt(view)?.verification ?? []);
  const gates = [
    view.prerequisites,
    ...view.phases.map(({ gate }) => gate),
    ...view.rollbacks.map(({ gate }) => gate),
  ];
  return gates.find((one) => one?.id === at.gate)?.boxes ?? [];
}

function optionsAt(view: RunView): Option[] {
  const ticks: Option[] =
    boxesAt(view).length === 0 ? [] : [{ value: { act: 'ticks' }, label: 'Tick boxes' }];
  const rest: Option[] = [
    { value: { act: 'ask-note' }, label: 'Write a note' },
    { value: { act: 'finish' }, label: 'End the run' },
    { value: { act: 'leave' }, label: 'Leave, and resume later' },
  ];
  return [...ticks, ...ownOptions(view), ...rollbackOptions(view), ...rest];
}

function ownOptions(view: RunView): Option[] {
  const { at } = view;
  switch (at.type) {
    case 'gate':
      return [{ value: { act: 'pass-gate', gate: at.gate }, label: 'Continue' }];
    case 'dependencies':
      return [{ value: { act: 'start-phase', phase: at.phase }, label: 'Begin the phase' }];
    case 'decision': {
      const decision = view.phases.find(({ id }) => id === at.phase)?.decision;
      const branches = decision?.branches ?? [];
      const none: Option = {
        value: { act: 'decide', decision: at.decision, branch: 'none-of-these' },
        label: 'None of these: continue',
      };
      return [
        ...branches.map(({ id, condition, then }): Option => ({
          value: { act: 'decide', decision: at.decision, branch: id },
          label: printableLines([wordsIn(condition), wordsIn(then)].filter((part) => part !== '').join(': ')),
        })),
        none,
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
        : [{ value: { act: 'complete-step', step: at.step }, label: 'Done' }];
    case 'end':
      return [];
  }
}

function rollbackOptions(view: RunView): Option[] {
  const { at } = view;
  if (at.type !== 'step') return [];
  const phase = view.phases.find(({ id }) => id === at.phase);
  const ways = new Set([stepAt(view)?.rollback, phase?.rollback, view.rollback]);
  return view.rollbacks
    .filter(({ id }) => ways.has(id))
    .map(({ id, title }) => ({
      value: { act: 'start-rollback', rollback: id },
      label: printableLines(`Roll back: ${title}`),
    }));
}

async function actsOf(choice: Choice, view: RunView): Promise<RunAct[]> {
  const { at } = view;
  const step = at.type === 'step' ? at.step : '';
  switch (choice.act) {
    case 'ticks':
      return ticksOf(view);
    case 'ask-note': {
      const words = await ask('Note');
      return words === '' ? [] : [{ act: 'note', on: step === '' ? null : step, text: words }];
    }
    case 'ask-fail': {
      const words = await ask('What failed? (may be empty)');
      return [{ act: 'fail-step', step, ...(words === '' ? {} : { note: words }) }];
    }
    case 'ask-skip': {
      const reason = await ask('Why is it skipped?');
      return reason === '' ? [] : [{ act: 'skip-step', step, reason }];
    }
    case 'leave':
    case 'finish':
      return [];
    default:
      return [choice];
  }
}

async function ticksOf(view: RunView): Promise<RunAct[]> {
  const boxes = boxesAt(view);
  const chosen = await multiselect<string>({
    message: 'Which are true?',
    options: boxes.map(({ id, words }) => ({ value: id, label: printableLines(wordsIn(words)) })),
    initialValues: boxes.filter(({ ticked }) => ticked).map(({ id }) => id),
    required: false,
  });
  if (isCancel(chosen)) return [];
  return boxes
    .filter(({ id, ticked }) => chosen.includes(id) !== ticked)
    .map(({ id, ticked }) => ({ act: ticked ? ('untick' as const) : ('tick' as const), box: id }));
}

async function ask(message: string): Promise<string> {
  const answer = await text({ message, defaultValue: '' });
  return isCancel(answer) ? '' : answer.trim();
}
