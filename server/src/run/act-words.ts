/** An act in words, for the record and the timeline: English, since a record is read by others than who wrote it. */
import type { AnyAct } from './acts';
import type { RunItem } from './items';
import { outcomeWords } from './status-words';

/** `items`: those of the run, which have the titles. */
export function wordsOfAct(act: AnyAct, items: readonly RunItem[]): string {
  const name = (id: string): string => nameOf(items, id);
  const because = (reason: string | undefined): string =>
    reason === undefined || reason.trim() === '' ? '' : `: ${oneLine(reason)}`;
  switch (act.act) {
    case 'tick':
      return `Ticked "${name(act.box)}"`;
    case 'untick':
      return `Cleared "${name(act.box)}"`;
    case 'pass-gate':
      return act.reason === undefined || act.reason.trim() === ''
        ? `Passed ${name(act.gate)}`
        : `Passed ${name(act.gate)} with open items${because(act.reason)}`;
    case 'start-phase':
      return `Started ${name(act.phase)}${because(act.reason)}`;
    case 'complete-step':
      return `Done: ${name(act.step)}${because(act.note)}`;
    case 'fail-step':
      return `Failed: ${name(act.step)}${because(act.note)}`;
    case 'skip-step':
      return `Skipped: ${name(act.step)}${because(act.reason)}`;
    case 'reopen-step':
      return `Opened again: ${name(act.step)}`;
    case 'decide':
      return `Decided: ${act.branch === 'none-of-these' ? 'none of the branches, went on' : name(act.branch)}${because(act.note)}`;
    case 'start-rollback':
      return `Started ${name(act.rollback)}${because(act.reason)}`;
    case 'complete-rollback':
      return `Completed ${name(act.rollback)}${because(act.note)}`;
    case 'go':
      return 'Went to another place';
    case 'note':
      return act.on === null ? `Note: ${oneLine(act.text)}` : `Note on ${name(act.on)}: ${oneLine(act.text)}`;
    case 'call':
      return `Called level ${String(act.level + 1)} of the escalation${because(act.note)}`;
    case 'fill':
      return `Filled in ${Object.keys(act.values).join(', ')}`;
    case 'sent':
      return `Put a command into the terminal, not run, for ${name(stepOf(act.command))}`;
    case 'copied':
      return `Copied a command of ${name(stepOf(act.command))}`;
    case 'who':
      return `Taken over by ${act.who === '' ? 'somebody else' : act.who}`;
    case 'pause':
      return 'Paused';
    case 'resume':
      return 'Went on';
    case 'end':
      return `Ended: ${outcomeWords[act.outcome]}${because(act.note)}`;
  }
}

/** The step of a command: `p2.s3` of `p2.s3.c1`. */
export function stepOf(command: string): string {
  return command.slice(0, Math.max(0, command.lastIndexOf('.')));
}

/** `Phase 2, step 3: Restart the pool`, as far as an item has this. */
export function nameOf(items: readonly RunItem[], id: string): string {
  const item = items.find((one) => one.id === id);
  if (item === undefined) return 'something that is no longer in the runbook';
  const { type, number, title, parent } = item;
  const around = items.find((one) => one.id === parent);
  switch (type) {
    case 'phase':
      return number === '' ? title || 'the steps' : `Phase ${number}: ${title}`;
    case 'step': {
      const own = number === '' ? title : `step ${number}: ${title}`;
      if (around?.type === 'rollback')
        return own === around.title ? nameOf(items, around.id) : `${around.title}, ${own}`;
      return around === undefined || around.number === '' ? capital(own) : `Phase ${around.number}, ${own}`;
    }
    case 'gate':
    case 'rollback':
      return around === undefined || around.title === title
        ? title
        : `${title} of ${nameOf(items, around.id)}`;
    case 'box':
    case 'decision':
    case 'branch':
      return title;
  }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
