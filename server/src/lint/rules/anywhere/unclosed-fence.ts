/** A code fence or comment that is never closed: all text after it is code, or is not seen. */
import type { CodeBlock } from '../../../model/markdown';
import type { Runbook } from '../../../model/runbook';
import { openBlocks } from '../../../document/open-block';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

const messages = new Messages({
  unclosed:
    'This code fence is never closed, so the rest of the document is read as code. Add a closing fence of the same kind.',
  comment: 'This comment is never closed, so nobody sees the rest of the document. End it with "-->".',
  markup: 'This HTML is never closed, so the rest of the document is not read. Add its closing tag.',
});

interface OpenBlock extends Match {
  readonly block: 'unclosed' | 'comment' | 'markup';
}

/** What holds fences, and text with headings, on purpose. */
const shows = /^(?:markdown|md|mdx|text|txt|plain|plaintext|diff|patch)\b/i;
const opening = /^ {0,3}(?:`{3,}|~{3,})[ \t]*[A-Za-z]/m;

/** Whether a fence of code goes on over headings to the end of the next one, which then closes it. */
function takesInAnother({ text }: Runbook, { info, content, nested }: CodeBlock): boolean {
  const language = text.slice(info.start, info.end).trim();
  if (language === '' || shows.test(language) || nested.length > 0) return false;
  const code = text.slice(content.start, content.end);
  const next = opening.exec(code);
  return (
    next !== null && /^#{2,6}[ \t]+[A-Z]|^\*\*[A-Z][^*\r\n]{1,60}:?\*\*/m.test(code.slice(0, next.index))
  );
}

export const unclosedFence = defineRule<OpenBlock>({
  meta: {
    name: 'unclosed-fence',
    summary: 'A code fence or comment that is never closed',
    severity: 'error',
    scope: 'judged',
    since: '0.1.0',
    group: 'anywhere',
    hides: true,
    inTemplates: true,
  },
  *find({ runbook }) {
    for (const fence of runbook.fences) {
      if (fence.closed && !takesInAnother(runbook, fence)) continue;
      const span = { start: fence.span.start, end: Math.max(fence.info.end, fence.span.start + 3) };
      yield { span, block: 'unclosed', covers: [fence.span] };
    }
    for (const { type, span } of openBlocks(runbook)) {
      const opening = type === 'code' ? null : /<!--|<\w+/.exec(runbook.text.slice(span.start, span.end));
      if (opening === null) continue;
      const start = span.start + opening.index;
      const block = opening[0] === '<!--' ? 'comment' : 'markup';
      yield { span: { start, end: start + opening[0].length }, block, covers: [{ start, end: span.end }] };
    }
  },
  message: ({ block }) => messages.of(block),
});
