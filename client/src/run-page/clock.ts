/** Times as people read them at a glance, and which level of escalation is due. Knows no page. */
import type { RunEscalation } from '../../../protocol/src/run-view.js';
import { fill } from '../page-parts/dom.js';

/** Whole minutes from a time of ISO 8601 to another one, in milliseconds; never below none. */
export function minutesSince(time: string, now: number): number {
  const began = Date.parse(time);
  return Number.isNaN(began) ? 0 : Math.max(0, Math.floor((now - began) / 60_000));
}

export interface DurationWords {
  /** `{0} min` */
  readonly minutes: string;
  /** `{0} h {1} min` */
  readonly hours: string;
  /** `{0} d {1} h` */
  readonly days: string;
}

/** `41 min`, `2 h 5 min`, `3 d 4 h` */
export function durationWords(minutes: number, words: DurationWords): string {
  if (minutes < 60) return fill(words.minutes, minutes);
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return fill(words.hours, hours, minutes % 60);
  return fill(words.days, Math.floor(hours / 24), hours % 24);
}

/** `03:12` in the time of the one who reads; with the date where it is another day. */
export function timeWords(time: string, now: number, language: string): string {
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) return '';
  const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  return at.toDateString() === new Date(now).toDateString()
    ? at.toLocaleTimeString(language, clock)
    : at.toLocaleString(language, { ...clock, year: 'numeric', month: '2-digit', day: '2-digit' });
}

/** Index of the highest level whose time has come, by the minutes that the run takes; -1 where none has. */
export function levelDue(levels: readonly RunEscalation[], minutes: number): number {
  return levels.findLastIndex(({ afterMinutes }) => afterMinutes !== null && afterMinutes <= minutes);
}
