/**
 * Folders whose front page says that runbooks are in them, whatever the folder is called: sites that are made of `source/`.
 * Such pages are in free form. Knows titles and paths.
 */
import { folderOf } from '../text/paths';
import type { DocumentLook } from './document-look';
import { enoughWords, isProcedural, signsIn, stemOf } from './evidence';

/** Those of `left` in folders of such a name, where somebody could carry out most of them. `looks`: all documents. */
export function runbooksInAreas(
  looks: readonly DocumentLook[],
  left: readonly DocumentLook[],
): readonly DocumentLook[] {
  const areas = looks.filter(isFrontPage).map(({ path }) => folderOf(path));
  const found = areas.flatMap((area) => {
    const own = left.filter(
      ({ path }) =>
        path.startsWith(`${area}/`) && !/(?:^|\/)(?:incidents|archive)\//i.test(path.slice(area.length)),
    );
    const pages = own.filter((look) => isProcedural(look) || look.size >= enoughWords);
    const able = pages.filter(isProcedural);
    const telling = able.filter((look) => signsIn(look).size > 0);
    const isSo = able.length >= 3 && able.length * 3 >= own.length * 2;
    return isSo && telling.length * 4 >= able.length ? pages : [];
  });
  return [...new Set(found)];
}

/** `source/index.html.md` with the title "Acme Runbooks"; that of the whole workspace is looked at elsewhere. */
function isFrontPage({ path, title }: DocumentLook): boolean {
  return (
    folderOf(path) !== '' && /^_?(?:index|readme|home)$/i.test(stemOf(path)) && /\brun ?books$/i.test(title)
  );
}
