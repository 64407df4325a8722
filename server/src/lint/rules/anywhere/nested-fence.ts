/** A code fence that contains fences of its own length: CommonMark closes it at the first inner one. */
import type { CodeBlock } from '../../../model/markdown';
import type { Runbook } from '../../../model/runbook';
import type { Edit } from '../../../text/edit';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface NestedFence extends Match {
  readonly fence: CodeBlock;
  /** How many characters the outer fence needs. */
  readonly needed: number;
}

const messages = new Messages({
  tooShort:
    'This code fence contains fences of its own length, so most renderers close it too early. Use {count} characters for the outer fence.',
});

export const nestedFence = defineRule<NestedFence>({
  meta: {
    name: 'nested-fence',
    summary: 'A code fence that is not longer than the fences inside it',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'anywhere',
    inTemplates: true,
  },
  *find({ runbook }) {
    for (const fence of runbook.fences) {
      if (!fence.closed || fence.nested.length === 0) continue;
      const own = runAt(runbook, fence.span.start);
      const inner = longestWithin(runbook, fence, own.charAt(0));
      if (inner >= own.length)
        yield {
          span: { start: fence.span.start, end: fence.span.start + own.length },
          fence,
          needed: Math.max(4, inner + 1),
        };
    }
  },
  message({ needed }) {
    return messages.of('tooShort', { count: needed });
  },
  fixes({ fence, needed }, { runbook, place, say }) {
    const run = runAt(runbook, fence.span.start);
    const newText = run.charAt(0).repeat(needed);
    const closing = closingStart(runbook, fence, run.length);
    if (closing === null || !isBalanced(runbook, fence)) return [];
    const edits: Edit[] = [
      { span: { start: fence.span.start, end: fence.span.start + run.length }, newText },
      { span: { start: closing, end: fence.span.end }, newText },
    ];
    return [
      {
        title: say`Use ${needed} characters for the outer fence`,
        edits: new Map([[place.uri, edits]]),
        automatic: true,
      },
    ];
  },
});

/** Whether every fence inside is closed: if one is not, it is unclear which line closes the outer one. */
function isBalanced({ text }: Runbook, { content, nested }: CodeBlock): boolean {
  const marks = text.slice(content.start, content.end).match(/^[ \t>]{0,12}(?:`{3,}|~{3,})/gm)?.length ?? 0;
  return nested.every(({ closed }) => closed) && marks === 2 * nested.length;
}

/**
 * Where the closing run of a fence begins; null where not every reader sees it as that: it is longer than the opening
 * one, or indented much further.
 */
function closingStart({ lines }: Runbook, { span }: CodeBlock, length: number): number | null {
  const last = lines.lineAt(span.end);
  const lead = lines.textOf(last).trimEnd().slice(0, -length);
  const indent = span.start - lines.startOf(lines.lineAt(span.start));
  return /[^\s>]/.test(lead) || lead.length > indent + 3 ? null : lines.startOf(last) + lead.length;
}

/** The run of backticks or tildes at an offset. */
function runAt({ text }: Runbook, offset: number): string {
  return /^(?:`+|~+)/.exec(text.slice(offset, offset + 80))?.[0] ?? '';
}

/** Length of the longest fence of `character` in the content of a fence, 0 when there is none. */
function longestWithin({ text }: Runbook, { content }: CodeBlock, character: string): number {
  let longest = 0;
  for (const [, run = ''] of text.slice(content.start, content.end).matchAll(/^[ \t>]*(`{3,}|~{3,})/gm)) {
    if (run.startsWith(character)) longest = Math.max(longest, run.length);
  }
  return longest;
}
