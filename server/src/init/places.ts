/** What the path of a document says of where it stands. Knows names of folders; nothing of contents. */
import { wordIn } from './evidence';

/** The outermost folder with a word in its name that the document stands in. */
export function wordFolder(
  path: string,
): { readonly folder: string; readonly word: 'strong' | 'weak' } | null {
  const segments = path.split('/').slice(0, -1);
  for (const [index, segment] of segments.entries()) {
    // `runbook-server` is a program
    const word = /(?:books?|sops?|procedures?|런북|ランブック|手順書|手册)$|^(?:run|play)[-_ ]?books/i.test(
      segment,
    )
      ? wordIn(segment)
      : null;
    if (word !== null) return { folder: segments.slice(0, index + 1).join('/'), word };
  }
  return null;
}
