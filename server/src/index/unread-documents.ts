/**
 * The documents of a workspace of which nobody has asked yet what they say, and what has been asked for: whoever asks gets
 * the same answer as if all had been read at once.
 */
import { prefixOfKey } from '../model/identifier';
import type { UnreadSummary } from './unread-summary';

export class UnreadDocuments {
  readonly #documents = new Map<string, UnreadSummary>();
  /** What was asked for: keys of identifiers, prefixes of all of them. */
  readonly #keys = new Set<string>();
  readonly #prefixes = new Set<string>();
  /** Names of files, without their ending, of which it was asked who links to them. */
  readonly #linked = new Set<string>();
  /** Whether it was asked which documents are about alerts. */
  #areClaimsRead = false;
  /** Takes in what a document says, which is none of the unread any more. */
  readonly #take: (summary: UnreadSummary) => void;

  constructor(take: (summary: UnreadSummary) => void) {
    this.#take = take;
  }

  /** Adds a document, unless it may say something that was asked for. Returns whether it was added. */
  add(summary: UnreadSummary): boolean {
    if (this.#areClaimsRead && summary.mayClaim) return false;
    for (const prefix of this.#prefixes) if (summary.mayName(prefix)) return false;
    for (const name of this.#linked) if (summary.mayLinkTo(name)) return false;
    this.#documents.set(summary.uri, summary);
    return true;
  }

  has(uri: string): boolean {
    return this.#documents.has(uri);
  }

  /** Returns whether there was one of this URI. */
  delete(uri: string): boolean {
    return this.#documents.delete(uri);
  }

  /** Reads those that may name an identifier of this key. */
  readNaming(key: string): void {
    if (this.#keys.has(key)) return;
    this.#keys.add(key);
    this.readOf(prefixOfKey(key));
  }

  /** Reads those that may name identifiers of a prefix. */
  readOf(prefix: string): void {
    if (this.#prefixes.has(prefix)) return;
    this.#prefixes.add(prefix);
    this.#readThose((summary) => summary.mayName(prefix));
  }

  /** Reads those that may be about alerts. */
  readClaiming(): void {
    if (this.#areClaimsRead) return;
    this.#areClaimsRead = true;
    this.#readThose((summary) => summary.mayClaim);
  }

  /** Reads those that may link to a file. */
  readLinking(path: string): void {
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
    if (this.#linked.has(name)) return;
    this.#linked.add(name);
    this.#readThose((summary) => summary.mayLinkTo(name));
  }

  /** Takes in the document of this URI if somebody has read it by itself. */
  takeRead(uri: string): void {
    const summary = this.#documents.get(uri);
    if (summary?.isRead === true) this.#read(summary);
  }

  readAll(): void {
    this.#readThose(() => true);
  }

  /** As {@link readAll}, one document after the other. */
  *readEach(): Generator<undefined> {
    for (const { uri } of [...this.#documents.values()]) {
      const summary = this.#documents.get(uri);
      if (summary === undefined) continue;
      this.#read(summary);
      yield;
    }
  }

  #readThose(test: (summary: UnreadSummary) => boolean): void {
    for (const summary of [...this.#documents.values()]) if (test(summary)) this.#read(summary);
  }

  #read(summary: UnreadSummary): void {
    if (this.#documents.delete(summary.uri)) this.#take(summary);
  }
}
