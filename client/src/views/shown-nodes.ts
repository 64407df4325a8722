/**
 * The nodes that the Phases tree shows, and those that it showed before: what a menu was opened on may be older than the
 * tree, which is read anew with every change. Knows no editor.
 */
import type { OutlineNode } from '../../../protocol/src/messages.js';

interface NodePlace {
  readonly parent: OutlineNode | undefined;
  readonly siblings: readonly OutlineNode[];
}

export class ShownNodes {
  /** Where each shown node stands. */
  #places = new Map<OutlineNode, NodePlace>();
  #document: string | undefined;
  /** All nodes that were ever shown and that somebody still has, with the document of each. */
  readonly #known = new WeakMap<object, { readonly node: OutlineNode; readonly document: string }>();

  /** Takes the nodes of a document, by its URI, for those on show. */
  show(document: string | undefined, nodes: readonly OutlineNode[]): void {
    this.#document = document;
    this.#places = new Map();
    const place = (siblings: readonly OutlineNode[], parent: OutlineNode | undefined): void => {
      for (const node of siblings) {
        this.#places.set(node, { parent, siblings });
        if (document !== undefined) this.#known.set(node, { node, document });
        place(node.children, node);
      }
    };
    place(nodes, undefined);
  }

  /** The node on show that something passed by a menu is, or was when the menu was opened; undefined where it is gone. */
  current(passed: unknown): OutlineNode | undefined {
    if (typeof passed !== 'object' || passed === null) return undefined;
    const old = this.#known.get(passed);
    if (old === undefined || old.document !== this.#document) return undefined;
    if (this.#places.has(old.node)) return old.node;
    const { id, kind, label } = old.node;
    // phases are numbered anew: what has the id of another one by now is not meant
    return [...this.#places.keys()].find(
      (node) => node.id === id && node.kind === kind && node.label === label,
    );
  }

  withIds(ids: readonly string[]): readonly OutlineNode[] {
    return [...this.#places.keys()].filter(({ id }) => ids.includes(id));
  }

  siblingsOf(node: OutlineNode): readonly OutlineNode[] {
    return this.#places.get(node)?.siblings ?? [];
  }

  parentOf(node: OutlineNode): OutlineNode | undefined {
    return this.#places.get(node)?.parent;
  }
}
