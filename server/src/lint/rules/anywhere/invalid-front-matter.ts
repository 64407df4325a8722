/** Front matter that is no YAML map: every tool that reads it stops there. */
import type { FrontMatter, Runbook } from '../../../model/runbook';
import { lineEndingOf } from '../../../text/edit';
import { trimSpan, type Span } from '../../../text/span';
import { fixHere } from '../../shared/fix-here';
import { defineRule, type Match } from '../../rule';

interface BrokenFrontMatter extends Match {
  readonly problem: string;
  readonly fault: FrontMatter['fault'];
}

export const invalidFrontMatter = defineRule<BrokenFrontMatter>({
  meta: {
    name: 'invalid-front-matter',
    summary: 'Front matter that is no valid YAML, or does not begin in line 1',
    severity: 'error',
    scope: 'judged',
    since: '0.1.0',
    group: 'anywhere',
    inTemplates: true,
  },
  *find({ runbook }) {
    const [problem] = runbook.frontMatter?.problems ?? [];
    const fault = runbook.frontMatter?.fault ?? null;
    if (problem !== undefined && fault !== null) {
      const behindText = fault === 'behind-text' || fault === 'toml-behind-text';
      yield {
        span: problem.span,
        problem: problem.message,
        fault,
        covers: [problem.span, runbook.lines.spanOf(0)],
        severity: behindText ? 'error' : 'information',
      };
      return;
    }
    // what follows the first mistake is mostly its consequence
    if (problem === undefined) return;
    const span = wordsOf(runbook, problem.span);
    const covers = [span, runbook.lines.spanOf(0)];
    yield { span, problem: problem.message.replace(/(?<![.:\s])[.:\s]+$/, ''), covers, fault: null };
  },
  message({ span, problem, fault }, { runbook }) {
    const line = String(runbook.lines.lineAt(span.start) + 1);
    if (fault === 'behind-comment' || fault === 'behind-text')
      return {
        message: `Front matter must begin in line 1 and begins in line ${line}: tools see none of its fields. Move it to the top.`,
      };
    if (fault !== null)
      return {
        message: `Only YAML is read as front matter, and this is TOML: tools see none of its fields. Write it as YAML between "---" lines, from line 1.`,
      };
    return {
      message: `The front matter cannot be read: ${problem}. Tools see none of its fields until this is corrected.`,
    };
  },
  fixes({ fault }, context) {
    if (fault !== 'behind-comment' && fault !== 'behind-text') return [];
    const { text, frontMatter } = context.runbook;
    const { span } = frontMatter ?? { span: { start: 0, end: 0 } };
    const top = text.startsWith('\ufeff') ? 1 : 0;
    const words = text.slice(span.start, span.end);
    const newText = /[\r\n]$/.test(words) ? words : words + lineEndingOf(text);
    const edits = [
      { span: { start: top, end: top }, newText },
      { span, newText: '' },
    ];
    // behind other text it may be meant as an example
    return [fixHere(context, 'Move the front matter to line 1', edits, fault === 'behind-comment', 'place')];
  },
});

/** YAML points at a single character, or at the end of a line: the words from there, or of the line, can be seen. */
function wordsOf(runbook: Runbook, span: Span): Span {
  const { frontMatter, lines, text } = runbook;
  const content = frontMatter?.content ?? span;
  if (span.start >= content.end - 1) return openQuoteOf(runbook, content) ?? span;
  if (span.end - span.start > 1) return span;
  const line = lines.spanOf(lines.lineAt(span.start));
  const rest = trimSpan(text, { start: Math.min(span.start, line.end), end: line.end });
  return rest.end > rest.start ? rest : trimSpan(text, line);
}

/** A quote that is never closed shows at the end of the YAML; the line that opens it is the one to correct. */
function openQuoteOf({ lines, text }: Runbook, { start, end }: Span): Span | null {
  for (let line = lines.lineAt(start); lines.startOf(line) < end; line++) {
    const source = lines.textOf(line);
    if (source.split('"').length % 2 === 0 || /:[ \t]+'[^']*$/.test(source))
      return trimSpan(text, lines.spanOf(line));
  }
  return null;
}
