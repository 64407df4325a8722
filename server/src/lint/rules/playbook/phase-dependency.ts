/** Dependencies between phases that cannot be met. */
import { brokenReferences, type BrokenReference } from '../../../document/phases/phase-references';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface BrokenDependency extends Match, BrokenReference {}

const messages = new Messages({
  unknown:
    'Phase {label} requires Phase {required}, which does not exist, so its start is unclear. Correct the number or remove the dependency.',
  forward:
    'Phase {label} requires Phase {required}, which comes later, so the phases cannot run in order. Reorder them or correct the number.',
  self: 'Phase {label} requires itself, so it can never start. Enter the number of the phase that it depends on.',
  cycle:
    'Phase {label} and Phase {required} depend on each other, so neither can start. Remove one of the dependencies.',
});

export const phaseDependency = defineRule<BrokenDependency>({
  meta: {
    name: 'phase-dependency',
    summary: 'A phase that depends on itself, on a later phase or on one that does not exist',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
    absentFrom: 'document',
    yieldsTo: ['phase-numbering'],
  },
  *find({ runbook }) {
    const broken = brokenReferences(runbook);
    for (const [index, { reference, problem, ...rest }] of broken.entries()) {
      // of `Phases 1 to 6` the phases between stand where the last one does, which is the one that is written
      if (broken[index + 1]?.reference.span.start === reference.span.start) continue;
      const severity = problem === 'self' || problem === 'cycle' ? 'error' : 'warning';
      yield { span: reference.span, reference, problem, severity, ...rest };
    }
  },
  message({ phase: { label }, reference, problem }) {
    return problem === 'self'
      ? messages.of('self', { label })
      : messages.of(problem, { label, required: reference.label });
  },
});
