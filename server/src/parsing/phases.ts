/** Phases of a playbook, and the rollout phases of a feature runbook, which are another thing. */
import type { ListItem } from '../model/markdown';
import type { CheckItem, DocumentHeading, Part, Phase, PhaseReference, Section } from '../model/runbook';
import { roleOf, type Role } from '../model/vocabulary';
import { encloses, firstFrom, trimSpan, type Span } from '../text/span';
import type { FlowNode } from './flow';

const headingPattern =
  /^phase\s+(\d{1,3}[a-z]?|[ivxl]{1,6}|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten|zero)(?:\s*[:.)|—–-]+\s*|\s+(?=\S)|$)(.*)$/i;

const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** The phases of a document in order. */
export function readPhases(
  text: string,
  root: Section,
  parts: readonly Part[],
  flow: readonly FlowNode[],
): Phase[] {
  const found: { section: Section; heading: DocumentHeading; label: string; title: string }[] = [];
  collect(root, found);
  const lettered = found.some(({ label }) => /^[ab]$/i.test(label));
  return found.map(({ section, heading, label, title }): Phase => {
    const inside = partsIn(parts, section.span);
    const first = (...roles: Role[]): Part | null => {
      for (const role of roles) {
        const part = inside.find(
          (candidate) => candidate.role === role && (candidate.from === 'heading' || candidate.item === null),
        );
        if (part !== undefined) return part;
      }
      return inside.find((candidate) => roles.includes(candidate.role)) ?? null;
    };
    const percentages = [...title.matchAll(/(\d{1,3})\s*%/g)].map(([, percent]) => Number(percent));
    const dependencies = first('dependencies');
    const gateCriteria = first('gate-criteria', 'verification');
    const decisionPoint = first('decision-point');
    return {
      label,
      key: phaseKey(label, lettered),
      title,
      heading,
      span: section.span,
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
  });
}

function collect(
  section: Section,
  found: { section: Section; heading: DocumentHeading; label: string; title: string }[],
): void {
  const { heading } = section;
  if (heading !== null) {
    const match = headingPattern.exec(heading.title);
    const title = match?.[2]?.trim() ?? '';
    const spaceOnly = match !== null && /^phase\s+\w+\s+\S/i.test(heading.title);
    // `Phase 1 Rollback` is about a phase, `Phase in the change` is none
    const separated =
      match !== null && (!spaceOnly || (/^\d/.test(match[1] ?? '') && roleOf(title) === null));
    if (match !== null && separated) found.push({ section, heading, label: match[1] ?? '', title });
  }
  for (const child of section.children) collect(child, found);
}

/** What two spellings of a phase's number share: `2` for `2`, `II` and `two`; letters stay upper-case letters. */
export function phaseKey(label: string, lettered: boolean): string {
  const lower = label.toLowerCase();
  const word = words.indexOf(lower);
  if (word >= 0) return String(word);
  if (/^\d/.test(lower)) return lower.replace(/^0+(?=\d)/, '');
  if (lettered && lower.length === 1) return label.toUpperCase();
  const roman = romanValue(lower);
  return roman === null ? label.toUpperCase() : String(roman);
}

function romanValue(text: string): number | null {
  if (!/^[ivxl]+$/.test(text)) return null;
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };
  let total = 0;
  for (let i = 0; i < text.length; i++) {
    const value = values[text.charAt(i)] ?? 0;
    const next = values[text.charAt(i + 1)] ?? 0;
    total += value < next ? -value : value;
  }
  return total;
}

const numberSource =
  '(\\d{1,3}[a-z]?|[IVXL]{1,6}|[A-Z]|one|two|three|four|five|six|seven|eight|nine|ten|zero)';
const referencePattern = new RegExp(`\\bphases?\\s+${numberSource}\\b`, 'gi');
const furtherPattern = new RegExp(
  `^\\s*(?:(to|through|-|–|—|->|→|\\.\\.)|(?:,\\s*(?:and|or)?|\\+|&|and|or|/))\\s*(?:phases?\\s+)?${numberSource}\\b`,
  'i',
);

/** The phases that a stretch of text names: `Phase 1`, `Phases 2-3` (both and what lies between), `Phase 1 + 2`. */
export function phaseReferences(text: string, span: Span, lettered: boolean): PhaseReference[] {
  const source = text.slice(span.start, span.end);
  const found: PhaseReference[] = [];
  let read = 0;
  for (const match of source.matchAll(referencePattern)) {
    // `Phases 0-1 and Phase 2a`: the second word was read with the first
    if (match.index < read) continue;
    const label = match[1] ?? '';
    if (!isNumber(label)) continue;
    let end = match.index + match[0].length;
    let previous = phaseKey(label, lettered);
    found.push(reference(span.start + end - label.length, label, lettered));
    for (;;) {
      const further = furtherPattern.exec(source.slice(end, end + 40));
      if (further === null || !isNumber(further[2] ?? '')) break;
      const [whole, range, next = ''] = further;
      const start = span.start + end + whole.length - next.length;
      const key = phaseKey(next, lettered);
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
  return { key: phaseKey(label, lettered), label, span: { start, end: start + label.length } };
}

/** The pattern ignores case for `phase`; a number's own letters do not: `Phase a` is prose, `Phase A` a phase. */
function isNumber(label: string): boolean {
  return /^(?:\d+[a-z]?|[IVXL]+|[A-Z])$/.test(label) || words.includes(label.toLowerCase());
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
