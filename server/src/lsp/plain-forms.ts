/** Answers for clients that know less: plain text instead of Markdown, a flat list instead of a tree. */
import type { CompletionItem, DocumentSymbol, Hover, SymbolInformation } from 'vscode-languageserver';

/** A hover in plain text. `withoutMarkup` takes the markup out of a line. */
export function toPlainHover(hover: Hover | null, withoutMarkup: (line: string) => string): Hover | null {
  if (hover === null) return null;
  const { contents } = hover;
  return typeof contents === 'object' && 'kind' in contents
    ? { ...hover, contents: { kind: 'plaintext', value: plain(contents.value, withoutMarkup) } }
    : hover;
}

/** A completion item whose documentation is plain text. */
export function toPlainItem(item: CompletionItem, withoutMarkup: (line: string) => string): CompletionItem {
  const { documentation } = item;
  return typeof documentation === 'object'
    ? { ...item, documentation: plain(documentation.value, withoutMarkup) }
    : item;
}

/** A completion item for a client that shows nothing beside a label: it does not need to be sent what it cannot show. */
export function withoutLabelDetails(item: CompletionItem): CompletionItem {
  const { labelDetails: _, ...rest } = item;
  return rest;
}

/** The nodes of a tree of symbols one after the other, each with the name of the one that holds it. */
export function toFlatSymbols(
  uri: string,
  symbols: readonly DocumentSymbol[],
  containerName?: string,
): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, tags, range, children = [] }) => [
    {
      name,
      kind,
      ...(tags === undefined ? {} : { tags }),
      location: { uri, range },
      ...(containerName === undefined ? {} : { containerName }),
    },
    ...toFlatSymbols(uri, children, name),
  ]);
}

function plain(markdown: string, withoutMarkup: (line: string) => string): string {
  return markdown.split('\n').map(withoutMarkup).join('\n');
}
