/** Whether a document counts as one of ours: recognised, judged, no template. */
import type { Summary } from './summary';

const foreign: ReadonlySet<Summary['kind']> = new Set(['none', 'run', 'skill']);

export function isOfOurs({ kind, quiet }: Pick<Summary, 'kind' | 'quiet'>): boolean {
  return !foreign.has(kind) && !quiet;
}
