/** The kinds that a workspace defines, as far as a new document may be of them. */
import type { OwnDocumentKind } from '../../../../protocol/src/new-document';
import { kindsFor } from '../../config/configured-files';
import type { HouseKind } from '../../model/house-style';
import type { FeatureContext } from '../shared/feature-context';

/** Documents that are looked at for the habits of a kind. */
const most = 200;

/** Those that hold for documents in the folder of a URI, in the order in which they are defined. */
export function ownKindsAt(context: FeatureContext, folder: string): readonly HouseKind[] {
  return context.configurationFor(`${folder}/x.md`).kinds.filter((item) => 'name' in item);
}

/** A kind in a list to choose from. */
export function toOwnKind({ name, files, title, headings, frontMatter }: HouseKind): OwnDocumentKind {
  const globs = files.filter((glob) => !glob.startsWith('!'));
  const signs = [
    ...(title === null ? [] : [title]),
    ...frontMatter.keys(),
    ...(headings === null ? [] : [headings.of.join(', ')]),
  ];
  return { name, detail: (globs.length > 0 ? globs : signs).join(', ') };
}

/** Paths of the documents that are of a kind. */
export function documentsOf(context: FeatureContext, { name, like }: HouseKind): readonly string[] {
  const paths: string[] = [];
  let looked = 0;
  for (const { uri, path, kind, quiet } of context.workspace.documents()) {
    if (quiet || kind !== (like ?? 'house') || looked++ >= most) continue;
    if (context.runbook(uri)?.kind.house?.name === name) paths.push(path);
  }
  return paths;
}

/**
 * The own kinds that are expected where a document is: those whose files its path is one of, the one that it would be of
 * first, then those that go by no path.
 */
export function ownKindsFor(context: FeatureContext, uri: string): readonly HouseKind[] {
  const { own } = kindsFor(context.configurationFor(uri), context.placeOf(uri).path);
  const taken = context.runbook(uri)?.kind.house ?? null;
  const rank = (kind: HouseKind): number => (kind === taken ? 0 : kind.files.length > 0 ? 1 : 2);
  return own.toSorted((a, b) => rank(a) - rank(b));
}
