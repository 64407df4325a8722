/** From a map of YAML to an alert rule: name, expression, labels, annotations, and where an annotation can be added. */
import type { AlertField, AlertForm, AlertRule, AlertText, AnnotationsPlace } from '../model/alert-rule';
import type { LineIndex } from '../text/line-index';
import type { MapNode, Node, Pair } from './nodes';
import { noText, readScalar } from './scalars';
import type { Hole, TemplateText } from './template-text';

/** Pairs that merge keys may bring into one map, and maps and lists that they may go through. */
const mostMerged = 100;

/** Lines of output that are looked at in one map. */
const mostHoles = 100;

/** The labels or annotations of a rule, and whether these are all. */
export interface Fields {
  readonly fields: readonly AlertField[];
  readonly known: boolean;
}

/** A map with what its merge keys bring in, without these. */
export interface Merged {
  readonly pairs: readonly Pair[];
  readonly isOpen: boolean;
}

/** Reads what rules consist of, in one text. */
export class RuleFields {
  readonly #template: TemplateText;
  readonly #lines: LineIndex;

  constructor(template: TemplateText, lines: LineIndex) {
    this.#template = template;
    this.#lines = lines;
  }

  /** A rule as Prometheus has it. `keys` name what other systems call otherwise. */
  rule(map: MapNode, form: AlertForm, keys = { name: 'alert', expr: 'expr' }): AlertRule {
    const merged = this.merged(map);
    const labels = this.fields(map, merged, 'labels');
    const annotations = this.fields(map, merged, 'annotations');
    return {
      name: this.text(merged, keys.name) ?? noText,
      span: { start: map.start, end: map.end },
      expr: this.text(merged, keys.expr) ?? noText,
      duration: this.text(merged, 'for'),
      labels: labels.fields,
      annotations: annotations.fields,
      labelsKnown: labels.known,
      annotationsKnown: annotations.known,
      form,
      disabled: [],
      annotationsAt: this.annotationsAt(map, annotations),
    };
  }

  /** What the key of a map says; null where it is not there. Branches of a template that say different things leave it open. */
  text({ pairs }: Merged, key: string): AlertText | null {
    const texts = pairs.filter((pair) => pair.key === key).map((pair) => this.valueText(pair));
    const last = texts.at(-1);
    if (last === undefined || texts.every(({ raw }) => raw === last.raw)) return last ?? null;
    return { ...last, value: null };
  }

  /** What stands behind a key; the empty text where nothing does. */
  valueText({ value, end }: Pair): AlertText {
    if (value === null) return { value: '', raw: '', span: { start: end, end }, exact: true, style: 'plain' };
    return value.kind === 'scalar' ? readScalar(value, this.#template, this.#lines) : noText;
  }

  /** The fields in the map that is the value of a key. */
  fields(map: MapNode, merged: Merged, key: string): Fields {
    const pair = merged.pairs.findLast((one) => one.key === key);
    if (pair === undefined) return { fields: [], known: !merged.isOpen && !this.#mayHaveMoreKeys(map) };
    const isOwn = map.pairs.includes(pair);
    const known = !isOwn || !this.#mayHaveMoreIn(map, pair);
    if (pair.value === null) return { fields: [], known };
    if (pair.value.kind !== 'map') return { fields: [], known: false };
    const inner = this.merged(pair.value);
    const named = inner.pairs.filter(({ value }) => value?.kind !== 'list');
    return {
      fields: named.map((one) => this.field(one)),
      known: known && !inner.isOpen && inner.pairs.every((one) => one.key !== null),
    };
  }

  /** A label or annotation. */
  field(pair: Pair): AlertField {
    const nameSpan = { start: pair.keyStart, end: pair.keyEnd };
    return { name: pair.key ?? '', nameSpan, value: this.valueText(pair) };
  }

  /** A map with what `<<` brings in: in front, so that own keys count. */
  merged(map: MapNode): Merged {
    if (!map.pairs.some(({ key }) => key === '<<')) return map;
    const own = map.pairs.filter(({ key }) => key !== '<<');
    const names = new Set(own.map(({ key }) => key));
    const found: Pair[] = [];
    const seen = new Set<Node>([map]);
    let { isOpen } = map;
    const open: (Node | null)[] = map.pairs.filter(({ key }) => key === '<<').map(({ value }) => value);
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (found.length > mostMerged || seen.size > mostMerged) {
        isOpen = true;
        break;
      }
      if (node === null || node.kind === 'unknown' || node.kind === 'scalar') {
        isOpen = true;
        continue;
      }
      if (seen.has(node)) continue;
      seen.add(node);
      if (node.kind === 'list') open.push(...node.items.slice(0, mostMerged));
      else {
        isOpen ||= node.isOpen;
        for (const pair of node.pairs.slice(0, mostMerged)) {
          if (pair.key === '<<') open.push(pair.value);
          else if (pair.key === null || !names.has(pair.key)) found.push(pair);
          names.add(pair.key);
        }
      }
    }
    return { pairs: [...found, ...own], isOpen };
  }

  /** Whether something in the lines of a map may write keys of it. */
  #mayHaveMoreKeys(map: MapNode): boolean {
    if (map.isOpen || map.pairs.some(({ key }) => key === null)) return true;
    const until = map.pairs.at(-1)?.until ?? map.end;
    return this.#holes(map, map.start, until).some(
      ({ offset, indent }) =>
        indent === null || indent === map.indent || (indent < map.indent && offset < map.end),
    );
  }

  /** Whether something in the lines of a pair may write more into its value. */
  #mayHaveMoreIn(map: MapNode, { keyEnd, until }: Pair): boolean {
    const isLast = until >= (map.pairs.at(-1)?.until ?? map.end);
    return this.#holes(map, keyEnd, until).some(
      ({ indent }) => indent === null || indent > map.indent || (!isLast && indent < map.indent),
    );
  }

  /** Output on lines of its own that is no part of a text in the map. */
  #holes(map: MapNode, start: number, end: number): readonly Hole[] {
    const holes = this.#template.holesIn(start, end);
    return holes.slice(0, mostHoles).filter(({ offset }) => !isInText(map, offset));
  }

  /** Where a new annotation of a rule can be written. */
  annotationsAt(map: MapNode, { fields, known }: Fields): AnnotationsPlace | null {
    if (map.isFlow) return null;
    const pair = map.pairs.findLast(({ key }) => key === 'annotations');
    const hasActions = (start: number, end: number): boolean => this.#template.hasAction(start, end);
    if (pair === undefined) {
      const indent = this.#indentAt(map.start, map.indent);
      if (!known || fields.length > 0 || indent === null || this.merged(map).isOpen) return null;
      const first = map.pairs.find(({ key }) => key === 'alert');
      const isTemplate = this.#template.hasLoneAction(map.start, map.pairs.at(-1)?.until ?? map.end);
      if (!isTemplate) return { offset: this.#lineEnd(map.end), indent, hasMap: false };
      // in a template the line behind the name is the one of which is known under which condition it is there
      if (first?.value?.kind !== 'scalar' || first.value.style === 'literal') return null;
      return { offset: this.#lineEnd(first.end), indent, hasMap: false };
    }
    const keyLine = this.#lineEnd(pair.keyEnd);
    if (pair.value === null) {
      const indent = this.#indentAt(pair.keyStart, map.indent);
      return known && indent !== null ? { offset: keyLine, indent: `${indent}  `, hasMap: true } : null;
    }
    if (pair.value.kind !== 'map' || pair.value.isFlow || pair.value.start < pair.keyStart) return null;
    if (hasActions(pair.keyEnd, keyLine) || pair.value.start < keyLine || fields.length === 0) return null;
    const indent = this.#indentAt(pair.value.start, pair.value.indent);
    if (indent === null) return null;
    const isTemplate = this.#template.hasLoneAction(keyLine, pair.until);
    return { offset: isTemplate ? keyLine : this.#lineEnd(pair.value.end), indent, hasMap: true };
  }

  #lineEnd(offset: number): number {
    return this.#lines.spanOf(this.#lines.lineAt(offset)).end;
  }

  /** The white space in front of the keys of a map whose first one is at `offset`; null where it is not plain. */
  #indentAt(offset: number, column: number): string | null {
    const line = this.#lines.spanOf(this.#lines.lineAt(offset));
    const before = this.#template.text.slice(line.start, offset);
    return before.length === column && /^[ -]*$/.test(before) ? ' '.repeat(column) : null;
  }
}

/** Whether a scalar of a map, or of a map in it, holds what is at `offset`. */
function isInText(map: MapNode, offset: number, depth = 0): boolean {
  return map.pairs.some(({ value }) => {
    if (value === null || offset < value.start || value.end <= offset) return false;
    return (
      value.kind === 'scalar' || (value.kind === 'map' && depth < 5 && isInText(value, offset, depth + 1))
    );
  });
}
