/** Words of the template to its author that were to be removed. */
import type { Runbook } from '../../../model/runbook';
import type { Edit } from '../../../text/edit';
import { firstFrom, type Span } from '../../../text/span';
import { fixHere } from '../../shared/fix-here';
import { sectionsOf } from '../../../document/sections/section-lookup';
import { isInstruction, isOnlyInstruction } from '../../../document/placeholders/template-instruction';
import { defineRule, type Match } from '../../rule';

interface LeftoverInstruction extends Match {
  readonly words: string;
}

export const leftoverInstruction = defineRule<LeftoverInstruction>({
  meta: {
    name: 'leftover-instruction',
    summary: 'An instruction of the template that was left in the document',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'anywhere',
  },
  *find({ runbook }) {
    for (const { form, span, inCode } of runbook.placeholders) {
      const words = runbook.text.slice(span.start, span.end);
      if (form === 'bracket' && !inCode && isInstruction(words))
        yield { span, words, covers: [span, ...emptyHeading(runbook, span)] };
    }
  },
  message({ words }) {
    return {
      message: `"${words}" is an instruction of the template, and readers cannot tell whether something is missing. Follow it or remove it.`,
    };
  },
  fixes({ span }, context) {
    const edit = removal(context.runbook, span);
    return edit === null
      ? []
      : [
          fixHere(
            context,
            'Remove the instruction',
            [edit],
            leavesWords(context.runbook, edit.span),
            'instruction',
          ),
        ];
  },
});

/** The heading of the section in which the instruction is all that stands: what is missing there is its words. */
function emptyHeading(runbook: Runbook, span: Span): Span[] {
  const sections = sectionsOf(runbook);
  const around = sections[firstFrom(sections, span.start, (section) => section.span.start) - 1];
  if (around?.heading == null) return [];
  const { heading } = around;
  const text = runbook.text.slice(heading.span.end, around.span.end);
  return isOnlyInstruction(text) ? [heading.titleSpan] : [];
}

/** Takes away the line, where nothing else stands on it, with the blank line behind. */
function removal({ lines, text }: Runbook, span: Span): Edit | null {
  const line = lines.lineAt(span.start);
  const around = lines.textOf(line).replace(text.slice(span.start, span.end), '');
  if (/[^\s|*_+>-]/.test(around.replace(/\[ \]|\d{1,3}[.)]/, ''))) return null;
  const start = lines.startOf(line);
  const own = lines.startOf(line + 1);
  const blankBefore = line === 0 || lines.textOf(line - 1).trim() === '';
  const blankBehind = lines.textOf(line + 1).trim() === '' && line + 1 < lines.count;
  return { span: { start, end: blankBefore && blankBehind ? lines.startOf(line + 2) : own }, newText: '' };
}

/** Whether the section still says something without the line, so that removing it empties nothing. */
function leavesWords({ headings, text }: Runbook, { start, end }: Span): boolean {
  const heading = headings[firstFrom(headings, start + 1, ({ span }) => span.end) - 1];
  const next = headings[firstFrom(headings, end, ({ span }) => span.start)];
  const rest = text.slice(heading?.span.end ?? 0, start) + text.slice(end, next?.span.start ?? text.length);
  return /[\p{L}\p{N}]/u.test(rest);
}
