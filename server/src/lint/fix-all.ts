/**
 * Applies the automatic fixes of a workspace until none is left. Fixes that touch each other go in rounds, and every
 * round is judged by the rules themselves: what does not end its finding, or brings a new error or warning, is taken
 * back. Knows texts and findings; nothing of files or editors.
 */
import { composeEdits } from '../text/compose-edits';
import { applyEdits, type Edit } from '../text/edit';
import { apart } from './apart';
import { add, countFindings, countOf, keyOf, type Counts } from './finding-counts';
import { ReadBudget } from './read-budget';
import { automaticFix } from './automatic-fix';
import { mostFindings, type Finding, type Fix } from './rule';

/** The texts that are fixed, and what the rules say of them. */
export interface FixableWorkspace {
  /** The documents whose findings are to be fixed. A fix may reach for others. */
  uris(): Iterable<string>;
  textOf(uri: string): string | undefined;
  findings(uri: string): readonly Finding[];
  /** Those of some rules alone, by name, where that takes less time than all. */
  findingsOf(uri: string, rules: ReadonlySet<string>): readonly Finding[];
  /** Replaces a text; returns the documents whose findings may differ afterwards. */
  put(uri: string, text: string): ReadonlySet<string>;
  /** Takes back the last texts that were put and are not taken back yet, so many of them. */
  takeBack(count: number): void;
}

/** A fix by what it did; `uri` is the document of its finding. */
export interface AppliedFix {
  readonly uri: string;
  readonly rule: string;
  readonly title: string;
}

export interface FixedWorkspace {
  /** The new texts of the documents that change. */
  readonly texts: ReadonlyMap<string, string>;
  /** What changes in each of them; spans refer to their old texts. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  /** In the order in which they were applied. */
  readonly applied: readonly AppliedFix[];
  /** Fixes that were tried and taken back. */
  readonly dropped: readonly AppliedFix[];
}

interface Candidate extends AppliedFix {
  /** What two looks at the same finding share. */
  readonly key: string;
  readonly edits: Fix['edits'];
}

/** Bounds that only rules whose fixes call for each other reach. */
const mostPasses = 20;
const mostRounds = 200;

/**
 * Applies the automatic fixes of all findings that `accepts` takes. The order is that of the URIs and places, so that
 * the same workspace always becomes the same. Afterwards the workspace holds its old texts again: who wants the new
 * ones puts them.
 */
export function fixAll(
  workspace: FixableWorkspace,
  accepts: (uri: string, finding: Finding) => boolean,
): FixedWorkspace {
  const fixing = new Fixing(workspace, accepts);
  try {
    fixing.run();
  } finally {
    fixing.putBack();
  }
  return fixing;
}

class Fixing implements FixedWorkspace {
  readonly texts = new Map<string, string>();
  readonly edits = new Map<string, readonly Edit[]>();
  readonly applied: AppliedFix[] = [];
  readonly #workspace: FixableWorkspace;
  readonly #accepts: (uri: string, finding: Finding) => boolean;
  /** How many texts were put and not taken back. */
  #put = 0;
  /** Every text that a document has had, so that no fix goes back to one. */
  readonly #seen = new Map<string, Set<string>>();
  readonly #counts = new Map<string, Counts>();
  readonly #dropped = new Map<string, AppliedFix>();
  readonly #budget = new ReadBudget();
  /** The candidates of the document that is fixed, until something changes. */
  #known: { readonly uri: string; readonly candidates: readonly Candidate[] } | null = null;

  constructor(workspace: FixableWorkspace, accepts: (uri: string, finding: Finding) => boolean) {
    this.#workspace = workspace;
    this.#accepts = accepts;
  }

  get dropped(): readonly AppliedFix[] {
    return [...this.#dropped.values()];
  }

  run(): void {
    const uris = [...this.#workspace.uris()].sort();
    for (let pass = 0; pass < mostPasses; pass++) {
      // a fix that failed may succeed after others have been applied
      this.#dropped.clear();
      const done = this.applied.length;
      for (const uri of uris) this.#fixDocument(uri);
      if (this.applied.length === done) return;
    }
  }

  putBack(): void {
    this.#takeBack(this.#put);
  }

  #fixDocument(uri: string): void {
    if (!this.#counts.has(uri)) this.#counts.set(uri, this.#count(uri));
    let size = Infinity;
    for (let round = 0; round < mostRounds; round++) {
      const batch = apart(this.#candidates(uri), size);
      const [first] = batch;
      if (first === undefined) return;
      if (!this.#mayRead(uri)) {
        this.#drop(batch);
        return;
      }
      const open = this.#apply(batch);
      const rest = batch.filter((candidate) => !open.has(candidate));
      if (open.size === 0) {
        // where some failed, their neighbours often do
        size *= 2;
      } else if (
        rest.length > 0 &&
        rest.length < batch.length &&
        this.#mayRead(uri) &&
        this.#apply(rest).size === 0
      ) {
        // those that ended nothing have another turn when this one is through
        this.#drop([...open]);
      } else if (batch.length > 1) {
        size = Math.ceil(batch.length / 2);
      } else {
        this.#drop(batch);
      }
    }
  }

  #mayRead(uri: string): boolean {
    const length = this.#workspace.textOf(uri)?.length ?? 0;
    return this.#budget.take(uri, length);
  }

  #drop(batch: readonly Candidate[]): void {
    for (const { key, uri, rule, title } of batch) this.#dropped.set(key, { uri, rule, title });
  }

  #candidates(uri: string): Candidate[] {
    if (this.#known?.uri !== uri) this.#known = { uri, candidates: this.#candidatesIn(uri) };
    return this.#known.candidates.filter(({ key }) => !this.#dropped.has(key));
  }

  #candidatesIn(uri: string): Candidate[] {
    const text = this.#workspace.textOf(uri) ?? '';
    return this.#workspace.findings(uri).flatMap((finding): Candidate[] => {
      if (!this.#accepts(uri, finding)) return [];
      const fix = automaticFix(finding);
      if (fix === undefined || !this.#isApplicable(fix)) return [];
      const key = `${uri}\n${keyOf(finding, text)}`;
      return [{ uri, rule: finding.rule.name, title: fix.title, edits: fix.edits, key }];
    });
  }

  /** A fix may reach for documents that are not there to be changed. */
  #isApplicable({ edits }: Fix): boolean {
    return [...edits.keys()].every((uri) => this.#workspace.textOf(uri) !== undefined);
  }

  /**
   * Applies fixes together, or leaves everything as it was and says which of them are to blame: those that did not end
   * their findings, or all.
   */
  #apply(batch: readonly Candidate[]): ReadonlySet<Candidate> {
    const edits = new Map<string, Edit[]>();
    for (const candidate of batch) {
      for (const [uri, own] of candidate.edits) {
        const all = edits.get(uri) ?? [];
        for (const edit of own) all.push(edit);
        edits.set(uri, all);
      }
    }
    const old = new Map([...edits.keys()].map((uri) => [uri, this.#workspace.textOf(uri) ?? '']));
    const texts = new Map([...edits].map(([uri, own]) => [uri, applyEdits(old.get(uri) ?? '', own)]));
    const returns = [...texts].some(([uri, text]) => text === old.get(uri) || this.#seen.get(uri)?.has(text));
    const affected = this.#putAll(texts);
    // most of what is taken back shows in the rules of its own findings
    const own = this.#countAll(affected, new Set(batch.map(({ rule }) => rule)));
    const open = this.#openAfter(batch, own);
    const after = returns || open.size > 0 || this.#brings(own) ? null : this.#countAll(affected);
    if (after === null || this.#brings(after)) {
      this.#takeBack(edits.size);
      // what brought nothing counts twice, so that a document with much of it is given up soon
      for (const [uri, text] of old) this.#budget.take(uri, text.length);
      return open.size > 0 ? open : new Set(batch);
    }
    this.#known = null;
    for (const [uri, counts] of after) this.#counts.set(uri, counts);
    for (const [uri, text] of old) this.#keep(uri, text, edits.get(uri) ?? []);
    this.applied.push(...batch.map(({ uri, rule, title }) => ({ uri, rule, title })));
    return open;
  }

  /** Replaces texts; returns the documents whose findings may differ, which are counted as they were before. */
  #putAll(texts: ReadonlyMap<string, string>): ReadonlySet<string> {
    const put = (): ReadonlySet<string> => {
      this.#put += texts.size;
      return new Set([...texts].flatMap(([uri, text]) => [...this.#workspace.put(uri, text)]));
    };
    const affected = put();
    const uncounted = [...affected].filter((uri) => !this.#counts.has(uri));
    if (uncounted.length === 0) return affected;
    this.#takeBack(texts.size);
    for (const uri of uncounted) this.#counts.set(uri, this.#count(uri));
    return put();
  }

  #takeBack(count: number): void {
    this.#put -= count;
    this.#workspace.takeBack(count);
  }

  #keep(uri: string, old: string, edits: readonly Edit[]): void {
    const seen = this.#seen.get(uri) ?? new Set();
    this.#seen.set(uri, seen.add(old));
    const text = this.#workspace.textOf(uri) ?? '';
    this.texts.set(uri, text);
    this.edits.set(uri, composeEdits(this.edits.get(uri) ?? [], edits));
  }

  /** The fixes of a batch that did not end their findings. */
  #openAfter(batch: readonly Candidate[], after: ReadonlyMap<string, Counts>): ReadonlySet<Candidate> {
    const meant = new Map<string, number>();
    for (const { key } of batch) add(meant, key);
    const isOpen = ({ uri, rule, key }: Candidate): boolean => {
      const was = this.#counts.get(uri);
      const is = after.get(uri);
      if (was === undefined || is === undefined) return true;
      const words = key.slice(uri.length + 1);
      const ended = countOf(is.keys, words) <= countOf(was.keys, words) - countOf(meant, key);
      // of a rule with too many findings to report, the next ones take the place of those that ended
      const isCutShort = countOf(was.rules, rule) >= mostFindings;
      return !ended && !isCutShort && countOf(is.rules, rule) >= countOf(was.rules, rule);
    };
    return new Set(batch.filter(isOpen));
  }

  /** Whether some document has more errors or warnings of a rule than before. */
  #brings(after: ReadonlyMap<string, Counts>): boolean {
    return [...after].some(([uri, { loud }]) => {
      const was = this.#counts.get(uri)?.loud ?? new Map<string, number>();
      return [...loud].some(([rule, count]) => count > countOf(was, rule));
    });
  }

  /** Counts in documents, of all rules or of some. */
  #countAll(uris: ReadonlySet<string>, rules?: ReadonlySet<string>): Map<string, Counts> {
    return new Map([...uris].map((uri) => [uri, this.#count(uri, rules)]));
  }

  #count(uri: string, only?: ReadonlySet<string>): Counts {
    const text = this.#workspace.textOf(uri) ?? '';
    const findings =
      only === undefined ? this.#workspace.findings(uri) : this.#workspace.findingsOf(uri, only);
    return countFindings(findings, text);
  }
}
