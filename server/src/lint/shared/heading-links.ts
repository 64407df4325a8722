/** Whether a change of headings breaks links: fragments are made of the text of the heading. */
import { destinationsOf } from '../../document/links/destinations';
import { fileOf } from '../../document/links/linked-paths';
import type { Runbook } from '../../model/runbook';
import type { Edit } from '../../text/edit';
import { encloses, firstFrom } from '../../text/span';
import type { RuleContext } from '../rule';

/** Most documents that are read for their links; where more link to this one, any heading counts as linked. */
const mostRead = 50;

/**
 * Whether a link, a definition or HTML, in this document or in another one, targets a heading whose text `edits` of this
 * document change, and is not among what they change. Such a fix is left to the author, who has a refactoring that updates
 * the links as well.
 */
export function leavesLinks(
  { runbook, place, workspace, runbookOf }: RuleContext,
  edits: readonly Edit[],
): boolean {
  const fragments = new Set(edits.flatMap((edit) => fragmentsAt(runbook, edit)));
  if (fragments.size === 0) return false;
  const targets = (document: Runbook, from: string): boolean =>
    [...document.links.filter(({ external }) => !external), ...destinationsOf(document)].some(
      ({ path, fragment, fragmentSpan }) => {
        if (fragment === null || !fragments.has(fragment.toLowerCase())) return false;
        if ((path === '' ? from : fileOf(from, path)) !== place.path) return false;
        return document !== runbook || !edits.some(({ span }) => encloses(fragmentSpan, span));
      },
    );
  if (targets(runbook, place.path)) return true;
  const linkers = [...workspace.linkersOf(place)].filter((uri) => uri !== place.uri);
  if (linkers.length > mostRead) return true;
  return linkers.some((uri) => {
    const document = runbookOf(uri);
    const from = workspace.document(uri)?.path;
    return document !== undefined && from !== undefined && targets(document, from);
  });
}

/** The fragments of the heading whose text an edit changes; none for other edits. */
function fragmentsAt({ headings }: Runbook, { span }: Edit): string[] {
  const heading = headings[firstFrom(headings, span.start + 1, (one) => one.span.start) - 1];
  if (heading === undefined || !encloses(heading.titleSpan, span)) return [];
  return [heading.slug, heading.gitLabSlug];
}
