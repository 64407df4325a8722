/** Front matter for rules: values by key, and whether it can be relied on. */
import type { FrontMatterField, Runbook } from '../../model/runbook';

/**
 * The field of this key, however it is spelled (`risk_level`, `risk-level`, `Risk Level`); undefined where there is
 * none, where it has no value, or where the front matter is broken, so that nothing is held against what cannot be read.
 */
export function frontMatterField({ frontMatter }: Runbook, key: string): FrontMatterField | undefined {
  if (frontMatter === null || frontMatter.problems.length > 0) return undefined;
  return frontMatter.fields.find((field) => spelling(field.key) === key && field.value !== '');
}

/** Whether a value is still the template's: `[words]`, a menu `low | medium | high`, `TBD`. */
export function isTemplateValue(value: string): boolean {
  return /^\[[^\]]*\]|^[<{]|\s\|\s|\[[A-Z][^[\]]*\]|\b(?:TBD|TODO)\b|^\w+(?:\/\w+){2,}$/.test(value);
}

/** Whether the document says that it carries a high risk. */
export function isHighRisk(runbook: Runbook): boolean {
  return /^high\b/i.test(frontMatterField(runbook, 'risk_level')?.value ?? '');
}

function spelling(key: string): string {
  return key
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}
