/** The fields that say who keeps something. What their values look like refers to nothing. */
import type { Runbook } from '../../model/runbook';
import { ownerKeys } from '../entries/owner-keys';
import { encloses, firstFrom, type Span } from '../../text/span';

const keys: ReadonlySet<string> = new Set([...ownerKeys, 'responsible']);

/** Whether a field of this key (lower case) names owners: persons or teams. */
export function isOwner(key: string): boolean {
  return keys.has(key);
}

/** Whether a stretch lies in the value of such a field: **Owner**: «Phase 2 crew». */
export function isInOwner({ labels }: Runbook, span: Span): boolean {
  const label = labels[firstFrom(labels, span.start + 1, ({ nameSpan }) => nameSpan.start) - 1];
  return label?.value != null && isOwner(label.key) && encloses(label.value.span, span);
}
