/** A phase without tasks. */
import type { Phase, Runbook } from '../../../model/runbook';
import { encloses, firstFrom } from '../../../text/span';
import { playbookPhases } from '../../../document/phases/playbook-phases';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { holdsNoWords, isInert } from '../../../document/sections/section-lookup';

interface MissingTasks extends Match {
  readonly label: string;
}

const messages = new Messages({
  missing: 'Phase {label} has no tasks, so operators must improvise. Add "Tasks" as a numbered list.',
});

export const missingTasks = defineRule<MissingTasks>({
  meta: {
    name: 'missing-tasks',
    summary: 'A phase without tasks',
    severity: 'warning',
    scope: ['playbook'],
    since: '0.1.0',
    group: 'playbook',
    absentFrom: 'part',
  },
  *find({ runbook }) {
    for (const phase of playbookPhases(runbook)) {
      const { tasks, label, nameSpan } = phase;
      if (tasks !== null && !holdsNoWords(runbook, tasks.content)) continue;
      if (tasks === null && (phase.openItems !== 'none' || hasUnnamedTasks(runbook, phase))) continue;
      yield { span: tasks?.nameSpan ?? nameSpan, label };
    }
  },
  message: ({ label }) => messages.of('missing', { label }),
});

/** Whether the phase has steps, a numbered list or code outside its named parts. */
function hasUnnamedTasks(runbook: Runbook, phase: Phase): boolean {
  const { objective, dependencies, gateCriteria, decisionPoint, rollback } = phase;
  const others = [dependencies, gateCriteria, decisionPoint, rollback];
  // an objective on one line ends there
  if (
    objective !== null &&
    runbook.text.slice(objective.nameSpan.end, objective.content.start).includes('\n')
  )
    others.push(objective);
  const inOthers = (offset: number): boolean =>
    others.some((part) => part !== null && encloses(part.span, { start: offset, end: offset }));
  const steps = runbook.procedures.some(
    ({ span, role }) => role !== 'rollback' && encloses(phase.span, span) && !inOthers(span.start),
  );
  if (steps) return true;
  const { lines, fences } = runbook;
  const from = firstFrom(fences, phase.span.start, ({ span }) => span.start);
  const to = firstFrom(fences, phase.span.end, ({ span }) => span.start);
  if (fences.slice(from, to).some(({ span }) => !inOthers(span.start))) return true;
  for (let line = lines.lineAt(phase.span.start); lines.startOf(line) < phase.span.end; line++) {
    const start = lines.startOf(line);
    if (/^[ \t]*\d{1,3}[.)][ \t]+\S/.test(lines.textOf(line)) && !inOthers(start) && !isInert(runbook, start))
      return true;
  }
  return false;
}
