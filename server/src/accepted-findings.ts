/** Which findings the baselines of folders accept. Knows documents and their findings, no files. */
import { goneFrom, type Baseline, type IsGone } from './lint/baseline/baseline';
import type { PlainFinding } from './lint/plain-finding';
import type { WorkspaceDocuments } from './workspace-documents';
import type { WorkspaceFindings } from './workspace-findings';

const none: ReadonlySet<PlainFinding> = new Set();

export class AcceptedFindings {
  readonly #documents: WorkspaceDocuments;
  readonly #findings: Pick<WorkspaceFindings, 'plainOf'>;
  readonly #baselines = new Map<string, Baseline>();

  constructor(documents: WorkspaceDocuments, findings: Pick<WorkspaceFindings, 'plainOf'>) {
    this.#documents = documents;
    this.#findings = findings;
  }

  /** Sets what is accepted in a folder; null for nothing. */
  setBaseline(folder: string, baseline: Baseline | null): void {
    if (baseline === null) this.#baselines.delete(folder);
    else this.#baselines.set(folder, baseline);
  }

  /** Those of the findings of a document that the baseline of its folder accepts. */
  of(uri: string): ReadonlySet<PlainFinding> {
    const { folder, path } = this.#documents.placeOf(uri);
    const baseline = this.#baselines.get(folder);
    if (baseline === undefined) return none;
    const found = this.#findings.plainOf(uri);
    const accepted = baseline.acceptedIn(path, found, this.isGoneFrom(folder));
    return new Set(found.filter((_, index) => accepted[index] != null));
  }

  /** What is gone from a folder, by its URI. */
  isGoneFrom(folder: string): IsGone {
    const workspace = this.#documents.viewAt(folder);
    return goneFrom({
      hasDocument: (file) => workspace.documentAt(folder, file) !== undefined,
      hasEntry: (file, entry) =>
        workspace.documentAt(folder, file)?.definitions.some(({ id }) => id.text === entry) === true,
    });
  }
}
