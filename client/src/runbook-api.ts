import type MarkdownIt from 'markdown-it';
import type { OutlineNode } from '../../protocol/src/messages.js';
import type { RunView } from '../../protocol/src/run-view.js';
import type { LackRow } from './overview/coverage-view.js';
import type { LocatedEntry } from './overview/entry-groups.js';

/** What `activate` gives to other extensions and to tests: a look at what is on show, nothing to change it. */
export interface RunbookApi {
  /** Whether there was a reason to start the language server, such as a runbook. */
  isAwake(): boolean;
  /** The top-level nodes of the Phases tree. */
  phases(): readonly OutlineNode[];
  /** The text of the status item with its codicons, undefined while it is hidden. */
  status(): string | undefined;
  /** Extends the built-in preview of Markdown, which asks for it by this name. */
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
  /** The entries of the workspace. */
  entries(): Promise<readonly LocatedEntry[]>;
  /** The rows of the Coverage view. */
  lacks(): Promise<readonly LackRow[]>;
  /** The runs that have a page in this window. */
  runs(): Promise<readonly RunView[]>;
}
