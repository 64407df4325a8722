/**
 * The custom messages between a Runbook client and the Runbook language server, one by one.
 *
 * Everything else speaks plain LSP. Positions are LSP positions: lines from 0, characters in UTF-16 units
 * from 0, ends exclusive. This module holds plain data types and method names only, so that both sides (and
 * clients in other languages, by reading it) can use it without a dependency.
 */

/** A place in a text document. `line` and `character` count from 0; `character` counts UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a text document; `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Names one document. */
export interface TextDocumentRef {
  readonly uri: string;
}

/** The kinds of document that the server tells apart. `house` is one of the workspace's own, `run` the record of a run, `none` any other Markdown. */
export type DocumentKind =
  'playbook' | 'feature' | 'entry' | 'sot' | 'release' | 'house' | 'run' | 'skill' | 'none';

/** What a node of the Phases tree stands for; decides its icon. */
export type OutlineNodeKind =
  | 'phase'
  | 'step'
  | 'section'
  | 'entry'
  | 'group'
  | 'objective'
  | 'tasks'
  | 'task'
  | 'dependencies'
  | 'dependency'
  | 'gate-criteria'
  | 'criterion'
  | 'decision-point'
  | 'rollback'
  | 'verification'
  | 'command'
  | 'duration'
  | 'trigger'
  | 'prerequisites'
  | 'escalation'
  | 'checklist'
  | 'check';

/** How far what a node stands for is; `blocked`: something that it requires is not done. */
export type OutlineState = 'open' | 'started' | 'done' | 'blocked';

/** Boxes, or phases, that are done, of so many. */
export interface OutlineProgress {
  readonly done: number;
  readonly total: number;
}

/** What can be done to the document at a node, see {@link editOutlineRequest}. */
export const outlineActions = [
  'add-phase',
  'add-step',
  'add-rollback',
  'add-verification',
  'renumber',
  'tick',
  'clear',
  'move',
] as const;
export type OutlineAction = (typeof outlineActions)[number];

/** One node of the Phases tree. */
export interface OutlineNode {
  /** Stable while the document keeps its shape, unique in the document: `phase-2/gate-criteria`. */
  readonly id: string;
  readonly kind: OutlineNodeKind;
  /** What the node says: `Phase 2: Copy the data`, `Gate Criteria`. Plain text. */
  readonly label: string;
  /** Shown dimmed behind the label, behind its progress: `requires Phase 1`. Plain text. */
  readonly description?: string;
  /** More about it than a row has room for: `Last tested 2026-10-05 (46 days ago)`. Plain text. */
  readonly detail?: string;
  readonly state?: OutlineState;
  readonly progress?: OutlineProgress;
  /** The whole extent of what the node stands for. */
  readonly range: Range;
  /** The words to reveal and select, inside `range`; of a command what is to be pasted. */
  readonly selectionRange: Range;
  /** What this node lacks, as short sentences without full stop: `no rollback`. Empty when nothing is missing. */
  readonly missing: readonly string[];
  /** What is there and still to be filled in, in the same form: `rollback to be filled in`. */
  readonly unwritten: readonly string[];
  /** For items with a checkbox: whether it is ticked. */
  readonly checked?: boolean;
  /** The prefix of an entry, or of a group of entries: `RUN`. */
  readonly prefix?: string;
  /** What {@link editOutlineRequest} can do here. */
  readonly actions: readonly OutlineAction[];
  readonly children: readonly OutlineNode[];
}

/** Answer to {@link outlineRequest}. */
export interface OutlineResult {
  readonly kind: DocumentKind;
  /** The name of the workspace's own kind that the document is of, if any. */
  readonly ownKind?: string;
  /** Why the document is of this kind, one readable signal an item: `H1 starts with "Playbook:" (3 points)`. */
  readonly reasons: readonly string[];
  readonly nodes: readonly OutlineNode[];
  /** Version of the open document that this is about; null when it is not open. */
  readonly version: number | null;
  /** How far the document is as a whole, or how much it holds: `1 of 4 phases done`, `18 entries`; or empty. */
  readonly summary: string;
  /** The phases of a playbook that are done. */
  readonly phasesDone?: OutlineProgress;
  /**
   * What run files tell of the document as a whole, line by line: the last run, how many steps changed since it was tested, and
   * which. Absent where there are none. Of an entry its node says it.
   */
  readonly runs?: readonly string[];
}

/**
 * Request: the phases and steps of one document, for a tree.
 * A document the server does not know, or of kind `none` without entries, has no nodes.
 */
export const outlineRequest = { method: 'runbook/outline' } as const;
export interface OutlineParams {
  readonly textDocument: TextDocumentRef;
}

/**
 * Request: the edit that does something to a document at a node of its tree, as one `WorkspaceEdit` of LSP. What is to be
 * filled in becomes tab stops where the client knows `SnippetTextEdit`. Fails (`RequestFailed`, with words for people) when
 * the document has another version, the node is gone, or the edit would harm what it is not about.
 */
export const editOutlineRequest = { method: 'runbook/editOutline' } as const;
export interface EditOutlineParams {
  readonly textDocument: TextDocumentRef;
  /** {@link OutlineResult.version} of the tree that the nodes are from. */
  readonly version: number | null;
  /** Ids of the nodes; several for `tick`, `clear` and `move` only. */
  readonly nodes: readonly string[];
  readonly action: OutlineAction;
  /** For `move`: the node that the others go in front of, one of their siblings; null behind all of them. */
  readonly before?: string | null;
}

/** A file that a new entry can go into. */
export interface EntryTarget {
  readonly uri: string;
  /** File name: `SoT.DEPLOYMENT.md`. */
  readonly label: string;
  /** Why it is offered: `owns RUN (id_prefix)`, `current file`. */
  readonly description: string;
  /** The next free id of the prefix's band in this file: `RUN-004`. */
  readonly nextId: string;
}

/** An entry that another one may name. */
export interface NamedEntry {
  readonly id: string;
  readonly title: string;
}

/** Answer to {@link entryTargetsRequest}. The best target comes first. */
export interface EntryTargetsResult {
  /** Files of the workspace that hold such entries, or say that they do. */
  readonly targets: readonly EntryTarget[];
  /**
   * The document that the user is in where it is none of the targets: entries go there only when somebody picks it. Null
   * without such a document.
   */
  readonly here: EntryTarget | null;
  /** For MON entries: the runbooks that such an entry may lead to, those that no alert leads to first. */
  readonly runbooks: readonly NamedEntry[];
  /** The values that Category may take for this prefix, in the order to offer. */
  readonly categories: readonly string[];
}

/** Request: where an entry of this prefix may go, and which categories it may have. */
export const entryTargetsRequest = { method: 'runbook/entryTargets' } as const;
export interface EntryTargetsParams {
  /** The document the user is in. Optional: without it only owner files are offered. */
  readonly textDocument?: TextDocumentRef;
  /** Upper case, without dash: `RUN`. */
  readonly prefix: string;
}

/** One edit; `snippet` edits hold LSP snippet syntax with tab stops, the others literal text. */
export interface EntryEdit {
  readonly range: Range;
  readonly newText: string;
  readonly snippet: boolean;
}

/** Answer to {@link newEntryRequest}. */
export interface NewEntryResult {
  /** The id that the entry takes: `RUN-004`. */
  readonly id: string;
  readonly uri: string;
  /** Version of the open document that the edits are for; null when the file is not open. */
  readonly version: number | null;
  /** Edits of one document that do not overlap: the navigation bullet, the change-log row, the entry (the only snippet). */
  readonly edits: readonly EntryEdit[];
}

/**
 * Request: the edits that add an entry with the next free id to a file, in id order.
 * Fails (`InvalidParams`) when the file is unknown or the prefix is none.
 */
export const newEntryRequest = { method: 'runbook/newEntry' } as const;
export interface NewEntryParams {
  /** The file that receives the entry, one of the targets of {@link entryTargetsRequest}. */
  readonly textDocument: TextDocumentRef;
  readonly prefix: string;
  /** Title of the entry, one line of plain text. */
  readonly title: string;
  /** Value of the Category field, or null to leave a choice to fill in. */
  readonly category: string | null;
  /** For MON entries: the id of the runbook that it leads to. Optional: without it that is to be filled in. */
  readonly runbook?: string;
}

/** A prefix that a new entry can have. */
export interface EntryPrefix {
  /** Upper case, without dash: `RUN`. */
  readonly prefix: string;
  /** What its entries are: `Operational Runbooks`. */
  readonly meaning: string;
  /** Names of the files that hold them; empty for a prefix that the workspace does not have yet. */
  readonly owners: readonly string[];
}

/** Answer to {@link entryPrefixesRequest}: those of the workspace first, by number of entries. */
export interface EntryPrefixesResult {
  readonly prefixes: readonly EntryPrefix[];
}

/** Request: the prefixes that a new entry can have. */
export const entryPrefixesRequest = { method: 'runbook/entryPrefixes' } as const;
export interface EntryPrefixesParams {
  /** The document the user is in, which says in which workspace folder. Optional. */
  readonly textDocument?: TextDocumentRef;
}

/**
 * The state of all runbooks of a workspace folder, by default the first. The answer has the fields of one workspace of
 * `runbook-md report --format json` (docs/command-line.md), but for its folder.
 */
export interface ReportParams {
  /** URI of the workspace folder. */
  readonly folder?: string;
}

export const reportRequest = { method: 'runbook/report' } as const;

/**
 * A command of the server, for `workspace/executeCommand`: reads a document that was left unread because an earlier session
 * ended in it. Its one argument is the URI of the document.
 */
export const readAgainCommand = 'runbook.readAgain';

/**
 * A command of the server: sets the severity of a rule in the `.runbook.yaml` that is next to a document, or creates the one
 * of its workspace folder. Arguments: the URI of the document, the name of the rule, and the severity (`error`, `warning`,
 * `information`, `hint`, `off`); without it the server asks. The answer is a {@link SetSeverityResult}, or null when nothing
 * was changed: then the server has said why, or the user has picked none.
 */
export const setSeverityCommand = 'runbook.setSeverity';
export interface SetSeverityResult {
  /** The configuration file, which is edited, not saved. */
  readonly uri: string;
}

/** A command of the server: shows the page about a rule, whose name is the one argument, by `window/showDocument`. */
export const explainRuleCommand = 'runbook.explainRule';

/**
 * Notification: files may have changed without a word, as when the window was in the background. The server looks at their
 * times and sizes, and reads those that changed. No parameters.
 */
export const rescanNotification = { method: 'runbook/rescan' } as const;
