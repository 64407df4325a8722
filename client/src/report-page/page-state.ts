/** Reads what an earlier page kept of itself. */
import type { PageState } from './page.js';

/** Undefined for anything of another shape. */
export function toPageState(value: unknown): PageState | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { open, around, scroll }: Readonly<Record<string, unknown>> = { ...value };
  if (!Array.isArray(open) || typeof around !== 'object' || around === null) return undefined;
  return {
    open: open.filter((name): name is string => typeof name === 'string'),
    around: Object.fromEntries(
      Object.entries(around).flatMap(([folder, id]: [string, unknown]) =>
        typeof id === 'string' ? [[folder, id]] : [],
      ),
    ),
    scroll: typeof scroll === 'number' ? scroll : 0,
  };
}
