/** Long work cut into slices, as generators: each `yield` is a place where other work may have its turn. */

/** Does all of it at once. */
export function atOnce<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
  }
}

/** Does it slice by slice; `pause` settles when the next one may begin, and ends the work by rejecting. */
export async function inSlices<T>(work: Generator<undefined, T>, pause: () => Promise<void>): Promise<T> {
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
    await pause();
  }
}
