/**
 * How documents are meant in a configuration: by globs, or where these would be a list, by headings that they have. Says how
 * many documents of today that are, with examples.
 */
import { countNamed } from '../model/house-names';
import type { Choice } from './choose-documents';
import type { DocumentLook } from './document-look';
import { signOf, wordIn } from './evidence';
import { fewerGlobs } from './fewer-globs';
import { globsFor, globsWithout, matcherOf } from './globs-for';
import { coreOf } from './outlines';
import { starred } from '../text/starred';

/** Documents that are meant, and by what. */
export interface Extent {
  readonly files: readonly string[];
  /** How their titles read, with a star for what differs; null where something else says it. */
  readonly title: string | null;
  /** Null where the paths say it. */
  readonly headings: { readonly atLeast: number; readonly of: readonly string[] } | null;
  readonly count: number;
  /** How many more were chosen that only a list of files would mean. */
  readonly untold: number;
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

/** The extent of the chosen documents, or of those that can be told in few words. */
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
  const whole = extentBy(files, null, wanted, looks);
  if (files.length <= mostGlobs) return whole;
  const paths = looks.map(({ path }) => path);
  const fewer = fewerGlobs(wanted, paths, files, mostGlobs);
  const few = extentBy(fewer.globs, null, fewer.meant, looks);
  const told =
    by === 'outline' || by === 'steps'
      ? (byHeadings(chosen, by, looks) ?? byPureHeadings(chosen, looks))
      : by === 'title'
        ? byTitle(chosen, looks)
        : null;
  const best = told !== null && told.count > few.count ? told : few;
  return { ...best, untold: wanted.size - best.count };
}

function extentBy(
  files: readonly string[],
  headings: Extent['headings'],
  meant: ReadonlySet<string>,
  looks: readonly DocumentLook[],
): Extent {
  return { files, title: null, headings, count: meant.size, untold: 0, ...shown(meant, files, looks) };
}

/** By what most of their titles begin or end with; null where that is nothing, or others have it too. */
function byTitle(chosen: readonly DocumentLook[], looks: readonly DocumentLook[]): Extent | null {
  const shapes = chosen.flatMap(({ title }) => {
    const lead = /^[^:：–—-]{1,40}(?:[:：]|\s[–—-])\s/u.exec(title)?.[0] ?? '';
    const last = / [^ ]+$/u.exec(title)?.[0] ?? '';
    return [`${lead}*`, `*${last}`].filter((shape) => wordIn(shape) !== null);
  });
  const [title] = mostCommon(shapes);
  if (title === undefined) return null;
  const wanted = new Set(chosen.map(({ path }) => path));
  // a second heading, too, may be the title
  const matched = looks.filter(({ titles }) => titles.some((one) => starred(title, one) !== null));
  const without = globsWithout(
    matched.map(({ path }) => path),
    wanted,
  );
  const files = without.length === 0 ? [] : ['**', ...without];
  if (files.length > mostGlobs) return null;
  const meant = chosen.filter((look) => starred(title, look.title) !== null).map(({ path }) => path);
  return { ...extentBy(files, null, new Set(meant), looks), title };
}

/** By headings that hardly any other document has; null where there are none. */
function byPureHeadings(chosen: readonly DocumentLook[], looks: readonly DocumentLook[]): Extent | null {
  const wanted = new Set(chosen.map(({ path }) => path));
  const of: string[] = [];
  let best: Extent | null = null;
  for (const title of purestFirst(tellingTitles(chosen), wanted, looks)) {
    of.push(title);
    const matched = looks.filter(({ titles }) => countNamed(of, titles) >= 1).map(({ path }) => path);
    const without = globsWithout(matched, wanted);
    const meant = new Set(matched.filter((path) => wanted.has(path)));
    if (without.length >= mostGlobs || meant.size === best?.count) of.pop();
    else {
      const files = without.length === 0 ? [] : ['**', ...without];
      best = extentBy(files, { atLeast: 1, of: [...of] }, meant, looks);
    }
  }
  return best;
}

/** Titles by how few other documents have them, for each that is chosen. */
function purestFirst(
  titles: readonly string[],
  chosen: ReadonlySet<string>,
  looks: readonly DocumentLook[],
): readonly string[] {
  return titles
    .map((title) => {
      const having = looks.filter((look) => countNamed([title], look.titles) > 0);
      const meant = having.filter(({ path }) => chosen.has(path)).length;
      return { title, share: (having.length - meant) / Math.max(1, meant) };
    })
    .sort((a, b) => a.share - b.share)
    .map(({ title }) => title);
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
  return extentBy(files, { atLeast, of }, meant, looks);
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
