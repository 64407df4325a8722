/** Instructions of the template to the author, which should have been removed. */
import type { Runbook } from '../../../model/runbook';
import type { Edit } from '../../../text/edit';
import { firstFrom, type Span } from '../../../text/span';
import { fixHere } from '../../shared/fix-here';
import { sectionsOf } from '../../../document/sections/section-lookup';
import { isInstruction, isOnlyInstruction } from '../../../document/placeholders/template-instruction';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface LeftoverInstruction extends Match {
  readonly instruction: string;
}

const messages = new Messages({
  leftover:
    '"{instruction}" is a template instruction, so readers cannot tell whether content is missing. Follow it or remove it.',
});

export const leftoverInstruction = defineRule<LeftoverInstruction>({
  meta: {
    name: 'leftover-instruction',
    summary: 'A template instruction that was left in the document',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'anywhere',
  },
  *find({ runbook }) {
    for (const { form, span, inCode } of runbook.placeholders) {
      const instruction = runbook.text.slice(span.start, span.end);
      if (form === 'bracket' && !inCode && isInstruction(instruction))
        yield { span, instruction, covers: [span, ...emptyHeading(runbook, span)] };
    }
  },
  message({ instruction }) {
    return messages.of('leftover', { instruction });
  },
  fixes({ span }, context) {
    const edit = removal(context.runbook, span);
    return edit === null
      ? []
      : [
          fixHere(
            context,
            context.say`Remove the instruction`,
            [edit],
            leavesContent(context.runbook, edit.span),
            'instruction',
          ),
        ];
  },
});

/** The heading of the section that holds only the instruction, and is empty without it. */
function emptyHeading(runbook: Runbook, span: Span): Span[] {
  const sections = sectionsOf(runbook);
  const around = sections[firstFrom(sections, span.start, (section) => section.span.start) - 1];
  if (around?.heading == null) return [];
  const { heading } = around;
  const text = runbook.text.slice(heading.span.end, around.span.end);
  return isOnlyInstruction(text) ? [heading.titleSpan] : [];
}

/** Removes the line, if it holds nothing else, and the blank line after it; one of an underlined heading stays. */
function removal({ headings, lines, text }: Runbook, span: Span): Edit | null {
  const heading = headings[firstFrom(headings, span.start + 1, (one) => one.span.start) - 1];
  if (heading !== undefined && heading.span.end > span.start) return null;
  const line = lines.lineAt(span.start);
  const around = lines.textOf(line).replace(text.slice(span.start, span.end), '');
  if (/[^\s|*_+>-]/.test(around.replace(/\[ \]|\d{1,3}[.)]/, ''))) return null;
  const start = lines.startOf(line);
  const own = lines.startOf(line + 1);
  // before the first line and behind the last one is nothing
  const blankBefore = lines.textOf(line - 1).trim() === '';
  const blankBehind = lines.textOf(line + 1).trim() === '';
  return { span: { start, end: blankBefore && blankBehind ? lines.startOf(line + 2) : own }, newText: '' };
}

/** Whether the section still has content without the line. */
function leavesContent({ headings, text }: Runbook, { start, end }: Span): boolean {
  const heading = headings[firstFrom(headings, start + 1, ({ span }) => span.end) - 1];
  const next = headings[firstFrom(headings, end, ({ span }) => span.start)];
  const rest = text.slice(heading?.span.end ?? 0, start) + text.slice(end, next?.span.start ?? text.length);
  return /[\p{L}\p{N}]/u.test(rest);
}
