/**
 * The gate of a phase that has no gate criteria by name: `Go / No-Go`, `Proceed when`, or a decision point whose items are
 * to be ticked off. Knows phases, not what else these words may name.
 */
import { isGateName } from '../model/gate-names';
import type { DocumentHeading, Label, Part, Section } from '../model/runbook';
import { firstFrom, type Span } from '../text/span';
import { labelPart, sectionPart } from './parts';

/** What a gate is looked for in. */
interface GateSource {
  readonly text: string;
  readonly root: Section;
  readonly labels: readonly Label[];
}

/** The label or heading within a phase that holds its gate, read as one; null where there is none. */
export function gateWithin(source: GateSource, within: Span, decisionPoint: Part | null): Part | null {
  return namedGate(source, within) ?? tickedGate(source.text, decisionPoint);
}

function namedGate({ text, root, labels }: GateSource, within: Span): Part | null {
  const section = sectionWithin(root, within, ({ title, role }) => role === null && isGateName(title));
  const found = section === null ? null : sectionPart(text, section, 'gate-criteria');
  if (found !== null && !found.empty) return found;
  for (let i = firstFrom(labels, within.start, ({ span }) => span.start); i < labels.length; i++) {
    const label = labels[i];
    if (label === undefined || label.span.start >= within.end) break;
    if (label.role !== null || label.carrier === 'table' || !isGateName(label.name)) continue;
    const part = labelPart(text, label, 'gate-criteria');
    if (!part.empty) return part;
  }
  return null;
}

/** A decision point as the gate that it is where what it asks has boxes and no case leads anywhere. */
function tickedGate(text: string, decisionPoint: Part | null): Part | null {
  if (decisionPoint === null) return null;
  const words = text.slice(decisionPoint.content.start, decisionPoint.content.end);
  return /^[ \t]*[-*+][ \t]+\[[ xX]\][ \t]/m.test(words) && !leads.test(words)
    ? { ...decisionPoint, role: 'gate-criteria' }
    : null;
}

/** What the items of a decision begin with. */
const leads =
  /^[ \t>]*(?:[-*+][ \t]+|\d{1,3}[.)][ \t]+|\|[ \t]*)?(?:\[[ xX]\][ \t]+)?[*_]{0,3}(?:(?:if|when|in case|otherwise|else|unless)\b|(?:yes|no|go|no-go)[*_]{0,3}[ \t]?[:,→–—-])/im;

/** The first section that begins within a stretch, below its own heading, and is asked for; null if there is none. */
function sectionWithin(
  section: Section,
  within: Span,
  isAsked: (heading: DocumentHeading) => boolean,
): Section | null {
  const { children } = section;
  // the one before the first that begins within it may hold all of it
  const first = firstFrom(children, within.start + 1, ({ span }) => span.start) - 1;
  for (let i = Math.max(0, first); i < children.length; i++) {
    const child = children[i];
    if (child === undefined || child.span.start >= within.end) return null;
    if (child.span.end <= within.start) continue;
    const isInside = child.span.start > within.start;
    if (isInside && child.heading !== null && isAsked(child.heading)) return child;
    const found = sectionWithin(child, within, isAsked);
    if (found !== null) return found;
  }
  return null;
}
