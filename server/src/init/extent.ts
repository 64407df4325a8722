/**
 * How documents are meant in a configuration: by globs, or where these would be a list, by headings that they have. Says how
 * many documents of today that are, with examples.
 */
import { countNamed } from '../model/house-names';
import type { Choice } from './choose-documents';
import type { DocumentLook } from './document-look';
import { signOf, wordIn } from './evidence';
import { globsFor, globsWithout, matcherOf } from './globs-for';
import { coreOf } from './outlines';

/** Documents that are meant, and by what. */
export interface Extent {
  readonly files: readonly string[];
  /** Null where the paths say it. */
  readonly headings: { readonly atLeast: number; readonly of: readonly string[] } | null;
  readonly count: number;
  /** What their names end with: `.md`. */
  readonly endings: readonly string[];
  /** Some of them. */
  readonly examples: readonly string[];
  /** Some that stand nearby and are not meant. */
  readonly leftOut: readonly string[];
}

/** More globs than these are a list. */
const mostGlobs = 12;
/** More headings than these are none that documents have in common. */
const mostHeadings = 40;

/** The extent of the chosen documents, or of nearly all of them where only headings tell them. */
export function extentOf(
  chosen: readonly DocumentLook[],
  by: Choice['by'],
  looks: readonly DocumentLook[],
): Extent {
  const wanted = new Set(chosen.map(({ path }) => path));
  const files = globsFor(
    wanted,
    looks.map(({ path }) => path),
  );
  const told =
    files.length > mostGlobs && (by === 'outline' || by === 'steps') ? byHeadings(chosen, by, looks) : null;
  if (told !== null && told.files.length < files.length) return told;
  return { files, headings: null, count: wanted.size, ...shown(wanted, files, looks) };
}

/** What tells the documents by headings; null where that would miss many of them or take in many others. */
function byHeadings(
  chosen: readonly DocumentLook[],
  by: 'outline' | 'steps',
  looks: readonly DocumentLook[],
): Extent | null {
  const of = by === 'outline' ? titlesOf(chosen, coreOf(chosen)) : tellingTitles(chosen);
  const atLeast = by === 'outline' ? Math.max(2, Math.ceil(of.length / 2)) : 1;
  if (of.length < atLeast) return null;
  const matched = looks.filter(({ titles }) => countNamed(of, titles) >= atLeast).map(({ path }) => path);
  const meant = new Set(matched.filter((path) => chosen.some((look) => look.path === path)));
  const without = globsWithout(matched, meant);
  if (meant.size < chosen.length * 0.85 || without.length > mostGlobs) return null;
  const files = without.length === 0 ? [] : ['**', ...without];
  return { files, headings: { atLeast, of }, count: meant.size, ...shown(meant, files, looks) };
}

/** The names as most of the documents write them. */
function titlesOf(looks: readonly DocumentLook[], names: readonly string[]): readonly string[] {
  return names.map((name) => {
    const titles = looks.flatMap(({ headings }) =>
      headings.filter((heading) => heading.names[0] === name).map(({ title }) => title),
    );
    return mostCommon(titles)[0] ?? name;
  });
}

/** The headings that say that something can be carried out, the most common ones first. */
function tellingTitles(looks: readonly DocumentLook[]): readonly string[] {
  const names = looks.flatMap(({ headings }) => [
    ...new Set(headings.flatMap(({ title, names: [name] }) => (signOf(title) === null ? [] : (name ?? [])))),
  ]);
  return titlesOf(looks, mostCommon(names).slice(0, mostHeadings));
}

function mostCommon(words: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

function shown(
  meant: ReadonlySet<string>,
  files: readonly string[],
  looks: readonly DocumentLook[],
): Pick<Extent, 'endings' | 'examples' | 'leftOut'> {
  const endings = [...meant].flatMap((path) => /\.(?:md\.\w{1,8}|\w{1,12})$/.exec(path)?.[0] ?? []);
  return {
    endings: [...new Set(endings)].sort(),
    examples: spread([...meant].sort()),
    leftOut: nearby(files, meant, looks),
  };
}

/** Three of many, from the first to the last. */
function spread(paths: readonly string[]): readonly string[] {
  if (paths.length <= 3) return paths;
  return [0, Math.floor(paths.length / 2), paths.length - 1].flatMap((index) => paths[index] ?? []);
}

/** Three that are not meant: those that the globs leave out, then others that somebody might have expected. */
function nearby(
  files: readonly string[],
  meant: ReadonlySet<string>,
  looks: readonly DocumentLook[],
): readonly string[] {
  const included = matcherOf(files.filter((glob) => !glob.startsWith('!')));
  const rank = ({ path, title }: DocumentLook): number =>
    included(path) ? 0 : wordIn(path) !== null ? 1 : wordIn(title) !== null ? 2 : 3;
  return looks
    .filter(({ path }) => !meant.has(path))
    .map((look) => ({ path: look.path, rank: rank(look) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 3)
    .map(({ path }) => path);
}
