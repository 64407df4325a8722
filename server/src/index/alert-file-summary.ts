/** What the workspace keeps of an alert file. Knows nothing of YAML. */
import type { AlertAddress, AlertDocument, AddressTarget } from '../model/alert-document';
import type { AlertRule } from '../model/alert-rule';
import { keyOf, type Identifier } from '../model/identifier';
import type { Runbook } from '../model/runbook';
import { groupBy } from '../text/group-by';
import type { LineRange } from '../text/line-index';
import type { DocumentPlace } from '../workspace';
import { longestExpression, type AlertSummary, type AlertTarget } from './alert-summary';
import { References, type Spelling } from './references';
import { ownText, type SharedWords } from './shared-words';
import type { Summary } from './summary';

/** The summary of a document that holds alert rules, or might have. */
export function summarizeAlertFile(
  place: DocumentPlace,
  runbook: Runbook,
  alerts: AlertDocument,
  words: SharedWords,
): Summary {
  const byRule = groupBy(alerts.addresses, ({ rule }) => rule);
  const isMadeUp = saysMadeUp(place.path);
  const linked = new Set<string>();
  for (const { target } of alerts.addresses)
    if (target.kind === 'file') for (const path of target.paths) linked.add(ownText(path));
  return {
    uri: place.uri,
    folder: place.folder,
    path: place.path,
    kind: 'none',
    quiet: false,
    prefixes: [],
    definitions: [],
    references: referencesIn(runbook, words),
    fragments: [],
    bands: [],
    alerts: alerts.rules.map((rule) => summarizeRule(rule, byRule.get(rule) ?? [], runbook, isMadeUp)),
    claims: [],
    run: null,
    linked: [...linked].sort(),
    misspelled: [],
    silent: alerts.rules.length === 0,
    read: 'all',
  };
}

function summarizeRule(
  rule: AlertRule,
  addresses: readonly AlertAddress[],
  { lines }: Runbook,
  isMadeUp: boolean,
): AlertSummary {
  const targets = addresses.map(({ target }) => target);
  return {
    name: ownText(rule.name.value ?? ''),
    severity: severityOf(rule),
    expr: ownText((rule.expr.value ?? '').slice(0, longestExpression)),
    duration: ownText(rule.duration?.value ?? ''),
    range: rangeOfRule(rule, lines),
    runbook: runbookOf(rule, targets),
    exempt: isExempt(rule, isMadeUp),
    ids: targets.flatMap((target) => (target.kind === 'id' ? [keyOf(target.id)] : [])),
    targets: targets.flatMap(toTarget),
  };
}

function runbookOf(rule: AlertRule, targets: readonly AddressTarget[]): AlertSummary['runbook'] {
  if (targets.some(({ kind }) => kind !== 'unset')) return 'named';
  if (targets.length > 0) return 'unset';
  return mayLeadElsewhere(rule) ? 'unseen' : 'none';
}

/** Whether a rule without an address may have a runbook: in what a template adds, or in the words of an annotation. */
export function mayLeadElsewhere({ annotations, annotationsKnown, labelsKnown }: AlertRule): boolean {
  return !annotationsKnown || !labelsKnown || annotations.some(({ value }) => /https?:\/\//i.test(value.raw));
}

/** Where a rule is shown: its name, or where it begins. */
function rangeOfRule({ name, span }: AlertRule, lines: Runbook['lines']): LineRange {
  const at = name.span ?? span ?? { start: 0, end: 0 };
  return lines.rangeOf(name.span ?? { start: at.start, end: at.start });
}

function toTarget(target: AddressTarget): AlertTarget[] {
  if (target.kind !== 'file') return [];
  const { paths, matchesCase, fragment } = target;
  return [{ paths: paths.map(ownText), matchesCase, fragment: ownText((fragment ?? '').toLowerCase()) }];
}

/** Value of the label `severity` in lower case; empty where there is none for certain, null where that is not known. */
export function severityOf({ labels, labelsKnown }: AlertRule): string | null {
  const values = labels
    .filter(({ name }) => name.toLowerCase() === 'severity')
    .map(({ value }) => value.value);
  const [value] = values;
  if (value === undefined) return labelsKnown ? '' : null;
  // branches of a template may say different things
  return value === null || values.some((other) => other !== value) ? null : value.trim().toLowerCase();
}

/** Alerts that fire all the time, or to silence others, by the names that people give them. */
const heartbeat = /watchdog|deadmans?(?:switch|snitch)|heartbeat|inhibit(?:or|ion)|alwaysfiring|drill/i;

/** Folders of tests and samples, and of what is rendered from templates. */
const madeUpFolder =
  /^(?:__tests__|tests?|testdata|test[-_]data|testing|e2e|fixtures?|goldens?|snapshots?|__snapshots__|mocks?|hack|examples?|samples?|demos?|sandbox|playground|rendered)$/i;
/** Words of the names of such files. */
const madeUpWord = /^(?:tests?|golden|sample|example|rendered|expected)$/i;

/** Whether the path of a file says that it is a test, a sample or a rendered copy. */
export function saysMadeUp(path: string): boolean {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  return (
    folders.some((folder) => madeUpFolder.test(folder)) ||
    name
      .split(/[._-]/)
      .slice(0, -1)
      .some((word) => madeUpWord.test(word))
  );
}

/**
 * Whether it is to be expected that an alert names no runbook, by its name, its severity, its expression or
 * the path of its file, where that {@link saysMadeUp}: heartbeats, inhibitors, drills, tests.
 */
export function isExempt(rule: AlertRule, isMadeUp: boolean): boolean {
  return (
    isMadeUp ||
    severityOf(rule) === 'none' ||
    heartbeat.test(rule.name.value ?? '') ||
    isConstant(rule.expr.value ?? '')
  );
}

/** Whether an expression is `vector(1)`, and always true. */
function isConstant(expr: string): boolean {
  if (!expr.includes('vector')) return false;
  return /^vector\(\d{1,10}(?:\.\d{1,10})?\)/.test(expr.slice(0, 200).replace(/\s/g, ''));
}

/** The identifiers that addresses name. */
function referencesIn({ mentions, text, lines }: Runbook, words: SharedWords): References {
  return References.pack(mentions.length, (writer) => {
    for (const { id, place, field, excluded, span } of mentions) {
      if (id === null) continue;
      const spelling = spellingOf(text.slice(span.start, span.end), id);
      writer.add(words.id(id), { place, field, excluded, within: '', repeats: false, spelling }, span, lines);
    }
  });
}

function spellingOf(written: string, { text }: Identifier): Spelling {
  if (written === text) return 'id';
  return written === text.toLowerCase() ? 'fragment' : 'other';
}
