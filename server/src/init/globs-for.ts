/**
 * Globs that mean some documents of a workspace and no others of today: few, and so that documents that come later are meant
 * as well. Knows paths only.
 */
import { compileGlobs, escapeGlob, normalizeGlob } from '../config/glob';
import { groupBy } from '../text/group-by';

/** Globs, as a person would write them, for the `chosen` of `all` paths: what is taken in, then what is left out. */
export function globsFor(chosen: ReadonlySet<string>, all: readonly string[]): readonly string[] {
  const tree = treeOf(all, chosen);
  const { folders, files } = partsOf(tree);
  const covered = matcherOf(folders);
  const single = files.filter((path) => !covered(path));
  const included = [...joined(folders, chosen, all), ...namePatterns(single, chosen, all)];
  return [...included, ...globsWithout(all.filter(matcherOf(included)), chosen)];
}

/** Whether globs, as written, mean a path. */
export function matcherOf(globs: readonly string[]): (path: string) => boolean {
  const full = globs.flatMap((glob) => {
    const read = normalizeGlob(glob);
    return 'glob' in read ? [read.glob] : [];
  });
  return compileGlobs(full, { ignoreCase: false });
}

interface Folder {
  /** Empty for the root. */
  readonly path: string;
  readonly files: string[];
  readonly folders: Map<string, Folder>;
  /** How many documents are below it, and how many of these are chosen. */
  count: number;
  picked: number;
}

function treeOf(all: readonly string[], chosen: ReadonlySet<string>): Folder {
  const root = newFolder('');
  for (const path of all) {
    let folder = root;
    const names = path.split('/').slice(0, -1);
    for (const name of ['', ...names]) {
      if (name !== '') {
        const below = folder.path === '' ? name : `${folder.path}/${name}`;
        const next = folder.folders.get(name) ?? newFolder(below);
        folder.folders.set(name, next);
        folder = next;
      }
      folder.count++;
      if (chosen.has(path)) folder.picked++;
    }
    folder.files.push(path);
  }
  return root;
}

function newFolder(path: string): Folder {
  return { path, files: [], folders: new Map(), count: 0, picked: 0 };
}

/** Globs of folders that are chosen for the most part, and the chosen files that stand alone. */
function partsOf(root: Folder): { readonly folders: string[]; readonly files: string[] } {
  const parts = { folders: [] as string[], files: [] as string[] };
  const visit = (folder: Folder): void => {
    const { path, picked, count, files, folders } = folder;
    if (picked === 0) return;
    const own = files.length;
    const below = [...folders.values()];
    const pickedHere = picked - below.reduce((sum, one) => sum + one.picked, 0);
    const isWhole = path !== '' && picked * 3 >= count * 2 && picked >= 2;
    // a folder whose chosen documents are all in one of its folders is no more than that folder
    const isPassage = pickedHere === 0 && below.filter((one) => one.picked > 0).length === 1;
    if (isWhole && !isPassage) parts.folders.push(`${escapeGlob(path)}/**`);
    else if (pickedHere >= 3 && pickedHere * 3 >= own * 2) {
      parts.folders.push(`${path === '' ? '' : escapeGlob(path)}/*.${endingsOf(files)}`);
      below.forEach(visit);
    } else {
      parts.files.push(...files);
      below.forEach(visit);
    }
  };
  visit(root);
  return parts;
}

/** `md`, or `{md,markdown}`. */
function endingsOf(files: readonly string[]): string {
  const endings = [...new Set(files.map(endingOf))].sort();
  return endings.length === 1 ? (endings[0] ?? 'md') : `{${endings.join(',')}}`;
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Four or more folders of one name are one glob, where that means no other documents. */
function joined(
  folders: readonly string[],
  chosen: ReadonlySet<string>,
  all: readonly string[],
): readonly string[] {
  const groups = groupBy(folders, (glob) =>
    glob.endsWith('/**') ? glob.slice(0, -3).replace(/^.*\//, '') : glob,
  );
  return [...groups].flatMap(([name, own]) => {
    const glob = `**/${name}/**`;
    if (own.length < 4) return own;
    const [matches, isMeant] = [matcherOf([glob]), matcherOf(own)];
    return all.some((path) => matches(path) && !chosen.has(path) && !isMeant(path)) ? own : [glob];
  });
}

/** Globs for chosen files that stand among others: by what their names have in common, else each alone. */
function namePatterns(
  files: readonly string[],
  chosen: ReadonlySet<string>,
  all: readonly string[],
): readonly string[] {
  let left = files.filter((path) => chosen.has(path));
  const found: string[] = [];
  while (left.length > 0) {
    const counts = new Map<string, number>();
    for (const path of left)
      for (const glob of candidatesFor(path)) counts.set(glob, (counts.get(glob) ?? 0) + 1);
    const [best] = [...counts]
      .filter(([glob, count]) => (count >= 2 || saysWhat.test(glob)) && isPure(glob, chosen, all))
      .sort(([a, one], [b, other]) => other - one || widthOf(b) - widthOf(a) || b.length - a.length)
      .map(([glob]) => glob);
    if (best === undefined) break;
    found.push(best);
    const matches = matcherOf([best]);
    left = left.filter((path) => !matches(path));
  }
  return [...found, ...left.map((path) => (path.includes('/') ? escapeGlob(path) : `/${escapeGlob(path)}`))];
}

/** A name that says what the file is, wherever it stands. */
const saysWhat = /run[-_ ]?book|(?:^|[^a-z])sop(?:[^a-z]|$)/i;

/** Of a name that says what the file is, more files are meant than of another. */
function widthOf(glob: string): number {
  return saysWhat.test(glob) && glob.startsWith('**/') ? 1 : 0;
}

/** `**\/RUNBOOK.md`, `docs/**\/*-runbook.md`, `docs/PB-*.md`: names that a file may share with others. */
function candidatesFor(path: string): readonly string[] {
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  const ending = /(?:\.\w{1,8}){1,3}$/.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - ending.length);
  const top = path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
  const last = /[-_. ][^-_. ]+$/.exec(stem)?.[0] ?? '';
  const first = /^[^-_. ]+[-_. ]/.exec(stem)?.[0] ?? '';
  const shapes = [escapeGlob(name)];
  if (last.length > 2) shapes.push(`*${escapeGlob(last + ending)}`);
  if (/^[A-Za-z]{2,}/.test(first)) shapes.push(`${escapeGlob(first)}*${escapeGlob(ending)}`);
  return shapes.flatMap((shape) => [
    `**/${shape}`,
    ...(top === '' ? [] : [`${escapeGlob(top)}/**/${shape}`]),
  ]);
}

/** Whether hardly anything but chosen documents has such a name. */
function isPure(glob: string, chosen: ReadonlySet<string>, all: readonly string[]): boolean {
  const matched = all.filter(matcherOf([glob]));
  const others = matched.filter((path) => !chosen.has(path));
  return others.length * 4 <= matched.length || (others.length <= 1 && matched.length >= 3);
}

/** Globs that leave out the documents of `matched` that are not chosen. */
export function globsWithout(matched: readonly string[], chosen: ReadonlySet<string>): readonly string[] {
  let others = matched.filter((path) => !chosen.has(path));
  const found: string[] = [];
  const leaveOut = (glob: string): void => {
    found.push(`!${glob}`);
    const left = matcherOf([glob]);
    others = others.filter((path) => !left(path));
  };
  const names = new Set([...chosen].map(nameOf));
  for (const [name, own] of groupBy(others, nameOf))
    if (!names.has(name) && (own.length >= 2 || /^(?:readme|_?index)\./i.test(name)))
      leaveOut(`**/${escapeGlob(name)}`);
  for (let [path] = others; path !== undefined; [path] = others) leaveOut(widestOther(path, chosen, others));
  return found;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The outermost folder of the path of which nothing is chosen and something else is left out, else the path itself. */
function widestOther(path: string, chosen: ReadonlySet<string>, others: readonly string[]): string {
  const names = path.split('/').slice(0, -1);
  for (let depth = 1; depth <= names.length; depth++) {
    const folder = names.slice(0, depth).join('/');
    const holds = (one: string): boolean => one.startsWith(`${folder}/`);
    if (![...chosen].some(holds) && others.filter(holds).length >= 2) return `${escapeGlob(folder)}/**`;
  }
  return path.includes('/') ? escapeGlob(path) : `/${escapeGlob(path)}`;
}
