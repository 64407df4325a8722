/**
 * Finds runbooks that are cut into files: numbered ones in one folder, each of which is what a section is elsewhere. Knows
 * names and titles of documents.
 */
import { groupBy } from '../text/group-by';
import { folderOf } from '../text/paths';
import type { DocumentLook } from './document-look';
import { hasSubstance, isProcedural, signOf, stemOf, type Sign } from './evidence';
import { wordFolder } from './places';

/** The parts, in order of their paths. `isOne`: whether the workspace as a whole says that it is a runbook. */
export function partsOfRunbooks(looks: readonly DocumentLook[], isOne: boolean): readonly DocumentLook[] {
  return [...groupBy(looks, ({ path }) => folderOf(path))].flatMap(([folder, own]) => {
    const isNamed = isOne || wordFolder(`${folder}/x`)?.word === 'strong';
    const parts = own.filter(isNumbered);
    const isMost = parts.length >= fewestParts && parts.length * 3 >= own.length * 2;
    if (!isNamed || !isMost || parts.filter(hasSubstance).length * 2 < parts.length) return [];
    const signs = new Set(parts.flatMap((part) => signOfPart(part) ?? []));
    const isProcedure = signs.size >= 3 || (signs.size >= 2 && signs.has('rollback'));
    return isProcedure && parts.some(isProcedural) ? parts : [];
  });
}

const fewestParts = 3;
const numbered = /^\d{1,3}(?![\d.])[-_. ]?(?=\p{L})/u;

/** Whether the name of the file says that others come before or after it. */
export function isNumbered({ path }: DocumentLook): boolean {
  return numbered.test(stemOf(path));
}

/** What the part is for, by its title or the name of its file. */
function signOfPart({ path, title }: DocumentLook): Sign | null {
  const stem = stemOf(path).replace(numbered, '');
  return (
    signOf(title.replace(/^\d{1,3}\s{0,3}[-–—.:)]?\s{0,3}/u, '')) ??
    stem
      .split(/[-_.]/)
      .reduce<Sign | null>((found, word) => found ?? signOf(word), signOf(stem.replace(/[-_.]+/g, ' ')))
  );
}
