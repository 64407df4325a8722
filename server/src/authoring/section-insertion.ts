/** Inserts a section into an entry, at the place and in the manner of its neighbours. */
import type { DocumentHeading, Entry, Runbook } from '../model/runbook';
import { roleOf, type Role } from '../model/vocabulary';
import type { Edit } from '../text/edit';
import { rememberOf } from '../text/remember';
import { firstFrom } from '../text/span';
import { endOfContent, joinLines, partingBelow, sectionMarks } from './insertion';

/** The order of the sections of a runbook entry. */
const order: readonly Role[] = [
  'trigger',
  'scope',
  'prerequisites',
  'steps',
  'escalation',
  'post',
  'linked-ids',
];

/** Adds a section for `role`; its name is the one that other entries of the document use, else `name`. */
export function insertSection(
  runbook: Runbook,
  entry: Entry,
  role: Role,
  name: string,
  lines: readonly string[],
): Edit {
  const below = headingsBelow(runbook, entry);
  const depth = below.reduce((least, heading) => Math.min(least, heading.depth), 7);
  // steps may be deeper than a section would be
  const areSteps = below.every((heading) => heading.depth > depth || heading.lead !== null);
  const marks = areSteps ? sectionMarks(entry).slice(0, depth) : '#'.repeat(depth);
  const title = `${marks} ${customName(runbook, role) ?? name}`;
  const section = isTight(runbook) ? [title, ...lines] : [title, '', ...lines];
  const next = below.find((heading) => heading.depth === depth && ranksBehind(heading, role));
  const tail = tailStart(runbook, entry, below.at(-1)?.span.end ?? entry.headingSpan.end);
  const start = next?.span.start ?? tail;
  if (start !== null) {
    return { span: { start, end: start }, newText: joinLines(runbook, [...section, '', '']) };
  }
  const end = endOfContent(runbook, { start: entry.headingSpan.end, end: entry.span.end });
  return {
    span: { start: end, end },
    newText: joinLines(runbook, ['', '', ...section, ...partingBelow(runbook, end, section)]),
  };
}

function headingsBelow({ headings }: Runbook, entry: Entry): readonly DocumentHeading[] {
  const from = firstFrom(headings, entry.headingSpan.end, ({ span }) => span.start);
  const to = firstFrom(headings, entry.span.end, ({ span }) => span.start);
  return headings.slice(from, to);
}

function ranksBehind({ title }: DocumentHeading, role: Role): boolean {
  const own = roleOf(title);
  return own !== null && order.includes(own) && order.indexOf(own) > order.indexOf(role);
}

/** Start of the line `Linked IDs: …` at the end of an entry, or null. */
function tailStart({ lines }: Runbook, entry: Entry, after: number): number | null {
  const tail = entry.fields.findLast(
    ({ role, span, item }) => role === 'linked-ids' && item === null && span.start > after,
  );
  return tail === undefined || tail.carrier === 'table' || tail.carrier === 'yaml'
    ? null
    : lines.startOf(lines.lineAt(tail.span.start));
}

/** What the sections of this role are called in the document: the name that is there most. */
function customName(runbook: Runbook, role: Role): string | null {
  return customNames(runbook).get(role) ?? null;
}

const customNames = rememberOf(({ parts }: Runbook): ReadonlyMap<Role, string> => {
  const countsOf = new Map<Role, Map<string, number>>();
  for (const { role, from, name } of parts) {
    if (from !== 'heading') continue;
    const counts = countsOf.get(role) ?? new Map<string, number>();
    countsOf.set(role, counts.set(name, (counts.get(name) ?? 0) + 1));
  }
  return new Map(Array.from(countsOf, ([role, counts]) => [role, mostOf(counts)]));
});

function mostOf(counts: ReadonlyMap<string, number>): string {
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** Whether text follows the document's headings without a blank line. */
export const isTight = rememberOf(({ headings, lines }: Runbook): boolean => {
  let tight = 0;
  let loose = 0;
  for (const { span } of headings) {
    const next = lines.textOf(lines.lineAt(span.end) + 1).trim();
    if (next === '') loose++;
    else tight++;
  }
  return tight > loose;
});
