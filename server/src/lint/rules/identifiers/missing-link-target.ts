/** A link to a Markdown file that does not exist in the workspace folder, or whose name differs in case. */
import { groupBy } from '../../../text/group-by';
import { nearestWord } from '../../../config/nearest-word';
import type { Link } from '../../../model/runbook';
import { isJudged } from '../../is-judged';
import { carriesOwnedId, idsOfLinks } from '../../../document/links/link-ids';
import { LinkTargets, pathBetween } from '../../../index/link-target';
import { hasOpenPath, openLines } from '../../../document/links/open-lines';
import { Messages } from '../../message';
import { defineRule, type Match, type RuleContext } from '../../rule';

interface Candidate {
  /** The target of the link, relative to the workspace folder. */
  readonly path: string;
  /** The intended file: the same path but for case, or the only file of this name; else null. */
  readonly existing: string | null;
  readonly differsInCase: boolean;
}

interface MissingTarget extends Match, Candidate {
  readonly link: Link;
  readonly targets: LinkTargets;
}

const messages = new Messages({
  missing: 'Broken link: "{path}" does not exist. Correct the path, or add the file.',
  similar: 'Broken link: "{path}" does not exist. Did you mean "{file}"?',
  case: 'The link differs in case from "{file}", so it breaks on case-sensitive file systems. Match the file name.',
});

export const missingLinkTarget = defineRule<MissingTarget>({
  meta: {
    name: 'missing-link-target',
    summary: 'A link to a Markdown file that does not exist',
    severity: 'warning',
    scope: 'workspace',
    since: '0.1.0',
    group: 'identifiers',
  },
  *find(context) {
    const { runbook, quiet } = context;
    if (quiet || runbook.links.length === 0) return;
    const targets = new LinkTargets(context);
    const ids = isJudged(context) ? null : idsOfLinks(runbook);
    const open = openLines(runbook);
    let users: ReadonlyMap<number, readonly Link[]> | null = null;
    const { links } = runbook;
    for (let index = 0; index < links.length; index++) {
      const link = links[index];
      if (link === undefined || link.path === '') continue;
      if (ids !== null && !carriesOwnedId(ids.get(index), context.workspace)) continue;
      const target = targets.of(link);
      if (target.kind !== 'absent') continue;
      if (hasOpenPath(target.path) || open.has(runbook.lines.lineAt(link.inline.span.start))) continue;
      users ??= usersOfTargets(runbook.links);
      const sharing = users.get(link.pathSpan.start) ?? [link];
      if (sharing[0] !== link) continue;
      const covers = sharing.map(({ inline }) => inline.span);
      yield { span: link.pathSpan, link, targets, ...candidate(target.path, context), covers };
    }
  },
  message({ path, existing, differsInCase }) {
    if (existing === null) return messages.of('missing', { path });
    return differsInCase
      ? messages.of('case', { file: existing })
      : messages.of('similar', { path, file: existing });
  },
  fixes({ link, path, existing, differsInCase, targets }, { place, say }) {
    const chosen = existing ?? nearestPath(path, [...targets.paths().keys()]);
    if (chosen === null) return [];
    return [
      {
        title: say`Change link target to ${chosen}`,
        edits: new Map([[place.uri, [{ span: link.pathSpan, newText: pathBetween(place.path, chosen) }]]]),
        automatic: differsInCase,
        removes: 'destination',
      },
    ];
  },
});

/** Links by the place of their path: links that use the same definition share a path. */
function usersOfTargets(links: readonly Link[]): Map<number, Link[]> {
  return groupBy(links, ({ pathSpan }) => pathSpan.start);
}

/** The file that a wrong path may mean: of the same path but for its case, else the only one of the same name. */
function candidate(path: string, { workspace, place }: RuleContext): Candidate {
  const named = new Set(workspace.documentsNamed(place.folder, nameOf(path)).map((summary) => summary.path));
  const folded = path.toLowerCase();
  const same = [...named].find((one) => one.toLowerCase() === folded);
  const [only] = named;
  return {
    path,
    existing: same ?? (named.size === 1 ? (only ?? null) : null),
    differsInCase: same !== undefined,
  };
}

/** The only file named after the same id, else the one with the most similar name, or null. */
function nearestPath(path: string, paths: readonly string[]): string | null {
  const id = /^[a-z]+-\d+/.exec(nameOf(path))?.[0];
  const sameId = id === undefined ? [] : paths.filter((one) => nameOf(one).startsWith(`${id}-`));
  if (sameId.length === 1) return sameId[0] ?? null;
  const name = nearestWord(nameOf(path), paths.map(nameOf));
  return name === null ? null : (paths.find((one) => nameOf(one) === name) ?? null);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}
