/**
 * The run file: a Markdown document that says what happened in a run, for people and, in its front matter, for the server.
 * English, since a record is read by others than who wrote it. The same run gives the same text.
 */
import { stringifyText } from './yaml-text';
import { allSteps, textOfWords, type PlanPhase, type PlanStep } from '../document/run/plan';
import { nameOf } from './act-words';
import { notesOn } from './document-edits';
import type { RunFacts } from './facts';
import { stepDigests } from './items';
import type { StandingRun } from './run-state';
import { outcomeWords, statusWords } from './status-words';
import { minutesBetween, utcMinute } from './times';

/** `link`: the way from the run file to the runbook. */
export function recordOf(run: StandingRun, link: string): string {
  const { start, facts, plan } = run;
  const endedAt = facts.endedAt ?? facts.since;
  const outcome = facts.outcome ?? 'aborted';
  const head = [
    'runbook: run',
    `of: ${stringifyText(link)}`,
    ...(start.entry === null ? [] : [`entry: ${start.entry}`]),
    `title: ${stringifyText(start.title)}`,
    `started: ${start.at}`,
    `ended: ${endedAt}`,
    `outcome: ${outcome}`,
    ...(outcome === 'succeeded' ? [] : [`stopped: ${stringifyText(stoppedAt(run))}`]),
    ...(start.drill ? ['drill: true'] : []),
    `who: ${stringifyText(facts.who)}`,
    'steps:',
    ...stepDigests(plan).map(
      ({ digest, title }) => `  - ${stringifyText(`${digest} ${oneLine(title).slice(0, 120)}`)}`,
    ),
  ];
  const name = start.entry === null ? start.title : `${start.entry}: ${start.title}`;
  const parts = [
    ['---', ...head, '---'].join('\n'),
    `# ${start.drill ? 'Drill' : 'Run'} of ${inline(name)}`,
    table(
      ['Field', 'Value'],
      [
        ['Runbook', `[${inline(start.path)}](${encodeURI(link)})`],
        ['Started', `${utcMinute(start.at)} UTC`],
        ['Completed', `${utcMinute(endedAt)} UTC`],
        ['Duration', `${String(minutesBetween(start.at, endedAt))} min`],
        ['Status', outcomeWords[outcome]],
        ['Who', inline(facts.who)],
      ],
    ),
    ...phaseTable(run),
    '## Steps',
    table(columns('Step'), stepRows(run)),
    ...openItems(run),
    ...whatHappened(run),
  ];
  return joined(parts);
}

/**
 * A run file with what was done since it was written: the steps and their digests stay as they were when the run ended, whatever
 * the runbook says by now.
 */
export function recordWithLater(record: string, run: StandingRun): string {
  const end = record.indexOf(`\n${eventsHeading}\n`);
  return end < 0 ? record : record.slice(0, end + 1) + joined(whatHappened(run));
}

const eventsHeading = '## What happened';

function whatHappened(run: StandingRun): string[] {
  const { facts, journal } = run;
  const lines = journal.acts
    .filter(({ act }) => act.act !== 'go')
    .map(
      ({ at, who, words }) =>
        `- ${utcMinute(at)} ${inline(words)}${who === facts.who || who === '' ? '' : ` (${inline(who)})`}`,
    );
  return [eventsHeading, lines.join('\n'), ...afterwards(run)];
}

function joined(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function columns(first: string): string[] {
  return [first, 'Started', 'Completed', 'Status', 'Who', 'Notes'];
}

function phaseTable({ plan, facts }: StandingRun): string[] {
  const named = plan.phases.filter(({ title }) => title !== '');
  if (named.length === 0) return [];
  const rows = named.map((phase): string[] => {
    const requires = phase.dependencies
      .flatMap(({ phases }) => phases)
      .map((id) => plan.phases.find((one) => one.id === id)?.number ?? '')
      .filter((number) => number !== '');
    const [first = '', ...rest] = rowOf(facts, phase.id, labelOf(phase), notesOn(facts, phase));
    return [first, requires.join(', '), ...rest];
  });
  return ['## Phases', table(['Phase', 'Requires', ...columns('').slice(1)], rows)];
}

function labelOf({ number, title }: PlanPhase): string {
  return number === '' ? title : `Phase ${number}: ${title}`;
}

function stepRows(run: StandingRun): string[][] {
  const { plan, facts, lost } = run;
  const phases = plan.phases
    .filter(({ id }) => !wasDone(facts, id))
    .flatMap((phase) => phase.steps.map((step) => stepRow(run, step, phase.number)));
  const back = plan.rollbacks
    .filter(({ id }) => (facts.items.get(id)?.status ?? 'open') !== 'open')
    .flatMap(({ title, steps }) =>
      steps.map((step) => stepRow(run, { ...step, title: withLead(title, step) }, '')),
    );
  const gone = lost
    .filter(({ id, type }) => type === 'step' && facts.items.has(id))
    .map(({ id, number, title }) => {
      const notes = (facts.notes.get(id) ?? []).map(({ text }) => text);
      return rowOf(facts, id, `${number === '' ? '' : `${number} `}${title}`, [
        ...notes,
        'No longer in the runbook',
      ]);
    });
  return [...phases, ...back, ...gone];
}

/** Whether a phase was done when the run began. */
function wasDone(facts: RunFacts, phase: string): boolean {
  const own = facts.items.get(phase);
  return own?.startedAt === null && own.status === 'done';
}

function withLead(rollback: string, { title }: PlanStep): string {
  return title === rollback ? title : `${rollback}: ${title}`;
}

function stepRow({ facts, isTicked }: StandingRun, step: PlanStep, phase: string): string[] {
  const { id, number, title, verification } = step;
  const name = [phase, number].filter((part) => part !== '').join('.');
  const ticked = verification.filter((box) => isTicked(box.id)).length;
  const verified =
    verification.length === 0 ? [] : [`${String(ticked)} of ${String(verification.length)} verified`];
  const notes = (facts.notes.get(id) ?? []).map(({ text }) => text);
  return rowOf(facts, id, `${name === '' ? '' : `${name} `}${title}`, [...verified, ...notes]);
}

function rowOf(facts: RunFacts, id: string, name: string, notes: readonly string[]): string[] {
  const own = facts.items.get(id);
  const time = (at: string | null | undefined): string => (at == null ? '' : utcMinute(at));
  const before = own?.startedAt === null && own.status === 'done' ? ['Done before this run'] : [];
  return [
    inline(name),
    time(own?.startedAt),
    time(own?.completedAt),
    statusWords[own?.status ?? 'open'],
    own === undefined ? '' : inline(facts.who),
    [...before, ...notes].map(inline).join('; '),
  ];
}

/** Boxes of gates that were passed all the same, with the reason. */
function openItems({ plan, facts, isTicked }: StandingRun): string[] {
  const gates = [
    plan.prerequisites,
    ...plan.phases.map(({ gate }) => gate),
    ...plan.rollbacks.map(({ gate }) => gate),
  ];
  const lines = gates.flatMap((gate) => {
    const passed = gate === null ? undefined : facts.gates.get(gate.id);
    if (gate === null || passed === undefined || passed.reason.trim() === '') return [];
    const open = gate.boxes.filter((box) => !isTicked(box.id));
    return open.map(
      ({ words }) => `- ${inline(gate.title)}: ${inline(textOfWords(words))} (${inline(passed.reason)})`,
    );
  });
  return lines.length === 0 ? [] : ['## Open when continuing', lines.join('\n')];
}

function afterwards({ plan, isTicked }: StandingRun): string[] {
  if (plan.post === null) return [];
  const boxes = plan.post.boxes.map(
    ({ id, words }) => `- [${isTicked(id) ? 'x' : ' '}] ${inline(textOfWords(words))}`,
  );
  return ['## Afterwards', boxes.join('\n')];
}

/** `Phase 2, step 3`: the step that failed, or the last one that was begun. */
export function stoppedAt({ facts, plan, items }: StandingRun): string {
  const steps = allSteps(plan).filter(({ id }) => facts.items.has(id));
  const forth = steps.filter(
    ({ id }) => !plan.rollbacks.some((rollback) => rollback.steps.some((step) => step.id === id)),
  );
  const failed = forth.findLast(({ id }) =>
    ['failed', 'rolled-back'].includes(facts.items.get(id)?.status ?? ''),
  );
  const last = failed ?? forth.findLast(({ id }) => facts.items.get(id)?.status !== 'skipped');
  if (last === undefined) return '';
  const name = nameOf(items, last.id);
  return last.number === '' ? name : name.slice(0, name.length - last.title.length).replace(/: $/, '');
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Words as plain text in a line of Markdown: nothing of them is a mark. */
export function inline(words: string): string {
  return oneLine(words).replace(/[\\`*_[\]<>~]/g, '\\$&');
}

function oneLine(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
