/** A view whose rows come from a part of the extension that is loaded when someone looks at it. */
import {
  EventEmitter,
  window,
  type Disposable,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
} from 'vscode';

/** Where the rows come from. */
export type Rows<Row> = Pick<TreeDataProvider<Row>, 'getChildren' | 'getTreeItem'>;

export class LateTree<Row> implements TreeDataProvider<Row>, Disposable {
  readonly view: TreeView<Row>;
  readonly #load: () => Promise<Rows<Row>>;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(id: string, canSelectMany: boolean, load: () => Promise<Rows<Row>>) {
    this.#load = load;
    this.view = window.createTreeView(id, { treeDataProvider: this, showCollapseAll: true, canSelectMany });
  }

  /** The rows are others now. */
  refresh(): void {
    this.#changed.fire(undefined);
  }

  // the editor shows that it waits as long as this does not settle
  async getChildren(row?: Row): Promise<Row[]> {
    return [...((await (await this.#load()).getChildren(row)) ?? [])];
  }

  async getTreeItem(row: Row): Promise<TreeItem> {
    return (await this.#load()).getTreeItem(row);
  }

  dispose(): void {
    this.#changed.dispose();
    this.view.dispose();
  }
}
