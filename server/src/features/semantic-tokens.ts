/** Semantic tokens: ids by state, placeholders, field labels and the values of enumerations. */
import { isOurs } from '../document/scope';
import type { Runbook } from '../model/runbook';
import type { Span } from '../text/span';
import type { FeatureContext } from './shared/feature-context';
import { knownMentions } from './shared/id-states';

/** Token types and modifiers in the order in which tokens name them. */
export const tokenTypes = ['runbookId', 'runbookPlaceholder', 'runbookField', 'runbookValue'] as const;
export const tokenModifiers = ['declaration', 'deprecated', 'unknown'] as const;

const enumerations = new Set([
  'status',
  'category',
  'severity',
  'risk level',
  'impact',
  'likelihood',
  'priority',
]);

interface Token {
  readonly span: Span;
  readonly type: (typeof tokenTypes)[number];
  readonly modifiers: number;
}

/** The tokens of a document that is ours, as LSP encodes them; empty for others. */
export function semanticTokens(context: FeatureContext, uri: string): number[] {
  const runbook = context.runbook(uri);
  if (runbook === undefined || !isOurs(runbook)) return [];
  const tokens = [...idTokens(context, runbook), ...placeholderTokens(runbook), ...fieldTokens(runbook)];
  return encode(runbook, tokens);
}

function* idTokens(context: FeatureContext, runbook: Runbook): Iterable<Token> {
  for (const { mention, definition, isMissing } of knownMentions(context, runbook)) {
    const modifiers =
      (mention.place === 'definition' ? 1 : 0) |
      (definition?.deprecated === true ? 2 : 0) |
      (isMissing ? 4 : 0);
    yield { span: mention.span, type: 'runbookId', modifiers };
  }
}

function* placeholderTokens({ placeholders }: Runbook): Iterable<Token> {
  for (const { span, inCode, form } of placeholders) {
    if (!inCode && form !== 'marker') yield { span, type: 'runbookPlaceholder', modifiers: 0 };
  }
}

function* fieldTokens({ labels }: Runbook): Iterable<Token> {
  for (const { nameSpan, value, key, carrier } of labels) {
    if (carrier !== 'table' && carrier !== 'yaml')
      yield { span: nameSpan, type: 'runbookField', modifiers: 0 };
    if (value !== null && enumerations.has(key))
      yield { span: value.token, type: 'runbookValue', modifiers: 0 };
  }
}

/** Five numbers a token, relative to the token before; tokens that overlap an earlier one or span lines are left out. */
function encode({ lines }: Runbook, tokens: readonly Token[]): number[] {
  const sorted = [...tokens].sort(
    (a, b) => a.span.start - b.span.start || tokenTypes.indexOf(a.type) - tokenTypes.indexOf(b.type),
  );
  const data: number[] = [];
  let line = 0;
  let character = 0;
  let end = 0;
  for (const { span, type, modifiers } of sorted) {
    const start = lines.positionAt(span.start);
    if (span.start < end || span.end <= span.start || lines.lineAt(span.end) !== start.line) continue;
    data.push(
      start.line - line,
      start.line === line ? start.character - character : start.character,
      span.end - span.start,
      tokenTypes.indexOf(type),
      modifiers,
    );
    ({ line, character } = start);
    end = span.end;
  }
  return data;
}
