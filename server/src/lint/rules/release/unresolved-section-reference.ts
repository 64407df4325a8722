/** "See Section 5" where there is none. */
import { normalizeName } from '../../../model/vocabulary';
import { encloses, firstFrom, type Span } from '../../../text/span';
import { Messages } from '../../message';
import { defineRule, type Match, type RuleContext } from '../../rule';

interface UnresolvedReference extends Match {
  readonly section: string;
}

const numbered = /(?<![\w.])(?:sections?|§)\s*(\d{1,2}(?:\.\d{1,2}){0,3})(?![\w%]|\.\d)/gi;
const byName =
  /\bsee\s+(?:also\s+)?(?:the\s+)?["“*_]{0,2}([A-Z][\w/&' -]{2,60}?)["”*_]{0,2}\s{1,8}(?:section\s{1,8})?(?:below|above)\b/g;
const elsewhere = /^\s*(?:of|in)\s+(?:the\s+)?(?!this\b|runbook\b|document\b)[\w[`"]/i;

const messages = new Messages({
  missing:
    '"{section}" is not in this runbook, so operators lose time searching for it. Correct the reference, or add the section.',
});

export const unresolvedSectionReference = defineRule<UnresolvedReference>({
  meta: {
    name: 'unresolved-section-reference',
    summary: 'A reference to a missing section of the runbook',
    severity: 'warning',
    scope: ['release'],
    since: '0.1.0',
    group: 'release',
    absentFrom: 'document',
    yieldsTo: ['missing-smoke-test'],
  },
  *find(context) {
    const { runbook } = context;
    const numbers = new Set(runbook.headings.flatMap(({ number }) => (number === null ? [] : [number])));
    const names = runbook.headings.map(({ key }) => key);
    for (const match of runbook.text.matchAll(numbered)) {
      const [reference, number = ''] = match;
      const span = { start: match.index, end: match.index + reference.length };
      const after = runbook.text.slice(span.end, span.end + 40);
      if (numbers.has(number) || elsewhere.test(after) || isIgnored(context, span)) continue;
      yield { span, section: reference };
    }
    for (const match of runbook.text.matchAll(byName)) {
      const [whole, name = ''] = match;
      const wanted = normalizeName(name.replace(/(?<!\s)\s+section$/i, ''));
      const start = match.index + whole.indexOf(name);
      const span = { start, end: start + name.length };
      if (/^sections?\s+\d/i.test(name) || isIgnored(context, span)) continue;
      if (!names.some((title) => title === wanted || title.startsWith(wanted) || title.endsWith(wanted)))
        yield { span, section: name };
    }
  },
  message({ section }) {
    return messages.of('missing', { section });
  },
});

/** Whether it is in a comment, the front matter, a link or an example. */
function isIgnored({ runbook }: RuleContext, span: Span): boolean {
  const { comments, frontMatter, links, fences, procedures } = runbook;
  const at = <T>(items: readonly T[], spanOf: (item: T) => Span): T | undefined => {
    const item = items[firstFrom(items, span.start + 1, (one) => spanOf(one).start) - 1];
    return item !== undefined && encloses(spanOf(item), span) ? item : undefined;
  };
  if (
    at(comments, (comment) => comment) !== undefined ||
    at(links, ({ inline }) => inline.span) !== undefined
  )
    return true;
  if (frontMatter !== null && span.end <= frontMatter.span.end) return true;
  const fence = at(fences, (one) => one.span);
  return fence !== undefined && !procedures.some((procedure) => procedure.fence === fence);
}
