/** Front matter that is no YAML map (`domain.md` section 5, Playbook): every tool that reads it stops there. */
import type { Runbook } from '../../model/runbook';
import { trimSpan, type Span } from '../../text/span';
import { defineRule, type Match } from '../rule';

interface BrokenFrontMatter extends Match {
  readonly problem: string;
}

export const invalidFrontMatter = defineRule<BrokenFrontMatter>({
  meta: {
    name: 'invalid-front-matter',
    summary: 'Front matter that is no valid YAML',
    severity: 'error',
    scope: 'judged',
    since: '0.1.0',
    source: 'section 5, Playbook',
    inTemplates: true,
  },
  *find({ runbook }) {
    const [problem] = runbook.frontMatter?.problems ?? [];
    // what follows the first mistake is mostly its consequence
    if (problem === undefined) return;
    const span = wordsOf(runbook, problem.span);
    const covers = [span, runbook.lines.spanOf(0)];
    yield { span, problem: problem.message.replace(/(?<![.:\s])[.:\s]+$/, ''), covers };
  },
  word({ problem }) {
    return {
      message: `The front matter cannot be read: ${problem}. Tools see none of its fields until this is corrected.`,
    };
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
