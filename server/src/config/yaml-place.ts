/** Where in a YAML text a place is: on which key or value, and under which keys. Knows nothing of what they mean. */
import { isMap, isPair, isScalar, isSeq, visit, type Node, type Pair } from 'yaml';
import { touches, type Span } from '../text/span';
import { configurationBounds, parseYaml } from './bounded-yaml';
import type { SchemaPath } from './schema';

/** A key or a value that stands in the text. */
export interface YamlWord {
  readonly span: Span;
  readonly text: string;
  /** Keys and indexes that lead to it; of a key those to its value. */
  readonly path: SchemaPath;
  readonly isKey: boolean;
}

/** A place at which something may be written. */
export interface YamlGap {
  /** What is written there so far. */
  readonly span: Span;
  /** What leads to the map of the key, or to the value. */
  readonly path: SchemaPath;
  /** `key`: a key of a map, or an item of a list on a line of its own. */
  readonly kind: 'key' | 'value';
  /** The other keys of the map. */
  readonly siblings: readonly string[];
  /** Whether a colon follows already. */
  readonly hasColon: boolean;
}

type Step = Node | Pair | { readonly contents: unknown };

/** The key or value at an offset; null between them. */
export function wordAt(text: string, offset: number): YamlWord | null {
  return scalarsOf(text, (value, key, range, path) => {
    const span = { start: range[0], end: range[1] };
    if (!touches(span, offset)) return null;
    return { span, text: String(value), path: pathTo(path), isKey: key === 'key' };
  });
}

/** Stands for what is to be written while the text is read. */
const mark = 'x--cursor--x';

/** What may be written at an offset; null in comments, and where the text is too broken to tell. */
export function gapAt(text: string, offset: number): YamlGap | null {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const before = text.slice(lineStart, offset);
  if (/(?:^|\s)#/.test(before)) return null;
  const typed = /(?<![\w./*!-])[\w./*!-]*$/.exec(before)?.[0] ?? '';
  const start = offset - (/^\s*-+$/.test(before) ? 0 : typed.length);
  const end = offset + (/^[\w./*-]*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
  const hasColon = /^[ \t]*:/.test(text.slice(end, end + 20));
  const opensLine = /^[ \t]*(?:-[ \t]+)*$/.test(text.slice(lineStart, start));
  const marked = `${text.slice(0, start)}${mark}${opensLine && !hasColon ? ':' : ''}${text.slice(end)}`;
  return scalarsOf(marked, (value, key, _range, path) => {
    if (value !== mark) return null;
    const isKey = key === 'key';
    const map = path.findLast(isMap);
    const siblings = isKey
      ? (map?.items ?? []).map((pair) => keyOf(pair)).filter((name) => name !== mark)
      : [];
    const own = pathTo(path);
    return {
      span: { start, end },
      path: isKey ? own.slice(0, -1) : own,
      kind: isKey ? 'key' : 'value',
      siblings,
      hasColon,
    };
  });
}

type Look<T> = (
  value: unknown,
  key: unknown,
  range: readonly [number, number, number],
  path: readonly Step[],
) => T | null;

/** What is found at the first scalar that says something. */
function scalarsOf<T>(text: string, look: Look<T>): T | null {
  const parsed = parseYaml(text, configurationBounds, { prettyErrors: false });
  const document = 'problem' in parsed ? undefined : parsed.documents[0];
  if (document === undefined) return null;
  const found: T[] = [];
  visit(document, {
    Scalar(key, node, path) {
      const here = node.range ? look(node.value, key, node.range, [...path, node]) : null;
      if (here === null) return undefined;
      found.push(here);
      return visit.BREAK;
    },
  });
  return found[0] ?? null;
}

/** The keys and indexes to the last of the nodes; its own key with them where it is one. */
function pathTo(nodes: readonly Step[]): SchemaPath {
  return nodes.flatMap((node, index): (string | number)[] => {
    if (isPair(node)) return [keyOf(node)];
    return isSeq(node) ? [node.items.findIndex((item) => item === nodes[index + 1])] : [];
  });
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}
