/**
 * What rules and scores say of the documents of a workspace, each worked out once until a change invalidates it.
 * Knows documents, rules and the day; nothing of editors, files or connections.
 */
import { FindingsCache } from './cache/findings-cache';
import { ChangingDays, EarliestDay } from './cache/changing-days';
import {
  decodeDocument,
  encodeDocument,
  type DocumentSnapshot,
  type RestoredParts,
  type SnapshotParts,
} from './cache/document-snapshot';
import { isFixable, plainBudget, sizeOf, toPlainFinding, type PlainFinding } from './lint/plain-finding';
import { ruleNames } from './lint/registry';
import { RuleMemory } from './lint/reuse/rule-memory';
import type { Finding, RuleInput } from './lint/rule';
import { runRules, runRulesNamed } from './lint/run-rules';
import type { JudgedSurvey } from './report/build-report';
import { isReported } from './report/is-reported';
import { surveyDocument, type Survey } from './report/survey';
import { decodeSurvey, encodeSurvey } from './report/survey-snapshot';
import type { ScoredRunbook } from './report/workspace-report';
import type { Say } from './text/say';
import type { Clock, WorkLog } from './workspace';
import type { WorkspaceDocuments } from './workspace-documents';

export interface FindingsOptions {
  /** Characters of text of the documents whose findings are cached with the models that they hold on to. */
  readonly modelBudget: number;
  /** Whether plain findings tell if they are fixable. */
  readonly tellsFixable: boolean;
  /** Whether reports are asked for again and again, so that documents are surveyed while their models are at hand. */
  readonly keepsSurveys: () => boolean;
  readonly workLog: WorkLog;
  /** The language of messages. */
  readonly say: Say;
}

/** What was cached of documents on a day. */
export interface TakenFindings {
  readonly day: string;
  readonly documents: readonly {
    readonly uri: string;
    readonly findings: readonly Finding[] | undefined;
    readonly plain: readonly PlainFinding[] | undefined;
    readonly changesOn: string | null;
    readonly survey: Survey | null | undefined;
  }[];
}

export class WorkspaceFindings {
  readonly #documents: WorkspaceDocuments;
  readonly #clock: Clock;
  readonly #options: FindingsOptions;
  readonly #findings: FindingsCache<Finding>;
  readonly #plain = new FindingsCache<PlainFinding>(plainBudget);
  readonly #ruleMemory = new RuleMemory();
  /** What the report knows of documents; null for those that it is not about. */
  readonly #surveys = new Map<string, Survey | null>();
  readonly #changing = new ChangingDays();
  /** The day for which everything above is true. */
  #day: string;

  constructor(documents: WorkspaceDocuments, clock: Clock, options: FindingsOptions) {
    this.#documents = documents;
    this.#clock = clock;
    this.#options = options;
    this.#findings = new FindingsCache(options.modelBudget);
    this.#day = clock.today();
  }

  /** Whether nothing is cached, so that a change invalidates nothing. */
  get isEmpty(): boolean {
    return this.#findings.count + this.#plain.count + this.#surveys.size === 0;
  }

  /** The findings of a document in order of their place; empty for an unknown one. */
  of(uri: string): readonly Finding[] {
    this.#invalidateOnDayChange();
    const cached = this.#findings.get(uri);
    if (cached !== undefined) return cached;
    const found = this.#judge(uri);
    this.#findings.set(uri, found, this.#sizeOf(uri));
    return found;
  }

  /** Those of some rules, by name, which are worked out alone where nothing is cached. */
  ofRules(uri: string, rules: ReadonlySet<string>): readonly Finding[] {
    this.#invalidateOnDayChange();
    const cached = this.#findings.get(uri);
    return cached?.filter(({ rule }) => rules.has(rule.name)) ?? this.#judge(uri, rules);
  }

  /** The same as plain data, which is cached for all documents. */
  plainOf(uri: string): readonly PlainFinding[] {
    this.#invalidateOnDayChange();
    const cached = this.#plain.get(uri);
    if (cached !== undefined) return cached;
    // the model of a document that is not open need not be cached with its findings
    const isOpen = this.#documents.store.isOpen(uri);
    const found = this.#findings.get(uri) ?? (isOpen ? this.of(uri) : this.#judge(uri));
    const runbook = found.length === 0 ? undefined : this.#documents.runbook(uri);
    const { tellsFixable } = this.#options;
    const plain =
      runbook === undefined
        ? []
        : found.map((finding) => toPlainFinding(finding, runbook, tellsFixable ? isFixable(finding) : null));
    this.#plain.set(uri, plain, sizeOf(plain));
    // an open document is judged with each key, and its model stays
    if (!isOpen && this.#options.keepsSurveys()) this.#surveyOf(uri);
    return plain;
  }

  /** Whether no rule can find anything in a document; see {@link WorkspaceView.isSilent}. */
  isSilent(uri: string): boolean {
    return this.#documents.viewAt(this.#documents.homeOf(uri)).isSilent(uri);
  }

  /** The runbooks of a document with their scores. */
  scoresOf(uri: string): readonly ScoredRunbook[] {
    return this.#surveyOf(uri)?.runbooks ?? [];
  }

  /** What the report knows of the documents of a folder, in order of their URIs; null for those that it is not about. */
  *surveysIn(home: string): Iterable<JudgedSurvey | null> {
    for (const uri of [...this.#documents.urisAt(home)].sort()) {
      const survey = this.#surveyOf(uri);
      if (survey === null) yield null;
      else yield { ...survey, file: this.#documents.placeOf(uri).path, found: this.#foundIn(uri) };
    }
  }

  /** The rules that find something in a document, in order of the places. */
  #foundIn(uri: string): readonly string[] {
    return this.plainOf(uri).flatMap(({ rule, mild }) => (mild ? [] : [rule]));
  }

  /** What rules look at in a document, or undefined for an unknown one. */
  ruleInput(uri: string): RuleInput | undefined {
    const runbook = this.#documents.runbook(uri);
    if (runbook === undefined) return undefined;
    return this.#documents.ruleInput(uri, runbook, this.#clock.today(), this.#options.say);
  }

  /** What is said of these documents may differ now. */
  invalidate(uris: Iterable<string>): void {
    for (const uri of uris) {
      this.#findings.delete(uri);
      this.#plain.delete(uri);
      this.#changing.set(uri, null);
      this.#surveys.delete(uri);
    }
  }

  /** What is cached of some documents, which is invalidated, for {@link give}. */
  take(uris: Iterable<string>): TakenFindings {
    const documents = Array.from(uris, (uri) => ({
      uri,
      findings: this.#findings.get(uri),
      plain: this.#plain.get(uri),
      changesOn: this.#changing.get(uri),
      survey: this.#surveys.get(uri),
    }));
    this.invalidate(documents.map(({ uri }) => uri));
    return { day: this.#day, documents };
  }

  /** Caches again what was taken, now that the documents are what they were then. */
  give({ day, documents }: TakenFindings): void {
    this.#invalidateOnDayChange();
    this.invalidate(documents.map(({ uri }) => uri));
    if (day !== this.#day) return;
    for (const { uri, findings, plain, changesOn, survey } of documents) {
      if (findings !== undefined) this.#findings.set(uri, findings, this.#sizeOf(uri));
      if (plain !== undefined) this.#plain.set(uri, plain, sizeOf(plain));
      this.#changing.set(uri, changesOn);
      if (survey !== undefined) this.#surveys.set(uri, survey);
    }
  }

  #sizeOf(uri: string): number {
    return this.#documents.store.textOf(uri)?.length ?? 0;
  }

  /** Drops the findings that hold on to models; the plain ones stay. */
  evictModels(): void {
    this.#findings.clear();
    this.#ruleMemory.forget();
  }

  /** A document as plain values for a later session; null for one that cannot be saved. */
  encode(uri: string, { findings }: SnapshotParts): readonly unknown[] | null {
    this.#invalidateOnDayChange();
    const summary = this.#documents.summaryOf(uri);
    if (summary === undefined) return null;
    const judged = this.#plain.get(uri) ?? (this.isSilent(uri) ? [] : null);
    const survey = this.#surveys.get(uri);
    const surveyed = survey === null ? [] : survey === undefined ? null : [encodeSurvey(survey)];
    return encodeDocument({
      summary,
      changesOn: this.#changing.get(uri),
      ...(findings ? { judged, surveyed } : { judged: null, surveyed: null }),
    });
  }

  /** Restores a document from what {@link encode} gave; null for other values. */
  restore(uri: string, values: unknown, { findings, day }: RestoredParts): 'judged' | 'read' | null {
    this.#invalidateOnDayChange();
    const snapshot = this.decode(uri, values);
    if (snapshot === null) return null;
    this.#documents.restore(snapshot.summary);
    const { judged, changesOn } = snapshot;
    const isTrue = day <= this.#day && (changesOn === null || this.#day < changesOn);
    if (judged === null || !findings || !isTrue) return 'read';
    this.#plain.set(uri, judged, sizeOf(judged));
    this.#changing.set(uri, changesOn);
    // scores tell the age of tests
    if (snapshot.surveyed !== null && day === this.#day) this.#surveys.set(uri, snapshot.surveyed[0] ?? null);
    return 'judged';
  }

  /** What {@link encode} gave these values of; null for other values. */
  decode(uri: string, values: unknown): DocumentSnapshot<Survey> | null {
    const { words } = this.#documents;
    const place = this.#documents.placeOf(uri);
    return decodeDocument(
      place,
      values,
      ruleNames,
      words,
      (own) => decodeSurvey(place.path, own),
      () => this.#documents.unreadSummary(uri),
    );
  }

  #surveyOf(uri: string): Survey | null {
    this.#invalidateOnDayChange();
    const cached = this.#surveys.get(uri);
    if (cached !== undefined) return cached;
    // most Markdown of a repository need not be read for it
    const input = this.isSilent(uri) ? undefined : this.ruleInput(uri);
    const survey = input !== undefined && isReported(input) ? surveyDocument(input) : null;
    this.#surveys.set(uri, survey);
    return survey;
  }

  #judge(uri: string, rules?: ReadonlySet<string>): readonly Finding[] {
    if (this.#plain.get(uri)?.length === 0 || this.isSilent(uri)) return [];
    const input = this.ruleInput(uri);
    const text = this.#documents.store.textOf(uri);
    if (input === undefined || text === undefined) return [];
    const { workLog } = this.#options;
    if (rules !== undefined) return workLog.during(uri, text, () => runRulesNamed(input, rules));
    const change = new EarliestDay();
    const timed = { ...input, changesOn: change.tell };
    const found = workLog.during(uri, text, () => runRules(timed, this.#memoryFor(uri)));
    this.#changing.set(uri, change.day);
    return found;
  }

  /** Only what somebody writes in is judged again and again. */
  #memoryFor(uri: string): RuleMemory | null {
    return this.#documents.store.isOpen(uri) ? this.#ruleMemory : null;
  }

  /**
   * Drops what a new day may change: findings that know dates when theirs has come, scores, and fixes, which write dates.
   * Where the clock goes back nothing is known to be true.
   */
  #invalidateOnDayChange(): void {
    const today = this.#clock.today();
    if (today === this.#day) return;
    const isLater = today > this.#day;
    this.#day = today;
    this.#findings.clear();
    this.#surveys.clear();
    if (isLater) {
      for (const uri of this.#changing.takeDue(today)) this.#plain.delete(uri);
    } else {
      this.#plain.clear();
      this.#changing.clear();
    }
  }
}
