/**
 * Where documents are, and where their links lead, whether there is a document or not. Knows nothing of what documents
 * say.
 */
import type { Summary } from './summary';
import { UriSets } from './uri-sets';

/** A path in a workspace folder. */
export type Place = Pick<Summary, 'folder' | 'path'>;
type Identified = Pick<Summary, 'uri' | 'folder' | 'path'>;

export class DocumentPlaces {
  /** Documents by folder and file name in lower case. */
  readonly #named = new UriSets();
  /** Documents by folder and path. */
  readonly #placed = new UriSets();
  /** Documents by the place that they link to. */
  readonly #linkers = new UriSets();
  /** The places that are linked to without a document in them, by folder and file name in lower case. */
  readonly #vacant = new UriSets();

  add(place: Identified): void {
    const key = placeKey(place);
    this.#named.add(nameKey(place), place.uri);
    this.#placed.add(key, place.uri);
    if (this.#linkers.has(key)) this.#vacant.delete(nameKey(place), key);
  }

  delete(place: Identified): void {
    const key = placeKey(place);
    this.#named.delete(nameKey(place), place.uri);
    this.#placed.delete(key, place.uri);
    if (this.#linkers.has(key) && !this.#placed.has(key)) this.#vacant.add(nameKey(place), key);
  }

  /** A document links to these paths in its folder. */
  link({ uri, folder }: Identified, linked: readonly string[]): void {
    for (const path of linked) {
      const key = placeKey({ folder, path });
      const isNew = this.#linkers.add(key, uri);
      if (isNew && !this.#placed.has(key)) this.#vacant.add(nameKey({ folder, path }), key);
    }
  }

  unlink({ uri, folder }: Identified, linked: readonly string[]): void {
    for (const path of linked) {
      const key = placeKey({ folder, path });
      this.#linkers.delete(key, uri);
      if (!this.#linkers.has(key)) this.#vacant.delete(nameKey({ folder, path }), key);
    }
  }

  /** The document at a place; of several, the one that was added last. */
  documentAt(place: Place): string | undefined {
    return [...this.#placed.get(placeKey(place))].at(-1);
  }

  /** The documents of a folder whose file has this name, in whatever case. */
  documentsNamed(folder: string, name: string): Iterable<string> {
    return this.#named.get(nameKey({ folder, path: name }));
  }

  /** Documents with a link to a place, whether there is a document or not. */
  linkersOf(place: Place): Iterable<string> {
    return this.#linkers.get(placeKey(place));
  }

  /** Documents with a link to a file of the same name that is not there: they may have meant this one. */
  *strayLinkersOf(place: Place): Iterable<string> {
    for (const vacant of this.#vacant.get(nameKey(place))) yield* this.#linkers.get(vacant);
  }
}

function nameKey({ folder, path }: Place): string {
  return placeKey({ folder, path: path.slice(path.lastIndexOf('/') + 1).toLowerCase() });
}

function placeKey({ folder, path }: Place): string {
  return `${folder}\n${path}`;
}
