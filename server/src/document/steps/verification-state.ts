/** How far the verification of a step is written: the one judgement behind rules, tree and reports. */
import type { Runbook, Step } from '../../model/runbook';
import { encloses } from '../../text/span';
import type { PartState } from '../sections/part-state';
import { emptyVerifications } from './empty-verification-items';

/** The state of a step's verification; a step that verifies others needs none. */
export function verificationState(runbook: Runbook, { span, verification, verifies }: Step): PartState {
  if (emptyVerifications(runbook).some((empty) => encloses(span, empty.span))) return 'unwritten';
  return verification.length > 0 || verifies ? 'present' : 'missing';
}
