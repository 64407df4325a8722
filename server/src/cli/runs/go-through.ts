/** Carries a runbook out with a person at a terminal: shows a place, asks what to do there. It never starts a command. */
import type { RunAct, RunEnd } from '../../../../protocol/src/run';
import type { RunOutcome, RunView } from '../../../../protocol/src/run-view';
import type { RunSessions } from '../../run/run-sessions';
import { minutesBetween } from '../../run/times';
import { printable, printableLines } from '../../text/printable';
import { choicesAt, closedSteps, levels, type Choice } from './choices';
import { boxesAt, linesAt, stepAt } from './places';
import { wordsIn } from './print-run';
import type { Offer, Prompts } from './prompts';

const outcomes: readonly Offer<RunOutcome | 'back'>[] = [
  { value: 'succeeded', label: 'It succeeded' },
  { value: 'rolled-back', label: 'It was rolled back' },
  { value: 'failed', label: 'It failed' },
  { value: 'aborted', label: 'It was stopped' },
  { value: 'back', label: 'Not yet: continue' },
];

/**
 * Continues until the run has ended or the person leaves. The path of the record; null for a run that is left. `resuming`: the
 * command that resumes it.
 */
export async function goThrough(
  sessions: RunSessions,
  begun: RunView,
  prompts: Prompts,
  resuming: string,
): Promise<string | null> {
  prompts.begin(printableLines(begun.entry === null ? begun.title : `${begun.entry}: ${begun.title}`));
  // the process ended before all of its end was written, which has been made up for
  if (begun.endedAt !== null) return tellEnd(sessions.texts(begun.run), prompts);
  let view = begun;
  for (;;) {
    for (const notice of view.notices) prompts.warn(printableLines(notice));
    prompts.show(printableLines(linesAt(view).join('\n')), printableLines(view.position));
    const choice = await prompts.pick('What now?', choicesAt(view));
    if (choice === null || choice.act === 'leave') {
      prompts.leave(printable(`The run is kept. Resume it with: ${resuming}`));
      return null;
    }
    if (choice.act === 'finish') {
      const record = await finish(sessions, view, prompts);
      if (record !== null) return record;
      continue;
    }
    for (const act of await actsOf(choice, view, prompts)) view = await doAct(sessions, view, act, prompts);
  }
}

async function doAct(
  sessions: RunSessions,
  { run }: RunView,
  act: RunAct,
  prompts: Prompts,
): Promise<RunView> {
  const { view, refused } = await sessions.act(run, act);
  if (refused === null) return view;
  prompts.warn(printableLines([refused.message, ...refused.open.map((item) => `- ${item}`)].join('\n')));
  if (refused.why !== 'open-boxes' && refused.why !== 'open-dependency') return view;
  const reason = await prompts.ask('Reason (empty: no)');
  if (reason === '' || (act.act !== 'pass-gate' && act.act !== 'start-phase')) return view;
  return (await sessions.act(run, { ...act, reason })).view;
}

async function finish(sessions: RunSessions, { run }: RunView, prompts: Prompts): Promise<string | null> {
  const outcome = await prompts.pick('How did it end?', outcomes);
  if (outcome === null || outcome === 'back') return null;
  const words = await prompts.ask('Note for the record (may be empty)');
  return tellEnd(await sessions.end({ run, outcome, ...(words === '' ? {} : { note: words }) }), prompts);
}

/** Shows what a run leaves; the place of its record, empty where there is none. */
function tellEnd(end: RunEnd, prompts: Prompts): string {
  prompts.show(printableLines(end.summary.trim()), 'Summary for the channel');
  prompts.show(printableLines(end.timeline.trim()), 'Timeline');
  for (const notice of end.record === null ? end.view.notices : []) prompts.warn(printableLines(notice));
  prompts.end(end.record === null ? 'The run file could not be written.' : 'The run file is written.');
  return end.record ?? '';
}

/** The acts of a choice, after what is to be asked for it; none where the person wants none. */
async function actsOf(choice: Choice, view: RunView, prompts: Prompts): Promise<readonly RunAct[]> {
  const step = stepAt(view)?.id ?? null;
  switch (choice.act) {
    case 'ticks':
      return ticksOf(view, prompts);
    case 'ask-note': {
      const words = await prompts.ask('Note');
      return words === '' ? [] : [{ act: 'note', on: step, text: words }];
    }
    case 'ask-fail': {
      const words = await prompts.ask('What failed? (may be empty)');
      return step === null ? [] : [{ act: 'fail-step', step, ...(words === '' ? {} : { note: words }) }];
    }
    case 'ask-skip': {
      const reason = await prompts.ask('Why is it skipped?');
      return reason === '' || step === null ? [] : [{ act: 'skip-step', step, reason }];
    }
    case 'ask-call': {
      const minutes = minutesBetween(view.startedAt, new Date().toISOString());
      const none = { value: -1, label: 'Nobody: back' };
      const level = await prompts.pick('Who was called?', [...levels(view, minutes), none]);
      return level === null || level < 0 ? [] : [{ act: 'call', level }];
    }
    case 'ask-reopen': {
      const act = await prompts.pick('Which step?', closedSteps(view));
      return act === null ? [] : [act];
    }
    case 'leave':
    case 'finish':
      return [];
    default:
      return [choice];
  }
}

async function ticksOf(view: RunView, prompts: Prompts): Promise<readonly RunAct[]> {
  const boxes = boxesAt(view);
  const taken = boxes.filter(({ ticked }) => ticked).map(({ id }) => id);
  const offers = boxes.map(({ id, words }) => ({ value: id, label: printableLines(wordsIn(words)) }));
  const chosen = await prompts.pickSeveral('Which are true?', offers, taken);
  if (chosen === null) return [];
  return boxes
    .filter(({ id, ticked }) => chosen.includes(id) !== ticked)
    .map(({ id, ticked }) => ({ act: ticked ? ('untick' as const) : ('tick' as const), box: id }));
}
