/** What YAML and languages like it consist of, with places: scalars by where they stand, maps, lists. Inert data. */
import type { AlertText } from '../model/alert-rule';

/** A scalar, which is read when somebody asks what it says. */
export interface ScalarNode {
  readonly kind: 'scalar';
  readonly style: AlertText['style'];
  /** UTF-16 offsets of the content: without quotes; in block scalars from the first to the last word of it. */
  readonly start: number;
  readonly end: number;
  /** Column (from 0) at which the lines of a block scalar begin; 0 in others. */
  readonly indent: number;
  /** Whether it ends as it should, and nothing else stands in its place. */
  readonly isSound: boolean;
}

/** A key with its value; null where nothing stands behind the key. */
export interface Pair {
  /** Null where the key is a template. */
  readonly key: string | null;
  /** UTF-16 offsets of the key without quotes. */
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: Node | null;
  /** The offset behind the value, or behind the colon. */
  readonly end: number;
  /** Where the next thing begins that is not part of the value. */
  readonly until: number;
}

export interface MapNode {
  readonly kind: 'map';
  readonly start: number;
  readonly end: number;
  /** The column (from 0) of its keys. */
  readonly indent: number;
  readonly isFlow: boolean;
  /** Whether something that is not known adds keys. */
  readonly isOpen: boolean;
  readonly pairs: readonly Pair[];
}

export interface ListNode {
  readonly kind: 'list';
  readonly start: number;
  readonly end: number;
  readonly items: readonly Node[];
}

/** Something that cannot be read, or that is defined elsewhere. */
export interface UnknownNode {
  readonly kind: 'unknown';
  readonly start: number;
  readonly end: number;
  /** What stands in it: arguments, operands. */
  readonly parts: readonly Node[];
}

export type Node = ScalarNode | MapNode | ListNode | UnknownNode;

/** The value of a key; undefined where there is no such key, null where it has none. Of repeated keys the last one counts. */
export function valueOf(map: MapNode, key: string): Node | null | undefined {
  return map.pairs.findLast((pair) => pair.key === key)?.value;
}

/** The map that is the value of a key. */
export function mapOf(map: MapNode, key: string): MapNode | null {
  const value = valueOf(map, key);
  return value?.kind === 'map' ? value : null;
}

/** The scalar that is the value of a key. */
export function scalarOf(map: MapNode, key: string): ScalarNode | null {
  const value = valueOf(map, key);
  return value?.kind === 'scalar' ? value : null;
}

/** The maps in the list that is the value of a key. */
export function mapsOf(map: MapNode, key: string): MapNode[] {
  const value = valueOf(map, key);
  return value?.kind === 'list' ? value.items.filter((item) => item.kind === 'map') : [];
}
