/** Dependencies between phases that cannot hold. */
import { brokenReferences, type BrokenReference } from '../../../document/phases/phase-references';
import { defineRule, type Match } from '../../rule';

interface BrokenDependency extends Match, BrokenReference {}

export const phaseDependency = defineRule<BrokenDependency>({
  meta: {
    name: 'phase-dependency',
    summary: 'A phase that depends on itself, on a later one or on one that does not exist',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
    yieldsTo: ['phase-numbering'],
  },
  *find({ runbook }) {
    for (const { reference, problem, ...rest } of brokenReferences(runbook)) {
      const severity = problem === 'self' || problem === 'cycle' ? 'error' : 'warning';
      yield { span: reference.span, reference, problem, severity, ...rest };
    }
  },
  message({ phase, reference, problem }) {
    const [own, other] = [`Phase ${phase.label}`, `Phase ${reference.label}`];
    const message = {
      unknown: `${own} requires ${other}, which does not exist, so nobody can tell when it may start. Correct the number or remove the line.`,
      forward: `${own} requires ${other}, which comes after it, so the order of the phases cannot be followed. Reorder them or correct the number.`,
      self: `${own} requires itself and can never start. Name the phase that it really waits for.`,
      cycle: `${own} and ${other} wait for each other, so neither can start. Remove one of the dependencies.`,
    }[problem];
    return { message };
  },
});
