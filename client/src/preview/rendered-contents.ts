/**
 * What is known of the documents that previews show, and with what each was rendered last. Knows no editor and no server.
 *
 * A preview that renders for a change of its document sends the new text into its page, where it is lost as long as the page
 * loads. Only what is rendered for another reason is a page as a whole, and sure to be seen.
 */
import type { PreviewResult } from '../../../protocol/src/preview.js';
import { shiftContents, type LineChange } from './shift-contents.js';

/** Of a document: what the server said, null where it is no runbook, undefined where nothing is known yet. */
type Known = PreviewResult | undefined;

export class RenderedContents {
  /** By URI, in the order in which they were rendered last. */
  readonly #known = new Map<string, Known>();
  readonly #shown = new Map<string, Known>();
  /** With what each was rendered last as a page as a whole. */
  readonly #sure = new Map<string, Known>();
  /** The documents that changed since they were rendered. */
  readonly #changed = new Set<string>();
  #replacesPlain = false;
  /** Of the document that is likely to be rendered next. */
  #expected: { readonly uri: string; readonly result: PreviewResult } | undefined;

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

  /** Takes an answer ahead of the first time that a document is rendered. */
  expect(uri: string, result: PreviewResult): void {
    this.#expected = { uri, result };
  }

  /** Notes that a document is being rendered, the last of all, and says with what. */
  render(uri: string): Known {
    const expected = this.#expected?.uri === uri ? this.#expected.result : undefined;
    const known = this.has(uri) ? this.#known.get(uri) : expected;
    this.#known.delete(uri);
    this.#known.set(uri, known);
    this.#shown.set(uri, known);
    if (this.#changed.delete(uri)) return known;
    if (known != null && this.#sure.has(uri) && this.#sure.get(uri) == null) this.#replacesPlain = true;
    this.#sure.set(uri, known);
    return known;
  }

  /** Whether a page took the place of one of plain Markdown since this was asked last. */
  takeReplaced(): boolean {
    const replaced = this.#replacesPlain;
    this.#replacesPlain = false;
    return replaced;
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

  /** Takes a change of a document: what is known of it moves with its lines. */
  shift(uri: string, changes: readonly LineChange[]): void {
    if (this.#expected?.uri === uri)
      this.#expected = { uri, result: shifted(this.#expected.result, changes) };
    if (!this.has(uri)) return;
    this.#changed.add(uri);
    const known = this.#known.get(uri);
    if (known != null) this.#known.set(uri, shifted(known, changes));
  }

  /** Asks for everything anew. */
  forget(): void {
    for (const uri of this.uris) this.#known.set(uri, undefined);
  }

  clear(): void {
    this.#known.clear();
    this.#shown.clear();
    this.#sure.clear();
    this.#changed.clear();
    this.#replacesPlain = false;
  }

  /**
   * Whether the preview in front may show plain Markdown although more is known of its document: an answer that comes before
   * its tab does finds no preview to render again.
   */
  get isPlain(): boolean {
    const uri = this.uris.at(-1);
    if (uri === undefined || this.#known.get(uri) == null) return false;
    return this.#shown.get(uri) == null || this.#sure.get(uri) == null;
  }

  /**
   * Whether the preview in front was rendered with something else than is known: before anything was known of any document,
   * where there is none here.
   */
  get isOutdated(): boolean {
    const uri = this.uris.at(-1);
    if (uri === undefined || this.isPlain) return true;
    return (this.#shown.get(uri) ?? null) !== (this.#known.get(uri) ?? null);
  }
}

function shifted(result: PreviewResult, changes: readonly LineChange[]): PreviewResult {
  return changes.reduce((moved, change) => (moved === null ? null : shiftContents(moved, change)), result);
}
