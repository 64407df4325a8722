/**
 * The Phases tree: the outline of the active document, with marks on what is missing.
 * It only shows; documents are never edited from here.
 */
import {
  Disposable,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  type Event,
  type TextEditor,
  type TreeDataProvider,
  type TreeView,
} from 'vscode';
import { commandIds, viewIds } from '../../../protocol/src/contributions.js';
import type { OutlineNode } from '../../../protocol/src/messages.js';
import type { ActiveOutline, DocumentOutline } from '../active-outline.js';
import { innermostNode } from './innermost-node.js';
import { toTreeRow, type TreeRow } from './tree-row.js';

const collapsibleStates: Readonly<Record<TreeRow['children'], TreeItemCollapsibleState>> = {
  none: TreeItemCollapsibleState.None,
  collapsed: TreeItemCollapsibleState.Collapsed,
  expanded: TreeItemCollapsibleState.Expanded,
};

export class PhasesView implements TreeDataProvider<OutlineNode>, Disposable {
  readonly #outline: ActiveOutline;
  readonly #treeChanged = new EventEmitter<void>();
  readonly onDidChangeTreeData: Event<void> = this.#treeChanged.event;
  readonly #view: TreeView<OutlineNode>;
  readonly #subscriptions: Disposable;
  #shown: DocumentOutline | undefined;
  /** The list that holds each shown node, and the node that owns the list. */
  #places = new Map<OutlineNode, { parent: OutlineNode | undefined; siblings: number }>();

  constructor(outline: ActiveOutline) {
    this.#outline = outline;
    this.#show();
    this.#view = window.createTreeView(viewIds.phases, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = Disposable.from(
      this.#treeChanged,
      this.#view,
      outline.onDidChange(() => {
        if (this.#outline.current === this.#shown) return;
        this.#show();
        this.#treeChanged.fire();
        this.#followCursor(window.activeTextEditor);
      }),
      this.#view.onDidChangeVisibility(() => {
        this.#followCursor(window.activeTextEditor);
      }),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        this.#followCursor(textEditor);
      }),
    );
  }

  /** The top-level nodes on show. */
  get nodes(): readonly OutlineNode[] {
    return this.#shown?.result.nodes ?? [];
  }

  getChildren(node?: OutlineNode): OutlineNode[] {
    return [...(node?.children ?? this.nodes)];
  }

  getParent(node: OutlineNode): OutlineNode | undefined {
    return this.#places.get(node)?.parent;
  }

  getTreeItem(node: OutlineNode): TreeItem {
    const row = toTreeRow(node, this.#places.get(node)?.siblings ?? 1);
    const item = new TreeItem(row.label, collapsibleStates[row.children]);
    const uri = this.#shown?.document.uri;
    // Ids are unique in one document only; the editor remembers what is expanded by them.
    item.id = `${String(uri)}#${node.id}`;
    item.description = row.description;
    item.tooltip = row.tooltip;
    item.iconPath = new ThemeIcon(
      row.icon,
      row.warns ? new ThemeColor('problemsWarningIcon.foreground') : undefined,
    );
    item.accessibilityInformation = { label: row.spoken };
    item.command = {
      command: commandIds.revealOutlineNode,
      title: 'Reveal',
      arguments: [uri, node.selectionRange],
    };
    return item;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #show(): void {
    this.#shown = this.#outline.current;
    this.#places = new Map();
    const place = (nodes: readonly OutlineNode[], parent: OutlineNode | undefined): void => {
      for (const node of nodes) {
        this.#places.set(node, { parent, siblings: nodes.length });
        place(node.children, node);
      }
    };
    place(this.nodes, undefined);
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
