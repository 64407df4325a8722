/**
 * Runs the rules over one document: decides where each may speak, sets severities by configuration and drafts, hides
 * what a stub or an unfilled template causes and what comments suppress.
 */
import { ruleSettingFor } from '../config/configured-files';
import type { Entry, Runbook } from '../model/runbook';
import { encloses } from '../text/span';
import { documentField, wordsAt } from './fields';
import { isUnfilled } from './is-unfilled';
import { ruleNames, rules } from './registry';
import type { Finding, Rule, RuleInput, RuleMetadata, Severity } from './rule';
import { Suppressions, type Suppression } from './suppressions';

/** The findings of one document, in order of their place. Cost follows the document. */
export function runRules(input: RuleInput): Finding[] {
  const { runbook } = input;
  if (runbook.kind.kind === 'skill') return [];
  const entries = runbook.entries.filter((entry) => isBodied(entry) && !entry.stub);
  const stubs = runbook.entries.filter(({ stub }) => stub);
  const unfilled = isUnfilled(runbook);
  const suppressions = new Suppressions(runbook);
  const disabled = new Set<string>();
  const drafts = new Drafts(runbook);
  const findings: Finding[] = [];
  for (const rule of inOrder) {
    const { name, last, inTemplates } = rule.meta;
    const setting = ruleSettingFor(input.configuration, name, input.place.path);
    if (setting.severity === 'off' || (rule.meta.severity === 'off' && setting.severity === null)) {
      disabled.add(name);
      continue;
    }
    if (!applies(rule, input) || (unfilled && inTemplates !== true)) continue;
    const idleSuppressions = last === true ? idle(suppressions, disabled) : [];
    const options = optionsOf(rule.meta, setting.options);
    for (const finding of rule.check({ ...input, entries, options, ruleNames, idleSuppressions })) {
      if (suppressions.silences(name, finding.span.start)) continue;
      const hidden = inTemplates !== true && stubs.some(({ span }) => encloses(span, finding.span));
      if (!hidden) findings.push({ ...finding, severity: severityOf(finding, setting.severity, drafts) });
    }
  }
  return findings.sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule.name < b.rule.name ? -1 : 1),
  );
}

const inOrder = [...rules].sort((a, b) => Number(a.meta.last === true) - Number(b.meta.last === true));

/** Suppressions that silenced nothing, those of rules that are switched off or look at suppressions left out. */
function idle(suppressions: Suppressions, disabled: ReadonlySet<string>): readonly Suppression[] {
  const lasting = new Set(inOrder.filter(({ meta }) => meta.last === true).map(({ meta }) => meta.name));
  return suppressions
    .unused()
    .filter(({ rule }) => rule === null || !(disabled.has(rule) || lasting.has(rule)));
}

function isBodied({ form }: Entry): boolean {
  return form === 'heading' || form === 'plain';
}

function applies({ meta }: Rule, { runbook, workspace, place }: RuleInput): boolean {
  const { kind } = runbook.kind;
  if (meta.scope === 'workspace') return !isSetAside(runbook);
  if (meta.scope !== 'judged') return kind !== 'none' && kind !== 'skill' && meta.scope.includes(kind);
  if (kind !== 'none') return true;
  if (isSetAside(runbook)) return false;
  const own = workspace.document(place.uri)?.definitions ?? [];
  return own.some(({ id, claims }) => claims && workspace.owns(id.prefix));
}

/** Whether front matter or configuration say that the document is none of ours. */
function isSetAside({ kind }: Runbook): boolean {
  return kind.kind === 'none' && kind.stated;
}

function optionsOf(
  meta: RuleMetadata,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const defaults = Object.entries(meta.options ?? {}).map(([name, option]): [string, unknown] => [
    name,
    option.default,
  ]);
  return { ...Object.fromEntries(defaults), ...given };
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

  constructor(runbook: Runbook) {
    this.#runbook = runbook;
  }

  holds(entry: Entry | null): boolean {
    if (entry === null) return (this.#document ??= this.#isDraft(statusOfDocument(this.#runbook)));
    const status = entry.fields.find(({ key }) => key === 'status')?.value;
    return status != null && this.#isDraft(wordsAt(this.#runbook, status.token));
  }

  #isDraft(status: string): boolean {
    return /^(?:draft|planned)$/i.test(status.trim());
  }
}

function statusOfDocument(runbook: Runbook): string {
  const field = documentField(runbook, 'status')?.value;
  return field == null ? '' : wordsAt(runbook, field.token);
}
