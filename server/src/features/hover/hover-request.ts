/** What the sources of hovers are asked, and what they answer. */
import type { Runbook } from '../../model/runbook';
import type { Span } from '../../text/span';
import type { FeatureContext } from '../shared/feature-context';

export interface HoverRequest {
  readonly context: FeatureContext;
  readonly uri: string;
  readonly runbook: Runbook;
  readonly offset: number;
  /** Where the client has the pages of rules, unless on the web. */
  readonly rulePages: string | undefined;
}

export interface HoverText {
  readonly span: Span;
  /** Markdown; text of documents in it is escaped. */
  readonly words: string;
}

/** Answers for words of one sort; null for all others. */
export type HoverSource = (request: HoverRequest) => HoverText | null;
