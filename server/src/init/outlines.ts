/** Finds outlines that many documents share and that are those of runbooks: headings by which a collection is recognised. */
import type { DocumentLook } from './document-look';
import { hasSubstance, signOf, signsIn } from './evidence';

/** Documents with an outline in common. */
export interface CommonOutline {
  readonly members: readonly DocumentLook[];
  readonly isSure: boolean;
}

/** A name of a section counts as part of an outline from this share of the documents on. */
export const leastShare = 0.4;

/** Outlines among the documents, the most common first; in a collection less is asked of them. */
export function commonOutlines(
  looks: readonly DocumentLook[],
  isCollection: boolean,
): readonly CommonOutline[] {
  const found: CommonOutline[] = [];
  let left = looks;
  for (let round = 0; round < 4; round++) {
    const seeds = left.filter((look) => signsIn(look).size >= (isCollection ? 2 : 3) && hasSubstance(look));
    const core = coreOf(seeds);
    const signs = new Set(core.flatMap((name) => signOf(name) ?? []));
    if (core.length < 2 || signs.size < 2) return found;
    const least = Math.max(2, Math.ceil(core.length / 2));
    const members = left.filter((look) => countOf(look, core) >= least && hasSubstance(look));
    const telling = core.filter((name) => signOf(name) !== null).length;
    const isCommon = isCollection
      ? members.length >= 3
      : members.length >= 5 && signs.size >= 3 && telling * 2 >= core.length;
    if (!isCommon) return found;
    found.push({ members, isSure: isCollection || signs.size >= 4 });
    const taken = new Set(members);
    left = left.filter((look) => !taken.has(look));
  }
  return found;
}

/** Documents of `others` that have most of the outline that is common among `looks`; in a collection it may be any. */
export function likeThese(
  looks: readonly DocumentLook[],
  others: readonly DocumentLook[],
  isCollection: boolean,
): readonly DocumentLook[] {
  const core = looks.length < 4 ? [] : coreOf(looks);
  const signs = new Set(core.flatMap((name) => signOf(name) ?? []));
  if (core.length < 3 || (!isCollection && signs.size < 3)) return [];
  return others.filter((look) => countOf(look, core) * 5 >= core.length * 3 && hasSubstance(look));
}

/** The names of headings that many of the documents have. */
export function coreOf(looks: readonly DocumentLook[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { headings } of looks) {
    const names = new Set(headings.flatMap(({ names: [name] }) => name ?? []));
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= 3 && count >= looks.length * leastShare)
    .map(([name]) => name);
}

function countOf({ headings }: DocumentLook, core: readonly string[]): number {
  const names = new Set(headings.flatMap((heading) => heading.names));
  return core.filter((name) => names.has(name)).length;
}
