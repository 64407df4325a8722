/** Workspace symbols: every id with its title, found by any letters of either. */
import { hasBody } from '../model/entry';
import { SymbolKind, SymbolTag, type SymbolInformation } from 'vscode-languageserver-types';
import type { Definition } from '../index/summary';
import { compareIdentifiers } from '../model/identifier';
import type { FeatureContext } from './shared/feature-context';
import { holdsLetters } from './shared/long-lists';

const most = 500;

/**
 * The definitions of these workspaces whose id and title hold the letters of the query in order, without regard to case. `headings` false
 * leaves out those that are headings, for an editor that finds headings itself.
 */
export function workspaceSymbols(
  contexts: readonly FeatureContext[],
  query: string,
  { headings = true }: { readonly headings?: boolean } = {},
): SymbolInformation[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  return contexts
    .flatMap((context) =>
      [...symbolsOf(context, wanted, headings)].map((definition) => ({ context, definition })),
    )
    .sort((a, b) => compareIdentifiers(a.definition.id, b.definition.id))
    .slice(0, most)
    .map(({ context, definition }): SymbolInformation => {
      const information: SymbolInformation = {
        name: nameOf(definition),
        kind: SymbolKind.Class,
        location: { uri: definition.uri, range: definition.idRange },
        containerName: context.labelOf(definition.uri),
      };
      if (definition.deprecated) information.tags = [SymbolTag.Deprecated];
      return information;
    });
}

/** The definitions of one workspace; those of the folders that it joins are theirs. */
function* symbolsOf({ workspace }: FeatureContext, wanted: string, headings: boolean): Iterable<Definition> {
  const seen = new Set<string>();
  for (const definition of workspace.allDefinitions()) {
    const { form, uri, key, id } = definition;
    const document = workspace.document(uri);
    if (form === 'fence' || document === undefined || document.kind === 'skill' || !workspace.owns(id.prefix))
      continue;
    const place = `${key} ${uri} ${hasBody(definition) ? String(definition.idRange.start.line) : ''}`;
    if ((form === 'heading' && !headings) || !workspace.holds(uri)) continue;
    if (seen.has(place) || !holdsLetters(nameOf(definition).toLowerCase(), wanted)) continue;
    // a registry row or file name beside a body is the same entry
    if (!hasBody(definition) && workspace.definition(key) !== definition) continue;
    seen.add(place);
    yield definition;
  }
}

function nameOf({ id, title }: Definition): string {
  return title === '' ? id.text : `${id.text}: ${title}`;
}
