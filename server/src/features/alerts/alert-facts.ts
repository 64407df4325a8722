/** What an alert rule says that its runbook is to say, too. Knows nothing of documents. */
import { severityOf } from '../../index/alert-file-summary';
import type { AlertField, AlertRule } from '../../model/alert-rule';
import { asCode, shortened } from '../shared/alert-words';

/** Empty where the rule does not say so for certain. */
export interface AlertFacts {
  readonly name: string;
  readonly severity: string;
  /** On one line; empty where it is too long to be read there. */
  readonly expression: string;
  readonly duration: string;
  readonly dashboard: string;
}

/** UTF-16 units of an expression that is told on one line. */
const longestExpression = 300;

/** The facts of a rule; null where its name is not known. */
export function factsOf(rule: AlertRule): AlertFacts | null {
  const name = rule.name.value?.trim() ?? '';
  if (name === '' || /[\r\n]/.test(name)) return null;
  const expression = shortened(rule.expr.value ?? '', Infinity);
  return {
    name,
    severity: severityOf(rule) ?? '',
    expression: expression.length > longestExpression ? '' : expression,
    duration: rule.duration?.value?.trim() ?? '',
    dashboard: valueOf(
      rule.annotations,
      /^(?:grafana)?[_-]?dashboard[_-]?(?:url|link)?$|^grafana[_-]?(?:url|link)?$/i,
      /^https?:\S+$/,
    ),
  };
}

/** The first value of such a name and form that is known. */
function valueOf(fields: readonly AlertField[], named: RegExp, form: RegExp): string {
  for (const { name, value } of fields) {
    const words = value.value?.trim() ?? '';
    if (named.test(name) && form.test(words)) return words;
  }
  return '';
}

/** When the runbook of an alert is used: ``The alert `ApiDown` fires (page): `up == 0` for 5m.`` */
export function triggerWords({ name, severity, expression, duration }: AlertFacts): string {
  const level = severity === '' ? '' : ` (${severity})`;
  const lasting = duration === '' ? '' : ` for ${duration}`;
  const on = expression === '' ? '' : `: ${asCode(expression)}${lasting}`;
  return `The alert ${asCode(name)} fires${level}${on}.`;
}

/** What an expression is compared with: `> 0.5` of `rate(x[5m]) > 0.5`; empty where it ends otherwise. */
export function thresholdOf({ expression, duration }: AlertFacts): string {
  const compared = /(?:[<>]=?|[=!]=)\s*-?\d+(?:\.\d+)?(?:e-?\d+)?$/.exec(expression)?.[0] ?? '';
  return compared === '' || duration === '' ? compared : `${compared} for ${duration}`;
}
