/** Dependencies between the phases of a playbook that cannot hold, whichever rule says so. */
import type { Phase, PhaseReference, Runbook } from '../../model/runbook';
import { rememberOf } from '../../text/remember';
import { numberedPhases } from './playbook-phases';

export interface BrokenReference {
  readonly phase: Phase;
  readonly reference: PhaseReference;
  readonly problem: 'unknown' | 'forward' | 'self' | 'cycle';
  /** Whether the numbers of the phases are wrong in a way by which the reference may be right after all. */
  readonly doubtful: boolean;
}

/** The references of phases to phases that do not come before them, in order. */
export const brokenReferences = rememberOf((runbook: Runbook): readonly BrokenReference[] => {
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
  const found: BrokenReference[] = [];
  for (const [index, { phase }] of phases.entries()) {
    for (const reference of requires[index] ?? []) {
      const target = indexes.get(reference.key);
      if (target !== undefined && target < index) continue;
      const problem =
        target === undefined
          ? 'unknown'
          : target === index
            ? 'self'
            : cyclic.has(index) && cyclic.has(target)
              ? 'cycle'
              : 'forward';
      const doubtful = problem === 'self' ? doubled.has(reference.key) : misnumbered && problem !== 'cycle';
      found.push({ phase, reference, problem, doubtful });
    }
  }
  return found;
});

const denial =
  /\b(?:before|blocks?|required by|needed by|prerequisite (?:for|of)|enables|unblocks|independent|parallel|not|no|without|unlike|except)\b/i;
const elsewhere = /^[^.;]{0,40}\b(?:of|in|from) (?:the )?(?:\[|["“*`]|[\w-]+ playbook)/i;

/** How far behind a phase the words are looked at that place it in another document, in UTF-16 units. */
const longestPlace = 200;

/** Where a line first says that something is not needed: one line may name thousands of phases. */
const denialIn = rememberOf((runbook: Runbook) => {
  const known = new Map<number, number>();
  return (line: number): number => {
    const before = known.get(line);
    if (before !== undefined) return before;
    const found = denial.exec(runbook.lines.textOf(line));
    const at = found === null ? Infinity : runbook.lines.startOf(line) + found.index;
    known.set(line, at);
    return at;
  };
});

/** Whether a line says that the phase is needed first, not the reverse, and means a phase of this document. */
export function isRequired(runbook: Runbook, { span }: PhaseReference): boolean {
  const { lines, text } = runbook;
  const line = lines.lineAt(span.start);
  if (denialIn(runbook)(line) < span.start) return false;
  const end = Math.min(lines.spanOf(line).end, span.end + longestPlace);
  return !elsewhere.test(text.slice(span.end, end));
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
