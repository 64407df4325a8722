/** One line of a terminal that says what a long run is at. Short runs do not show it. */

/** Milliseconds before the line appears, and between two of its changes. */
const delay = 700;
const interval = 100;

/** Shows each text that it is given in place of the one before; an empty one removes the line. */
export function progressLine(write: (text: string) => unknown, now = Date.now): (text: string) => void {
  const begin = now();
  let last = begin + delay - interval;
  let shown = false;
  return (text) => {
    if (text === '') {
      if (shown) write('\r\u001b[K');
      shown = false;
      return;
    }
    if (now() - last < interval) return;
    last = now();
    shown = true;
    write(`\r\u001b[K${text}`);
  };
}
