/** What a run says to others when it ends: a summary for the incident channel, and a draft of the timeline. Markdown, in English. */
import { textOfWords } from '../document/run/plan';
import { inline, stoppedAt } from './record';
import type { StandingRun } from './run-state';
import { outcomeWords } from './status-words';
import { minutesBetween, utcMinute } from './times';

/** Some lines for a channel: what was run, how it ended, what is open. */
export function summaryOf(run: StandingRun): string {
  const { start, facts, plan, isTicked } = run;
  const until = facts.endedAt ?? facts.since;
  const status = facts.outcome === null ? 'in progress' : outcomeWords[facts.outcome].toLowerCase();
  const stopped = facts.outcome === null || facts.outcome === 'succeeded' ? '' : stoppedAt(run);
  const steps = plan.phases.flatMap((phase) => phase.steps);
  const count = (wanted: string): number =>
    steps.filter(({ id }) => facts.items.get(id)?.status === wanted).length;
  const name = start.entry === null ? start.title : `${start.entry} ${start.title}`;
  const notes = [...facts.notes.values()].flat();
  const open = plan.post?.boxes.filter(({ id }) => !isTicked(id)) ?? [];
  return [
    `**${start.drill ? 'Drill' : 'Run'} of ${inline(name)}: ${status}**${stopped === '' ? '' : ` at ${inline(stopped)}`}`,
    '',
    `- ${utcMinute(start.at)} to ${utcMinute(until)} UTC, ${String(minutesBetween(start.at, until))} min${facts.who === '' ? '' : `, ${inline(facts.who)}`}`,
    `- ${String(count('done'))} of ${String(steps.length)} steps done, ${String(count('failed'))} failed, ${String(count('skipped'))} skipped`,
    ...notes.slice(-5).map(({ text }) => `- ${inline(text)}`),
    ...(open.length === 0
      ? []
      : ['', 'To do:', '', ...open.map(({ words }) => `- [ ] ${inline(textOfWords(words))}`)]),
    '',
  ].join('\n');
}

/** One line for each thing that happened; ticks and copies are left out, they say little to who was not there. */
export function timelineOf({ start, journal, facts }: StandingRun): string {
  const told = journal.acts.filter(
    ({ act }) => !['go', 'tick', 'untick', 'copied', 'fill'].includes(act.act),
  );
  const lines = told.map(({ at, words, who }) => [utcMinute(at), inline(words), inline(who)] as const);
  const all = [
    [utcMinute(start.at), `Started ${start.drill ? 'the drill' : 'the run'}`, inline(start.who)] as const,
    ...lines,
  ];
  return [
    `| Time (UTC) | What happened${facts.who === '' ? '' : ' | Who'} |`,
    `| --- | ---${facts.who === '' ? '' : ' | ---'} |`,
    ...all.map(
      ([at, words, who]) =>
        `| ${at} | ${words.replaceAll('|', '\\|')}${facts.who === '' ? '' : ` | ${who}`} |`,
    ),
    '',
  ].join('\n');
}
