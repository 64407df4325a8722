/** The prefixes that a Source-of-Truth file declares as its own. */
import type { Runbook } from '../../model/runbook';
import { isDeclined } from '../scope';

const prefixPattern = /^[A-Z][A-Z0-9]{1,11}(?:-[A-Z]{2,12}){0,2}$/;

/**
 * Prefixes that a document's front matter owns: `DEP`, `RUN` and `BR-FEA` of `id_prefix: DEP-XXX, RUN, BR-FEA-XXX`.
 * None for skill files.
 */
export function declaredPrefixes({ frontMatter, kind }: Runbook): string[] {
  if (kind.kind === 'skill' || isDeclined({ kind })) return [];
  const value = frontMatter?.fields.find(({ key }) => key === 'id_prefix')?.value ?? '';
  const found = value
    .slice(0, 4000)
    .split(/[^A-Za-z0-9#*_-]+/)
    .map((name) => name.replace(/-(?:X{1,5}|N{1,5}|Y{1,5}|#{1,5}|\d{1,4}|\*)?$/, ''))
    .filter((name) => prefixPattern.test(name) && !/^(?:X+|N+)$/.test(name));
  return [...new Set(found)];
}
