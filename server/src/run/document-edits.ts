/**
 * What a run changes in its document, and nothing else: ticks, rows of the execution log, and Last Tested after a drill that
 * succeeded. An edit that is there already is none, so that it can be asked for again after the end of a process.
 */
import { changeLogRow } from '../authoring/entry-registers';
import { documentLastTested, isTestable, lastTested } from '../authoring/last-tested';
import { scopeOf } from '../document/run/plan-scope';
import { allBoxes, type PlanPhase, type RunPlan } from '../document/run/plan';
import type { CheckBox } from '../model/markdown';
import type { Runbook } from '../model/runbook';
import { lineEndingOf, type Edit } from '../text/edit';
import type { RecordedAct } from './acts';
import type { RunFacts } from './facts';
import { stepById } from './items';
import type { RunStart } from './journal';
import { phaseRow, runRow, type LogValues } from './log-edits';
import { outcomeWords, statusWords } from './status-words';
import { localMinute } from './times';

export interface EditedRun {
  readonly start: RunStart;
  readonly runbook: Runbook;
  /** Of the document as it stands, with the ids of the run. */
  readonly plan: RunPlan;
  readonly facts: RunFacts;
}

/** The edits that an act asks for and that the document does not have yet. */
export function editsOf(run: EditedRun, { act, effects }: RecordedAct): Edit[] {
  const edits: Edit[] = [];
  if (act.act === 'tick' || act.act === 'untick') {
    const box = allBoxes(run.plan).find(({ id }) => id === act.box)?.box ?? stepById(run.plan, act.box)?.box;
    edits.push(...setBox(box, act.act === 'tick'));
  }
  if (act.act === 'complete-step' || act.act === 'reopen-step')
    edits.push(...setBox(stepById(run.plan, act.step)?.box, act.act === 'complete-step'));
  for (const { item } of effects) {
    const phase = run.plan.phases.find(({ id }) => id === item);
    if (phase !== undefined) edits.push(...phaseRow(run.runbook, phase, rowOf(run, phase)));
  }
  if (act.act === 'end') edits.push(...editsOfEnd(run));
  return merged(run.runbook, edits);
}

function setBox(box: CheckBox | null | undefined, ticked: boolean): Edit[] {
  return box == null || box.checked === ticked ? [] : [{ span: box.span, newText: ticked ? '[x]' : '[ ]' }];
}

function rowOf({ facts }: EditedRun, phase: PlanPhase): LogValues {
  const own = facts.items.get(phase.id);
  const status = own?.status ?? 'open';
  const minute = (at: string | null | undefined): string => (at == null ? '' : localMinute(at));
  return {
    started: minute(own?.startedAt),
    completed: minute(own?.completedAt),
    status: statusWords[status],
    who: facts.who,
    notes: notesOn(facts, phase),
  };
}

/** Why a phase is not as it should be: reasons and notes, those of its steps and its way back too. */
export function notesOn(facts: RunFacts, phase: PlanPhase): string[] {
  const gate = phase.gate === null ? undefined : facts.gates.get(phase.gate.id);
  const passed =
    gate === undefined || gate.reason.trim() === ''
      ? []
      : [`Gate passed with open items: ${gate.reason.trim()}`];
  const ids = [
    phase.id,
    ...phase.steps.map(({ id }) => id),
    ...(phase.rollback === null ? [] : [phase.rollback]),
  ];
  return [...passed, ...ids.flatMap((id) => facts.notes.get(id) ?? []).map(({ text }) => text)];
}

function editsOfEnd(run: EditedRun): Edit[] {
  const { start, runbook, facts } = run;
  const { endedAt, outcome } = facts;
  if (endedAt === null || outcome === null) return [];
  const scope = scopeOf(runbook, start.entry);
  if (scope === null) return [];
  const note = (facts.notes.get('') ?? []).at(-1)?.text ?? '';
  const rows = run.plan.phases.some(({ key }) => key !== '')
    ? []
    : runRow(runbook, scope.span, start.drill ? 'Drill' : 'Run', {
        started: localMinute(start.at),
        completed: localMinute(endedAt),
        status: outcomeWords[outcome],
        who: facts.who,
        notes: [start.drill ? 'Drill' : '', note].filter((one) => one !== ''),
      });
  if (!start.drill || outcome !== 'succeeded') return rows;
  const today = localMinute(endedAt).slice(0, 10);
  if (scope.entry === null) {
    const tested = documentLastTested(runbook, today);
    return tested === null ? rows : [...rows, tested];
  }
  if (!isTestable(runbook, scope.entry)) return rows;
  const logged = rows.length > 0 ? [] : loggedDrill(runbook, scope.entry.id.text, scope.entry.title, today);
  return [...rows, lastTested(runbook, scope.entry, today), ...logged];
}

/** A row of the change log, where the file has one, unless it is there. */
function loggedDrill(runbook: Runbook, id: string, title: string, today: string): Edit[] {
  const change = `Tested ${title === '' ? 'the entry' : title} in a drill`;
  const lines = runbook.text.split('\n');
  if (lines.some((line) => line.includes(today) && line.includes(id) && line.includes(change))) return [];
  const row = changeLogRow(runbook, { id, today, change });
  if (row === null) return [];
  const { offset, newText } = row;
  return [
    { span: { start: offset, end: offset }, newText: newText.replaceAll('\n', lineEndingOf(runbook.text)) },
  ];
}

/** Edits that change something, each once. */
function merged({ text }: Runbook, edits: readonly Edit[]): Edit[] {
  return edits.filter(
    ({ span, newText }, index) =>
      text.slice(span.start, span.end) !== newText &&
      edits.findIndex((one) => one.span.start === span.start && one.newText === newText) === index,
  );
}
