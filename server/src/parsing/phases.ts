/** Phases of a playbook, and the rollout phases of a feature runbook, which are another thing. */
import type { ListItem } from '../model/markdown';
import type {
  CheckItem,
  DocumentHeading,
  Label,
  Part,
  Phase,
  PhaseReference,
  Section,
} from '../model/runbook';
import type { SequenceLead } from '../model/structure';
import { roleOf, type Role } from '../model/vocabulary';
import { encloses, firstFrom, trimSpan, type Span } from '../text/span';
import type { FlowNode } from './flow';
import { isLettered, isNumberLabel, numberOffset, readLead, sequenceKey, withoutGeneric } from './sequence';

/** What phases are read from. */
export interface PhaseSource {
  readonly text: string;
  readonly root: Section;
  readonly parts: readonly Part[];
  readonly labels: readonly Label[];
  readonly flow: readonly FlowNode[];
}

/** A heading or bold line that opens a phase, and how far the phase reaches. */
interface PhaseHead {
  readonly lead: SequenceLead;
  readonly heading: DocumentHeading | null;
  readonly nameSpan: Span;
  readonly headSpan: Span;
  readonly span: Span;
}

/** The phases of a document in order. Bold lines open phases only in documents that have no headings of phases. */
export function readPhases(source: PhaseSource): Phase[] {
  const headings: PhaseHead[] = [];
  collect(source.root, headings);
  const counted = headings.length > 0 ? withoutAsides(headings) : boldHeads(source);
  const heads = withoutGeneric(counted, ({ lead }) => lead.number);
  const lettered = isLettered(heads.map(({ lead }) => lead.number));
  return heads.map((head) => toPhase(source, head, lettered));
}

function toPhase({ text, parts, flow }: PhaseSource, head: PhaseHead, lettered: boolean): Phase {
  const { lead, heading, nameSpan, headSpan, span } = head;
  const inside = partsIn(parts, { start: headSpan.end, end: span.end });
  const first = (...roles: Role[]): Part | null => {
    for (const role of roles) {
      const part = inside.find(
        (candidate) => candidate.role === role && (candidate.from === 'heading' || candidate.item === null),
      );
      if (part !== undefined) return part;
    }
    return inside.find((candidate) => roles.includes(candidate.role)) ?? null;
  };
  const percentages = [...lead.title.matchAll(/(\d{1,3})\s?%/g)].map(([, percent]) => Number(percent));
  const dependencies = first('dependencies');
  const gateCriteria = first('gate-criteria', 'verification');
  const decisionPoint = first('decision-point');
  const written = text.slice(nameSpan.start, nameSpan.end);
  const labelStart = nameSpan.start + numberOffset(written, lead);
  return {
    label: lead.number,
    labelSpan: { start: labelStart, end: labelStart + lead.number.length },
    key: sequenceKey(lead.number, lettered),
    alternative: lead.alternative,
    title: lead.title,
    heading,
    nameSpan,
    headSpan,
    span,
    rollout: percentages.length > 0 ? percentages : null,
    objective: first('objective'),
    tasks: first('steps'),
    dependencies,
    dependsOn: dependencies === null ? [] : phaseReferences(text, dependencies.content, lettered),
    gateCriteria,
    criteria: gateCriteria === null ? [] : checkItems(flow, gateCriteria.content),
    decisionPoint,
    branches: decisionPoint === null ? [] : branchesOf(text, flow, decisionPoint),
    decisionEscalation: inside.find((part) => part.role === 'escalation')?.nameSpan ?? null,
    rollback: first('rollback'),
    duration: first('duration'),
  };
}

function collect(section: Section, found: PhaseHead[]): void {
  const { heading, span } = section;
  const lead = heading?.lead ?? null;
  if (heading !== null && lead?.word === 'phase')
    found.push({ lead, heading, nameSpan: heading.titleSpan, headSpan: heading.span, span });
  for (const child of section.children) collect(child, found);
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

/** Bold lines `**Phase 2: Switch**` outside lists and quotes; each reaches to the next one or the end of its section. */
function boldHeads({ text, root, labels }: PhaseSource): PhaseHead[] {
  const found: { readonly label: Label; readonly lead: SequenceLead }[] = [];
  for (const label of labels) {
    if (label.carrier !== 'bold' || label.item !== null || label.inQuote) continue;
    const lead = readLead(label.name);
    if (lead?.word === 'phase') found.push({ label, lead: withValue(text, lead, label) });
  }
  return found.flatMap(({ label, lead }, index): PhaseHead[] => {
    const next = found[index + 1]?.label.span.start ?? text.length;
    const lineEnd = label.value?.span.end ?? text.indexOf('\n', label.nameSpan.end);
    const headEnd = lineEnd < 0 ? text.length : lineEnd;
    const span = trimSpan(text, {
      start: label.span.start,
      end: Math.max(headEnd, Math.min(next, endOfSection(root, label.span.start))),
    });
    // a line that says all of the phase is an entry of a list of phases
    if (label.value !== null && span.end <= label.value.span.end) return [];
    const nameSpan = { start: label.nameSpan.start, end: label.value?.span.end ?? label.nameSpan.end };
    return [
      {
        lead,
        heading: null,
        nameSpan,
        headSpan: trimSpan(text, { start: label.span.start, end: headEnd }),
        span,
      },
    ];
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

const numberSource =
  '(\\d{1,3}(?:\\.\\d{1,3}){0,3}[a-z]?|[IVXL]{1,6}|[A-Z]|one|two|three|four|five|six|seven|eight|nine|ten|zero)';
const phaseWord = '(?:\\b(?:phases?|phasen|fases?)\\s{1,8}|(?:フェーズ|페이즈)\\s?)';
const referencePattern = new RegExp(`${phaseWord}${numberSource}\\b`, 'gi');
const furtherPattern = new RegExp(
  `^\\s*(?:(to|through|-|–|—|->|→|\\.\\.)|(?:[,、](?:\\s*(?:and|or))?|\\+|&|and|or|und|oder|y|et|e|/))\\s*(?:${phaseWord})?${numberSource}\\b`,
  'i',
);

/** The phases that a stretch of text names: `Phase 1`, `Phases 2-3` (both and what lies between), `Phase 1 + 2`. */
function phaseReferences(text: string, span: Span, lettered: boolean): PhaseReference[] {
  const source = text.slice(span.start, span.end);
  const found: PhaseReference[] = [];
  let read = 0;
  for (const match of source.matchAll(referencePattern)) {
    // `Phases 0-1 and Phase 2a`: the second word was read with the first
    if (match.index < read) continue;
    const label = match[1] ?? '';
    if (!isNumberLabel(label)) continue;
    let end = match.index + match[0].length;
    let previous = sequenceKey(label, lettered);
    found.push(reference(span.start + end - label.length, label, lettered));
    for (;;) {
      const further = furtherPattern.exec(source.slice(end, end + 40));
      if (further === null || !isNumberLabel(further[2] ?? '')) break;
      const [whole, range, next = ''] = further;
      const start = span.start + end + whole.length - next.length;
      const key = sequenceKey(next, lettered);
      if (range !== undefined && /^\d+$/.test(previous) && /^\d+$/.test(key)) {
        for (
          let number = Number(previous) + 1;
          number < Number(key) && number < Number(previous) + 50;
          number++
        ) {
          found.push({
            key: String(number),
            label: String(number),
            span: { start, end: start + next.length },
          });
        }
      }
      found.push(reference(start, next, lettered));
      previous = key;
      end += whole.length;
    }
    read = end;
  }
  return found;
}

function reference(start: number, label: string, lettered: boolean): PhaseReference {
  return { key: sequenceKey(label, lettered), label, span: { start, end: start + label.length } };
}

/** The list items in a span, with their boxes. */
export function checkItems(flow: readonly FlowNode[], span: Span): CheckItem[] {
  const items: CheckItem[] = [];
  const seen = new Set<ListItem>();
  for (let i = firstFrom(flow, span.start, (node) => node.span.start); i < flow.length; i++) {
    const node = flow[i];
    if (node === undefined || node.span.start >= span.end) break;
    if (node.type !== 'line' || node.item === null || !node.opensItem || seen.has(node.item)) continue;
    seen.add(node.item);
    items.push({ box: node.item.box, text: node.span });
  }
  return items;
}

function branchesOf(text: string, flow: readonly FlowNode[], part: Part): Span[] {
  return checkItems(flow, part.content)
    .map((item) => item.text)
    .filter((span) => !/^[*_]*escalat/i.test(text.slice(span.start, span.end)))
    .map((span) => trimSpan(text, span));
}

/** The parts that lie in a span, in order. */
export function partsIn(parts: readonly Part[], span: Span): Part[] {
  const inside: Part[] = [];
  for (let i = firstFrom(parts, span.start, (part) => part.span.start); i < parts.length; i++) {
    const part = parts[i];
    if (part === undefined || part.span.start >= span.end) break;
    if (part.nameSpan.start >= span.start && encloses(span, part.nameSpan)) inside.push(part);
  }
  return inside;
}
