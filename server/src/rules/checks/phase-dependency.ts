/** Dependencies between phases that cannot hold (`domain.md` section 5, Playbook). */
import type { Phase, PhaseReference, Runbook } from '../../model/runbook';
import { numberedPhases } from '../playbook-phases';
import { defineRule, type Match } from '../rule';

interface BrokenDependency extends Match {
  readonly phase: Phase;
  readonly reference: PhaseReference;
  readonly problem: 'unknown' | 'forward' | 'self' | 'cycle';
}

export const phaseDependency = defineRule<BrokenDependency>({
  meta: {
    name: 'phase-dependency',
    summary: 'A phase that depends on itself, on a later one or on one that does not exist',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    source: 'section 5, Playbook',
  },
  *find({ runbook }) {
    const phases = numberedPhases(runbook);
    const indexes = new Map<string, number>();
    for (const [index, { phase }] of phases.entries())
      if (!indexes.has(phase.key)) indexes.set(phase.key, index);
    const misnumbered = phases.some(({ problem }) => problem !== null);
    const doubled = new Set(
      phases.filter(({ problem }) => problem === 'duplicate').map(({ phase }) => phase.key),
    );
    const requires = phases.map(({ phase }) =>
      phase.dependsOn.filter((reference) => isRequired(runbook, reference)),
    );
    const cyclic = phasesInCycles(requires.map((list) => list.map(({ key }) => indexes.get(key) ?? -1)));
    for (const [index, { phase }] of phases.entries()) {
      for (const reference of requires[index] ?? []) {
        const target = indexes.get(reference.key);
        // where the numbers are wrong, `phase-numbering` says so and references may mean either
        if (target === undefined ? misnumbered : target === index && doubled.has(reference.key)) continue;
        if (target !== undefined && target < index) continue;
        const problem =
          target === undefined
            ? 'unknown'
            : target === index
              ? 'self'
              : cyclic.has(index) && cyclic.has(target)
                ? 'cycle'
                : 'forward';
        if (problem === 'forward' && misnumbered) continue;
        const severity = problem === 'self' || problem === 'cycle' ? 'error' : 'warning';
        yield { span: reference.span, phase, reference, problem, severity };
      }
    }
  },
  word({ phase, reference, problem }) {
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

/** Whether a line says that the phase is needed first, not the reverse, and means a phase of this document. */
function isRequired({ lines, text }: Runbook, { span }: PhaseReference): boolean {
  const line = lines.spanOf(lines.lineAt(span.start));
  const before = text.slice(line.start, span.start);
  const after = text.slice(span.end, line.end);
  return (
    !/\b(?:before|blocks?|required by|needed by|prerequisite (?:for|of)|enables|unblocks|independent|parallel|not|no|without|unlike|except)\b/i.test(
      before,
    ) && !/^[^.;]{0,40}\b(?:of|in|from) (?:the )?(?:\[|["“*`]|[\w-]+ playbook)/i.test(after)
  );
}

/** Nodes that lie on a cycle, or between two: what is left when those without way in or out are taken away. */
function phasesInCycles(targets: readonly (readonly number[])[]): ReadonlySet<number> {
  const left = new Set(targets.keys());
  const sources = targets.map((): number[] => []);
  for (const [from, list] of targets.entries())
    for (const to of list) if (to !== from) sources[to]?.push(from);
  const prune = (edges: readonly (readonly number[])[], back: readonly (readonly number[])[]): void => {
    const degree = edges.map(
      (list, node) => list.filter((to) => to >= 0 && to !== node && left.has(to)).length,
    );
    const open = [...left].filter((node) => degree[node] === 0);
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (!left.delete(node)) continue;
      for (const other of back[node] ?? []) {
        if (other < 0 || other === node || !left.has(other)) continue;
        degree[other] = (degree[other] ?? 0) - 1;
        if (degree[other] === 0) open.push(other);
      }
    }
  };
  prune(targets, sources);
  prune(sources, targets);
  return left;
}
