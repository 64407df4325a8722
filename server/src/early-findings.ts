/**
 * Judges documents while others are still read, before their models go for lack of room, so that most are read once. What
 * comes later invalidates their findings as any change does. Knows nothing of what is found.
 */
import { prefixOfKey } from './model/identifier';
import type { WorkspaceDocuments } from './workspace-documents';
import type { WorkspaceFindings } from './workspace-findings';

/** From so many documents on it is known whether this pays. */
const enough = 100;

export class EarlyFindings {
  readonly #documents: WorkspaceDocuments;
  readonly #findings: WorkspaceFindings;
  /** Those that were judged, and how many of them were in vain. */
  readonly #judged = new Set<string>();
  #lost = 0;

  constructor(documents: WorkspaceDocuments, findings: WorkspaceFindings) {
    this.#documents = documents;
    this.#findings = findings;
  }

  /** A file was read: judges those whose models are to make room for the next one. */
  makeRoom(): void {
    if (!this.#pays) return;
    this.#documents.models.makeRoom((uri) => {
      if (!this.#isSettled(uri)) return;
      this.#findings.plainOf(uri);
      this.#judged.add(uri);
    });
  }

  /** What is said of these documents may differ now. */
  invalidate(uris: Iterable<string>): void {
    if (this.#judged.size === 0) return;
    for (const uri of uris) if (this.#judged.delete(uri)) this.#lost++;
  }

  /** Whether all that a document names and links to is there: otherwise it will have to be judged again. */
  #isSettled(uri: string): boolean {
    const summary = this.#documents.summaryOf(uri);
    if (summary === undefined) return false;
    const view = this.#documents.viewAt(this.#documents.homeOf(uri));
    for (const path of summary.linked) if (view.documentAt(summary.folder, path) === undefined) return false;
    for (const key of summary.references.keys())
      if (view.owns(prefixOfKey(key)) && view.definition(key) === undefined) return false;
    return true;
  }

  /** Where most have to be judged again, it is better to do that at the end. */
  get #pays(): boolean {
    return this.#lost < enough || this.#lost < this.#judged.size;
  }
}
