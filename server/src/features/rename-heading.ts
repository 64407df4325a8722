/** Renames the words of a heading and the anchors that point at it. */
import type { DocumentHeading, Runbook } from '../model/runbook';
import { plainText } from '../model/plain-text';
import { LinkTargets } from '../rules/link-target';
import { readNavigation } from '../rules/navigation';
import { defaultConfiguration } from '../config/configuration';
import { headingFragments } from '../templates/entry-fragment';
import { touches, type Span } from '../text/span';
import type { FeatureContext } from './feature-context';
import { isOurs } from './folding-ranges';
import { ChangeBuilder, ChangeRefused, type WorkspaceChange } from './workspace-change';

/** The words of a heading that a rename changes. */
export interface HeadingWords {
  readonly heading: DocumentHeading;
  /** Behind number and id: ## RUN-001: «Title», ## 4. «Deployment» */
  readonly span: Span;
}

/** The heading whose words an offset is in; null outside headings and in documents that are not ours. */
export function headingAt(runbook: Runbook, offset: number): HeadingWords | null {
  if (!isOurs(runbook)) return null;
  const heading = runbook.headings.find(({ titleSpan }) => touches(titleSpan, offset));
  if (heading === undefined) return null;
  const entry = runbook.entries.find(
    ({ headingSpan, form }) => form === 'heading' && headingSpan.start === heading.span.start,
  );
  if (entry !== undefined && entry.title !== '')
    return touches(entry.titleSpan, offset) ? { heading, span: entry.titleSpan } : null;
  const source = runbook.text.slice(heading.titleSpan.start, heading.titleSpan.end);
  const number = heading.number === null ? 0 : (/^[\d.]+[.)]?\s+/.exec(source)?.[0].length ?? 0);
  return { heading, span: { start: heading.titleSpan.start + number, end: heading.titleSpan.end } };
}

/** The change that gives a heading other words. @throws ChangeRefused for words that are none. */
export function renameHeading(
  context: FeatureContext,
  runbook: Runbook,
  uri: string,
  { heading, span }: HeadingWords,
  newName: string,
): WorkspaceChange {
  const words = newName.trim();
  if (words === '' || /[\r\n]/.test(words)) throw new ChangeRefused('A heading needs words, on one line.');
  const builder = new ChangeBuilder();
  const before = runbook.text.slice(span.start, span.end);
  builder.add(uri, { span, newText: words });
  const moved = movedFragments(runbook, heading, span, words);
  const place = context.placeOf(uri);
  for (const linker of new Set([uri, ...context.workspace.linkersOf(place)])) {
    const document = context.runbook(linker);
    if (document === undefined) continue;
    const targets = new LinkTargets({
      place: context.placeOf(linker),
      workspace: context.workspace,
      configuration: defaultConfiguration,
    });
    for (const link of document.links) {
      const to = link.fragment === null ? undefined : moved.get(link.fragment);
      if (to === undefined) continue;
      const target = targets.of(link);
      if (target.kind === 'document' && target.summary.uri === uri)
        builder.add(linker, { span: link.fragmentSpan, newText: to });
    }
  }
  renameBullets(builder, uri, runbook, heading, before, words);
  return builder.build(`Rename "${before}" to "${words}"`);
}

/** Fragments of this document's headings that change when one gets other words, old to new. */
function movedFragments(
  runbook: Runbook,
  heading: DocumentHeading,
  span: Span,
  words: string,
): ReadonlyMap<string, string> {
  const renamed =
    runbook.text.slice(heading.titleSpan.start, span.start) +
    words +
    runbook.text.slice(span.end, heading.titleSpan.end);
  const plain = runbook.headings.map((one) =>
    one === heading
      ? renamed.replace(/[*_`]+/g, '')
      : plainText(runbook.text, one.titleSpan, one.block.inlines),
  );
  const after = headingFragments(plain);
  const moved = new Map<string, string>();
  for (const [index, one] of runbook.headings.entries()) {
    const fragment = after[index] ?? '';
    if (one.slug !== fragment) moved.set(one.slug, fragment);
  }
  return moved;
}

/** An entry's bullet in the navigation takes the new title where it had the old one. */
function renameBullets(
  builder: ChangeBuilder,
  uri: string,
  runbook: Runbook,
  heading: DocumentHeading,
  before: string,
  words: string,
): void {
  const entry = runbook.entries.find(
    ({ headingSpan, form }) => form === 'heading' && headingSpan.start === heading.span.start,
  );
  if (entry === undefined) return;
  for (const { mention, title } of readNavigation(runbook)?.bullets ?? []) {
    const same = title !== null && runbook.text.slice(title.start, title.end) === before;
    if (same && mention.id.text === entry.id.text) builder.add(uri, { span: title, newText: words });
  }
}
