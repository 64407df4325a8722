/** A rollback plan that leaves out a phase (`domain.md` section 5, Playbook). */
import type { Part, Phase } from '../../model/runbook';
import { fixHere } from '../fix-here';
import { coversAllPhases, fromPhases } from '../from-phases';
import { endOfContent, insertBlockAfter, joinLines } from '../insertion';
import { partLines, partStyle } from '../part-style';
import { numberedPhases } from '../playbook-phases';
import { rollbackPlan } from '../rollback-plan';
import { rollbackSkeleton } from '../rollback-skeleton';
import { defineRule, type Match } from '../rule';
import { findSection } from '../section-lookup';

interface UncoveredPhases extends Match {
  readonly plan: Part;
  readonly phases: readonly Phase[];
}

export const rollbackPlanCoverage = defineRule<UncoveredPhases>({
  meta: {
    name: 'rollback-plan-coverage',
    summary: 'A rollback plan that does not say how to get back from every phase',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    source: 'section 5, Playbook',
    yieldsTo: ['missing-rollback-plan', 'empty-rollback'],
  },
  *find({ runbook }) {
    const plan = rollbackPlan(runbook);
    if (plan === null || coversAllPhases(runbook, plan.span)) return;
    // a plan that is not needed needs no phases
    const words = runbook.text.slice(plan.content.start, plan.content.end);
    if (/^(?:none|no|not|n\/a)\b[^\r\n]{0,60}/i.test(words)) return;
    const given = fromPhases(runbook, plan.span);
    if (given.some(({ keys }) => keys.length === 0)) return;
    const covered = new Set(given.flatMap(({ keys }) => keys));
    const phases = numberedPhases(runbook)
      .filter(({ phase, expectedKey }) => !covered.has(phase.key) && !covered.has(expectedKey))
      .map(({ phase }) => phase);
    if (phases.length === 0) return;
    const complete = findSection(runbook, /^complete rollback procedure$/, plan.span);
    yield { span: (complete ?? plan).nameSpan, plan, phases };
  },
  word({ phases }) {
    const names = phases.map(({ label }) => `Phase ${label}`);
    return {
      message: `The rollback plan does not say how to get back from ${names.join(', ')}: a failure there leaves the system half way. Add "From ${names[0] ?? ''}" with the steps.`,
    };
  },
  repair({ plan, phases }, context) {
    const { runbook } = context;
    const { lines, text } = runbook;
    const given = fromPhases(runbook, plan.span);
    const [sample] = given;
    const style = partStyle(runbook, 'From Phase', plan.span, undefined);
    const ends = phases.map((phase) => {
      const lead =
        sample === undefined
          ? style.lead.replace(/From Phase/, `From Phase ${phase.label}`)
          : `${sample.lead}${phase.label}${/^\W*/.exec(sample.tail)?.[0] ?? ''}`.trimEnd();
      const loose = sample === undefined ? style.loose : lines.textOf(sample.line + 1).trim() === '';
      return partLines({ lead, loose }, rollbackSkeleton(runbook, undefined));
    });
    // plans are read from the last phase backwards: the new part goes in front of the first earlier phase
    const order = numberedPhases(runbook).map(({ phase }) => phase.key);
    const rank = (key: string): number => order.indexOf(key);
    const edits = phases.map((phase, index) => {
      const next = given.find(
        ({ keys }) => rank(keys[0] ?? '') >= 0 && rank(keys[0] ?? '') < rank(phase.key),
      );
      const descending = rank(given[0]?.keys[0] ?? '') >= rank(given.at(-1)?.keys[0] ?? '');
      const part = ends[index] ?? [];
      if (next !== undefined && descending) {
        const start = lines.startOf(next.line);
        return { span: { start, end: start }, newText: joinLines(runbook, [...part, '', '']) };
      }
      const from = given.at(-1)?.line;
      const after = runbook.headings.find(
        ({ span }) => span.start > (from === undefined ? plan.nameSpan.end : lines.spanOf(from).end),
      );
      const end = Math.min(
        plan.span.end,
        from === undefined ? plan.span.end : (after?.span.start ?? text.length),
      );
      return insertBlockAfter(runbook, endOfContent(runbook, { start: plan.nameSpan.end, end }), part);
    });
    const names = phases.map(({ label }) => label).join(', ');
    return [fixHere(context, `Add a rollback from Phase ${names}`, edits, false)];
  },
});
