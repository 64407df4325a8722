/** Pairs of rules about the phases of playbooks; «…» stands around what the yielding rule would report. */
import { change, playbook } from '../documents';

const skipped = change(playbook, '### Phase 3: Switch', '### Phase 4: Switch');

export const phasePairs: Readonly<Record<string, string>> = {
  'empty-verification < missing-gate-criteria': change(
    playbook,
    '**Gate Criteria:**\n\n- [ ] The new host answers',
    '**«Verification»:**\n',
  ),
  'phase-dependency < phase-numbering': change(
    skipped,
    '- Requires Phase 2 completion',
    '- Requires Phase «3» completion',
  ),
  'execution-log-mismatch < phase-numbering': change(skipped, '| 3     |', '| «3»     |'),
};
