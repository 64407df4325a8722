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

/** Each month in the languages that operators write in, with its short forms. */
const months: readonly (readonly string[])[] = [
  'january januar jänner janvier enero janeiro jan jän janv ene',
  'february februar février febrero fevereiro feb fév févr fev',
  'march märz mars marzo março mar mär mrz',
  'april avril abril apr avr abr',
  'may mai mayo maio',
  'june juni juin junio junho jun',
  'july juli juillet julio julho jul juil',
  'august août agosto aug ago',
  'september septembre septiembre setembro setiembre sept sep set',
  'october oktober octobre octubre outubro oct okt out',
  'november novembre noviembre novembro nov',
  'december dezember décembre diciembre dezembro dec dez déc dic',
].map((words) => words.split(' '));
const monthWord = `(${months
  .flat()
  .sort((a, b) => b.length - a.length)
  .join('|')})\\.?(?!\\p{L})`;
const weekday =
  '(?:(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|[mdfs][oiar]|' +
  'lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?)\\.?,?\\s+)?';
const yearFirst = /^(\d{4})\\?[-/.](\d{1,2})\\?[-/.](\d{1,2})(?!\d)/;
const packed = /^((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/;
const dayMonth = new RegExp(
  `^${weekday}(?:el\\s+|le\\s+|den\\s+)?(\\d{1,2})(?:st|nd|rd|th|er|º|°)?\\.?[\\s-]+(?:of\\s+|de\\s+)?${monthWord},?[\\s-]+(?:del?\\s+)?(\\d{4})(?!\\d)`,
  'iu',
);
const monthDay = new RegExp(
  `^${weekday}${monthWord}[\\s-]+(\\d{1,2})(?:st|nd|rd|th)?,?[\\s-]+(\\d{4})(?!\\d)`,
  'iu',
);
/** `2026年11月3日`, `2026년 11월 3일`, `2026. 11. 3.` */
const withSigns =
  /^(\d{4})(?:\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]|\.\s(\d{1,2})\.\s(\d{1,2})\.?)(?!\d)/;

/** In every form of a date; most values of other fields, and dates that are left out, end here. */
const aYear = /\d{4}/;
const noDate: WrittenDate = { form: 'none', iso: '', length: 0 };

/** The date that `value` begins with. */
export const readDate = rememberWords((value): WrittenDate => {
  if (!aYear.test(value)) return noDate;
  const ordered = yearFirst.exec(value) ?? packed.exec(value);
  if (ordered !== null) {
    const [whole, year = '', month = '', day = ''] = ordered;
    return toDate(whole, year, month, day);
  }
  const signed = withSigns.exec(value);
  if (signed !== null) {
    const [whole, year = '', month, day, dottedMonth = '', dottedDay = ''] = signed;
    return toDate(whole, year, month ?? dottedMonth, day ?? dottedDay);
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
  if (last === null) return noDate;
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

/** The date so many days after one `YYYY-MM-DD`; a day that never comes where that is beyond the years of four digits. */
export function dayAfter(date: string, days: number): string {
  const time = Date.parse(`${date}T00:00:00Z`) + days * 86_400_000;
  return time < Date.UTC(10_000, 0) ? new Date(time).toISOString().slice(0, 10) : '9999-99-99';
}

function numberOfMonth(word: string): string {
  const lower = word.toLowerCase();
  return String(months.findIndex((names) => names.includes(lower)) + 1);
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
