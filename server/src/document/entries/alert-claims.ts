/**
 * Which alerts a document says it is about, by the names that alert rules have: in a field such as `Alert: HighLatency`, or
 * as a whole title. Knows nothing of the rules that define them.
 */
import type { Entry, Runbook } from '../../model/runbook';
import { hasBody } from '../../model/entry';
import { namesMeaning } from '../../model/translated-names';
import { NestedSpans } from '../../model/nested-spans';
import { lineBefore } from '../../text/line-before';
import { rememberOf, rememberWords } from '../../text/remember';
import type { Span } from '../../text/span';

/** A name that stands for an alert: `HighLatency`, `KubePodNotReady`, `etcd_no_leader`. */
export interface AlertClaim {
  readonly name: string;
  readonly span: Span;
  /** The entry that claims it, or null where the page or a part of it does. */
  readonly entry: Entry | null;
  /** The heading whose title it is, by its slug; empty for a field. */
  readonly slug: string;
  /** Whether it is written as code. */
  readonly coded: boolean;
  /** Whether nothing but names stands in front of it, and no words say that something else than a rule here defines it. */
  readonly bare: boolean;
  /** Whether the title of the document says so: then all of the page is about the alert. */
  readonly ofPage: boolean;
}

const fieldKeys: ReadonlySet<string> = new Set([
  'alert',
  'alerts',
  'alert name',
  'alert names',
  'alertname',
  'alert rule',
  'alert rules',
  'prometheus alert',
  'prometheus rule',
]);

/** Two humps or more, as rules are named and words are not: `HighLatency`, not `Latency`. */
function isCamelName(word: string): boolean {
  return oneWord.test(word) && smallLetter.test(word) && laterCapital.test(word);
}

const oneWord = /^[A-Z][A-Za-z0-9]{2,100}$/;
const smallLetter = /[a-z]/;
const laterCapital = /.[A-Z]/;

/** A title that says that a name follows: `Alert: HighLatency`, `Runbook: HighLatency`. */
const titled = /^(?:alert|runbook|playbook|sop)\s*[:–—-]\s*(?=\S)/i;

/** The claims of a document, in the order of the text. */
export const alertClaimsOf = rememberOf((runbook: Runbook): readonly AlertClaim[] => {
  if (runbook.alerts !== null) return [];
  const claims: AlertClaim[] = [];
  const { text, headings, entries, labels } = runbook;
  const bodied = entries.filter(hasBody);
  const around = new NestedSpans(bodied);
  const byHeading = new Map(bodied.map((entry) => [entry.headingSpan.start, entry]));
  for (const [index, { span, titleSpan, slug, depth }] of headings.entries()) {
    const entry = byHeading.get(span.start) ?? null;
    const title = entry === null ? titleSpan : entry.titleSpan;
    const ofPage = entry === null && depth === 1 && index === 0;
    for (const claim of nameIn(text, title)) claims.push({ ...claim, entry, slug, ofPage });
  }
  for (const { key, value, span } of labels) {
    if (value === null || !fieldKeys.has(key)) continue;
    const entry = around.around(span);
    for (const claim of namesIn(text, value.span)) claims.push({ ...claim, entry, slug: '', ofPage: false });
  }
  return claims.sort((a, b) => a.span.start - b.span.start);
});

/** Names of the fields, in any language, with whatever stands between their words. */
const fieldNames = new RegExp(
  Array.from(fieldKeys, (key) =>
    [key, ...namesMeaning(key)].join('|').replaceAll(' ', '[^a-z0-9]{1,9}'),
  ).join('|'),
  'i',
);
/** Headings, the underlined ones by that line. */
const titles = /#[ \t]([^\r\n]{1,200})|^[ \t>]{0,20}[=-]{1,200}[ \t]{0,20}$/gm;

/** Whether a text may claim alerts, told without reading it as Markdown: yes too often rather than too rarely. */
export function mayClaimAlerts(text: string): boolean {
  if (fieldNames.test(text)) return true;
  for (const { 1: heading, index } of text.matchAll(titles)) {
    const words = (heading ?? lineBefore(text, index)).replace(/^[^A-Za-z`*_]+/, '').split('{#')[0] ?? '';
    const title = words
      .trimEnd()
      .replace(/(?<!#)#{1,9}$/, '')
      .trimEnd();
    if (nameIn(title, { start: 0, end: title.length }).length > 0) return true;
  }
  return false;
}

type FoundName = Pick<AlertClaim, 'name' | 'span' | 'coded' | 'bare'>;

const marksBefore = /^[`*_]*/;
const marksBehind = /(?<![`*_\s])[`*_\s]+$/;

/** The name that a title is, if it is one. */
function nameIn(text: string, span: Span): readonly FoundName[] {
  if (span.end - span.start > longestTitle) return [];
  const found = nameOfTitle(text.slice(span.start, span.end));
  if (found === null) return [];
  const start = span.start + found.at;
  return [
    {
      name: found.name,
      span: { start, end: start + found.name.length },
      coded: text[start - 1] === '`',
      bare: true,
    },
  ];
}

const longestTitle = 200;

const nameOfTitle = rememberWords((title): { readonly name: string; readonly at: number } | null => {
  const lead = titled.exec(title)?.[0].length ?? 0;
  const at = lead + (marksBefore.exec(title.slice(lead))?.[0].length ?? 0);
  const name = title.slice(at).replace(marksBehind, '');
  return isCamelName(name) ? { name, at } : null;
});

/** What else fires alerts, and words for where rules come from. */
const elsewhere =
  /(?<![\w-])(?:aws|azure|gcp|cloud ?watch|stackdriver|datadog|new ?relic|sentry|pingdom|zabbix|nagios|splunk|dynatrace|e-?mail|from|vendor|external|upstream)(?![\w-])/i;

/** What may stand between names: signs, and words that join or announce them. */
const joining = /^(?:[\s,;:/+&|*_`"'[\]<>-]|and|or|und|oder|y|o|prometheus|alerts?|rules?|br)*$/i;

/** The names in the value of a field: `HighLatency`, `` `etcd_no_leader` ``, several with commas. */
function namesIn(text: string, span: Span): readonly FoundName[] {
  const value = text.slice(span.start, Math.min(span.end, span.start + 2000));
  const found = [
    ...value.matchAll(/`([A-Za-z_][\w:-]{2,100})`|(?<![\w/.#-])([A-Z][A-Za-z0-9]{2,100})(?![\w/.#-])/g),
  ]
    .map(({ 1: code, 2: word = '', index }) => ({
      name: code ?? word,
      at: index + (code === undefined ? 0 : 1),
      coded: code !== undefined,
    }))
    .filter(({ name, coded }) => coded || isCamelName(name));
  let behind = 0;
  let bare = !elsewhere.test(value);
  return found.map(({ name, at, coded }) => {
    bare &&= joining.test(value.slice(behind, at).replace(/\([^()]{0,200}\)/g, ' '));
    behind = at + name.length;
    return { name, coded, bare, span: { start: span.start + at, end: span.start + behind } };
  });
}
