/**
 * Which parts of a document are alert rules: by what they hold, at any depth, whatever the file is called. Strings that hold
 * rules themselves are handed on.
 */
import type { AlertRule } from '../model/alert-rule';
import { mapsOf, valueOf, type MapNode, type Node, type Pair, type ScalarNode } from './nodes';
import type { RuleFields } from './rule-fields';
import { isAlertPolicy, policyRule, serviceLevelRules } from './service-levels';

/** What is told of the strings of a document. */
type OnText = (scalar: ScalarNode) => readonly AlertRule[];

/** The rules among nodes and all that is in them. What an alias repeats counts once. */
export function findRules(
  roots: readonly Node[],
  fields: RuleFields,
  onText: OnText,
  toRules = rulesOf,
): AlertRule[] {
  const found: AlertRule[] = [];
  const seen = new Set<Node>();
  const open = [...roots].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'scalar') found.push(...onText(node));
    else if (node.kind === 'list') pushReversed(open, node.items);
    else if (node.kind === 'unknown') pushReversed(open, node.parts);
    else {
      const rules = toRules(node, fields);
      found.push(...(rules ?? []));
      if (rules === null) pushReversed(open, valuesOf(node));
    }
  }
  return found;
}

/** What a map holds, but for the notes of an object: samples and copies of it in there are in force nowhere. */
function valuesOf({ pairs }: MapNode): Node[] {
  return pairs.flatMap(({ key, value }) => {
    if (value === null) return [];
    if (key !== 'annotations' || value.kind !== 'map') return [value];
    return value.pairs.flatMap(({ value: note }) => (note === null || note.kind === 'scalar' ? [] : [note]));
  });
}

function pushReversed(open: Node[], nodes: readonly Node[]): void {
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at];
    if (node !== undefined) open.push(node);
  }
}

/** The rules that a map stands for; null where it stands for none, and may hold some. */
export function rulesOf(map: MapNode, fields: RuleFields): AlertRule[] | null {
  if (isRule(map, fields)) return [fields.rule(map, 'prometheus')];
  if (isGrafanaRule(map)) return [grafanaRule(map, fields)];
  if (isAlertPolicy(map)) return policyRule(map, fields);
  return serviceLevelRules(map, fields);
}

/** Whether a map has both `alert` and `expr`, as words: neither a switch of a chart nor a schema. */
function isRule(map: MapNode, fields: RuleFields): boolean {
  const { pairs } = fields.merged(map);
  const alert = pairs.findLast(({ key }) => key === 'alert');
  const expr = pairs.findLast(({ key }) => key === 'expr');
  if (alert === undefined || expr === undefined || !isWords(alert) || !isWords(expr)) return false;
  const { value, style } = fields.valueText(alert);
  return style !== 'plain' || (value !== 'true' && value !== 'false');
}

function isWords({ value }: Pair): boolean {
  return value === null || value.kind === 'scalar' || value.kind === 'unknown';
}

/** Whether a map is a rule of Grafana's provisioning. */
function isGrafanaRule(map: MapNode): boolean {
  if (valueOf(map, 'title')?.kind !== 'scalar' || valueOf(map, 'condition') === undefined) return false;
  return mapsOf(map, 'data').some((query) => valueOf(query, 'refId') !== undefined);
}

/** A rule of Grafana: its expression is the first one among its queries. */
function grafanaRule(map: MapNode, fields: RuleFields): AlertRule {
  const rule = fields.rule(map, 'grafana', { name: 'title', expr: 'expr' });
  for (const query of mapsOf(map, 'data')) {
    const model = valueOf(query, 'model');
    const expr = model?.kind === 'map' ? fields.text(model, 'expr') : null;
    if (expr !== null) return { ...rule, expr };
  }
  return rule;
}
