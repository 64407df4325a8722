/** Reads `extends`: which styles a file extends. Knows no disks: whether they are there is found out elsewhere. */
import { words } from '../text/say';
import { shorten } from '../text/shorten';
import type { ExtendSetting } from './configuration';
import { isShipped, shippedNames } from './shipped-styles';
import { ofKey } from './value-words';
import type { YamlReader } from './yaml-reader';

/** `@acme/style`, `style`, `@acme/style/alerts.yaml`. Groups: the package, a file in it. */
const packageName = /^((?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*)(?:\/([^\0]*))?$/;

/** What a name leads to. */
export type ExtendedPlace =
  | { readonly kind: 'shipped'; readonly name: (typeof shippedNames)[number] }
  /** Relative to the folder of the file. */
  | { readonly kind: 'path'; readonly path: string }
  /** `file` is null for the usual one. */
  | { readonly kind: 'package'; readonly name: string; readonly file: string | null };

/** What a name leads to; null for one that leads nowhere. */
export function placeOfExtended(name: string): ExtendedPlace | null {
  if (isShipped(name)) return { kind: 'shipped', name };
  if (/[\\\0]|^\/|^[A-Za-z]:[\\/]/.test(name) || name.length > 200) return null;
  if (/^\.{1,2}\//.test(name)) return { kind: 'path', path: name };
  const [, own, file] = packageName.exec(name) ?? [];
  if (own === undefined || file?.split('/').some((part) => part === '' || part === '..') === true)
    return null;
  return { kind: 'package', name: own, file: file ?? null };
}

/** The names of a list, or of one text, with a problem for each that leads nowhere. */
export function readExtends(reader: YamlReader, node: unknown): readonly ExtendSetting[] {
  const one = reader.isList(node)
    ? null
    : reader.text(node, words`"extends" must be a path, a package, or a list of them.`);
  const written = reader.isList(node) ? reader.texts(node, ofKey('extends')) : one === null ? [] : [one];
  return written.flatMap(({ text, span }) => {
    if (text.startsWith('runbook:') && !isShipped(text)) {
      reader.reportUnknown({ text, span }, (word) => words`No style "${word}" is shipped.`, shippedNames);
      return [];
    }
    if (placeOfExtended(text) !== null) return [{ name: text, span }];
    reader.report(
      span,
      words`"${shorten(text)}" leads nowhere. Use a path such as ./house.yaml, or the name of an installed package.`,
    );
    return [];
  });
}
