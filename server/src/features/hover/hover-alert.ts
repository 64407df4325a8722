/** Hover in alert files: over the address of a runbook what is there, over the name of an alert who answers it. */
import { severityOf } from '../../index/alert-file-summary';
import type { AlertRule } from '../../model/alert-rule';
import type { Runbook } from '../../model/runbook';
import type { Span } from '../../text/span';
import { addressAt, nameAt } from '../alerts/alert-at';
import { placeOfAddress, type AddressPlace } from '../alerts/address-place';
import { entryCard } from '../shared/entry-card';
import { linkTo, linkToEntry } from '../shared/entry-links';
import type { FeatureContext } from '../shared/feature-context';
import { escapeMarkdown, firstWords } from '../shared/plain-words';
import type { HoverRequest, HoverText } from './hover-request';

/** What stands in an alert file at an offset; null in all other documents. */
export function hoverAlert({ context, uri, runbook, offset }: HoverRequest): HoverText | null {
  if (runbook.alerts === null) return null;
  const found = addressAt(runbook, offset);
  if (found !== null) {
    const place = placeOfAddress(context, uri, found.address);
    return place === null ? null : { span: found.span, words: placeWords(context, uri, place) };
  }
  const named = nameAt(runbook, offset);
  return named === null ? null : { span: named.span, words: alertCard(context, uri, runbook, named.rule) };
}

function placeWords(context: FeatureContext, uri: string, place: AddressPlace): string {
  const { say } = context;
  if (place.kind === 'entry') return entryCard(context, place.definition, uri);
  if (place.kind === 'absent') return say`${`**${escapeMarkdown(place.path)}**`} does not exist.`;
  const { target, summary, span, lost } = place;
  const path = escapeMarkdown(summary.path);
  const line = target.lines.lineAt(span?.start ?? 0) + 1;
  const lines = [
    `**${escapeMarkdown(titleAt(target, span) || summary.path)}**`,
    lost === null ? '' : say`It has no heading with the anchor ${`\`#${lost.replaceAll('`', '')}\``}.`,
    escapeMarkdown(beginningOf(target, span)),
    `_${say`${path}, line ${line}`}_`,
  ];
  return lines.filter((one) => one !== '').join('\n\n');
}

/** The words of the heading at a place, or of the first one of a page. */
function titleAt({ headings }: Runbook, span: Span | null): string {
  const heading =
    span === null ? headings[0] : headings.find(({ titleSpan }) => titleSpan.start === span.start);
  return heading?.title ?? '';
}

/** The first words below a heading; of a page, below its title. */
function beginningOf(runbook: Runbook, span: Span | null): string {
  const { headings, text, frontMatter } = runbook;
  const index = span === null ? 0 : headings.findIndex(({ titleSpan }) => titleSpan.start === span.start);
  const heading = headings[index];
  const top = frontMatter?.span.end ?? 0;
  const start = heading?.span.end ?? (span === null ? top : span.end);
  const from = start + (/^\s*/.exec(text.slice(start, start + 1000))?.[0].length ?? 0);
  const end = headings[index + 1]?.span.start ?? text.length;
  return from >= end ? '' : firstWords(runbook, { start: from, end });
}

/** Labels that say whose an alert is, where the configuration names none. */
const usualTeams: readonly string[] = ['team', 'owner'];

/** Whose an alert is, by the first of these labels that says so; empty where none does. */
function teamOf({ labels }: AlertRule, teams: readonly string[]): string {
  const values = teams.map((team) => labels.find(({ name }) => name === team)?.value.value?.trim() ?? '');
  return values.find((value) => value !== '') ?? '';
}

/** What an alert is, its runbooks, and the entries that cover it. */
function alertCard(context: FeatureContext, uri: string, runbook: Runbook, rule: AlertRule): string {
  const { say, workspace } = context;
  const name = rule.name.value ?? rule.name.raw;
  const duration = rule.duration?.value ?? '';
  const facts = [
    `**${escapeMarkdown(name)}**`,
    escapeMarkdown(severityOf(rule) ?? ''),
    duration === '' ? '' : say`for ${escapeMarkdown(duration)}`,
    escapeMarkdown(teamOf(rule, context.configurationFor(uri).alerts?.team ?? usualTeams)),
  ];
  const runbooks = (runbook.alerts?.addresses ?? [])
    .filter((address) => address.rule === rule)
    .map((address): string => {
      const place = placeOfAddress(context, uri, address);
      if (place?.kind === 'entry')
        return `${linkToEntry(context, place.definition, uri)} ${escapeMarkdown(place.definition.title)}`.trim();
      if (place?.kind === 'page') {
        const { summary, target, span } = place;
        return linkTo(context, titleAt(target, span) || summary.path, summary.uri, '', uri);
      }
      const words = escapeMarkdown(address.field.value.raw.trim());
      return place === null ? words : say`${words} (does not exist)`;
    })
    .filter((words) => words !== '');
  const covering = workspace.alerts
    .claimsOf(name)
    .filter(({ entry }) => entry.startsWith('MON-'))
    .flatMap(({ entry }) => workspace.definition(entry) ?? [])
    .map((definition) =>
      `${linkToEntry(context, definition, uri)} ${escapeMarkdown(definition.title)}`.trim(),
    );
  return [
    facts.filter((fact) => fact !== '').join(' · '),
    runbooks.length === 0 ? say`Runbook: none` : say`Runbook: ${[...new Set(runbooks)].join(', ')}`,
    ...(covering.length === 0 ? [] : [say`Covered by: ${[...new Set(covering)].join(', ')}`]),
  ].join('\n\n');
}
