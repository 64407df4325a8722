/** Reads what an earlier page kept of itself. */
import type { PageState } from './scene.js';

/** Undefined for anything of another shape. */
export function toPageState(value: unknown): PageState | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { run, command, isOverviewOpen }: Readonly<Record<string, unknown>> = { ...value };
  if (typeof run !== 'string' || typeof command !== 'string' || typeof isOverviewOpen !== 'boolean')
    return undefined;
  return { run, command, isOverviewOpen };
}
