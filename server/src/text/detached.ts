/** The same characters as a string of its own: a slice would keep the whole text that it was cut from. */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}
