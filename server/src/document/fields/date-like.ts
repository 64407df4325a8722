/** Writes a date in the manner of another one, so that a renewed date looks like those around it. */

const monthNames: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `iso` (`YYYY-MM-DD`) in the manner of `written`, a date that {@link readDate} reads; as it is where that is in no known one. */
export function dateLike(written: string, iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const named = /[a-z]{3,}/i.exec(written.replace(/^\w+day,?\s+/i, ''))?.[0];
  if (named !== undefined) {
    const name = monthNames[Number(month) - 1] ?? '';
    const short = named.length <= 4 && named.length < name.length ? name.slice(0, 3) : name;
    const words = named === named.toLowerCase() ? short.toLowerCase() : short;
    return /^\d/.test(written)
      ? `${String(Number(day))} ${words} ${year}`
      : `${words} ${String(Number(day))}, ${year}`;
  }
  const first = /^\d{4}\\?([-/.])/.exec(written)?.[1];
  if (first !== undefined) return [year, month, day].join(first);
  if (/^\d{8}$/.test(written)) return `${year}${month}${day}`;
  const last = /^(\d{1,2})([-/.])(\d{1,2})\2\d{4}$/.exec(written);
  if (last === null) return iso;
  const [, one = '', separator = ''] = last;
  const dayFirst = separator === '.' || Number(one) > 12;
  return (dayFirst ? [day, month, year] : [month, day, year]).join(separator);
}
