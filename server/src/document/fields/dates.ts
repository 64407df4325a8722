/** Reads the dates that authors write into fields. The norm is `YYYY-MM-DD`; knows no time zones and no clock. */
import { rememberWords } from '../../text/remember';

/** What stands at the beginning of a field's value. */
export interface WrittenDate {
  /** `norm` is `YYYY-MM-DD`, `other` a date in another form, `ambiguous` one that may be read two ways. */
  readonly form: 'norm' | 'other' | 'ambiguous' | 'impossible' | 'none';
  /** `YYYY-MM-DD` of `norm` and `other`, else empty. */
  readonly iso: string;
  /** How many UTF-16 units of the value the date takes. */
  readonly length: number;
}

const months: readonly string[] = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];
const monthWord =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?';
const yearFirst = /^(\d{4})\\?[-/.](\d{1,2})\\?[-/.](\d{1,2})(?!\d)/;
const packed = /^((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/;
const dayMonth = new RegExp(
  `^${weekday}(\\d{1,2})(?:st|nd|rd|th)?\\.?[\\s-]+(?:of\\s+)?${monthWord},?[\\s-]+(\\d{4})(?!\\d)`,
  'i',
);
const monthDay = new RegExp(
  `^${weekday}${monthWord}[\\s-]+(\\d{1,2})(?:st|nd|rd|th)?,?[\\s-]+(\\d{4})(?!\\d)`,
  'i',
);

/** The date that `value` begins with. */
export const readDate = rememberWords((value): WrittenDate => {
  const ordered = yearFirst.exec(value) ?? packed.exec(value);
  if (ordered !== null) {
    const [whole, year = '', month = '', day = ''] = ordered;
    return toDate(whole, year, month, day);
  }
  const worded = dayMonth.exec(value);
  if (worded !== null) {
    const [whole, day = '', month = '', year = ''] = worded;
    return toDate(whole, year, numberOfMonth(month), day);
  }
  const american = monthDay.exec(value);
  if (american !== null) {
    const [whole, month = '', day = '', year = ''] = american;
    return toDate(whole, year, numberOfMonth(month), day);
  }
  const last = yearLast.exec(value);
  if (last === null) return { form: 'none', iso: '', length: 0 };
  const [whole, first = '', separator, second = '', year = ''] = last;
  // dots are written day first everywhere; slashes and dashes both ways
  if (separator === '.' || Number(first) > 12 || first === second) return toDate(whole, year, second, first);
  if (Number(second) > 12) return toDate(whole, year, first, second);
  return { form: 'ambiguous', iso: '', length: whole.length };
});

/** How many days lie between two dates `YYYY-MM-DD`; negative when `to` is the earlier one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function numberOfMonth(word: string): string {
  return String(months.indexOf(word.slice(0, 3).toLowerCase()) + 1);
}

/** Number of days of a month, from 1; 0 for one that does not exist. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function toDate(whole: string, year: string, month: string, day: string): WrittenDate {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const real = Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
  const { length } = whole;
  if (!real) return { form: 'impossible', iso: '', length };
  return { form: whole.replaceAll('\\', '') === iso ? 'norm' : 'other', iso, length };
}
