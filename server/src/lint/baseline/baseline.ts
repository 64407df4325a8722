/**
 * Findings that are accepted: those that were there when the baseline was written. Knows which findings of a document they
 * are; nothing of files.
 */
import { groupBy } from '../../text/group-by';
import { digestsOf, type FindingPrint } from './finding-print';

/** So many findings of a rule in a document that stand on the same words. */
export interface AcceptedFinding extends FindingPrint {
  /** Path of the document, relative to the workspace folder. */
  readonly file: string;
  readonly rule: string;
  /** At least 1. */
  readonly count: number;
}

/** A finding by what it stands on. */
export interface PrintedFinding {
  readonly rule: string;
  readonly print: FindingPrint;
}

/** Whether a document, by path, is no longer there; of an entry, by its identifier, whether it is no longer in that document. */
export type IsGone = (file: string, entry: string) => boolean;

/** What is gone from a folder, given what is in it: documents, and entries that these define. */
export function goneFrom({
  hasDocument,
  hasEntry,
}: {
  readonly hasDocument: (file: string) => boolean;
  readonly hasEntry: (file: string, entry: string) => boolean;
}): IsGone {
  return (file, entry) => !hasDocument(file) || (entry !== '' && !hasEntry(file, entry));
}

export class Baseline {
  /** In the order of files, rules, entries and prints. */
  readonly findings: readonly AcceptedFinding[];
  readonly #byFile: ReadonlyMap<string, readonly AcceptedFinding[]>;
  #byPrint: ReadonlyMap<string, readonly AcceptedFinding[]> | null = null;

  constructor(findings: Iterable<AcceptedFinding>) {
    this.findings = [...findings].sort(compareAccepted);
    this.#byFile = groupBy(this.findings, ({ file }) => file);
  }

  /**
   * What was accepted for each of the findings of a document, which are in its order; null for new ones. Of those that stand
   * on the same words, so many are accepted as there were. What was accepted in a document that is gone counts for the one
   * that has its title now; what was accepted in an entry counts wherever that is now.
   */
  acceptedIn(
    file: string,
    findings: readonly PrintedFinding[],
    isGone: IsGone,
  ): readonly (AcceptedFinding | null)[] {
    const left = new Map<AcceptedFinding, number>();
    const own = groupBy(this.#byFile.get(file) ?? [], keyOf);
    const take = (accepted: AcceptedFinding): boolean => {
      const count = left.get(accepted) ?? accepted.count;
      left.set(accepted, count - 1);
      return count > 0;
    };
    return findings.map(({ rule, print }) => {
      const key = keyOf({ rule, ...print });
      return own.get(key)?.find(take) ?? this.#moved(key, print, isGone).find(take) ?? null;
    });
  }

  /** The same with one finding of a document more. */
  accepting(file: string, { rule, print }: PrintedFinding): Baseline {
    const more = { file, rule, ...print, count: 1 };
    const same = this.findings.find((one) => compareAccepted(one, more) === 0);
    if (same === undefined) return new Baseline([...this.findings, more]);
    return new Baseline(this.findings.map((one) => (one === same ? { ...one, count: one.count + 1 } : one)));
  }

  /** Those of the same print whose document or entry stood elsewhere, which this may be one of. */
  #moved(key: string, { entry, at }: FindingPrint, isGone: IsGone): readonly AcceptedFinding[] {
    this.#byPrint ??= groupBy(this.findings, keyOf);
    const { title } = digestsOf(at);
    return (this.#byPrint.get(key) ?? []).filter(
      ({ file, at: before }) =>
        (entry !== '' || (title !== '' && title === digestsOf(before).title)) && isGone(file, entry),
    );
  }
}

/** The baseline of findings, each with its document. */
export function baselineOf(findings: Iterable<PrintedFinding & { readonly file: string }>): Baseline {
  const groups = groupBy(findings, ({ file, rule, print }) => `${file}\n${keyOf({ rule, ...print })}`);
  return new Baseline(
    [...groups.values()].flatMap((same) =>
      same.slice(0, 1).map(({ file, rule, print }) => ({ file, rule, ...print, count: same.length })),
    ),
  );
}

function keyOf({ rule, entry, at }: FindingPrint & { readonly rule: string }): string {
  return `${rule}\n${entry}\n${digestsOf(at).place}`;
}

function compareAccepted(a: AcceptedFinding, b: AcceptedFinding): number {
  return (
    compareTexts(a.file, b.file) ||
    compareTexts(a.rule, b.rule) ||
    compareTexts(a.entry, b.entry) ||
    compareTexts(a.at, b.at)
  );
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
