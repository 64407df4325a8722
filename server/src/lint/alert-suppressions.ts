/** What comments in alert files keep from being reported. They are read with the rules; see `model/alert-rule.ts`. */
import type { AlertDocument } from '../model/alert-document';

/** Tells whether comments in or above the alert rule at an offset (UTF-16) silence a rule of ours there. */
export function alertSuppressions({ rules }: AlertDocument): (rule: string, offset: number) => boolean {
  const silencing = rules.filter(({ disabled }) => disabled === 'all' || disabled.length > 0);
  return (rule, offset) =>
    silencing.some(
      ({ span, disabled }) =>
        span !== null &&
        span.start <= offset &&
        offset <= span.end &&
        (disabled === 'all' || disabled.includes(rule)),
    );
}
