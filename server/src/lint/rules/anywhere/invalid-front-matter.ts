/** Front matter that is not a YAML map, or not at the top: tools read none of its fields. */
import type { FrontMatter, FrontMatterBound, Runbook } from '../../../model/runbook';
import { lineEndingOf, startOfText, type Edit } from '../../../text/edit';
import { trimSpan, type Span } from '../../../text/span';
import { fixHere } from '../../shared/fix-here';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface BrokenFrontMatter extends Match {
  readonly problem: string;
  readonly bound: FrontMatterBound | null;
  readonly fault: FrontMatter['fault'];
}

/** Problems that the YAML library describes in terms of its grammar, by the start of its message. */
const causes = [
  { start: 'Nested mappings are not allowed', id: 'colon' },
  { start: 'Plain value cannot start with', id: 'reserved' },
  { start: 'Map keys must be unique', id: 'duplicate' },
  { start: 'Missing closing', id: 'quote' },
] as const;

const messages = new Messages({
  misplaced: 'Front matter starts on line {line}, so tools ignore it. Move it to line 1.',
  toml: 'This front matter is TOML, which tools ignore. Write it as YAML between "---" lines, starting on line 1.',
  colon:
    'Invalid front matter: unquoted colon in a value. Tools read none of its fields. Put the value in quotes.',
  reserved:
    'Invalid front matter: value starts with a reserved character. Tools read none of its fields. Put the value in quotes.',
  duplicate:
    'Invalid front matter: duplicate key. Tools read none of its fields. Remove or rename one of the keys.',
  quote: 'Invalid front matter: missing closing quote. Tools read none of its fields. Close the quote.',
  characters:
    'Invalid front matter: it has more than {most} characters. Tools read none of its fields. Correct the YAML.',
  levels:
    'Invalid front matter: it has more than {most} levels of lists and maps. Tools read none of its fields. Correct the YAML.',
  references:
    'Invalid front matter: it has more than {most} references such as *name. Tools read none of its fields. Correct the YAML.',
  tokens:
    'Invalid front matter: it has more than {most} words and marks. Tools read none of its fields. Correct the YAML.',
  noMap:
    'Invalid front matter: it is not a map of "key: value" lines. Tools read none of its fields. Correct the YAML.',
  noEnd:
    'Invalid front matter: the closing line "---" is missing. Tools read none of its fields. Correct the YAML.',
  other: 'Invalid front matter: {problem}. Tools read none of its fields. Correct the YAML.',
});

export const invalidFrontMatter = defineRule<BrokenFrontMatter>({
  meta: {
    name: 'invalid-front-matter',
    summary: 'Front matter that is not valid YAML, or does not start on line 1',
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
        bound: problem.bound,
        fault,
        covers: [problem.span, runbook.lines.spanOf(0)],
        severity: behindText ? 'error' : 'information',
      };
      return;
    }
    // later problems mostly follow from the first
    if (problem === undefined) return;
    const span = wordsOf(runbook, problem.span);
    const covers = [span, runbook.lines.spanOf(0)];
    const words = problem.message.replace(/(?<![.:\s])[.:\s]+$/, '');
    yield { span, problem: words, bound: problem.bound, covers, fault: null };
  },
  message({ span, problem, bound, fault }, { runbook }) {
    if (fault === 'behind-comment' || fault === 'behind-text')
      return messages.of('misplaced', { line: runbook.lines.lineAt(span.start) + 1 });
    if (fault !== null) return messages.of('toml');
    if (bound?.of === 'no-map') return messages.of('noMap');
    if (bound?.of === 'no-end') return messages.of('noEnd');
    if (bound !== null) return messages.of(bound.of, { most: bound.most });
    const cause = causes.find(({ start }) => problem.startsWith(start));
    return cause === undefined ? messages.of('other', { problem }) : messages.of(cause.id);
  },
  fixes({ fault }, context) {
    if (fault !== 'behind-comment' && fault !== 'behind-text') return [];
    const { frontMatter } = context.runbook;
    if (frontMatter === null) return [];
    const edits = toTop(context.runbook, frontMatter.span);
    // after other text it may be meant as an example
    return [
      fixHere(context, context.say`Move front matter to line 1`, edits, fault === 'behind-comment', 'place'),
    ];
  },
});

/** The block in front of all other text, and no more than one blank line where it stood. */
function toTop({ text }: Runbook, { start, end }: Span): Edit[] {
  const top = startOfText(text);
  // nothing but blank lines kept it from its place
  if (text.slice(top, start).trim() === '') return [{ span: { start: top, end: start }, newText: '' }];
  const block = text.slice(start, end);
  const isEnded = /[\r\n]$/.test(block);
  const own = isEnded ? end : end + lengthOf(lineEnd, text.slice(end, end + 2));
  const isSpare = blankAbove.test(text.slice(Math.max(0, start - longestBlank), start));
  const spare = isSpare ? lengthOf(blankLine, text.slice(own, own + longestBlank)) : 0;
  return [
    { span: { start: top, end: top }, newText: isEnded ? block : block + lineEndingOf(text) },
    { span: { start, end: own + spare }, newText: '' },
  ];
}

const longestBlank = 200;
const lineEnd = /^(?:\r\n|[\r\n])/;
const blankLine = /^[ \t]*(?:\r\n|[\r\n])/;
const blankAbove = /(?:\n|\r(?!\n))[ \t]*(?:\r\n|[\r\n])$/;

function lengthOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}

/** The visible text at a problem: the YAML library may point at a single character, or at the end of a line. */
function wordsOf(runbook: Runbook, span: Span): Span {
  const { frontMatter, lines, text } = runbook;
  const content = frontMatter?.content ?? span;
  if (span.start >= content.end - 1) return openQuoteOf(runbook, content) ?? span;
  if (span.end - span.start > 1) return span;
  const line = lines.spanOf(lines.lineAt(span.start));
  const rest = trimSpan(text, { start: Math.min(span.start, line.end), end: line.end });
  return rest.end > rest.start ? rest : trimSpan(text, line);
}

/** The line with an unclosed quote, which the YAML library reports at the end of the text. */
function openQuoteOf({ lines, text }: Runbook, { start, end }: Span): Span | null {
  for (let line = lines.lineAt(start); lines.startOf(line) < end; line++) {
    const source = lines.textOf(line);
    if (source.split('"').length % 2 === 0 || /:[ \t]+'[^']*$/.test(source))
      return trimSpan(text, lines.spanOf(line));
  }
  return null;
}
