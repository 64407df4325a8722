/** Durations as authors write them: `2h`, `1.5 days`, `30-45 minutes`, `1h 30m`, `30 Minuten`, `2時間30分`. Knows nothing of where they stand. */

/** A duration in parts, since a day may mean 24 hours or a working day. */
export type Duration = readonly DurationPart[];

interface DurationPart {
  readonly unit: Unit;
  /** How many units at least and at most; equal unless a range is written. */
  readonly least: number;
  readonly most: number;
}

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month';

/** How many hours a day and a week, how many weeks a month may mean. */
export interface Calendar {
  readonly day: number;
  readonly week: number;
}

/** Round the clock, working hours, and days round the clock in working weeks. */
export const calendars: readonly Calendar[] = [
  { day: 24, week: 168 },
  { day: 8, week: 40 },
  { day: 24, week: 120 },
];

/** What a unit begins with; the first that fits counts. */
const units: readonly (readonly [RegExp, Unit])[] = [
  [/^(?:mo|mes|か月|ヶ月|カ月|ヵ月|개월|달)/i, 'month'],
  [/^(?:w|sem|週|주)/i, 'week'],
  [/^(?:st|h|時間|시간)/i, 'hour'],
  [/^(?:s|秒|초)/i, 'second'],
  [/^(?:m|分|분)/i, 'minute'],
  [/^(?:d|t|j|日|일)/i, 'day'],
];

const numbers =
  'half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|an?|\\d{1,5}(?:[.,]\\d{1,3})?';
// `1h30m` is two parts that touch: a digit may follow one letter
const partPattern = new RegExp(
  `(?<![A-Za-z_]{2}|[\\d.])(?:(${numbers})\\s?(?:-|–|—|to)\\s?)?(${numbers})[\\s-]?(?:(?:an?|of an|working|business|calendar)\\s)?` +
    '(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mo' +
    '|sekunden?|minuten?|stunden?|std\\.?|tage?n?|wochen?|monate?n?|segundos?|minutos?|horas?|d[ií]as?|semanas?|mes(?:es)?' +
    '|secondes?|heures?|jours?|semaines?|mois|秒|分|時間|日|週|か月|ヶ月|カ月|ヵ月|초|분|시간|일|주|개월|달)(?![a-z])',
  'gi',
);
const words = 'half one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** The duration that a text names, or null when it names none. */
export function readDuration(text: string): Duration | null {
  const parts: DurationPart[] = [];
  let end = -1;
  for (const match of text.slice(0, 200).matchAll(partPattern)) {
    const [whole, first, second = '', name = ''] = match;
    // what follows a remark is another duration: `2 h (rehearsed: 1 h 40 min)`
    if (end >= 0 && !/^[\s,]*(?:and\s+)?$/.test(text.slice(end, match.index))) break;
    const unit = units.find(([begins]) => begins.test(name))?.[1];
    if (unit === undefined) continue;
    const most = toNumber(second);
    parts.push({ unit, least: first === undefined ? most : toNumber(first), most });
    end = match.index + whole.length;
  }
  return parts.length === 0 ? null : parts;
}

/** Hours at least and at most. */
export function hoursOf(duration: Duration, calendar: Calendar): { least: number; most: number } {
  const hours = {
    second: 1 / 3600,
    minute: 1 / 60,
    hour: 1,
    day: calendar.day,
    week: calendar.week,
    month: (calendar.week * 30) / 7,
  };
  const sum = (key: 'least' | 'most'): number =>
    duration.reduce((total, part) => total + part[key] * hours[part.unit], 0);
  return { least: sum('least'), most: sum('most') };
}

/** Whether two durations may mean the same. */
export function mayBeEqual(a: Duration, b: Duration): boolean {
  return calendars.some((calendar) => {
    const [one, other] = [hoursOf(a, calendar), hoursOf(b, calendar)];
    return one.least <= other.most + 1e-6 && other.least <= one.most + 1e-6;
  });
}

function toNumber(word: string): number {
  const lower = word.toLowerCase();
  if (lower === 'a' || lower === 'an') return 1;
  const index = words.indexOf(lower);
  if (index >= 0) return index === 0 ? 0.5 : index;
  return Number(word.replace(',', '.'));
}
