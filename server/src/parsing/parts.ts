/** Headings and labels with a role, and what each covers. */
import type { Label, Part, Section } from '../model/runbook';
import { trimSpan } from '../text/span';

/** The parts of a document in order. Steps and phases are no parts: a heading `Step 1: Verification` has no role here. */
export function readParts(text: string, root: Section, labels: readonly Label[]): Part[] {
  const parts: Part[] = [];
  collectSections(text, root, parts);
  for (const label of labels) {
    if (label.role === null) continue;
    const from = label.value?.span.start ?? afterColon(text, label);
    const content = trimSpan(text, { start: Math.min(from, label.span.end), end: label.span.end });
    parts.push({
      role: label.role,
      from: 'label',
      name: label.name,
      nameSpan: label.nameSpan,
      span: label.span,
      content,
      empty: content.end === content.start,
      item: label.item,
    });
  }
  return parts.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function collectSections(text: string, section: Section, parts: Part[]): void {
  const { heading, role } = section;
  if (heading !== null && role !== null) {
    const content = trimSpan(text, { start: heading.span.end, end: section.span.end });
    parts.push({
      role,
      from: 'heading',
      name: heading.title,
      nameSpan: heading.titleSpan,
      span: section.span,
      content,
      empty: content.end === content.start,
      item: null,
    });
  }
  for (const child of section.children) collectSections(text, child, parts);
}

/** Offset behind the label's name, colon and closing marks. */
function afterColon(text: string, label: Label): number {
  let at = label.nameSpan.end;
  if (label.carrier === 'summary') at = Math.max(at, text.indexOf('>', text.indexOf('</summary', at)) + 1);
  while (at < label.span.end && /[:*_： \t]/.test(text.charAt(at))) at++;
  return at;
}
