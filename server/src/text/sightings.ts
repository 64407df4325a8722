/** Where a text holds some mark at all, so that a close look is spent on those stretches only. */
import { firstFrom, type Span } from './span';

/**
 * Tells of a stretch of the text whether the pattern begins in it. `pattern` has the flag `g`; it is searched for once.
 */
export function sightingsOf(text: string, pattern: RegExp): (span: Span) => boolean {
  const places: number[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) places.push(match.index);
  return ({ start, end }) => {
    const next = places[firstFrom(places, start, (place) => place)];
    return next !== undefined && next < end;
  };
}
