/**
 * Alerts of service levels: sloth makes a paging and a ticket alert of each objective, OpenSLO has policies. Their labels and
 * annotations stand in several maps.
 */
import type { AlertField, AlertForm, AlertRule, AlertText } from '../model/alert-rule';
import { mapOf, mapsOf, scalarOf, valueOf, type MapNode } from './nodes';
import type { Fields, RuleFields } from './rule-fields';
import { noText } from './scalars';

/** The alerts of sloth, by its keys in files and in Kubernetes objects, with what it writes into the label of its own. */
const alertKeys: readonly { readonly keys: readonly string[]; readonly severity: string }[] = [
  { keys: ['page_alert', 'pageAlert'], severity: 'page' },
  { keys: ['ticket_alert', 'ticketAlert'], severity: 'ticket' },
];

/** The alerts of a map with objectives of sloth; null where it has none. */
export function serviceLevelRules(map: MapNode, fields: RuleFields): AlertRule[] | null {
  const levels = mapsOf(map, 'slos').filter((level) => mapOf(level, 'alerting') !== null);
  if (levels.length === 0) return null;
  return levels.flatMap((level) => {
    const alerting = mapOf(level, 'alerting');
    return alerting === null ? [] : alertsOf(alerting, fields);
  });
}

function alertsOf(alerting: MapNode, fields: RuleFields): AlertRule[] {
  const name = fields.text(alerting, 'name');
  if (name === null) return [];
  const shared = [
    fields.fields(alerting, alerting, 'labels'),
    fields.fields(alerting, alerting, 'annotations'),
  ];
  return alertKeys.flatMap(({ keys, severity }): AlertRule[] => {
    const key = keys.find((one) => valueOf(alerting, one) !== undefined);
    const own = key === undefined ? null : mapOf(alerting, key);
    if (own !== null && fields.text(own, 'disable')?.value === 'true') return [];
    const [labels, annotations] = ['labels', 'annotations'].map((part, index) => {
      const common = shared[index] ?? { fields: [], known: true };
      return own === null ? common : together(common, fields.fields(own, own, part));
    });
    if (labels === undefined || annotations === undefined) return [];
    const where = own ?? alerting;
    const place = fields.annotationsAt(where, fields.fields(where, where, 'annotations'));
    const made: AlertField = { name: 'sloth_severity', nameSpan: null, value: added(severity) };
    return [
      {
        ...ruleOf(name, where, 'sloth'),
        labels: [...labels.fields, made],
        annotations: annotations.fields,
        labelsKnown: labels.known,
        annotationsKnown: annotations.known,
        annotationsAt: place,
      },
    ];
  });
}

/** Fields of two maps, of which the second one counts. */
function together(common: Fields, own: Fields): Fields {
  const names = new Set(own.fields.map(({ name }) => name));
  const inherited = common.fields.filter(({ name }) => name === '' || !names.has(name));
  return { fields: [...inherited, ...own.fields], known: common.known && own.known };
}

/** Whether a map is an alert policy of OpenSLO. */
export function isAlertPolicy(map: MapNode): boolean {
  if (valueOf(map, 'kind')?.kind !== 'scalar') return false;
  return (
    mapOf(map, 'spec') !== null && mapOf(map, 'metadata') !== null && scalarOf(map, 'apiVersion') !== null
  );
}

/** The alert of such a policy; null where the map is another object. */
export function policyRule(map: MapNode, fields: RuleFields): AlertRule[] | null {
  const metadata = mapOf(map, 'metadata');
  const isPolicy = fields.text(map, 'kind')?.value === 'AlertPolicy';
  if (
    !isPolicy ||
    metadata === null ||
    fields.text(map, 'apiVersion')?.value?.startsWith('openslo/') !== true
  )
    return null;
  const name = fields.text(metadata, 'name');
  if (name === null) return [];
  const labels = fields.fields(metadata, metadata, 'labels');
  const annotations = fields.fields(metadata, metadata, 'annotations');
  const severity = severityOf(map, fields);
  return [
    {
      ...ruleOf(name, map, 'openslo'),
      labels: severity === null ? labels.fields : [...labels.fields, severity],
      annotations: annotations.fields,
      // a condition that is defined elsewhere has a severity, too
      labelsKnown: labels.known && severity !== null,
      annotationsKnown: annotations.known,
      annotationsAt: fields.annotationsAt(metadata, annotations),
    },
  ];
}

/** The severity of the first condition that a policy has in itself. */
function severityOf(map: MapNode, fields: RuleFields): AlertField | null {
  const spec = mapOf(map, 'spec');
  for (const condition of spec === null ? [] : mapsOf(spec, 'conditions')) {
    const pair = mapOf(condition, 'spec')?.pairs.find(({ key }) => key === 'severity');
    if (pair === undefined) continue;
    return {
      name: 'severity',
      nameSpan: { start: pair.keyStart, end: pair.keyEnd },
      value: fields.valueText(pair),
    };
  }
  return null;
}

function ruleOf(name: AlertText, { start, end }: MapNode, form: AlertForm): AlertRule {
  return {
    name,
    span: { start, end },
    expr: noText,
    duration: null,
    labels: [],
    annotations: [],
    labelsKnown: false,
    annotationsKnown: false,
    form,
    disabled: [],
    annotationsAt: null,
  };
}

/** What a tool writes, which stands nowhere in the file. */
function added(value: string): AlertText {
  return { value, raw: value, span: null, exact: false, style: 'plain' };
}
