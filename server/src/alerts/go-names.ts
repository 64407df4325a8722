/**
 * Alerts in Go sources of operators: `Alert: "Name"` in literals of rules. Their addresses are put together when the
 * program runs, so nothing but the name is known.
 */
import type { AlertRule, AlertText } from '../model/alert-rule';

const namePattern = /\bAlert: {0,20}"([A-Za-z_]\w{0,200})"/g;
const unknown: AlertText = { value: null, raw: '', span: null, exact: false, style: 'plain' };

/** The alerts that a Go source names. */
export function readGoNames(text: string): AlertRule[] {
  return [...text.matchAll(namePattern)].map(({ 0: whole, 1: name = '', index }): AlertRule => {
    const end = index + whole.length - 1;
    const span = { start: end - name.length, end };
    return {
      name: { value: name, raw: name, span, exact: true, style: 'double' },
      span: { start: index, end: end + 1 },
      expr: unknown,
      duration: null,
      labels: [],
      annotations: [],
      labelsKnown: false,
      annotationsKnown: false,
      form: 'go',
      disabled: [],
      annotationsAt: null,
    };
  });
}
