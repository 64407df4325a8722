/** Where phases begin: headings and lines that open one, and how far each reaches. Knows nothing of what phases hold. */
import type { DocumentHeading, Label, Part, Section } from '../model/runbook';
import type { SequenceLead } from '../model/structure';
import { roleOf } from '../model/vocabulary';
import { trimSpan, type Span } from '../text/span';
import type { FlowNode } from './flow';
import { readOtherPhases, readStage } from './other-phases';
import { readLead } from './sequence';

/** What phases are read from. */
export interface PhaseSource {
  readonly text: string;
  readonly root: Section;
  readonly parts: readonly Part[];
  readonly labels: readonly Label[];
  readonly flow: readonly FlowNode[];
}

/** A heading or bold line that opens a phase, and how far the phase reaches. */
export interface PhaseHead {
  readonly lead: SequenceLead;
  readonly heading: DocumentHeading | null;
  readonly nameSpan: Span;
  readonly headSpan: Span;
  readonly span: Span;
}

/** The heads of phases in order. Bold lines open phases only in documents that have no headings of phases. */
export function phaseHeads(source: PhaseSource): readonly PhaseHead[] {
  const headings: PhaseHead[] = [];
  collect(source.root, headings);
  return headings.length > 0 ? withoutAsides(headings) : headsOf(source, boldLines(source, readLead, false));
}

/** What may be phases of a document that claims to be a playbook and has no others, the likeliest first. */
export function claimedHeads(source: PhaseSource): readonly (() => readonly PhaseHead[])[] {
  return [
    () => readOtherPhases(source.root).map(({ lead, heading, section }) => headOf(lead, heading, section)),
    () => headsOf(source, boldLines(source, readStage, false)),
    () =>
      headsOf(
        source,
        boldLines(source, (name) => readLead(name) ?? readStage(name), true),
      ),
    () => headsOf(source, plainLines(source)),
  ];
}

function collect(section: Section, found: PhaseHead[]): void {
  const { heading } = section;
  const lead = heading?.lead ?? null;
  if (heading !== null && lead?.word === 'phase') found.push(headOf(lead, heading, section));
  for (const child of section.children) collect(child, found);
}

function headOf(lead: SequenceLead, heading: DocumentHeading, { span }: Section): PhaseHead {
  return { lead, heading, nameSpan: heading.titleSpan, headSpan: heading.span, span };
}

/** Without headings such as `Phase 1 Rollback` beside `Phase 1: Copy`, which are about a phase that is there. */
function withoutAsides(heads: readonly PhaseHead[]): readonly PhaseHead[] {
  return heads.filter(
    ({ lead }) =>
      lead.separated ||
      roleOf(lead.title) === null ||
      !heads.some(
        (other) =>
          other.lead !== lead &&
          other.lead.number === lead.number &&
          (other.lead.separated || other.lead.title === ''),
      ),
  );
}

/** A line that opens a phase: where it and its name stand, and what is said in it. */
interface OpeningLine {
  readonly lead: SequenceLead;
  readonly start: number;
  readonly nameSpan: Span;
  /** Where its own words end, before what stands below it. */
  readonly end: number;
  /** Whether it says something besides its name, as an entry of a list of phases does. */
  readonly says: boolean;
  /** Where the item that it opens ends, or null. */
  readonly itemEnd: number | null;
}

/** Bold lines `**Phase 2: Switch**` and summaries outside lists and quotes. */
function boldLines(
  { text, labels }: PhaseSource,
  readName: (name: string) => SequenceLead | null,
  listed: boolean,
): OpeningLine[] {
  return labels.flatMap((label): OpeningLine[] => {
    const { carrier, item, inQuote, name, nameSpan, span, value } = label;
    if ((carrier !== 'bold' && carrier !== 'summary') || (item !== null) !== listed || inQuote) return [];
    const lead = readName(name);
    if (lead?.word !== 'phase') return [];
    const lineEnd = value?.span.end ?? text.indexOf('\n', nameSpan.end);
    return [
      {
        lead: withValue(text, lead, label),
        start: span.start,
        nameSpan: { start: nameSpan.start, end: value?.span.end ?? nameSpan.end },
        end: lineEnd < 0 ? text.length : lineEnd,
        says: value !== null,
        itemEnd: item?.span.end ?? null,
      },
    ];
  });
}

/** Paragraphs that begin with `Phase 2: Switch` outside lists and quotes. */
function plainLines({ text, flow }: PhaseSource): OpeningLine[] {
  return flow.flatMap((node): OpeningLine[] => {
    if (node.type !== 'line' || !node.opensParagraph || node.depth > 0 || node.inQuote) return [];
    const { start, end } = node.span;
    const lead = readLead(text.slice(start, Math.min(end, start + 200)));
    return lead?.word === 'phase' && lead.separated
      ? [{ lead, start, nameSpan: node.span, end, says: true, itemEnd: null }]
      : [];
  });
}

/** The phases that lines open; each reaches to the next one or the end of its section, one of a list to that of its item. */
function headsOf({ text, root }: PhaseSource, lines: readonly OpeningLine[]): PhaseHead[] {
  return lines.flatMap(({ lead, start, nameSpan, end, says, itemEnd }, index): PhaseHead[] => {
    const next = lines[index + 1]?.start ?? text.length;
    const span = trimSpan(text, {
      start,
      end: Math.max(end, Math.min(next, itemEnd ?? endOfSection(root, start))),
    });
    // a line that says all of the phase is an entry of a list of phases
    if (says && span.end <= end) return [];
    return [{ lead, heading: null, nameSpan, headSpan: trimSpan(text, { start, end }), span }];
  });
}

/** `**Phase 2:** Switch` has its title behind the marks. */
function withValue(text: string, lead: SequenceLead, { value }: Label): SequenceLead {
  return lead.title === '' && value !== null
    ? { ...lead, title: text.slice(value.span.start, value.span.end) }
    : lead;
}

/** Where the text around an offset ends: at the next heading that opens no step, or with the text. */
function endOfSection(section: Section, offset: number): number {
  const inner = section.children.find(({ span }) => span.start <= offset && offset < span.end);
  if (inner !== undefined) return endOfSection(inner, offset);
  const next = section.children.find(
    ({ heading, span }) => span.start > offset && heading?.lead?.word !== 'step',
  );
  return next?.span.start ?? section.span.end;
}
