/** Whether a change of headings leaves links behind: the fragments that lead to them are made of their words. */
import { destinationsOf } from '../../document/links/destinations';
import { resolvePath } from '../../document/links/linked-paths';
import type { Runbook } from '../../model/runbook';
import type { Edit } from '../../text/edit';
import { encloses, firstFrom } from '../../text/span';
import type { RuleContext } from '../rule';

/** Documents that are read for their links; where more link to this one, some of them may lead to any heading. */
const mostRead = 50;

/**
 * Whether a link, a definition or HTML, of this document or of another one, leads to a heading whose words `edits` of this
 * document change. A fix that does so is left to the author, who has a refactoring that takes the links along.
 */
export function leavesLinks(
  { runbook, place, workspace, runbookOf }: RuleContext,
  edits: readonly Edit[],
): boolean {
  const fragments = new Set(edits.flatMap((edit) => fragmentsAt(runbook, edit)));
  if (fragments.size === 0) return false;
  const bare = place.path.replace(/\.md$/i, '');
  const leads = (document: Runbook, from: string): boolean =>
    [...document.links.filter(({ external }) => !external), ...destinationsOf(document)].some(
      ({ path, fragment }) => {
        if (fragment === null || !fragments.has(fragment.toLowerCase())) return false;
        const target = path === '' ? from : resolvePath(from, path);
        return target === place.path || target === bare;
      },
    );
  if (leads(runbook, place.path)) return true;
  const linkers = [...workspace.linkersOf(place)].filter((uri) => uri !== place.uri);
  if (linkers.length > mostRead) return true;
  return linkers.some((uri) => {
    const document = runbookOf(uri);
    const from = workspace.document(uri)?.path;
    return document !== undefined && from !== undefined && leads(document, from);
  });
}

/** The fragments that lead to the heading whose words an edit changes; none for other edits. */
function fragmentsAt({ headings }: Runbook, { span }: Edit): string[] {
  const heading = headings[firstFrom(headings, span.start + 1, (one) => one.span.start) - 1];
  if (heading === undefined || !encloses(heading.titleSpan, span)) return [];
  return [heading.slug, heading.gitLabSlug];
}
