/**
 * Completion of field names in the parts of a document: what this phase, step, section or document head lacks of what
 * its template has there. The heads of entries are another module's business.
 */
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { roleOf } from '../../model/vocabulary';
import type { Runbook } from '../../model/runbook';
import { labelStyle } from '../../authoring/insertion';
import { encloses, touches, type Span } from '../../text/span';
import { inOrder, rangeAround, type CompletionRequest } from './completion-request';
import { purposeOf } from '../shared/field-purposes';
import { entryAround } from '../shared/field-values';
import { type Words, words } from '../../text/say';
import { templateLabels, type TemplateLabel } from './template-outline';

interface DocumentPart {
  /** What the items are said to be: `Field of Phase 2`, `Field of Overview`. */
  readonly detail: Words;
  /** What is looked at for fields that are there already. */
  readonly span: Span;
  readonly labels: readonly TemplateLabel[];
}

const ofSteps: readonly TemplateLabel[] = ['Expected Output', 'Verification', 'Rollback'].map((name) => ({
  name,
  bullet: false,
}));

/** Names of missing fields at the start of a line, in the style of the others of the document. */
export function completePartFields(request: CompletionRequest): CompletionItem[] {
  const { runbook, position, offset, before, after, trigger } = request;
  const { say } = request.context;
  if (trigger !== undefined && trigger !== '*') return [];
  const lead = /^\s*(?:[-+]\s+)?(\*{0,2}[A-Za-z][A-Za-z ]*|\*{0,2})$/.exec(before);
  const part = lead === null ? null : partAround(runbook, offset);
  if (lead === null || part === null) return [];
  const typed = lead[1] ?? '';
  const typedName = typed.replace(/^\*+/, '').toLowerCase();
  const range = rangeAround(position, typed.length, /^\*{0,2}(?=\s*$)/.exec(after)?.[0].length ?? 0);
  const style = labelStyle(runbook, part.span);
  const line = { start: offset - before.length, end: offset };
  const there = runbook.labels.filter(
    ({ nameSpan }) => encloses(part.span, nameSpan) && !encloses(line, nameSpan),
  );
  return part.labels
    .filter(({ name }) => {
      const role = roleOf(name);
      return (
        name.toLowerCase().startsWith(typedName) &&
        !there.some((label) => label.key === name.toLowerCase() || (role !== null && label.role === role))
      );
    })
    .map(({ name, bullet }, index) => {
      const newText = `${bullet && !/^\s*[-+]/.test(before) ? '- ' : ''}${style(name)}`;
      return {
        label: name,
        detail: say(part.detail),
        documentation: purposeOf(say, name.toLowerCase(), roleOf(name)),
        kind: CompletionItemKind.Field,
        sortText: inOrder(index, '!'),
        filterText: typed.startsWith('*') ? newText : name,
        textEdit: { range, newText },
      };
    });
}

/** The innermost part around an offset that fields belong to, or null. */
function partAround(runbook: Runbook, offset: number): DocumentPart | null {
  const { kind } = runbook.kind;
  const step = runbook.procedures
    .flatMap(({ fence, steps }) => (fence === null ? steps : []))
    .findLast(
      ({ item, span, titleSpan }) => item === null && touches(span, offset) && offset > titleSpan.end,
    );
  if (step !== undefined)
    return { detail: words`Field of Step ${step.number}`, span: step.span, labels: ofSteps };
  if (entryAround(runbook, offset) !== undefined) return null;
  const index = runbook.headings.findLastIndex(({ span }) => span.end < offset);
  const heading = runbook.headings[index];
  if (heading === undefined) return null;
  const end = runbook.headings[index + 1]?.span.start ?? runbook.text.length;
  const span = { start: heading.span.end, end };
  const phase = runbook.phases.find((one) => one.heading === heading);
  if (phase !== undefined)
    return {
      detail: words`Field of Phase ${phase.label}`,
      span,
      labels: templateLabels(kind).get('phase') ?? [],
    };
  const name = heading.depth === 1 ? '' : heading.key;
  const labels = templateLabels(kind).get(name) ?? [];
  return labels.length === 0 ? null : { detail: words`Field of ${heading.title}`, span, labels };
}
