/** Times of a run as people write them. */

/** `2026-11-30 03:12` of an instant, in UTC. */
export function utcMinute(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}

/** Whole minutes between two instants. */
export function minutesBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));
}

/** `2026-11-30 03:12` of an instant, where the machine is. */
export function localMinute(at: string): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [String(date.getFullYear()), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
