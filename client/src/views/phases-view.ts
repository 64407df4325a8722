/**
 * The Phases tree: the outline of the active document, with marks on how far things are and on what is missing. What is
 * done in it (boxes, dragging) is an edit of the server's.
 */
import {
  Disposable,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  l10n,
  window,
  type Event,
  type TextEditor,
  type TreeCheckboxChangeEvent,
  type TreeDataProvider,
  type TreeView,
} from 'vscode';
import { commandIds, viewIds } from '../../../protocol/src/contributions.js';
import type { OutlineNode } from '../../../protocol/src/messages.js';
import type { ActiveOutline, DocumentOutline } from '../active-outline.js';
import type { RunbookServer } from '../language-client.js';
import { dragAndDrop, type DraggableTree } from '../phases/drag-and-drop.js';
import { editOutline } from '../phases/edit-outline.js';
import { innermostNode } from './innermost-node.js';
import { rowWords } from './row-words.js';
import { ShownNodes } from './shown-nodes.js';
import { toTreeRow, type TreeRow } from './tree-row.js';

const collapsibleStates: Readonly<Record<TreeRow['children'], TreeItemCollapsibleState>> = {
  none: TreeItemCollapsibleState.None,
  collapsed: TreeItemCollapsibleState.Collapsed,
  expanded: TreeItemCollapsibleState.Expanded,
};

const toneColors: Readonly<Record<TreeRow['tone'], ThemeColor | undefined>> = {
  warning: new ThemeColor('problemsWarningIcon.foreground'),
  done: new ThemeColor('charts.green'),
  plain: undefined,
};

export class PhasesView implements TreeDataProvider<OutlineNode>, DraggableTree, Disposable {
  readonly #server: RunbookServer;
  readonly #outline: ActiveOutline;
  readonly #treeChanged = new EventEmitter<void>();
  readonly onDidChangeTreeData: Event<void> = this.#treeChanged.event;
  readonly #view: TreeView<OutlineNode>;
  readonly #subscriptions: Disposable;
  #shown: DocumentOutline | undefined;
  readonly #nodes = new ShownNodes();

  constructor(server: RunbookServer, outline: ActiveOutline) {
    this.#server = server;
    this.#outline = outline;
    this.#show();
    this.#view = window.createTreeView(viewIds.phases, {
      treeDataProvider: this,
      dragAndDropController: dragAndDrop(this),
      showCollapseAll: true,
      // a box stands for its own line, not for those above or below
      manageCheckboxStateManually: true,
    });
    this.#describe();
    this.#subscriptions = Disposable.from(
      this.#treeChanged,
      this.#view,
      outline.onDidChange(() => {
        this.#describe();
        if (this.#outline.current === this.#shown) return;
        this.#show();
        this.#treeChanged.fire();
        this.#describe();
        this.#followCursor(window.activeTextEditor);
      }),
      server.onDidChangeState(() => {
        this.#describe();
      }),
      this.#view.onDidChangeVisibility(() => {
        this.#followCursor(window.activeTextEditor);
      }),
      this.#view.onDidChangeCheckboxState((change) => this.#tick(change)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        this.#followCursor(textEditor);
      }),
    );
  }

  /** The top-level nodes on show. */
  get nodes(): readonly OutlineNode[] {
    return this.#shown?.result.nodes ?? [];
  }

  /** The document on show with what the server said of it. */
  get shown(): DocumentOutline | undefined {
    return this.#shown;
  }

  /** The node that a menu passes, or the selected one where nothing is passed, as by a key. */
  nodeOf(passed: unknown): OutlineNode | undefined {
    if (passed === undefined) return this.#view.selection[0];
    return this.#nodes.current(passed);
  }

  nodesOf(ids: readonly string[]): readonly OutlineNode[] {
    return this.#nodes.withIds(ids);
  }

  siblingsOf(node: OutlineNode): readonly OutlineNode[] {
    return this.#nodes.siblingsOf(node);
  }

  async move(nodes: readonly OutlineNode[], before: string | null): Promise<void> {
    if (this.#shown === undefined) return;
    await editOutline(this.#server, this.#shown, {
      nodes: nodes.map(({ id }) => id),
      action: 'move',
      before,
    });
  }

  getChildren(node?: OutlineNode): OutlineNode[] {
    return [...(node?.children ?? this.nodes)];
  }

  getParent(node: OutlineNode): OutlineNode | undefined {
    return this.#nodes.parentOf(node);
  }

  getTreeItem(node: OutlineNode): TreeItem {
    const row = toTreeRow(node, this.siblingsOf(node).length, rowWords);
    const item = new TreeItem(row.label, collapsibleStates[row.children]);
    const uri = this.#shown?.document.uri;
    // Ids are unique in one document only; the editor remembers what is expanded by them.
    item.id = `${String(uri)}#${node.id}`;
    item.description = row.description;
    item.tooltip = row.tooltip;
    item.contextValue = row.context;
    if (row.icon !== undefined) item.iconPath = new ThemeIcon(row.icon, toneColors[row.tone]);
    item.accessibilityInformation = { label: row.spoken };
    if (node.checked !== undefined)
      item.checkboxState = {
        state: node.checked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
        accessibilityInformation: { label: node.label, role: 'checkbox' },
      };
    item.command = {
      command: commandIds.revealOutlineNode,
      title: l10n.t('Reveal'),
      arguments: [uri, node.selectionRange],
    };
    return item;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #show(): void {
    this.#shown = this.#outline.current;
    this.#nodes.show(this.#shown?.document.uri.toString(), this.nodes);
  }

  /** The total beside the title, and what is going on while there are no rows. */
  #describe(): void {
    const { phasesDone, summary = '' } = this.#shown?.result ?? {};
    // in the title it is to be seen also where this is the only view
    this.#view.title =
      phasesDone === undefined
        ? l10n.t('Phases')
        : l10n.t('Phases ({0}/{1})', phasesDone.done, phasesDone.total);
    this.#view.description = phasesDone === undefined ? summary : '';
    this.#view.message = this.nodes.length > 0 ? this.#runs() : this.#waitingFor();
  }

  /** How the document as a whole was run last, and what changed since it was tested; of an entry its row says it. */
  #runs(): string {
    return (this.#shown?.result.runs ?? [])
      .map((line, index) => (index === 0 ? capital(line) : line))
      .join('\n');
  }

  /** Empty where there is nothing to wait for: then the view says what it is for, or what the server is up to. */
  #waitingFor(): string {
    const { document, current } = this.#outline;
    if (document === undefined || current?.document === document) return '';
    return this.#server.state === 'running' && this.#outline.isAsking ? l10n.t('Reading the document…') : '';
  }

  /** Writes ticked and cleared boxes into the document. */
  async #tick({ items }: TreeCheckboxChangeEvent<OutlineNode>): Promise<void> {
    if (this.#shown === undefined) return;
    const shown = this.#shown;
    const ids = (wanted: TreeItemCheckboxState): string[] =>
      items.filter(([, state]) => state === wanted).map(([{ id }]) => id);
    const done = await Promise.all(
      (
        [
          ['tick', ids(TreeItemCheckboxState.Checked)],
          ['clear', ids(TreeItemCheckboxState.Unchecked)],
        ] as const
      )
        .filter(([, nodes]) => nodes.length > 0)
        .map(([action, nodes]) => editOutline(this.#server, shown, { nodes, action })),
    );
    // a box that was refused shows again what the document says
    if (done.includes(false)) this.#treeChanged.fire();
  }

  #followCursor(editor: TextEditor | undefined): void {
    if (!this.#view.visible || editor === undefined || editor.document !== this.#shown?.document) return;
    const node = innermostNode(this.nodes, editor.selection.active);
    if (node === undefined) return;
    this.#view.reveal(node, { select: true, focus: false }).then(undefined, () => {
      // The tree changed before the row could be shown; the change itself follows the cursor again.
    });
  }
}

function capital(line: string): string {
  return line.charAt(0).toUpperCase() + line.slice(1);
}
