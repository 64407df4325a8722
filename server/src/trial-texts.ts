/**
 * Tries texts out in a workspace: the last ones can be taken back, and then everything is as it was without being read or
 * judged anew. Knows documents and findings; nothing of fixes, files or editors.
 */
import type { HeldDocument, WorkspaceDocuments } from './workspace-documents';
import type { TakenFindings, WorkspaceFindings } from './workspace-findings';

interface Trial {
  readonly text: string;
  readonly document: HeldDocument;
  readonly findings: TakenFindings;
  /** What models and findings of it are at hand, in characters of text. */
  readonly size: number;
}

export class TrialTexts {
  readonly #documents: WorkspaceDocuments;
  readonly #findings: WorkspaceFindings;
  readonly #budget: number;
  readonly #trials: Trial[] = [];
  #size = 0;

  /** `budget`: characters of text whose models and findings are held, at least those of one text. */
  constructor(documents: WorkspaceDocuments, findings: WorkspaceFindings, budget: number) {
    this.#documents = documents;
    this.#findings = findings;
    this.#budget = budget;
  }

  /** Replaces the text that counts, open or on disk. Returns the documents whose findings may differ afterwards. */
  put(uri: string, text: string): ReadonlySet<string> {
    const { store } = this.#documents;
    const before = store.textOf(uri) ?? '';
    const document = this.#documents.hold(uri);
    this.#write(uri, text);
    const affected = this.#documents.update(uri);
    this.#hold(before, document, this.#findings.take(affected));
    return affected;
  }

  /** Takes back the last texts, so many of them. */
  takeBack(count: number): void {
    for (let left = count; left > 0; left--) {
      const trial = this.#trials.pop();
      if (trial === undefined) return;
      this.#size -= trial.size;
      this.#write(trial.document.uri, trial.text);
      this.#findings.invalidate(this.#documents.giveBack(trial.document));
      this.#findings.give(trial.findings);
    }
  }

  #write(uri: string, text: string): void {
    const { store } = this.#documents;
    const version = store.versionOf(uri);
    if (version === null) store.putOnDisk(uri, text);
    else store.open(uri, { text, version });
  }

  #hold(text: string, document: HeldDocument, findings: TakenFindings): void {
    const size = findings.documents.reduce(
      (sum, { uri, findings: found }) =>
        sum +
        (found === undefined || uri === document.uri ? 0 : (this.#documents.store.textOf(uri)?.length ?? 0)),
      text.length,
    );
    const isHeld = this.#size === 0 || this.#size + size <= this.#budget;
    this.#size += isHeld ? size : 0;
    this.#trials.push(
      isHeld
        ? { text, document, findings, size }
        : { text, document: { ...document, model: null }, findings: { ...findings, documents: [] }, size: 0 },
    );
  }
}
