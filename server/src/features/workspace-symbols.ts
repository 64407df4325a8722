/** Workspace symbols: every id with its title, found by any letters of either. */
import { SymbolKind, SymbolTag, type SymbolInformation } from 'vscode-languageserver-types';
import type { Definition } from '../index/summary';
import { compareIdentifiers } from '../model/identifier';
import { listedEntries } from './overview/listed-entries';
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

/** The definitions of one workspace that hold these letters. */
function* symbolsOf(context: FeatureContext, wanted: string, headings: boolean): Iterable<Definition> {
  for (const definition of listedEntries(context)) {
    if (definition.form === 'heading' && !headings) continue;
    if (holdsLetters(nameOf(definition).toLowerCase(), wanted)) yield definition;
  }
}

function nameOf({ id, title }: Definition): string {
  return title === '' ? id.text : `${id.text}: ${title}`;
}
