/** What every feature may look at, and the way between offsets and LSP ranges. Knows LSP types, never a connection. */
import type { Range } from 'vscode-languageserver-types';
import type { Mention, Runbook } from '../model/runbook';
import type { Finding } from '../rules/rule';
import type { WorkspaceView } from '../index/workspace-index';
import { firstFrom, touches, type Span } from '../text/span';
import type { DocumentPlace } from '../workspace';

/** What features need of the workspace's documents. */
export interface FeatureContext {
  readonly workspace: WorkspaceView;
  /** The model of a document, or undefined when there is none. */
  readonly runbook: (uri: string) => Runbook | undefined;
  readonly placeOf: (uri: string) => DocumentPlace;
  /** `YYYY-MM-DD` */
  readonly today: () => string;
  /** The findings of a document, as diagnostics show them. */
  readonly findings: (uri: string) => readonly Finding[];
  /** Version of an open document, or null. */
  readonly versionOf: (uri: string) => number | null;
}

/** The LSP range of a span. */
export function toRange({ lines }: Runbook, { start, end }: Span): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

/** The identifier at an offset: the one that the cursor is in or right behind; null for none or for one in a URL. */
export function mentionAt({ mentions }: Runbook, offset: number): Mention | null {
  const behind = firstFrom(mentions, offset + 1, (mention) => mention.span.start);
  for (let i = behind - 1; i >= 0 && i >= behind - 3; i--) {
    const mention = mentions[i];
    if (mention !== undefined && touches(mention.span, offset) && mention.excluded !== 'url') return mention;
  }
  return null;
}
