/** What edits owe to links: they lead where they led. Part of the statement about edits. */
import { resolvePath } from '../../server/src/document/links/linked-paths';
import type { Runbook } from '../../server/src/model/runbook';
import { counted, offsetAfter, type EditedTexts } from './edited-texts';
import { knownModelOf } from './read-model';

/** Links that led to a place lead there afterwards, unless an edit is about the link itself. */
export function brokenLinks(
  { files, edits, renames, anchors = true }: EditedTexts,
  after: ReadonlyMap<string, string>,
): string[] {
  if (!anchors) return [];
  const complaints: string[] = [];
  const old = modelsOf(files);
  const models = modelsOf(after);
  for (const [path, runbook] of old) {
    const own = edits.get(path) ?? [];
    const current = models.get(renames?.get(path) ?? path);
    for (const link of runbook.links) {
      const place = targetOf(old, path, link);
      if (place === null) continue;
      const { span } = link.inline;
      const about = own.some((edit) =>
        [span, link.pathSpan, link.fragmentSpan].some(
          ({ start, end }) => edit.span.start < end && edit.span.end > start,
        ),
      );
      if (about) continue;
      const start = offsetAfter(own, span.start, 'after');
      const now = current?.links.find(({ inline }) => inline.span.start === start);
      const reached = now === undefined ? null : targetOf(models, renames?.get(path) ?? path, now);
      const wanted = offsetAfter(edits.get(place.path) ?? [], place.offset, 'after');
      const target = renames?.get(place.path) ?? place.path;
      // a place that an edit took away, or whose words it changed, is found by its line
      const moved = (edits.get(place.path) ?? []).some(
        (edit) => edit.span.start <= place.offset && edit.span.end > place.offset,
      );
      if (reached === null || (!moved && (reached.path !== target || reached.offset !== wanted)))
        complaints.push(
          `${path}: the link ${JSON.stringify(runbook.text.slice(span.start, span.end))} led to ${place.path}@${String(place.offset)} and now to ${reached === null ? 'nothing' : `${reached.path}@${String(reached.offset)} instead of ${String(wanted)}`}`,
        );
    }
  }
  return complaints;
}

/** Links that lead to another heading than before, where text has changed its place: links by their words. */
export function strayLinks(
  { files, anchors = true, removes }: EditedTexts,
  after: ReadonlyMap<string, string>,
): string[] {
  if (!anchors) return [];
  // what is numbered anew has another number in the words of its links, too
  const unnumbered = (lead: string): string =>
    removes.includes('renumbered') ? lead.replace(/\b(phase|step) {1,4}\w{1,3}\b/gi, '$1') : lead;
  const now = counted(leadsOf(after).map(unnumbered));
  // a file with nothing left in it has moved as a whole, and links to it lead where that is
  const emptied = [...after].flatMap(([path, text]) => (text.trim() === '' ? [` → ${path}`] : []));
  const isFollowed = (lead: string): boolean => {
    const end = emptied.find((one) => lead.endsWith(one));
    const words = end === undefined ? lead : lead.slice(0, -end.length);
    return end !== undefined && [...now.keys()].some((one) => one.startsWith(`${words} → `));
  };
  return [...counted(leadsOf(files).map(unnumbered))].flatMap(([lead, count]) =>
    (now.get(lead) ?? 0) >= count || isFollowed(lead) ? [] : [`no link ${lead} is left`],
  );
}

/** `[words] → heading, of entry` of all links that lead to a place, `[words] → file` of those to a file as a whole. */
function leadsOf(files: ReadonlyMap<string, string>): string[] {
  const models = modelsOf(files);
  return [...models].flatMap(([path, runbook]) =>
    runbook.links.flatMap((link) => {
      const { start, end } = link.inline.text;
      const words = JSON.stringify(runbook.text.slice(start, end));
      if (!link.external && link.path !== '' && (link.fragment ?? '') === '')
        return [`${words} → ${resolvePath(path, link.path) ?? link.path}`];
      const place = targetOf(models, path, link);
      const target = place === null ? undefined : models.get(place.path);
      if (place === null || target === undefined) return [];
      // an anchor stands before what it is the anchor of, or in its heading
      const heading = target.headings.find(({ span }) => span.end > place.offset);
      const at = heading?.span.start ?? place.offset;
      const line = target.lines.textOf(target.lines.lineAt(at)).replace(/^#+/, '');
      const owner = target.entries.find(({ span }) => span.start <= at && at < span.end);
      return [`${words} → ${JSON.stringify(line)}, ${owner?.id.text ?? ''}`];
    }),
  );
}

function modelsOf(files: ReadonlyMap<string, string>): Map<string, Runbook> {
  return new Map(
    [...files]
      .filter(([path]) => path.endsWith('.md'))
      .map(([path, text]) => [path, knownModelOf(text, path)]),
  );
}

/** The heading or anchor that a link with a fragment leads to, as a jump in the browser finds it; null where there is none. */
function targetOf(
  models: ReadonlyMap<string, Runbook>,
  from: string,
  { path, fragment, external }: Runbook['links'][number],
): { readonly path: string; readonly offset: number } | null {
  if (external || fragment === null || fragment === '') return null;
  const resolved = path === '' ? from : resolvePath(from, path);
  const runbook = resolved === null ? undefined : models.get(resolved);
  if (resolved === null || runbook === undefined) return null;
  const wanted = fragment.toLowerCase();
  const heading = runbook.headings.find(
    ({ slug, explicitId }) => slug === wanted || explicitId?.toLowerCase() === wanted,
  );
  const anchor = runbook.anchors.find(({ id }) => id === fragment);
  const offset = heading?.span.start ?? anchor?.span.start;
  return offset === undefined ? null : { path: resolved, offset };
}
