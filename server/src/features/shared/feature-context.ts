/** What every feature may look at, and the way between offsets and LSP ranges. Knows LSP types, never a connection. */
import type { Range } from 'vscode-languageserver-types';
import type { ProposedMapping } from '../../alerts/propose-mapping';
import type { Configuration } from '../../config/configuration';
import type { Mention, Runbook } from '../../model/runbook';
import type { IsGone } from '../../lint/baseline/baseline';
import type { FixedWorkspace } from '../../lint/fix-all';
import type { PlainFinding } from '../../lint/plain-finding';
import type { Finding } from '../../lint/rule';
import type { ScoredRunbook } from '../../report/workspace-report';
import type { WorkspaceView } from '../../index/workspace-view';
import type { Say } from '../../text/say';
import { rememberOf } from '../../text/remember';
import { firstFrom, touches, type Span } from '../../text/span';
import type { DocumentPlace } from '../../workspace';

/** What is known of the repository of a document besides what is read of it. */
export interface Surroundings {
  /** Addresses of the repository, as Git keeps them. */
  readonly remotes: readonly string[];
  /** Whether a file of the same workspace folder, by path, is left out: then it is unknown whether it exists. */
  readonly leavesOut: (path: string) => boolean;
  /** Whether there is a page in the same workspace folder that is not Markdown: by its path without the ending. */
  readonly hasPage: (stem: string) => boolean;
}

/** What features need of the documents of one workspace: a folder with what it joins, or a document that is alone. */
export interface FeatureContext {
  readonly workspace: WorkspaceView;
  /** The model of a document, or undefined when there is none. */
  readonly runbook: (uri: string) => Runbook | undefined;
  /** The model that a text would have as the document of a URI; changes nothing. */
  readonly read: (uri: string, text: string) => Runbook;
  /** The place of a document as links from this workspace reach it. */
  readonly placeOf: (uri: string) => DocumentPlace;
  /** The path of a document, with the name of its folder before it where the window has several. */
  readonly labelOf: (uri: string) => string;
  /** `YYYY-MM-DD` */
  readonly today: () => string;
  /** The findings of a document, as diagnostics show them. */
  readonly findings: (uri: string) => readonly Finding[];
  /** The same as plain data, which is at hand for all documents. */
  readonly plainFindings: (uri: string) => readonly PlainFinding[];
  /** What is gone from a workspace folder, for baselines of it. */
  readonly isGoneFrom: (folder: string) => IsGone;
  /** The texts after all automatic fixes of the findings of a document; changes nothing. */
  readonly fixDocument: (uri: string) => FixedWorkspace;
  /** The configuration that holds for a document. */
  readonly configurationFor: (uri: string) => Configuration;
  /** What decides, besides the documents of the workspace, where addresses in a document lead. */
  readonly surroundingsOf: (uri: string) => Surroundings;
  /** Mappings that would make the addresses of the alert rules lead to documents, the best first. */
  readonly proposeMappings: () => readonly ProposedMapping[];
  /** How the runbook entries in force of a document meet the quality checklist; none for documents that are not judged. */
  readonly scores: (uri: string) => readonly ScoredRunbook[];
  /** Says what is shown in the language of who reads it. */
  readonly say: Say;
  /** Counts up with every change of documents, folders or configuration. */
  readonly revision: () => number;
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

const byPlace = rememberOf(
  (scores: readonly ScoredRunbook[]) =>
    new Map(scores.map((score) => [`${score.id} ${String(score.line)}`, score])),
);

/** The score of the entry whose heading stands on `line` (from 0) of a document; undefined for entries without one. */
export function scoreAt(
  context: FeatureContext,
  uri: string,
  id: string,
  line: number,
): ScoredRunbook | undefined {
  return byPlace(context.scores(uri)).get(`${id} ${String(line + 1)}`);
}
