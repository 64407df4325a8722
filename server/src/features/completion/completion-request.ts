/** What the sources of completion are asked, and how they say what an item replaces. */
import type { CompletionItem, Position, Range } from 'vscode-languageserver-types';
import type { Runbook } from '../../model/runbook';
import type { FeatureContext } from '../shared/feature-context';

export interface CompletionOptions {
  /** Offer headings and files as link targets, which an editor with Markdown support offers by itself. Default true. */
  readonly links?: boolean;
  /** Offer the templates as snippets: for editors that read snippet syntax. Default false. */
  readonly snippets?: boolean;
  /** Whether the user types on behind a list that did not hold all that fits. Default false. */
  readonly continued?: boolean;
}

export interface CompletionRequest {
  readonly context: FeatureContext;
  readonly uri: string;
  readonly runbook: Runbook;
  /** A place that exists in the document. */
  readonly position: Position;
  readonly offset: number;
  /** The line up to the cursor. */
  readonly before: string;
  /** The line from the cursor on. */
  readonly after: string;
  /** The character that opened the list, undefined when the user asked for it. */
  readonly trigger: string | undefined;
  readonly options: CompletionOptions;
  /** To be called by a source that leaves out items that fit, because they are too many; see `long-lists.ts`. */
  readonly leaveOut: () => void;
}

/** Offers items of one sort; none where they do not belong. */
export type CompletionSource = (request: CompletionRequest) => CompletionItem[];

/** The range from `back` characters before the cursor to `ahead` behind it, on its line. */
export function rangeAround({ line, character }: Position, back: number, ahead: number): Range {
  return { start: { line, character: character - back }, end: { line, character: character + ahead } };
}

/** Makes editors list items in the order in which they are given: `a007`. `group` orders the sorts of items. */
export function inOrder(index: number, group = 'a'): string {
  return `${group}${String(index).padStart(4, '0')}`;
}
