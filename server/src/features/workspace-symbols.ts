/** Workspace symbols: every id with its title, found by any letters of either. */
import { SymbolKind, SymbolTag, type SymbolInformation } from 'vscode-languageserver-types';
import type { Definition } from '../index/summary';
import { compareIdentifiers } from '../model/identifier';
import type { FeatureContext } from './feature-context';
import { holdsLetters } from './long-lists';

const most = 500;

/**
 * The definitions whose id and title hold the letters of the query in order, without regard to case. `headings` false
 * leaves out those that are headings, for an editor that finds headings itself.
 */
export function workspaceSymbols(
  { workspace, placeOf }: FeatureContext,
  query: string,
  { headings = true }: { readonly headings?: boolean } = {},
): SymbolInformation[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const found: Definition[] = [];
  const seen = new Set<string>();
  for (const definition of workspace.allDefinitions()) {
    const { form, uri, key, id } = definition;
    const document = workspace.document(uri);
    if (form === 'fence' || document === undefined || document.kind === 'skill' || !workspace.owns(id.prefix))
      continue;
    const place = `${key} ${uri} ${form === 'heading' || form === 'plain' ? String(definition.idRange.start.line) : ''}`;
    if (form === 'heading' && !headings) continue;
    if (seen.has(place) || !holdsLetters(nameOf(definition).toLowerCase(), wanted)) continue;
    // a registry row or file name beside a body is the same entry
    if (form !== 'heading' && form !== 'plain' && workspace.definition(key) !== definition) continue;
    seen.add(place);
    found.push(definition);
  }
  return found
    .sort((a, b) => compareIdentifiers(a.id, b.id))
    .slice(0, most)
    .map((definition): SymbolInformation => {
      const information: SymbolInformation = {
        name: nameOf(definition),
        kind: SymbolKind.Class,
        location: { uri: definition.uri, range: definition.idRange },
        containerName: placeOf(definition.uri).path,
      };
      if (definition.deprecated) information.tags = [SymbolTag.Deprecated];
      return information;
    });
}

function nameOf({ id, title }: Definition): string {
  return title === '' ? id.text : `${id.text}: ${title}`;
}
