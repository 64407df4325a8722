/** A section of the Source-of-Truth template that an entry lacks. */
import type { DocumentHeading, Entry, Runbook } from '../../../model/runbook';
import type { Edit } from '../../../text/edit';
import type { Span } from '../../../text/span';
import { isUnseen } from '../../../text/unseen';
import {
  followsTemplate,
  isPlainRunbook,
  standsFor,
  templateSections,
  type TemplateSection,
} from '../../shared/entry-template';
import { bodyOf, headingsIn, isBlank, tablesIn } from '../../../document/entries/entry-text';
import { nameSpanOf } from '../../../document/fields/fields';
import {
  bulletOf,
  endOfContent,
  insertBlockAfter,
  joinLines,
  sectionMarks,
} from '../../../authoring/insertion';
import { englishName } from '../../../model/translated-names';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface MissingSection extends Match {
  readonly entry: Entry;
  readonly section: TemplateSection;
  /** Whether its heading or label is there with nothing below. */
  readonly empty: boolean;
}

const messages = new Messages({
  missing: '{entry} has no "{section}" section, so readers have to ask its owner. Add the section.',
  empty: '"{section}" of {entry} is empty, so readers have to ask its owner. Fill it in.',
});

export const missingEntrySection = defineRule<MissingSection>({
  meta: {
    name: 'missing-entry-section',
    summary: 'An entry of a Source-of-Truth file without a section of its template',
    severity: 'warning',
    scope: ['sot'],
    since: '0.1.0',
    group: 'sot',
    absentFrom: 'part',
    judges: 'entry',
  },
  *find({ runbook, entries, quiet }) {
    if (quiet) return;
    for (const entry of entries) {
      if (!followsTemplate(entry)) continue;
      const headings = headingsIn(runbook, entry);
      for (const section of templateSections.get(entry.id.prefix) ?? []) {
        if (section.severity === null) continue;
        const places = placesOf(runbook, entry, headings, section);
        if (places.some(({ filled }) => filled) || isCoveredOtherwise(runbook, entry, section)) continue;
        const [place] = places;
        // an optional section is not missing where its heading is there
        if (place?.heading === true && section.severity !== 'warning') continue;
        yield {
          span: place?.span ?? nameSpanOf(entry),
          entry,
          section,
          empty: place !== undefined,
          severity: section.severity,
        };
      }
    }
  },
  message: ({ entry, section, empty }) =>
    messages.of(empty ? 'empty' : 'missing', { entry: entry.id.text, section: section.name }),
  choices({ entry, section, empty }, { runbook, place, say }) {
    if (empty || entry.form !== 'heading' || isPlainRunbook(entry)) return [];
    const edit = newSection(runbook, entry, section);
    return [
      {
        title: say`Add "${section.name}" to ${entry.id.text}`,
        edits: new Map([[place.uri, [edit]]]),
        automatic: false,
      },
    ];
  },
});

interface Place {
  readonly span: Span;
  readonly heading: boolean;
  readonly filled: boolean;
}

/** The headings and labels that count as a section, and whether they have content. */
function placesOf(
  runbook: Runbook,
  entry: Entry,
  headings: readonly DocumentHeading[],
  section: TemplateSection,
): Place[] {
  const found: Place[] = [];
  for (const [index, { key, role, titleSpan, span, depth }] of headings.entries()) {
    if (!standsFor(section, englishName(key), role)) continue;
    // not a copy of the rest: a document may repeat one section thousands of times
    const next = headings.find((heading, at) => at > index && heading.depth <= depth);
    const content = { start: span.end, end: next?.span.start ?? entry.span.end };
    found.push({ span: titleSpan, heading: true, filled: !isBlank(runbook, content) });
  }
  for (const { key, role, nameSpan, span } of entry.fields) {
    if (!standsFor(section, englishName(key), role)) continue;
    const words = runbook.text.slice(nameSpan.end, span.end).replace(/[:*_|：]/g, '');
    found.push({ span: nameSpan, heading: false, filled: !isUnseen(words) });
  }
  return found;
}

/** Steps without a heading over them, and thresholds in a table of theirs, need no section of that name. */
function isCoveredOtherwise(runbook: Runbook, entry: Entry, { name }: TemplateSection): boolean {
  const body = bodyOf(entry);
  if (name === 'Thresholds')
    return tablesIn(runbook, body).some(({ columns }) =>
      columns.some((column) => /\bthresholds?\b/.test(column)),
    );
  if (name !== 'Steps' && name !== 'Deployment Steps') return false;
  return runbook.procedures.some(
    ({ span, role, form }) =>
      role !== 'rollback' && form !== 'list' && body.start <= span.start && span.end <= body.end,
  );
}

/** In the template's order: above the first section that comes later in the template, else at the entry's end. */
function newSection(runbook: Runbook, entry: Entry, section: TemplateSection): Edit {
  const headings = headingsIn(runbook, entry);
  const depth = (entry.section?.heading?.depth ?? 1) + 1;
  const order = templateSections.get(entry.id.prefix) ?? [];
  const later = order.slice(order.indexOf(section) + 1);
  const next = headings.find(
    (heading): heading is DocumentHeading =>
      heading.depth === depth &&
      later.some((other) => standsFor(other, englishName(heading.key), heading.role)),
  );
  const bullet = bulletOf(runbook);
  const lines = [
    `${sectionMarks(entry)} ${section.name}`,
    '',
    ...section.skeleton.map((line) => line.replace(/^(\s*)- /, `$1${bullet} `)),
  ];
  if (next === undefined) return insertBlockAfter(runbook, endOfContent(runbook, entry.span), lines);
  const at = next.span.start;
  return { span: { start: at, end: at }, newText: joinLines(runbook, [...lines, '', '']) };
}
