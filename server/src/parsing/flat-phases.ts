/** Phases whose parts have headings of their own level: `## Phase 1`, `## Objective`. Knows nothing of what phases hold. */
import type { DocumentHeading } from '../model/runbook';
import type { Role } from '../model/vocabulary';

/** What a phase consists of. */
const partRoles: ReadonlySet<Role | null> = new Set<Role>([
  'objective',
  'steps',
  'dependencies',
  'gate-criteria',
  'decision-point',
  'verification',
  'rollback',
  'duration',
]);

/**
 * How deep each heading stands in the tree of sections: as deep as it is written, but for those between two phases of its
 * level of which the first begins with a part. They stand in that phase. Behind the last phase only what earlier ones have
 * does, each once: what else follows is about the document.
 */
export function depthsOf(headings: readonly DocumentHeading[]): readonly number[] {
  const depths = headings.map(({ depth }) => depth);
  const phases = headings.flatMap((heading, index) => (isPhase(heading) ? [index] : []));
  if (phases.length < 2) return depths;
  /** Keys of what stands in phases so far. */
  const known = new Set<string>();
  for (const [position, index] of phases.entries()) {
    const depth = depths[index] ?? 0;
    const first = headings[index + 1];
    if (first?.depth !== depth || !partRoles.has(first.role)) continue;
    const next = phases[position + 1];
    const isLast = next === undefined || headings[next]?.depth !== depth;
    const taken = new Set<string>();
    for (let at = index + 1; at < (next ?? headings.length); at++) {
      const heading = headings[at];
      if (heading === undefined || heading.depth < depth) break;
      if (isLast && heading.depth === depth) {
        if (!known.has(heading.key) || taken.has(heading.key)) break;
        taken.add(heading.key);
      }
      if (!isLast) known.add(heading.key);
      depths[at] = heading.depth + 1;
    }
  }
  return depths;
}

function isPhase({ lead }: DocumentHeading): boolean {
  return lead?.word === 'phase';
}
