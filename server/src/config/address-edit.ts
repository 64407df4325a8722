/** Adds a mapping of addresses to the text of a `.runbook.yaml`, and changes nothing else in it. Knows no disks. */
import { isMap, isScalar, isSeq, type ParsedNode, type YAMLSeq } from 'yaml';
import { applyEdits, lineEndingOf, type Edit } from '../text/edit';
import { LineIndex } from '../text/line-index';
import { configurationBounds, parseYaml } from './bounded-yaml';
import type { AddressSetting } from './configuration';
import { parseConfiguration } from './parse-configuration';

/** The edit; null where the file has mistakes, or lists its mappings in a way that is only edited by hand. */
export function addAddress(text: string, { from, to }: AddressSetting): Edit | null {
  const top = topOf(text);
  const item = `{ from: ${JSON.stringify(from)}, to: ${JSON.stringify(to)} }`;
  const edit = top === undefined ? null : editOf(text, top, item);
  if (edit === null) return null;
  const after = applyEdits(text, [edit]);
  const added = parseConfiguration(after, new Set()).configuration.addresses?.at(-1);
  return topOf(after) !== undefined && added?.from === from && added.to === to ? edit : null;
}

/** What stands at the top of a file, null for nothing; undefined where it has mistakes. Which rules there are is not known here. */
function topOf(text: string): ParsedNode | null | undefined {
  const parsed = parseYaml(text, configurationBounds, { prettyErrors: false });
  if ('problem' in parsed || parsed.documents.some(({ errors }) => errors.length > 0)) return undefined;
  return parsed.documents[0]?.contents ?? null;
}

function editOf(text: string, top: ParsedNode | null, item: string): Edit | null {
  if (top !== null && !isMap(top)) return null;
  const pair = top?.items.find(({ key }) => isScalar(key) && key.value === 'addresses');
  if (pair !== undefined) return isSeq(pair.value) ? behindItems(text, pair.value, item) : null;
  if (top?.flow === true) return null;
  const eol = lineEndingOf(text);
  const before = text === '' || text.endsWith('\n') ? '' : eol;
  return at(text.length, `${before}addresses:${eol}  - ${item}${eol}`);
}

/** One more item of a list in lines, in its manner. */
function behindItems(text: string, { flow, items, range }: YAMLSeq, item: string): Edit | null {
  const [first] = items;
  if (flow === true || !range || !isMap(first) || !first.range) return null;
  const lines = new LineIndex(text);
  const start = lines.lineAt(first.range[0]);
  const lead = /^([ \t]*-[ \t]+)/.exec(lines.textOf(start))?.[1];
  if (lead === undefined) return null;
  const { end } = lines.spanOf(lines.lineAt(text.slice(0, range[1]).trimEnd().length));
  return at(end, `${lineEndingOf(text)}${lead}${item}`);
}

function at(offset: number, newText: string): Edit {
  return { span: { start: offset, end: offset }, newText };
}
