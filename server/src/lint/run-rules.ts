/**
 * Runs the rules over one document: decides where each may speak, sets severities by configuration and drafts, hides
 * what a stub or an unfilled template causes and what comments suppress.
 */
import { alertSuppressions } from './alert-suppressions';
import { speaksOfAlerts } from '../config/configured-files';
import { englishValue } from '../model/translated-values';
import { asAsked } from './house-rules';
import { isJudged } from './is-judged';
import { isUnfilled, isDeclined } from '../document/scope';
import type { Entry, Runbook } from '../model/runbook';
import { Coverage } from '../text/coverage';
import { documentField, wordsAt } from '../document/fields/fields';
import { withoutHidden } from './hidden';
import { withoutCovered } from './precedence';
import { goBefore, rules } from './registry';
import { contextFor } from './rule-context';
import {
  mostFindings,
  type Finding,
  type RuleContext,
  type RuleInput,
  type Scope,
  type Severity,
} from './rule';
import { lasting, planRules, timed } from './rule-plan';
import type { RuleMemory } from './reuse/rule-memory';
import { Suppressions } from './suppressions';

/**
 * The findings of one document, in order of their place. Cost follows the document; after a key in a long one that `memory`
 * knows, rules that judge entries cost the entry.
 */
export function runRules(input: RuleInput, memory: RuleMemory | null = null): Finding[] {
  return findingsOf(input, () => true, memory);
}

/** Those of {@link runRules} that are of some rules, by name, in less time than all take. */
export function runRulesNamed(input: RuleInput, names: ReadonlySet<string>): Finding[] {
  // what looks at what became of others' findings needs all of these
  if ([...lasting].some((name) => names.has(name)))
    return runRules(input).filter(({ rule }) => names.has(rule.name));
  const named = rules.filter(({ meta }) => names.has(meta.name));
  const needed = new Set(named.flatMap(({ meta }) => [meta.name, ...goBefore(meta)]));
  return findingsOf(input, (name) => needed.has(name)).filter(({ rule }) => names.has(rule.name));
}

/** The findings of the rules that are asked, without those that others of these cover. */
function findingsOf(
  input: RuleInput,
  asks: (rule: string) => boolean,
  memory: RuleMemory | null = null,
): Finding[] {
  const { runbook } = input;
  if (runbook.kind.kind === 'skill') return [];
  const speaks = speakersIn(input);
  const stubs = new Coverage(runbook.entries.flatMap(({ stub, span }) => (stub ? [span] : [])));
  const unfilled = isUnfilled(runbook);
  const suppressions = new Suppressions(runbook);
  const silences =
    runbook.alerts === null
      ? (rule: string, offset: number) => suppressions.silences(rule, offset)
      : alertSuppressions(runbook.alerts);
  const drafts = new Drafts(runbook);
  const plan = planRules(input.configuration, input.place.path);
  const context = contextFor(input);
  const reuse = memory?.judging(context);
  const cutShort = new Set<string>();
  const findings: Finding[] = [];
  for (const { rule, severity, options } of plan.rulesFor(runbook.kind.kind)) {
    const { name, scope, last, inTemplates, ofHeadingsOnly } = rule.meta;
    if (!asks(name)) continue;
    if ((runbook.unread || runbook.passedBound !== null) && ofHeadingsOnly !== true) continue;
    if (!speaks(scope) || (unfilled && inTemplates !== true)) continue;
    const own = options === null ? context : { ...context, options };
    const known = last === undefined ? own : { ...own, ...leftBy(suppressions, plan.disabled, cutShort) };
    const all = reuse?.check(rule, known) ?? rule.check(known);
    if (all.length > mostFindings) cutShort.add(name);
    const found = all.length > mostFindings ? all.slice(0, mostFindings) : all;
    for (const finding of asAsked(runbook.kind.house, rule.meta.role, found)) {
      if (silences(name, finding.span.start)) continue;
      const hidden = inTemplates !== true && stubs.encloses(finding.span);
      if (!hidden) findings.push({ ...finding, severity: severityOf(finding, severity, drafts) });
    }
  }
  return withoutRepeats(withoutHidden(withoutCovered(findings), runbook)).sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule.name < b.rule.name ? -1 : 1),
  );
}

/** Each finding once: what stands in two entries of one id, or in the target of two links, may be met twice. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const known = new Map<string, Finding[]>();
  return findings.filter((finding) => {
    const { rule, span } = finding;
    const key = `${rule.name} ${String(span.start)} ${String(span.end)}`;
    const same = known.get(key);
    if (same === undefined) known.set(key, [finding]);
    else if (same.some(({ message }) => message === finding.message)) return false;
    else same.push(finding);
    return true;
  });
}

/**
 * What rules that run last look at: the rules that were cut short, and the suppressions that silenced nothing. Those of
 * rules that are switched off, look at suppressions, go by time or were cut short may do without.
 */
function leftBy(
  suppressions: Suppressions,
  disabled: ReadonlySet<string>,
  cutShort: ReadonlySet<string>,
): Pick<RuleContext, 'idleSuppressions' | 'cutShort'> {
  const idleSuppressions = suppressions
    .unused()
    .filter(({ rule }) =>
      rule === null
        ? cutShort.size === 0
        : ![disabled, lasting, timed, cutShort].some((rules) => rules.has(rule)),
    );
  return { idleSuppressions, cutShort };
}

/** Tells the scopes of rules that may speak in a document. */
function speakersIn({ runbook, workspace, place, configuration }: RuleInput): (scope: Scope) => boolean {
  if (runbook.alerts !== null) {
    const matters = workspace.hasOurs || speaksOfAlerts(configuration);
    return (scope) => scope === 'alerts' && matters;
  }
  const { kind } = runbook.kind;
  if (kind === 'run') return (scope) => scope === 'runs';
  const declined = isDeclined(runbook);
  const judged = !declined && isJudged({ runbook, workspace, place });
  return (scope) => {
    if (scope === 'workspace') return !declined;
    if (scope === 'alerts' || scope === 'runs') return false;
    return scope === 'judged' ? judged : scope.some((one) => one === kind);
  };
}

function severityOf(finding: Finding, configured: Severity | null, drafts: Drafts): Severity {
  const usual = finding.rule.severity;
  // a configured severity replaces the usual one; milder and stricter cases keep their own
  if (configured !== null && (finding.severity === usual || usual === 'off')) return configured;
  // what says that a template is unfilled is no louder for one whose menu happens to start with Draft
  if (finding.rule.inTemplates === true || !drafts.holds(finding.entry)) return finding.severity;
  if (finding.severity === 'warning') return 'information';
  return finding.severity === 'information' ? 'hint' : finding.severity;
}

/** Tells drafts: entries, or the document where a finding is about no entry, whose Status is Draft or Planned. */
class Drafts {
  readonly #runbook: Runbook;
  #document: boolean | null = null;
  readonly #entries = new Map<Entry, boolean>();

  constructor(runbook: Runbook) {
    this.#runbook = runbook;
  }

  holds(entry: Entry | null): boolean {
    if (entry === null) return (this.#document ??= this.#isDraft(statusOfDocument(this.#runbook)));
    const known = this.#entries.get(entry);
    if (known !== undefined) return known;
    const status = entry.fields.find(({ key }) => key === 'status')?.value;
    const isDraft = status != null && this.#isDraft(wordsAt(this.#runbook, status.token));
    this.#entries.set(entry, isDraft);
    return isDraft;
  }

  #isDraft(status: string): boolean {
    return /^(?:draft|planned)$/i.test(englishValue(status.trim()));
  }
}

function statusOfDocument(runbook: Runbook): string {
  const field = documentField(runbook, 'status')?.value;
  return field == null ? '' : wordsAt(runbook, field.token);
}
