/** Tells links that work as they are: an editor's own Markdown support follows them too. */
import type { Position } from 'vscode-languageserver-types';
import { defaultConfiguration } from '../config/configuration';
import { LinkTargets } from '../rules/link-target';
import { touches } from '../text/span';
import type { FeatureContext } from './feature-context';

/** Whether a position lies in a link to a document of the workspace whose fragment, if it has one, exists there. */
export function isWorkingLink(context: FeatureContext, uri: string, position: Position): boolean {
  const runbook = context.runbook(uri);
  if (runbook === undefined) return false;
  const offset = runbook.lines.offsetAt(position);
  const link = runbook.links.find(({ inline }) => touches(inline.span, offset));
  if (link === undefined) return false;
  const targets = new LinkTargets({
    place: context.placeOf(uri),
    workspace: context.workspace,
    configuration: defaultConfiguration,
  });
  const target = targets.of(link);
  if (target.kind !== 'document') return false;
  return link.fragment === null || target.summary.fragments.includes(link.fragment.toLowerCase());
}
