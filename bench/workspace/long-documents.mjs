/** Documents that are longer than anybody should write: those that show how the time for a keystroke grows. */
import { runSection } from './documents/run-entry.mjs';
import { sotFile } from './documents/sot-file.mjs';
import { meetingNotes } from './documents/ordinary.mjs';
import { Random } from './random.mjs';
import { title } from './words.mjs';

/** @typedef {import('./plan.mjs').Plan} Plan */
/** @typedef {import('./plan.mjs').PlannedEntry} PlannedEntry */

/** Above all numbers of a workspace of 10,000 files. */
const firstNumber = 5000;

/**
 * A runbook of so many lines, or a few more: runbook entries that lead to each other and to the alerts of the
 * workspace.
 * @param {Plan} plan the workspace that it will be in
 * @param {string} file its path there
 * @param {number} lines
 * @returns {string}
 */
export function longRunbook({ services }, file, lines) {
  const random = new Random(`long ${lines}`);
  /** @type {PlannedEntry[]} */
  const entries = [];
  /** @type {string[]} */
  const bodies = [];
  let length = frameLines;
  while (length < lines) {
    const number = entries.length;
    const entry = { id: `RUN-${firstNumber + number}`, title: title(random), file };
    const trigger = services[number % services.length]?.alerts[0];
    if (trigger === undefined) throw new RangeError('A workspace has at least one service.');
    const related = entries.slice(-2);
    const body = runSection({ random, entry, category: 'Incident Response', trigger, related, steps: 4 });
    entries.push(entry);
    bodies.push(body);
    // its text, its separator, its navigation bullet and its row in the change log
    length += body.split('\n').length + 4;
  }
  return sotFile({ random, file, title: 'All runbooks', entries, bodies });
}

/** Front matter, headings and tables around the entries. */
const frameLines = 26;

/**
 * A document of so many bytes, or a few more: notes that nobody ever split.
 * @param {Plan} plan the workspace that it will be in
 * @param {string} file its path there
 * @param {number} bytes
 * @returns {string}
 */
export function hugeNotes({ services, shared }, file, bytes) {
  const random = new Random('huge');
  /** @type {string[]} */
  const parts = [];
  let length = 0;
  while (length < bytes) {
    const service = random.pick(services);
    const part = meetingNotes(random, {
      file,
      neighbours: [service.runs[0].file],
      entries: [service.runs[0], service.alerts[0]],
      mentions: [shared],
    });
    parts.push(part);
    length += part.length;
  }
  return parts.join('\n');
}
