/** How old a date is, for rules that speak of one when it is too old, and then say its age. */
import { dayAfter, daysBetween } from '../../document/fields/dates';
import type { RuleContext } from '../rule';

/**
 * Days from a date `YYYY-MM-DD` to today, negative for one ahead; `limit`: the most that is not spoken of. Tells when that
 * changes: on the day behind the limit, and on each one from then on.
 */
export function ageOf(date: string, limit: number, { today, changesOn }: RuleContext): number {
  const age = daysBetween(date, today);
  changesOn(dayAfter(today, Math.max(1, limit + 1 - age)));
  return age;
}
