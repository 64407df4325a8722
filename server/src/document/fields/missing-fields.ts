/** Which fields a head lacks: those that are absent together, each empty one by itself. */
import type { Runbook } from '../../model/runbook';
import type { Span } from '../../text/span';
import { headerField } from './header-field';

export interface WantedField {
  readonly name: string;
  /** Names in lower case that stand for it. */
  readonly pattern: RegExp;
}

export interface MissingFields {
  readonly names: readonly string[];
  /** The label of an empty field; null for fields that are not there at all. */
  readonly nameSpan: Span | null;
}

/** One for each empty field, and one for all absent ones. */
export function missingFields(runbook: Runbook, wanted: readonly WantedField[]): MissingFields[] {
  const found: MissingFields[] = [];
  const absent: string[] = [];
  for (const { name, pattern } of wanted) {
    const field = headerField(runbook, pattern);
    if (field === undefined) absent.push(name);
    else if (field.value === null) found.push({ names: [name], nameSpan: field.nameSpan });
  }
  if (absent.length > 0) found.push({ names: absent, nameSpan: null });
  return found;
}
