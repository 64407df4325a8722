/**
 * Finds the items of a run again in a document that was edited meanwhile, reordered too: by what they say, then by title,
 * then by number. Rather not at all than wrongly: a tick must never go to something else.
 */
import type { RunPlan } from '../document/run/plan';
import { groupBy } from '../text/group-by';
import { itemsOf, renamed, type ItemType, type RunItem } from './items';

export interface Followed {
  /** The document's plan, with the ids of the run. */
  readonly plan: RunPlan;
  /** The items of the run from now on: those of the plan, and behind them those that are lost. */
  readonly items: readonly RunItem[];
  readonly lost: readonly RunItem[];
}

/** `items`: those of the run so far; `plan`: that of the document as it stands, null where it has none. */
export function follow(items: readonly RunItem[], plan: RunPlan | null): Followed | null {
  if (plan === null) return null;
  const now = itemsOf(plan);
  const ids = new Matching(items, now).match();
  const taken = new Set(items.map(({ id }) => id));
  let count = 0;
  for (const { id } of now) {
    if (ids.has(id)) continue;
    let own = id;
    while (taken.has(own)) own = `n${String(++count)}`;
    taken.add(own);
    ids.set(id, own);
  }
  const named = (id: string): string => ids.get(id) ?? id;
  const found = new Set(ids.values());
  const lost = items.filter(({ id }) => !found.has(id)).map((item): RunItem => ({ ...item, lost: true }));
  const merged = now.map((item): RunItem => ({
    ...item,
    id: named(item.id),
    parent: item.parent === '' ? '' : named(item.parent),
  }));
  return { plan: renamed(plan, named), items: [...merged, ...lost], lost };
}

/** Those that hold others come first, so that these are looked for in what theirs became. */
const order: readonly ItemType[] = ['phase', 'step', 'rollback', 'gate', 'decision', 'branch', 'box'];

class Matching {
  readonly #before: readonly RunItem[];
  readonly #now: readonly RunItem[];
  /** Ids of the run by those of the plan. */
  readonly #ids = new Map<string, string>();
  readonly #used = new Set<string>();

  constructor(before: readonly RunItem[], now: readonly RunItem[]) {
    this.#before = before;
    this.#now = now;
  }

  match(): Map<string, string> {
    for (const type of order) {
      const was = this.#before.filter((item) => item.type === type);
      const is = this.#now.filter((item) => item.type === type);
      // at its place and unchanged, moved and unchanged, then changed
      this.#pair(was, is, (item, parent) => `${parent}\n${item.digest}\n${item.number}`, true);
      this.#pair(was, is, (item, parent) => `${parent}\n${item.digest}`, true);
      if (isOfOne(type)) this.#pair(was, is, (_, parent) => parent, false);
      this.#pair(was, is, (item) => item.digest, type !== 'box' && type !== 'branch');
      if (type === 'box' || type === 'branch') {
        this.#pairAlike(was, is);
        continue;
      }
      this.#pair(was, is, (item, parent) => (item.title === '' ? null : `${parent}\n${item.title}`), false);
      this.#pair(was, is, (item) => (item.title === '' ? null : item.title), false);
      this.#pair(was, is, (item, parent) => (item.number === '' ? null : `${parent}\n${item.number}`), false);
      this.#pairAlike(was, is);
    }
    return this.#ids;
  }

  /** The parent by its id in the run, so that what stands in the same item is compared with each other. */
  #parentOf(item: RunItem, isNow: boolean): string {
    if (item.parent === '') return '';
    return isNow ? (this.#ids.get(item.parent) ?? `\0${item.parent}`) : item.parent;
  }

  /** Pairs what has the same key; of several with one key those in the same order, or none where `many` is false. */
  #pair(
    was: readonly RunItem[],
    is: readonly RunItem[],
    keyOf: (item: RunItem, parent: string) => string | null,
    many: boolean,
  ): void {
    const before = groupBy(this.#freeBefore(was), (item) => keyOf(item, this.#parentOf(item, false)) ?? '\0');
    const now = groupBy(this.#freeNow(is), (item) => keyOf(item, this.#parentOf(item, true)) ?? '\0');
    for (const [key, items] of now) {
      const others = before.get(key) ?? [];
      if (key === '\0' || (!many && (items.length > 1 || others.length > 1))) continue;
      // of equal ones that became more or fewer nobody knows which is which, where they are not the same
      for (const [index, item] of items.entries()) {
        const other = others[index];
        if (other !== undefined) this.#take(item, other);
      }
    }
  }

  /** Pairs what stands in the same item and shares most of its words with one other only. */
  #pairAlike(was: readonly RunItem[], is: readonly RunItem[]): void {
    for (const item of this.#freeNow(is)) {
      const parent = this.#parentOf(item, true);
      const words = wordsOf(item.title);
      const alike = this.#freeBefore(was).filter(
        (other) => this.#parentOf(other, false) === parent && areAlike(words, wordsOf(other.title)),
      );
      const [only] = alike;
      if (only !== undefined && alike.length === 1) this.#take(item, only);
    }
  }

  #freeBefore(was: readonly RunItem[]): RunItem[] {
    return was.filter(({ id }) => !this.#used.has(id));
  }

  #freeNow(is: readonly RunItem[]): RunItem[] {
    return is.filter(({ id }) => !this.#ids.has(id));
  }

  #take(item: RunItem, other: RunItem): void {
    this.#ids.set(item.id, other.id);
    this.#used.add(other.id);
  }
}

/** Of which an item holds at most one. */
function isOfOne(type: ItemType): boolean {
  return type === 'gate' || type === 'decision' || type === 'rollback';
}

function wordsOf(title: string): ReadonlySet<string> {
  return new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Whether two thirds of the words of both are the same. */
function areAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 && shared * 3 >= Math.max(a.size, b.size) * 2;
}
