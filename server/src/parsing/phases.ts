/** Phases of a playbook, and the rollout phases of a feature runbook, which are another thing. */
import type { ListItem } from '../model/markdown';
import { partWords, percentPattern, phaseNumber } from '../model/phase-words';
import type { CheckItem, Part, Phase, PhaseReference } from '../model/runbook';
import type { Role } from '../model/vocabulary';
import { encloses, firstFrom, trimSpan, type Span } from '../text/span';
import type { FlowNode } from './flow';
import { claimedHeads, phaseHeads, type PhaseHead, type PhaseSource } from './phase-heads';
import { gateWithin } from './phase-gates';
import { openItemsOf } from './phase-items';
import { isLettered, isNumberLabel, numberOffset, sequenceKey, withoutGeneric } from './sequence';

/** The phases of a document in order. */
export function readPhases(source: PhaseSource): Phase[] {
  return phasesOf(source, phaseHeads(source), false);
}

/**
 * The phases of a document that claims to be a playbook and has none that {@link readPhases} knows; nothing where none
 * of them has a part of a phase.
 */
export function readClaimedPhases(source: PhaseSource): Phase[] {
  for (const heads of claimedHeads(source)) {
    const found = phasesOf(source, heads(), true);
    if (found.length > 1 && found.some(holdsPart)) return found;
  }
  return [];
}

function holdsPart({ objective, gateCriteria, rollback }: Phase): boolean {
  return objective !== null || gateCriteria !== null || rollback !== null;
}

/** `claimed`: whether their names may be others. */
function phasesOf(source: PhaseSource, counted: readonly PhaseHead[], claimed: boolean): Phase[] {
  const heads = withoutGeneric(counted, ({ lead }) => lead.number);
  const lettered = isLettered(heads.map(({ lead }) => lead.number));
  return heads.map((head) => toPhase(source, head, lettered, claimed));
}

function toPhase(source: PhaseSource, head: PhaseHead, lettered: boolean, claimed: boolean): Phase {
  const { text, parts, flow } = source;
  const { lead, heading, nameSpan, headSpan, span } = head;
  const below = { start: headSpan.end, end: span.end };
  const inside = partsIn(parts, below);
  const first = (...roles: Role[]): Part | null => {
    for (const role of roles) {
      const part = inside.find(
        (candidate) => candidate.role === role && (candidate.from === 'heading' || candidate.item === null),
      );
      if (part !== undefined) return part;
    }
    return inside.find((candidate) => roles.includes(candidate.role)) ?? null;
  };
  const percentages = [...lead.title.matchAll(percentPattern)].map(([percent]) =>
    Number.parseInt(percent, 10),
  );
  const dependencies = first('dependencies');
  const asked = first('decision-point');
  const named = first('gate-criteria');
  const gateCriteria = named ?? gateWithin(source, below, asked) ?? first('verification');
  const decisionPoint = asked?.nameSpan === gateCriteria?.nameSpan ? null : asked;
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
    dependsOn:
      dependencies === null
        ? []
        : phaseReferences(text, closedPart(flow, dependencies.content), lettered, claimed),
    gateCriteria,
    criteria: gateCriteria === null ? [] : checkItems(flow, gateCriteria.content),
    decisionPoint,
    branches: decisionPoint === null ? [] : branchesOf(text, flow, decisionPoint),
    decisionEscalation: inside.find((part) => part.role === 'escalation')?.nameSpan ?? null,
    rollback: first('rollback'),
    duration: first('duration'),
    openItems: openItemsOf(text, checkItems(flow, below), below, inside, source.labels),
  };
}

const phaseWord = `(?:\\b(?:${partWords})\\s{1,8}|(?:フェーズ|페이즈)\\s?)`;
const referencePattern = new RegExp(`${phaseWord}(${phaseNumber})\\b`, 'gi');
const furtherPattern = new RegExp(
  `^\\s*(?:(to|through|-|–|—|->|→|\\.\\.)|(?:[,、](?:\\s*(?:and|or))?|\\+|&|and|or|und|oder|y|et|e|/))\\s*(?:${phaseWord})?(${phaseNumber})\\b`,
  'i',
);

/** A stretch as far as the first fence that never ends, which takes in what follows, or the first comment. */
function closedPart(flow: readonly FlowNode[], span: Span): Span {
  for (let i = firstFrom(flow, span.start, (node) => node.span.start); i < flow.length; i++) {
    const node = flow[i];
    if (node === undefined || node.span.start >= span.end) break;
    if (node.type === 'line') continue;
    const { block } = node;
    if (block.type === 'html' || (block.type === 'code' && !block.closed))
      return { start: span.start, end: node.span.start };
  }
  return span;
}

/** How many phases the dependencies of one can name: the ranges of a long line would come to millions. */
const mostReferences = 1_000;

/**
 * The phases that a stretch of text names: `Phase 1`, `Phases 2-3` (both and what lies between), `Phase 1 + 2`, and where
 * phases have other names `Stage 1`.
 */
function phaseReferences(text: string, span: Span, lettered: boolean, claimed: boolean): PhaseReference[] {
  const source = text.slice(span.start, span.end);
  const found: PhaseReference[] = [];
  let read = 0;
  for (const match of source.matchAll(referencePattern)) {
    // `Phases 0-1 and Phase 2a`: the second word was read with the first
    if (found.length >= mostReferences) break;
    if (match.index < read || (!claimed && !/^(?:ph|f|\u30d5|\ud398)/i.test(match[0]))) continue;
    const label = match[1] ?? '';
    if (!isNumberLabel(label)) continue;
    let end = match.index + match[0].length;
    let previous = sequenceKey(label, lettered);
    found.push(reference(span.start + end - label.length, label, lettered));
    while (found.length < mostReferences) {
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
    .filter((span) => !/^[*_]*(?:escal|eskal|エスカレ|에스컬)/i.test(text.slice(span.start, span.end)))
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
