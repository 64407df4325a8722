/** The gate of a phase: what has to be true before the next phase begins, and how much of it is. */
import type { CheckBox } from '../../model/markdown';
import type { Part, Phase, Runbook } from '../../model/runbook';
import { encloses } from '../../text/span';
import { tablesWithin } from '../sections/table-cells';

/** The part that holds the gate; the verification of a single task is none. */
export function gateOf({ gateCriteria, tasks }: Phase): Part | null {
  if (gateCriteria === null || gateCriteria.role === 'gate-criteria' || tasks === null) return gateCriteria;
  const ofTask = gateCriteria.item !== null && encloses(tasks.span, gateCriteria.nameSpan);
  return ofTask ? null : gateCriteria;
}

/** Whether the gate of a phase is a table of what has to be so, `| Gate | Met? |`, or a checklist that tells it. */
export function hasUnnamedGate(runbook: Runbook, { span, openItems }: Phase): boolean {
  return (
    openItems === 'states' ||
    tablesWithin(runbook, span).some(
      ({ columns, rows }) =>
        rows.length > 0 &&
        columns.length > 1 &&
        gateColumn.test(columns[0] ?? '') &&
        columns.slice(1).some((name) => metColumn.test(name)),
    )
  );
}

const gateColumn = /^(?:(?:exit|gate|phase|quality|acceptance) )?(?:gates?|criteri(?:a|on)|conditions?)$/;
const metColumn =
  /^(?:met|done|status|state|ok|passed|pass|result|go(?: ?\/ ?no-?go)?|check(?:ed)?|fulfilled|yes ?\/ ?no|✓|✅)\b|^$/;

/** The boxes of the gate, in list items and in cells. */
export function gateBoxes(runbook: Runbook, phase: Phase): readonly CheckBox[] {
  const gate = gateOf(phase);
  if (gate === null) return [];
  const inTables = tablesWithin(runbook, gate.content).flatMap(({ boxes }) => boxes);
  return [...phase.criteria.flatMap(({ box }) => box ?? []), ...inTables];
}

/** How many of some boxes are ticked. */
export interface Ticked {
  readonly done: number;
  readonly total: number;
}

/** Counts boxes, and those that are ticked. */
export function tickedOf(boxes: readonly CheckBox[]): Ticked {
  return { done: boxes.filter(({ checked }) => checked).length, total: boxes.length };
}
