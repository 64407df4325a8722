/**
 * Features that are about Markdown alone. Clients that let them be registered get them for Markdown only, so that no editor
 * offers a formatter or folding for YAML, whose documents the server gets too; other clients have them for every document.
 */
import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  InlayHintRequest,
  LinkedEditingRangeRequest,
  RegistrationType,
  SelectionRangeRequest,
  SemanticTokensRegistrationType,
  type ClientCapabilities,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { tokenModifiers, tokenTypes } from '../service';

type ClientFeatures = NonNullable<ClientCapabilities['textDocument']>;

interface MarkdownFeature {
  /** As the client names it. */
  readonly name: keyof ClientFeatures;
  readonly method: string;
  /** As the server names it, with its options. */
  readonly provider: keyof ServerCapabilities;
  readonly options: object | null;
}

const legend = { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] };

const features: readonly MarkdownFeature[] = [
  {
    name: 'documentSymbol',
    method: DocumentSymbolRequest.method,
    provider: 'documentSymbolProvider',
    options: { label: 'Runbook' },
  },
  {
    name: 'foldingRange',
    method: FoldingRangeRequest.method,
    provider: 'foldingRangeProvider',
    options: null,
  },
  {
    name: 'selectionRange',
    method: SelectionRangeRequest.method,
    provider: 'selectionRangeProvider',
    options: null,
  },
  {
    name: 'linkedEditingRange',
    method: LinkedEditingRangeRequest.method,
    provider: 'linkedEditingRangeProvider',
    options: null,
  },
  { name: 'inlayHint', method: InlayHintRequest.method, provider: 'inlayHintProvider', options: null },
  {
    name: 'formatting',
    method: DocumentFormattingRequest.method,
    provider: 'documentFormattingProvider',
    options: null,
  },
  {
    name: 'rangeFormatting',
    method: DocumentRangeFormattingRequest.method,
    provider: 'documentRangeFormattingProvider',
    options: null,
  },
  {
    name: 'onTypeFormatting',
    method: DocumentOnTypeFormattingRequest.method,
    provider: 'documentOnTypeFormattingProvider',
    options: { firstTriggerCharacter: '\n' },
  },
  {
    name: 'semanticTokens',
    method: SemanticTokensRegistrationType.method,
    provider: 'semanticTokensProvider',
    options: { legend, full: true },
  },
];

/** What of the client's abilities decides how these features are offered. */
export interface MarkdownSupport {
  /** Names of the features, as the client has them, that can be registered. */
  readonly registers: ReadonlySet<string>;
  /** Schemes of the documents that the client sends; empty for any. */
  readonly schemes: readonly string[];
  /** Whether the editor outlines Markdown itself. */
  readonly builtInMarkdown: boolean;
}

/** Names of the features that a client lets be registered. */
export function registrableFeatures(textDocument: ClientFeatures = {}): ReadonlySet<string> {
  const names = features.map(({ name }) => name);
  return new Set(
    names.filter((name) => {
      const said = textDocument[name];
      return said !== undefined && 'dynamicRegistration' in said && said.dynamicRegistration;
    }),
  );
}

/** What is offered to a client from the start. */
export function staticMarkdownFeatures(support: MarkdownSupport): ServerCapabilities {
  const offered = offeredTo(support).filter(({ name }) => !support.registers.has(name));
  return Object.fromEntries(offered.map(({ provider, options }) => [provider, options ?? true]));
}

/** Registers what can be; a client that refuses goes without. */
export function registerMarkdownFeatures(connection: Connection, support: MarkdownSupport): void {
  const { schemes } = support;
  const documentSelector =
    schemes.length === 0
      ? [{ language: 'markdown' }]
      : schemes.map((scheme) => ({ language: 'markdown', scheme }));
  for (const { name, method, options } of offeredTo(support)) {
    if (!support.registers.has(name)) continue;
    void connection.client
      .register(new RegistrationType<object>(method), { documentSelector, ...options })
      .catch(() => undefined);
  }
}

function offeredTo({ builtInMarkdown }: MarkdownSupport): readonly MarkdownFeature[] {
  return builtInMarkdown ? features.filter(({ name }) => name !== 'documentSymbol') : features;
}
