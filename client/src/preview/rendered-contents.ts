/**
 * What is known of the documents that previews show, and with what each was rendered last. Knows no editor and no server.
 */
import type { PreviewResult } from '../../../protocol/src/preview.js';
import { shiftContents, type LineChange } from './shift-contents.js';

/** Of a document: what the server said, null where it is no runbook, undefined where nothing is known yet. */
type Known = PreviewResult | undefined;

export class RenderedContents {
  /** By URI, in the order in which they were rendered last. */
  readonly #known = new Map<string, Known>();
  readonly #shown = new Map<string, Known>();

  /** The documents that were rendered, the last one behind all others. */
  get uris(): readonly string[] {
    return [...this.#known.keys()];
  }

  get size(): number {
    return this.#known.size;
  }

  has(uri: string): boolean {
    return this.#known.has(uri);
  }

  /** Whether there is a document of which nothing is known. */
  get hasUnknown(): boolean {
    return [...this.#known.values()].includes(undefined);
  }

  /** Notes that a document is being rendered, the last of all, and says with what. */
  render(uri: string): Known {
    const known = this.#known.get(uri);
    this.#known.delete(uri);
    this.#known.set(uri, known);
    this.#shown.set(uri, known);
    return known;
  }

  /**
   * Takes an answer.
   * @returns whether it says something else than was known: what is not known is rendered as what is no runbook
   */
  learn(uri: string, result: PreviewResult): boolean {
    if (!this.has(uri)) return false;
    const known = this.#known.get(uri);
    const isOther = JSON.stringify(result) !== JSON.stringify(known ?? null);
    if (isOther || known === undefined) this.#known.set(uri, result);
    return isOther;
  }

  /** Goes on with what is known where there is no answer. */
  settle(uri: string): void {
    if (this.has(uri)) this.#known.set(uri, this.#known.get(uri) ?? null);
  }

  /** Moves what is known of a document with its lines. */
  shift(uri: string, changes: readonly LineChange[]): void {
    let known = this.#known.get(uri);
    for (const change of changes) {
      if (known == null) return;
      known = shiftContents(known, change);
    }
    if (known != null) this.#known.set(uri, known);
  }

  /** Asks for everything anew. */
  forget(): void {
    for (const uri of this.uris) this.#known.set(uri, undefined);
  }

  clear(): void {
    this.#known.clear();
    this.#shown.clear();
  }

  /**
   * Whether the preview in front shows plain Markdown although more is known of its document: an answer that comes before
   * its tab does finds no preview to render again.
   */
  get isPlain(): boolean {
    const uri = this.uris.at(-1);
    return uri !== undefined && this.#shown.get(uri) == null && this.#known.get(uri) != null;
  }

  /** Whether the preview in front was rendered with something else than is known. */
  get isOutdated(): boolean {
    const uri = this.uris.at(-1);
    return uri !== undefined && (this.#shown.get(uri) ?? null) !== (this.#known.get(uri) ?? null);
  }
}
