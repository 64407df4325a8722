/** A phase without criteria for starting the next one. */
import type { CheckItem, Part, Phase } from '../../../model/runbook';
import { fixHere } from '../../shared/fix-here';
import { bulletOf } from '../../../authoring/insertion';
import { fillPart, insertInPhase, partLines, partStyle } from '../../../authoring/part-style';
import { gateOf, hasUnnamedGate } from '../../../document/phases/phase-gate';
import { playbookPhases } from '../../../document/phases/playbook-phases';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { holdsNoWords } from '../../../document/sections/section-lookup';

interface MissingGateCriteria extends Match {
  readonly phase: Phase;
  readonly gate: Part | null;
  /** Criteria without checkboxes; empty if there are no criteria. */
  readonly unboxed: readonly CheckItem[];
}

const messages = new Messages({
  missing:
    'Phase {label} has no gate criteria, so operators cannot tell when the next phase may start. Add "Gate Criteria" with checkboxes.',
  noCheckboxes:
    'The gate criteria of Phase {label} have no checkboxes, so operators cannot check them off. Write each as "- [ ] …".',
});

/** What an answer to `Go / No-Go` begins with: it is taken, not ticked. */
const answers = /^[*_]{0,3}(?:go|no-?go|proceed|pause|hold|abort|stop)\b[^:\n]{0,20}[:–—]/i;

export const missingGateCriteria = defineRule<MissingGateCriteria>({
  meta: {
    name: 'missing-gate-criteria',
    summary: 'A phase without gate criteria, or with criteria without checkboxes',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
    absentFrom: 'part',
  },
  *find({ runbook }) {
    for (const phase of playbookPhases(runbook)) {
      const gate = gateOf(phase);
      if (gate === null && hasUnnamedGate(runbook, phase)) continue;
      if (gate === null) yield { span: phase.nameSpan, phase, gate, unboxed: [] };
      else if (holdsNoWords(runbook, gate.content)) yield { span: gate.nameSpan, phase, gate, unboxed: [] };
      else if (
        phase.criteria.every(({ box }) => box === null) &&
        !/\[[ xX]\]/.test(runbook.text.slice(gate.content.start, gate.content.end)) &&
        !phase.criteria.some(({ text: { start, end } }) => answers.test(runbook.text.slice(start, end)))
      )
        yield { span: gate.nameSpan, phase, gate, unboxed: phase.criteria, severity: 'information' };
    }
  },
  message({ phase: { label }, severity }) {
    return messages.of(severity === undefined ? 'missing' : 'noCheckboxes', { label });
  },
  fixes({ phase, gate, unboxed, severity }, context) {
    const { runbook } = context;
    if (severity !== undefined) {
      const edits = unboxed.map(({ text: { start } }) => ({ span: { start, end: start }, newText: '[ ] ' }));
      return edits.length === 0
        ? []
        : [fixHere(context, context.say`Add checkboxes to the gate criteria`, edits, true)];
    }
    const body = [`${bulletOf(runbook)} [ ] [What must be true before the next phase starts]`];
    if (gate !== null)
      return [fixHere(context, context.say`Add a gate criterion`, [fillPart(runbook, gate, body)], false)];
    const sibling =
      playbookPhases(runbook)
        .map(gateOf)
        .find((part) => part !== null) ?? undefined;
    const part = partLines(partStyle(runbook, 'Gate Criteria', phase.span, sibling), body);
    const edit = insertInPhase(runbook, phase, part, [phase.decisionPoint, phase.rollback, phase.duration]);
    return [fixHere(context, context.say`Add gate criteria to Phase ${phase.label}`, [edit], false)];
  },
});
