/** How far the verification of a step is written: the one judgement behind rules, tree and reports. */
import type { Runbook, Step } from '../../model/runbook';
import { encloses, firstFrom } from '../../text/span';
import { isVerifying } from '../../model/vocabulary';
import { isUnwritten, type PartState } from '../sections/part-state';
import { emptyVerifications } from './empty-verification-items';
import { partsWithin } from './judged-procedure';

/** The state of a step's verification; a step that verifies others needs none. */
export function verificationState(runbook: Runbook, { span, verification, verifies }: Step): PartState {
  const empty = emptyVerifications(runbook);
  const next = empty[firstFrom(empty, span.start, (one) => one.span.start)];
  if (next !== undefined && encloses(span, next.span)) return 'unwritten';
  // rules leave open what stands in phases, since a gate may be
  const parts = partsWithin(runbook, span).filter(({ role }) => isVerifying(role));
  if (parts.length > 0 && parts.every((part) => isUnwritten(runbook, part))) return 'unwritten';
  return verification.length > 0 || verifies ? 'present' : 'missing';
}
