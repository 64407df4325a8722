/** A rollback plan that leaves out a phase. */
import type { Part, Phase } from '../../../model/runbook';
import { firstFrom } from '../../../text/span';
import { fixHere } from '../../shared/fix-here';
import { coversAllPhases, fromPhases } from '../../../document/phases/from-phases';
import { endOfContent, insertBlockAfter, joinLines } from '../../../authoring/insertion';
import { partLines, partStyle } from '../../../authoring/part-style';
import { numberedPhases } from '../../../document/phases/playbook-phases';
import { rollbackPlan } from '../../../document/sections/rollback-plan';
import { rollbackSkeleton } from '../../../authoring/rollback-skeleton';
import { defineRule, type Match } from '../../rule';
import { findSection } from '../../../document/sections/section-lookup';

interface UncoveredPhases extends Match {
  readonly plan: Part;
  readonly phases: readonly Phase[];
}

/** Most phases that a message lists. */
const mostNamed = 20;

export const rollbackPlanCoverage = defineRule<UncoveredPhases>({
  meta: {
    name: 'rollback-plan-coverage',
    summary: 'A rollback plan that does not say how to get back from every phase',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
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
  message({ phases }) {
    const names = phases.slice(0, mostNamed).map(({ label }) => `Phase ${label}`);
    const more = phases.length - names.length;
    if (more > 0) names.push(`${more} more`);
    return {
      message: `The rollback plan does not say how to get back from ${names.join(', ')}: a failure there leaves the system half way. Add "From ${names[0] ?? ''}" with the steps.`,
    };
  },
  fixes({ plan, phases }, context) {
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
    const ranks = new Map<string, number>();
    for (const [index, { phase }] of numberedPhases(runbook).entries())
      if (!ranks.has(phase.key)) ranks.set(phase.key, index);
    const rank = (key: string | undefined): number => ranks.get(key ?? '') ?? -1;
    const descending = rank(given[0]?.keys[0]) >= rank(given.at(-1)?.keys[0]);
    const from = given.at(-1)?.line;
    const after =
      from === undefined
        ? undefined
        : runbook.headings[firstFrom(runbook.headings, lines.spanOf(from).end + 1, ({ span }) => span.start)];
    const end = Math.min(
      plan.span.end,
      from === undefined ? plan.span.end : (after?.span.start ?? text.length),
    );
    const behind = endOfContent(runbook, { start: plan.nameSpan.end, end });
    const edits = phases.map((phase, index) => {
      const part = ends[index] ?? [];
      const next = descending
        ? given.find(({ keys }) => rank(keys[0]) >= 0 && rank(keys[0]) < rank(phase.key))
        : undefined;
      if (next === undefined) return insertBlockAfter(runbook, behind, part);
      const start = lines.startOf(next.line);
      return { span: { start, end: start }, newText: joinLines(runbook, [...part, '', '']) };
    });
    const labels = phases.slice(0, mostNamed).map(({ label }) => label);
    const names = `${labels.join(', ')}${phases.length > mostNamed ? ' …' : ''}`;
    return [fixHere(context, `Add a rollback from Phase ${names}`, edits, false)];
  },
});
