/**
 * What a workspace knows of alerts: which files define them, which documents are about them. A change costs the alerts of
 * its document, not those of the workspace.
 */
import type { AlertSummary, ClaimSummary } from './alert-summary';
import type { Summary } from './summary';
import { UriSets } from './uri-sets';

/** What of all alerts together matters for a single one. */
export interface AlertFacts {
  /** Whether some rule defines an alert. */
  readonly hasRules: boolean;
  /** Whether some alert names a runbook, or is to name one: where none does, it is not the habit of the place. */
  readonly hasHabit: boolean;
  /** Whether the name of some alert is not known, so that it is unknown which alerts there are. */
  readonly hasUnnamed: boolean;
  /** Whether some alert that is no test or drill is of severity `page`, so that critical ones need not page. */
  readonly usesPage: boolean;
  /** Whether some MON entry names an alert. */
  readonly hasCovered: boolean;
}

/** An alert with the file that defines it. */
export interface LocatedAlert extends AlertSummary {
  readonly uri: string;
}

/** What a document says of an alert, with the document. */
export interface LocatedClaim extends ClaimSummary {
  readonly uri: string;
}

export class AlertsIndex {
  readonly #summaries = new Map<string, Summary>();
  /** Files by the names of the alerts that they define, in lower case. */
  readonly #defining = new UriSets();
  /** Documents by the names of the alerts that they are about, in lower case. */
  readonly #claiming = new UriSets();
  #rules = 0;
  #answered = 0;
  #paging = 0;
  #unnamed = 0;
  #covered = 0;

  add(summary: Summary): void {
    this.#count(summary, 1);
    for (const { name } of summary.alerts) this.#defining.add(name.toLowerCase(), summary.uri);
    for (const { name } of summary.claims) this.#claiming.add(name.toLowerCase(), summary.uri);
    if (summary.alerts.length + summary.claims.length > 0) this.#summaries.set(summary.uri, summary);
  }

  delete(summary: Summary): void {
    this.#count(summary, -1);
    for (const { name } of summary.alerts) this.#defining.delete(name.toLowerCase(), summary.uri);
    for (const { name } of summary.claims) this.#claiming.delete(name.toLowerCase(), summary.uri);
    this.#summaries.delete(summary.uri);
  }

  get facts(): AlertFacts {
    return {
      hasRules: this.#rules > 0,
      hasHabit: this.#answered > 0,
      hasUnnamed: this.#unnamed > 0,
      usesPage: this.#paging > 0,
      hasCovered: this.#covered > 0,
    };
  }

  /** The files that define alerts. */
  *files(): Iterable<Summary> {
    for (const summary of this.#summaries.values()) if (summary.alerts.length > 0) yield summary;
  }

  /** The rules that define an alert, by file and place; the case of the name does not matter. */
  named(name: string): readonly LocatedAlert[] {
    return this.#each(this.#defining, name, ({ alerts }) => alerts);
  }

  /** What documents say of an alert, by document and place; the case of the name does not matter. */
  claimsOf(name: string): readonly LocatedClaim[] {
    return this.#each(this.#claiming, name, ({ claims }) => claims);
  }

  /** Files whose alerts, and documents whose claims, have one of these names (in lower case). */
  *concernedBy(names: Iterable<string>): Iterable<string> {
    for (const name of names) {
      yield* this.#defining.get(name);
      yield* this.#claiming.get(name);
    }
  }

  /** Everything that rules of alerts speak of: files with alerts and documents about them. */
  all(): Iterable<string> {
    return this.#summaries.keys();
  }

  /**
   * The first two files, by path, of each severity that some alert without a runbook has. One finding speaks of all such
   * alerts where no alert names one; it stands in the first file of those that page, and in no other one before or after a change
   * of a single file than these and that file.
   */
  *firstUnanswered(): Iterable<string> {
    const first = new Map<string, Summary[]>();
    for (const summary of this.files()) {
      const severities = summary.alerts.flatMap(({ severity, runbook, exempt }) =>
        severity === null || runbook !== 'none' || exempt ? [] : [severity],
      );
      for (const severity of new Set(severities)) {
        const files = [...(first.get(severity) ?? []), summary].sort((a, b) => (a.path < b.path ? -1 : 1));
        first.set(severity, files.slice(0, 2));
      }
    }
    for (const files of first.values()) for (const { uri } of files) yield uri;
  }

  #each<T extends { readonly name: string }>(
    sets: UriSets,
    name: string,
    itemsOf: (summary: Summary) => readonly T[],
  ): readonly (T & { readonly uri: string })[] {
    const wanted = name.toLowerCase();
    const found: (T & { readonly uri: string })[] = [];
    for (const uri of [...sets.get(wanted)].sort()) {
      const summary = this.#summaries.get(uri);
      for (const item of summary === undefined ? [] : itemsOf(summary))
        if (item.name.toLowerCase() === wanted) found.push({ ...item, uri });
    }
    return found;
  }

  #count({ alerts, claims }: Summary, by: 1 | -1): void {
    for (const { runbook, severity, name, exempt } of alerts) {
      this.#rules += by;
      if (runbook === 'named' || runbook === 'unset') this.#answered += by;
      if (name === '') this.#unnamed += by;
      if (severity === 'page' && !exempt) this.#paging += by;
    }
    for (const { entry } of claims) if (entry.startsWith('MON-')) this.#covered += by;
  }
}

/** Names, in lower case, of the alerts and claims that may differ between two summaries of a document in more than their place. */
export function changedAlertNames(before: Summary | undefined, after: Summary | null): ReadonlySet<string> {
  const names = new Set<string>();
  addChanged(before?.alerts ?? [], after?.alerts ?? [], sameAlert, names);
  addChanged(before?.claims ?? [], after?.claims ?? [], sameClaim, names);
  return names;
}

/** Adds the names of what stands between the beginnings and the ends that two lists share. */
function addChanged<T extends { readonly name: string }>(
  was: readonly T[],
  is: readonly T[],
  isSame: (a: T, b: T) => boolean,
  names: Set<string>,
): void {
  const areSame = (a: T | undefined, b: T | undefined): boolean =>
    a !== undefined && b !== undefined && (a === b || isSame(a, b));
  const shorter = Math.min(was.length, is.length);
  let start = 0;
  while (start < shorter && areSame(was[start], is[start])) start++;
  let end = 0;
  while (end < shorter - start && areSame(was[was.length - 1 - end], is[is.length - 1 - end])) end++;
  for (const list of [was, is])
    for (const { name } of list.slice(start, list.length - end)) names.add(name.toLowerCase());
}

function sameAlert(a: AlertSummary, b: AlertSummary): boolean {
  return (
    a.name === b.name &&
    a.severity === b.severity &&
    a.expr === b.expr &&
    a.duration === b.duration &&
    a.runbook === b.runbook &&
    a.exempt === b.exempt &&
    a.ids.join() === b.ids.join() &&
    a.targets.length === b.targets.length &&
    a.targets.every(
      ({ paths, fragment }, index) =>
        fragment === b.targets[index]?.fragment && paths.join('\n') === b.targets[index].paths.join('\n'),
    )
  );
}

function sameClaim(a: ClaimSummary, b: ClaimSummary): boolean {
  return a.name === b.name && a.entry === b.entry && a.slug === b.slug && a.ofPage === b.ofPage;
}
