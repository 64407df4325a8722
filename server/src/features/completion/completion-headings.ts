/** Completion of headings: the sections that this entry or this kind of document lacks, in the order of its template. */
import { isOurs } from '../../document/scope';
import { houseSections, isNamed } from '../../document/house/house-sections';
import { sectionsOf } from '../../document/sections/section-lookup';
import type { HouseKind } from '../../model/house-style';
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import type { Entry, Runbook } from '../../model/runbook';
import { normalizeName, roleOf, type Role } from '../../model/vocabulary';
import { standsFor, templateSections } from '../../lint/shared/entry-template';
import { headingsIn } from '../../document/entries/entry-text';
import { inOrder, rangeAround, type CompletionRequest } from './completion-request';
import { purposeOf } from '../shared/field-purposes';
import { entryAround } from '../shared/field-values';
import { templateHeadings } from './template-outline';

/** Sections of runbook entries that rules ask for besides those of the template. */
const ofRunbooks: readonly { readonly name: string; readonly role: Role }[] = [
  { name: 'Scope', role: 'scope' },
  { name: 'Prerequisites', role: 'prerequisites' },
  { name: 'Post-Incident', role: 'post' },
  { name: 'Related IDs', role: 'linked-ids' },
];
/** All of them in the order in which they are needed. */
const runbookSections: readonly string[] = [
  'When to Use',
  'Scope',
  'Prerequisites',
  'Steps',
  'Escalation Path',
  'Post-Incident',
  'Related IDs',
];

/** Names of missing sections behind `## ` and deeper. */
export function completeHeadings(request: CompletionRequest): CompletionItem[] {
  const { runbook, position, offset, before, after } = request;
  const { say } = request.context;
  const heading = /^(#{2,6})[ \t]+(?![ \t])([^#]*)$/.exec(before);
  if (heading === null || !isOurs(runbook)) return [];
  const [, marks = '', typed = ''] = heading;
  const entry = entryAround(runbook, offset);
  const depth = entry?.section?.heading?.depth ?? 1;
  const names =
    entry !== undefined && marks.length > depth
      ? marks.length === depth + 1
        ? entrySections(runbook, entry, offset)
        : []
      : documentSections(runbook, marks.length, offset);
  const range = rangeAround(position, typed.length, after.trimEnd().length);
  return names.map((name, index) => ({
    label: name,
    detail: say`Missing section`,
    documentation: purposeOf(say, normalizeName(name), roleOf(name)),
    kind: CompletionItemKind.Module,
    sortText: inOrder(index),
    filterText: name,
    textEdit: { range, newText: name },
  }));
}

function entrySections(runbook: Runbook, entry: Entry, offset: number): string[] {
  if (entry.form === 'plain') return documentSections(runbook, 2, offset);
  const there = [
    ...headingsIn(runbook, entry)
      .filter(({ span }) => !holdsLine(runbook, span.start, offset))
      .map(({ key, role }) => ({ key, role })),
    ...entry.parts.filter(({ from }) => from === 'label').map(({ key, role }) => ({ key, role })),
  ];
  const missing = (templateSections.get(entry.id.prefix) ?? [])
    .filter((section) => !there.some(({ key, role }) => standsFor(section, key, role)))
    .map(({ name }) => name);
  if (entry.id.prefix !== 'RUN') return missing;
  const absent = ofRunbooks.filter(({ role }) => !there.some((one) => one.role === role));
  const wanted = new Set([...missing, ...absent.map(({ name }) => name)]);
  return runbookSections.filter((name) => wanted.has(name));
}

/** The template's headings of this depth below the same heading; numbered where the document numbers its own. */
function documentSections(runbook: Runbook, depth: number, offset: number): string[] {
  if (runbook.kind.house !== null && runbook.kind.house.sections.length > 0)
    return houseHeadings(runbook, runbook.kind.house, depth, offset);
  const others = runbook.headings.filter(({ span }) => !holdsLine(runbook, span.start, offset));
  const there = new Set(others.map(({ key }) => key));
  const above = others.findLast((heading) => heading.depth < depth && heading.span.start < offset);
  const parent = depth === 2 ? '' : (above?.key ?? '');
  const inside = others.filter((heading) => heading.depth === depth);
  const unnumbered = inside.length > 0 && inside.every(({ number }) => number === null);
  const kind = runbook.entries.some(({ form }) => form === 'plain') ? 'entry' : runbook.kind.kind;
  return templateHeadings(kind)
    .filter(
      (heading) =>
        heading.depth === depth && heading.parent === parent && !there.has(normalizeName(heading.title)),
    )
    .map(({ title }) => (unnumbered ? title.replace(/^\d+(?:\.\d+)*\.?\s+/, '') : title));
}

/** The sections that the document's own kind has at this depth in the section around, and that it lacks. */
function houseHeadings(runbook: Runbook, { sections }: HouseKind, depth: number, offset: number): string[] {
  const around = sectionsOf(runbook).filter(
    ({ heading, span }) =>
      heading !== null && heading.depth < depth && heading.span.start < offset && offset <= span.end,
  );
  const there = new Set(
    houseSections(runbook)
      .filter(({ section }) => section !== null && !holdsLine(runbook, section.span.start, offset))
      .map(({ wanted }) => wanted),
  );
  return sections
    .filter((wanted) => {
      const { level, under } = wanted;
      if (there.has(wanted) || (level !== null && level !== depth)) return false;
      return (
        under === null ||
        around.some(({ heading, ...rest }) => heading !== null && isNamed({ ...rest, heading }, under))
      );
    })
    .map(({ name }) => name);
}

function holdsLine({ lines }: Runbook, start: number, offset: number): boolean {
  return lines.lineAt(start) === lines.lineAt(offset);
}
