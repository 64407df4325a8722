/** Renames the words of a heading, the anchors that point at it, and what else repeats them. */
import { isOurs } from '../../document/scope';
import { keyOf } from '../../model/identifier';
import { readHeadingNumber } from '../../model/heading-number';
import type { DocumentHeading, Runbook } from '../../model/runbook';
import { executionLog } from '../../document/phases/execution-log';
import { frontMatterField } from '../../document/fields/front-matter-values';
import { comparableTitle, readNavigation } from '../../document/links/navigation';
import { quotedLike } from '../../authoring/yaml-value';
import type { Edit } from '../../text/edit';
import { touches, type Span } from '../../text/span';
import type { FeatureContext } from '../shared/feature-context';
import { phasePlaces } from '../shared/phase-places';
import { withLinks } from '../shared/moved-fragments';
import { sectionMentions } from '../shared/section-mentions';
import { words } from '../../text/say';
import { inOneLine, wordsReplaced } from './heading-lines';
import { ChangeBuilder, ChangeRefused, type WorkspaceChange } from '../shared/workspace-change';

/** The words of a heading that a rename changes. */
export interface HeadingWords {
  readonly heading: DocumentHeading;
  /** Behind number, id and phase: ## RUN-001: «Title», ## 4. «Deployment», ### Phase 2: «Switch» */
  readonly span: Span;
}

/** The heading whose words an offset is in; null outside headings and in documents that are not ours. */
export function headingAt(runbook: Runbook, offset: number): HeadingWords | null {
  const found = wordsOfHeadingAt(runbook, offset);
  return found === null ? null : { ...found, span: withoutAnchors(runbook, found.span) };
}

/** An empty element that links lead to: `<a id="own"></a>`. */
const anchor = /<(a|span)\s[^<>]{1,200}><\/\1>/gi;

/** The words without the anchors in front of them and behind them, which stay where they are; anchors alone are words. */
function withoutAnchors({ text }: Runbook, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const anchors = [...words.matchAll(anchor)].map(({ 0: { length }, index }) => ({
    index,
    end: index + length,
  }));
  let from = 0;
  let to = words.length;
  for (const one of anchors) if (words.slice(from, one.index).trim() === '') from = one.end;
  for (const one of anchors.toReversed()) if (words.slice(one.end, to).trim() === '') to = one.index;
  const own = words.slice(from, to);
  if (from >= to || own.trim() === '') return { start, end };
  return {
    start: start + from + own.length - own.trimStart().length,
    end: start + from + own.trimEnd().length,
  };
}

function wordsOfHeadingAt(runbook: Runbook, offset: number): HeadingWords | null {
  if (!isOurs(runbook)) return null;
  const heading = runbook.headings.find(({ titleSpan }) => touches(titleSpan, offset));
  if (heading === undefined) return null;
  const entry = entryOf(runbook, heading);
  if (entry !== undefined && entry.title !== '')
    return touches(entry.titleSpan, offset)
      ? { heading, span: withMarkup(runbook, heading.titleSpan, entry.titleSpan) }
      : null;
  const { start, end } = heading.titleSpan;
  const source = runbook.text.slice(start, end);
  const number = heading.number === null ? 0 : (readHeadingNumber(source)?.length ?? 0);
  const phase = phasePlaces(runbook).find((place) => place.heading && place.phase.heading === heading);
  if (phase === undefined) return { heading, span: { start: start + number, end } };
  const words = /^(?:\s*[:.)|—–-]+)?\s*/.exec(runbook.text.slice(phase.number.end, end))?.[0].length ?? 0;
  return { heading, span: { start: phase.number.end + words, end } };
}

/** Words with the markup at their ends that belongs to them, not to the whole heading: **RUN-001: «`x` is full»** */
function withMarkup({ text }: Runbook, within: Span, { start, end }: Span): Span {
  const lead = /(?<![*_`~])[*_`~]*$/.exec(text.slice(within.start, start))?.[0].length ?? 0;
  const tail = /^[*_`~]*/.exec(text.slice(end, within.end))?.[0].length ?? 0;
  const whole = { start: start - lead, end: end + tail };
  return isBalanced(text.slice(start - lead, end)) || !isBalanced(text.slice(whole.start, whole.end))
    ? { start: start - lead, end }
    : whole;
}

function isBalanced(words: string): boolean {
  return ['*', '_', '`', '~'].every((mark) => words.split(mark).length % 2 === 1);
}

/** The change that gives a heading other words. @throws ChangeRefused for words that are none. */
export function renameHeading(
  context: FeatureContext,
  runbook: Runbook,
  uri: string,
  { heading, span }: HeadingWords,
  newName: string,
): WorkspaceChange {
  const newWords = newName.trim();
  if (newWords === '' || /[\r\n]/.test(newWords))
    throw new ChangeRefused(words`Invalid heading. Use one line that is not empty.`);
  const before = inOneLine(runbook.text, span);
  const own: Edit[] = [
    wordsReplaced(runbook.text, span, newWords),
    ...repetitions(runbook, heading, before, newWords),
  ];
  const builder = new ChangeBuilder();
  for (const [document, edits] of withLinks(context, uri, own))
    for (const edit of edits) builder.add(document, edit);
  renameBullets(builder, context, runbook, heading, before, newWords);
  return builder.build(words`Rename "${before}" to "${newWords}"`);
}

/** Where the document says the words of a heading again: as its title, in "see Rollback below", in the execution log. */
function* repetitions(
  runbook: Runbook,
  heading: DocumentHeading,
  before: string,
  words: string,
): Iterable<Edit> {
  const { text } = runbook;
  const title = frontMatterField(runbook, 'title');
  if (heading === runbook.headings.find(({ depth }) => depth === 1) && title?.value.includes(before) === true)
    yield {
      span: title.valueSpan,
      newText: quotedLike(
        runbook,
        title.valueSpan,
        title.value.replace(before, () => words),
      ),
    };
  for (const mention of sectionMentions(runbook)) {
    if (mention.heading !== heading) continue;
    const at = text.slice(mention.span.start, mention.span.end).indexOf(before);
    if (at >= 0) yield { span: spanOf(mention.span.start + at, before), newText: words };
  }
  if (!runbook.phases.some((phase) => phase.heading === heading)) return;
  const log = executionLog(runbook);
  for (const { row } of log?.rows ?? []) {
    const cell = row.cells[log?.phaseColumn ?? 0];
    if (cell === undefined || !text.slice(cell.span.start, cell.span.end).endsWith(before)) continue;
    const start = cell.span.end - before.length;
    if (!/\w/.test(text.charAt(start - 1))) yield { span: spanOf(start, before), newText: words };
  }
}

/** An entry's bullet in a navigation takes the new title where it had the old one; a remark behind it stays. */
function renameBullets(
  builder: ChangeBuilder,
  context: FeatureContext,
  runbook: Runbook,
  heading: DocumentHeading,
  before: string,
  words: string,
): void {
  const entry = entryOf(runbook, heading);
  if (entry === undefined) return;
  const key = keyOf(entry.id);
  for (const uri of context.workspace.documentsNaming(key)) {
    const document = context.runbook(uri);
    if (document === undefined) continue;
    for (const { mention, title } of readNavigation(document)?.bullets ?? []) {
      if (title === null || keyOf(mention.id) !== key) continue;
      // a title that begins with markup is known from behind it
      const at = document.text.indexOf(before, title.start - 3);
      const said = document.text.slice(title.start, title.end);
      if (at >= 0 && at <= title.start && !/^[\p{L}\p{N}]/u.test(document.text.slice(at + before.length)))
        builder.add(uri, { span: spanOf(at, before), newText: words });
      else if (comparableTitle(said) === comparableTitle(before))
        builder.add(uri, { span: title, newText: words });
    }
  }
}

function entryOf({ entries }: Runbook, heading: DocumentHeading): Runbook['entries'][number] | undefined {
  return entries.find(
    ({ headingSpan, form }) => form === 'heading' && headingSpan.start === heading.span.start,
  );
}

function spanOf(start: number, words: string): Span {
  return { start, end: start + words.length };
}
