/** Recognises a document by the label of its preview. Pure text, tested without an editor. */

/**
 * The document that a label such as `Preview move.md` names, in whatever language: of those whose file name is in it, the one
 * with the longest name, which the others may be part of; of several of this name the last. Undefined where it names none.
 * @param candidates URIs
 */
export function candidateFor(label: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let length = 1;
  for (const uri of candidates) {
    const name = fileName(uri);
    if (name.length < length || !label.includes(name)) continue;
    best = uri;
    length = name.length;
  }
  return best;
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // not encoded as it should be
  }
}
