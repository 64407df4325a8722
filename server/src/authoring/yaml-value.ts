/** Writes values into front matter with the quotes that stand there. */
import type { Runbook } from '../model/runbook';
import type { Span } from '../text/span';

/** `value` quoted as what stands at `span` is; double quotes where a plain value would not survive. */
export function quotedLike({ text }: Runbook, { start, end }: Span, value: string): string {
  const old = text.slice(start, end);
  if (old.startsWith("'")) return `'${value.replace(/'/g, "''")}'`;
  return old.startsWith('"') ? JSON.stringify(value) : yamlValue(value);
}

/** `value` as it stands in front matter: in double quotes where it would not survive without. */
export function yamlValue(value: string): string {
  return /^[A-Za-z0-9][\w .,/()-]*$/.test(value) ? value : JSON.stringify(value);
}
