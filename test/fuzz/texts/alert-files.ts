/** Files with alert rules beside documents, whose addresses lead to these in every way that people write. */
import fc from 'fast-check';

/** What addresses may name. */
export interface Leads {
  /** Paths of documents. */
  readonly paths: readonly string[];
  readonly ids: readonly string[];
}

const names = fc.constantFrom('QueueStuck', 'DiskFull', 'ErrorRate', 'PoolDown', 'Watchdog', 'größe', 'Q-1');

/** A value as YAML writes it in one line. */
const quotes = fc.constantFrom(
  (words: string) => (/^[\w./#-]+$/.test(words) ? words : JSON.stringify(words)),
  (words: string) => `"${words}"`,
  (words: string) => `'${words}'`,
);

const annotationNames = fc.constantFrom('runbook_url', 'runbook', 'runbook_url', 'playbook', 'dashboard_url');

function addressesOf({ paths, ids }: Leads): fc.Arbitrary<string | null> {
  const path = fc.constantFrom(...paths);
  const id = fc.constantFrom(...ids, 'RUN-999');
  const slug = fc.constantFrom('', '', '-queue-is-stuck', '-errors--more');
  const anchored = fc.tuple(path, id, slug).map(([to, name, tail]) => `${to}#${name.toLowerCase()}${tail}`);
  return fc.oneof(
    { weight: 3, arbitrary: anchored },
    { weight: 2, arbitrary: path },
    { weight: 2, arbitrary: id },
    { weight: 1, arbitrary: path.map((to) => `../${to}`) },
    { weight: 1, arbitrary: path.map((to) => `https://wiki.example/ops/${to}`) },
    { weight: 1, arbitrary: anchored.map((to) => `{{ .Values.base }}/${to}`) },
    { weight: 2, arbitrary: fc.constantFrom('TODO', '', 'https://example.com/runbook', 'see #ops') },
    { weight: 3, arbitrary: fc.constant(null) },
  );
}

interface Rule {
  readonly name: string;
  readonly address: string | null;
  readonly annotation: string;
  readonly quote: (words: string) => string;
  readonly severity: string;
  readonly form: 'block' | 'flow' | 'bare' | 'guarded';
  readonly summary: boolean;
}

/** A rule as an item of a list at this indentation. */
function ruleText(
  { name, address, annotation, quote, severity, form, summary }: Rule,
  indent: string,
): string {
  const pairs = [
    ...(summary ? [['summary', quote('It is slow: {{ $value }}')]] : []),
    ...(address === null ? [] : [[annotation, quote(address)]]),
  ];
  const head = `${indent}- alert: ${name}\n${indent}  expr: up{job="x"} == 0  # why\n`;
  const labels = `${indent}  labels:\n${indent}    severity: ${severity}\n`;
  const block = pairs.map(([key, words]) => `${indent}    ${String(key)}: ${String(words)}\n`).join('');
  if (form === 'flow')
    return `${head}${indent}  labels: { severity: ${severity} }\n${indent}  annotations: { ${pairs.map(([key, words]) => `${String(key)}: ${String(words)}`).join(', ')} }\n`;
  if (form === 'bare' || pairs.length === 0) return `${head}${indent}  for: 5m\n${labels}`;
  if (form === 'guarded')
    return `${indent}{{- if .Values.on }}\n${head}${labels}${indent}  annotations:\n${block}${indent}{{- end }}\n`;
  return `${head}${labels}${indent}  annotations:\n${block}`;
}

const wrappers = fc.constantFrom<((rules: (indent: string) => string) => string)[]>(
  (rules) => `groups:\n  - name: shop\n    rules:\n${rules('      ')}`,
  (rules) => `groups:\n- name: shop\n  rules:\n${rules('  ')}- name: other\n  rules: []\n`,
  (rules) =>
    `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: shop\nspec:\n  groups:\n    - name: shop\n      rules:\n${rules('        ')}`,
  (rules) => `# the shop\n---\ngroups:\n  - name: shop\n    rules:\n${rules('    ')}`,
);

/** A file with one to five rules. */
export function alertFileFor(leads: Leads): fc.Arbitrary<string> {
  const rule = fc.record<Rule>({
    name: names,
    address: addressesOf(leads),
    annotation: annotationNames,
    quote: quotes,
    severity: fc.constantFrom('page', 'critical', 'warning', '"{{ .Values.severity }}"'),
    form: fc.constantFrom('block', 'block', 'flow', 'bare', 'guarded'),
    summary: fc.boolean(),
  });
  return fc
    .tuple(fc.array(rule, { minLength: 1, maxLength: 5 }), wrappers, fc.constantFrom('', '', '\n\n'))
    .map(
      ([rules, wrap, end]) => `${wrap((indent) => rules.map((one) => ruleText(one, indent)).join(''))}${end}`,
    );
}
