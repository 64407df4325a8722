/** What is said of alert rules where they lead, in lenses and hovers. */
import type { LocatedAlert } from '../../index/alerts-index';
import type { Runbook } from '../../model/runbook';
import type { Span } from '../../text/span';
import { leadsOf } from './alert-leads';
import { nameOf } from './entry-references';
import { spanOfFragment } from './definition-link';
import type { FeatureContext } from './feature-context';
import { escapeMarkdown } from './plain-words';

/** So many alerts are listed, the rest counted. */
const mostListed = 6;
const mostNamed = 3;
/** UTF-16 units of an expression that are shown in a hover, and in the line of a lens. */
const longestShown = 200;
const longestInLens = 60;

/** A place of a document that alert rules lead to. */
export interface LedTo {
  /** Key of the entry, or empty where it is another place. */
  readonly key: string;
  /** The words of a heading, or of the title of a page without one. */
  readonly span: Span;
  readonly alerts: readonly LocatedAlert[];
}

/** The places of a document that alert rules lead to. Those of fragments that it does not have are led to its top. */
export function placesLedTo(context: FeatureContext, uri: string, runbook: Runbook): readonly LedTo[] {
  const document = context.workspace.document(uri);
  if (document === undefined || runbook.alerts !== null) return [];
  const places = new Map<string, { key: string; span: Span; alerts: LocatedAlert[] }>();
  for (const { key, fragment, alert } of leadsOf(context, document)) {
    const heading = fragment === '' ? null : spanOfFragment(runbook, fragment.replace(/^user-content-/, ''));
    const span = key === '' ? (heading ?? topOf(runbook)) : { start: 0, end: 0 };
    const id = key === '' ? String(span.start) : key;
    const place = places.get(id);
    if (place === undefined) places.set(id, { key, span, alerts: [alert] });
    else place.alerts.push(alert);
  }
  return [...places.values()];
}

/** The title of a document, which is a line without `#` where an entry has a file of its own; its first line where it has none. */
function topOf({ headings, entries, lines }: Runbook): Span {
  const [first] = headings;
  const [entry] = entries;
  if (entry?.form === 'plain' && entry.headingSpan.start < (first?.span.start ?? Infinity))
    return entry.headingSpan;
  return first?.titleSpan ?? lines.spanOf(0);
}

/** `2 alerts lead here: ApiDown (page), ApiSlow (warning)`; of one alert with what it fires on. */
export function ledToWords({ say }: FeatureContext, alerts: readonly LocatedAlert[]): string {
  const [only] = alerts;
  if (only !== undefined && alerts.length === 1) {
    const name = withSeverity(only);
    const fires = shortened(only.expr, longestInLens);
    return fires === '' ? say`1 alert leads here: ${name}` : say`1 alert leads here: ${name} on ${fires}`;
  }
  // an alert may have several rules, with a severity each
  const named = [...new Set(alerts.map(withSeverity))];
  const first = named.slice(0, mostNamed).join(', ');
  const more = named.length - mostNamed;
  const names = more > 0 ? say`${first} and ${more} more` : first;
  return say`${alerts.length} alerts lead here: ${names}`;
}

function withSeverity(alert: LocatedAlert): string {
  const { severity } = alert;
  return severity === null || severity === '' ? nameOf(alert) : `${nameOf(alert)} (${severity})`;
}

/** The alerts that lead to a place, as Markdown: a list with severity, expression and file of each. */
export function ledToList(context: FeatureContext, alerts: readonly LocatedAlert[]): string {
  const { say } = context;
  const lines = alerts.slice(0, mostListed).map((alert) => `- ${alertLine(context, alert)}`);
  const more = alerts.length - mostListed;
  const count = alerts.length === 1 ? say`1 alert leads here:` : say`${alerts.length} alerts lead here:`;
  return [count, '', ...lines, ...(more > 0 ? [`- ${say`and ${more} more`}`] : [])].join('\n');
}

function alertLine({ say, placeOf }: FeatureContext, alert: LocatedAlert): string {
  const { severity, expr, duration, uri, range } = alert;
  const path = escapeMarkdown(placeOf(uri).path);
  const parts = [
    `**${escapeMarkdown(nameOf(alert))}**`,
    escapeMarkdown(severity ?? ''),
    expr === '' ? '' : asCode(shortened(expr, longestShown)),
    duration === '' ? '' : say`for ${escapeMarkdown(duration)}`,
    `_${say`${path}, line ${range.start.line + 1}`}_`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** On one line. */
export function shortened(words: string, longest: number): string {
  const line = words.trim().replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** Text on one line as code in Markdown, whatever signs it has. */
export function asCode(text: string): string {
  const runs = (text.match(/`+/g) ?? []).map(({ length }) => length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  const gap = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return fence + gap + text + gap + fence;
}
