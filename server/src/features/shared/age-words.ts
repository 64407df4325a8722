/** How long ago something was, in words. */
import type { Say } from '../../text/say';

/** `today`, `yesterday`, `3 days ago`; `days` from 0. */
export function ageWords(say: Say, days: number): string {
  return days === 0 ? say`today` : days === 1 ? say`yesterday` : say`${days} days ago`;
}
