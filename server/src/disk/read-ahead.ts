/** Reads things while others are worked on. Knows nothing of what they are. */

/**
 * What `read` gives for every item, in the order of the items. Up to `limit` items are read ahead of the one that is
 * worked on. `read` must not reject: nobody would notice in time.
 */
export async function* readAhead<T, R>(
  items: Iterable<T>,
  limit: number,
  read: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const waiting: Promise<R>[] = [];
  for (const item of items) {
    waiting.push(read(item));
    if (waiting.length < limit) continue;
    const first = waiting.shift();
    if (first !== undefined) yield await first;
  }
  for (const rest of waiting) yield await rest;
}
