/** Approved although the pre-deployment checklist has open items. */
import type { Runbook } from '../../../model/runbook';
import type { Span } from '../../../text/span';
import { wordsAt } from '../../../document/fields/fields';
import { headerField } from '../../../document/fields/header-field';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { findSection, isInert } from '../../../document/sections/section-lookup';

interface ApprovedWithOpenItems extends Match {
  readonly status: string;
  readonly checklist: string;
  readonly open: readonly Span[];
}

const messages = new Messages({
  one: 'Status is "{status}" with 1 open item in "{checklist}", so a check may be skipped. Complete it, or reset the status.',
  many: 'Status is "{status}" with {count} open items in "{checklist}", so checks may be skipped. Complete them, or reset the status.',
  open: 'Open: "{item}"',
});

export const approvedWithOpenItems = defineRule<ApprovedWithOpenItems>({
  meta: {
    name: 'approved-with-open-items',
    summary: 'A runbook that is approved although its checklist has open items',
    severity: 'warning',
    scope: ['feature', 'release'],
    since: '0.1.0',
    group: 'release',
  },
  *find({ runbook }) {
    const value = headerField(runbook, /^(?:status|document status|approval status)$/)?.value;
    if (value == null) return;
    const status = wordsAt(runbook, value.token).replace(/^[*_`"']+|(?<![*_`"'])[*_`"']+$/g, '');
    const approved = runbook.kind.kind === 'release' ? /^approved$/i : /^(?:approved|active)$/i;
    if (!approved.test(status)) return;
    const checklist = findSection(runbook, /^pre-?\s?(?:deployment|deploy|release|launch|flight)\b/);
    const open = checklist === undefined ? [] : openItems(runbook, checklist.span);
    if (checklist !== undefined && open.length > 0)
      yield { span: value.token, status, checklist: checklist.name, open };
  },
  message({ status, checklist, open }, { runbook, place }) {
    const { lines, text } = runbook;
    return {
      ...(open.length === 1
        ? messages.of('one', { status, checklist })
        : messages.of('many', { status, checklist, count: open.length })),
      related: open.map((span) => ({
        uri: place.uri,
        range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) },
        message: messages.of('open', { item: text.slice(span.start, span.end) }),
      })),
    };
  },
});

/** The text of the unchecked items, in lists and in tables. */
function openItems(runbook: Runbook, { start, end }: Span): Span[] {
  const { lines } = runbook;
  const found: Span[] = [];
  for (let line = lines.lineAt(start); line <= lines.lineAt(Math.max(start, end - 1)); line++) {
    const at = lines.startOf(line);
    const source = lines.textOf(line);
    const item = /^[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t]+\[ \][ \t]+(?=\S)/.exec(source);
    const cell = item === null && /^[ \t]*\|/.test(source) ? /\|[ \t]*(?=\[ \][ \t]*\|)/.exec(source) : null;
    const lead = item?.[0] ?? (cell === null ? null : /^[ \t]*\|[ \t]*/.exec(source)?.[0]);
    if (lead == null || isInert(runbook, at)) continue;
    const words =
      item === null
        ? (source.slice(lead.length).split('|')[0]?.trimEnd() ?? '')
        : source.slice(lead.length).trimEnd();
    found.push({ start: at + lead.length, end: at + lead.length + words.length });
  }
  return found;
}
