/** Which of several definitions of an identifier counts. */
import { compareIdentifiers } from '../model/identifier';
import { compareText } from './compare-references';
import type { Definition, Summary } from './summary';

/** Which forms come before which. */
const formRank: Readonly<Record<Definition['form'], number>> = {
  heading: 0,
  plain: 1,
  table: 2,
  'file-name': 3,
  fence: 4,
};

/** Orders definitions, the best first, by themselves and by their documents. */
export function compareDefinitions(
  documentOf: (uri: string) => Summary | undefined,
): (a: Definition, b: Definition) => number {
  // judged before quiet and foreign documents, better forms before weaker ones, filled before stubs
  const rankOf = ({ uri, form, claims, stub }: Definition): number => {
    const document = documentOf(uri);
    const isForeign = document === undefined || document.quiet || document.kind === 'skill';
    return formRank[form] * 4 + (isForeign ? 20 : 0) + (claims ? 0 : 2) + (stub ? 1 : 0);
  };
  return (a, b) =>
    rankOf(a) - rankOf(b) ||
    compareIdentifiers(a.id, b.id) ||
    compareText(a.uri, b.uri) ||
    a.idRange.start.line - b.idRange.start.line;
}
