/** Renames the number of a phase with everything in the document that names it. */
import type { Phase, Runbook } from '../model/runbook';
import { executionLog } from '../rules/execution-log';
import { isInert } from '../rules/section-lookup';
import { touches, type Span } from '../text/span';
import { ChangeBuilder, ChangeRefused, type WorkspaceChange } from './workspace-change';

export interface PhaseLabel {
  readonly label: string;
  readonly span: Span;
}

/** The number of a phase that an offset is in: in its heading, a dependency, `From Phase 2`, the execution log, prose. */
export function phaseLabelAt(runbook: Runbook, offset: number): PhaseLabel | null {
  return phaseLabels(runbook).find(({ span }) => touches(span, offset)) ?? null;
}

/** All places of a document that name one of its phases by number, in order. */
export function phaseLabels(runbook: Runbook): PhaseLabel[] {
  const phases = runbook.phases.filter(({ rollout }) => rollout === null);
  if (phases.length === 0) return [];
  const known = new Set(phases.map(({ label }) => label));
  const places = new Map<number, PhaseLabel>();
  const add = (label: string, span: Span): void => {
    if (known.has(label)) places.set(span.start, { label, span });
  };
  const { text, lines } = runbook;
  for (let line = 0; line < lines.count; line++) {
    const { start, end } = lines.spanOf(line);
    const source = text.slice(start, end);
    if (!/phase/i.test(source) || isInert(runbook, start)) continue;
    for (const match of source.matchAll(/\bphases?\s+([A-Za-z0-9]{1,6})\b/gi)) {
      const label = match[1] ?? '';
      const from = start + match.index + match[0].length - label.length;
      add(label, { start: from, end: from + label.length });
    }
  }
  for (const { dependsOn } of phases)
    for (const { label, span } of dependsOn) if (text.slice(span.start, span.end) === label) add(label, span);
  for (const { keySpan } of executionLog(runbook)?.rows ?? [])
    if (keySpan !== null) add(text.slice(keySpan.start, keySpan.end), keySpan);
  return [...places.values()].sort((a, b) => a.span.start - b.span.start);
}

/**
 * The change that gives a phase another number; `swap 3` changes places with phase 3.
 * @throws ChangeRefused when the number is none or taken.
 */
export function renamePhase(runbook: Runbook, uri: string, from: string, typed: string): WorkspaceChange {
  const swap = /^\s*(?:swap(?:\s+with)?|<->|↔)\s+(.*)$/i.exec(typed);
  const to = (swap?.[1] ?? typed).replace(/^\s*phase\s+/i, '').trim();
  if (!/^(?:\d{1,3}[a-z]?|[A-Z]|[IVXL]{1,6}|[A-Za-z]{3,5})$/.test(to))
    throw new ChangeRefused(`"${typed.trim()}" is no phase number: write 2, 2a, B, II or two.`);
  const holder = runbook.phases.find(({ label }) => label === to);
  if (holder !== undefined && from !== to && swap === null) {
    throw new ChangeRefused(
      `Phase ${to} is there already (${titleOf(holder)}). Type "swap ${to}" to change places.`,
    );
  }
  const builder = new ChangeBuilder();
  for (const { label, span } of phaseLabels(runbook)) {
    if (label === from) builder.add(uri, { span, newText: to });
    else if (swap !== null && label === to) builder.add(uri, { span, newText: from });
  }
  return builder.build(
    `${swap === null ? 'Rename' : 'Swap'} Phase ${from} ${swap === null ? 'to' : 'with'} Phase ${to}`,
  );
}

function titleOf({ title, label }: Phase): string {
  return title === '' ? `Phase ${label}` : title;
}
