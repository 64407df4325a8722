/** Headings and labels with a role, and what each covers. */
import type { Label, Part, Section } from '../model/runbook';
import type { Role } from '../model/vocabulary';
import { firstFrom, trimSpan, type Span } from '../text/span';
import { isUnseen } from '../text/unseen';

/** The parts of a document in order. Steps and phases are no parts: a heading `Step 1: Verification` has no role here. */
export function readParts(text: string, root: Section, labels: readonly Label[]): Part[] {
  const parts: Part[] = [];
  /** Labels that say of their section what its heading says, in front of the headings below it. */
  const repeats = new Set<Label>();
  const visit = (section: Section): void => {
    const part = section.role === null ? null : sectionPart(text, section, section.role);
    if (part !== null) parts.push(part);
    const repeated = repeatedBy(text, section, labels);
    if (repeated !== null) repeats.add(repeated);
    section.children.forEach(visit);
  };
  visit(root);
  for (const label of labels)
    if (label.role !== null && !repeats.has(label)) parts.push(labelPart(text, label, label.role));
  return parts.sort(byPlace);
}

/** Parts and others among them, in order; one of the same name takes the place of what it was read as before. */
export function withParts(parts: readonly Part[], others: readonly Part[]): readonly Part[] {
  if (others.length === 0) return parts;
  const taken = new Set(others.map(({ nameSpan }) => nameSpan.start));
  return [...parts.filter(({ nameSpan }) => !taken.has(nameSpan.start)), ...others].sort(byPlace);
}

function byPlace(a: Part, b: Part): number {
  return a.span.start - b.span.start || b.span.end - a.span.end;
}

/** A label as a part of this role. */
export function labelPart(text: string, label: Label, role: Role): Part {
  const from = label.value?.span.start ?? afterColon(text, label);
  const below = saidIn(text, { start: Math.min(from, label.span.end), end: label.span.end });
  const content = below.end > below.start ? below : (saidInName(label) ?? below);
  return {
    role,
    from: 'label',
    name: label.name,
    key: label.key,
    nameSpan: label.nameSpan,
    span: label.span,
    content,
    empty: content.end === content.start,
    item: label.item,
  };
}

/** What a bold line that is a verification as a whole says: `**Verification: the gauge falls again**`; else null. */
function saidInName({ carrier, role, name, nameSpan }: Label): Span | null {
  if (carrier !== 'bold' || role !== 'verification' || !saysWhat.test(name)) return null;
  const words = name.length - name.replace(/^[^:：]{1,40}[:：]\s{0,3}/, '').length;
  return nameSpan.end - nameSpan.start === name.length
    ? { start: nameSpan.start + words, end: nameSpan.end }
    : nameSpan;
}

const saysWhat =
  /^(?:expected[^:：]{0,20}[:：]\s{0,3}\S|[^:：]{1,40}[:：]\s{0,3}(?:\S{1,40}\s{1,3}){2,9}\S)/i;

/** The same parts, where a navigation ends at the first entry in it: one without a heading does not end its section. */
export function withoutEntries(
  text: string,
  parts: readonly Part[],
  starts: readonly number[],
): readonly Part[] {
  return parts.map((part) => {
    const { role, span, nameSpan, content } = part;
    const end =
      role === 'navigation' ? (starts[firstFrom(starts, nameSpan.end, (at) => at)] ?? Infinity) : Infinity;
    if (end >= span.end) return part;
    const rest = saidIn(text, { start: Math.min(content.start, end), end });
    return {
      ...part,
      span: trimSpan(text, { start: span.start, end }),
      content: rest,
      empty: rest.end === rest.start,
    };
  });
}

/** `If the upgrade fails:` between `## Rollback` and the first heading below it. */
function repeatedBy(
  text: string,
  { role, heading, children }: Section,
  labels: readonly Label[],
): Label | null {
  const [child] = children;
  if (role === null || heading === null || child === undefined) return null;
  const last = labels[firstFrom(labels, child.span.start, ({ span }) => span.start) - 1];
  return last?.role === role &&
    last.value === null &&
    last.item === null &&
    last.span.start >= heading.span.end &&
    /^[\s:：*_]*$/.test(text.slice(last.nameSpan.end, child.span.start))
    ? last
    : null;
}

/** A section as a part of this role; null for what stands above all headings. */
export function sectionPart(text: string, { heading, span }: Section, role: Role): Part | null {
  if (heading === null) return null;
  const content = saidIn(text, { start: heading.span.end, end: span.end });
  return {
    role,
    from: 'heading',
    name: heading.title,
    key: heading.key,
    nameSpan: heading.titleSpan,
    span,
    content,
    empty: content.end === content.start,
    item: null,
  };
}

/** A stretch without the white space and the comments at its ends; empty where no reader would see anything. */
function saidIn(text: string, stretch: Span): Span {
  const trimmed = trimSpan(text, stretch);
  // nearly all that is said begins and ends with something else
  if (!text.startsWith('<!--', trimmed.start) && !endsUnseen.test(text.charAt(trimmed.end - 1)))
    return trimmed;
  let { start, end } = trimmed;
  while (text.startsWith('<!--', start)) {
    const close = text.indexOf('-->', start);
    if (close < 0 || close + 3 > end) break;
    ({ start, end } = trimSpan(text, { start: close + 3, end }));
  }
  // an anchor in front of the next heading is none of what stands above it
  for (let anchor; (anchor = anchorAtEnd(text, { start, end })) !== null;)
    ({ start, end } = trimSpan(text, { start, end: anchor }));
  while (end - start > 6 && text.startsWith('-->', end - 3)) {
    const open = text.lastIndexOf('<!--', end);
    if (open < start) break;
    ({ start, end } = trimSpan(text, { start, end: open }));
  }
  return isUnseen(text.slice(start, end)) ? { start, end: start } : { start, end };
}

/** What comments, tags and rules end in. */
const endsUnseen = /[>*_-]/;

/** Where an anchor without words begins that ends a stretch, `<a name="x"></a>`, else null. */
function anchorAtEnd(text: string, { start, end }: Span): number | null {
  if (!text.startsWith('</a>', end - 4)) return null;
  const open = text.lastIndexOf('<a ', end);
  return open >= start && /^<a [^<>]{1,200}><\/a>$/.test(text.slice(open, end)) ? open : null;
}

const marksBehindName = ':*_：\\ \t\u00a0';

/** Offset behind the label's name, colon and closing marks. */
function afterColon(text: string, label: Label): number {
  let at = label.nameSpan.end;
  if (label.carrier === 'summary') at = Math.max(at, text.indexOf('>', text.indexOf('</summary', at)) + 1);
  while (at < label.span.end && marksBehindName.includes(text.charAt(at))) at++;
  return at;
}
