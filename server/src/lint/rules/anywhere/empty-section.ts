/** A heading without content. */
import { entryFinder } from '../../../document/entries/run-entries';
import type { DocumentHeading, Runbook } from '../../../model/runbook';
import { phaseNumber, phaseWords } from '../../../model/phase-words';
import { firstFrom } from '../../../text/span';
import { isBlank } from '../../../document/entries/entry-text';
import { sectionsOf } from '../../../document/sections/section-lookup';
import { playbookPhases } from '../../../document/phases/playbook-phases';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface EmptySection extends Match {
  readonly heading: DocumentHeading;
}

const messages = new Messages({
  empty:
    '"{title}" is empty, so readers cannot tell whether content is missing. Fill it in, write "None", or remove the heading.',
  untitled: 'This heading has no title and no content. Fill it in, or remove it.',
});

export const emptySection = defineRule<EmptySection>({
  meta: {
    name: 'empty-section',
    summary: 'A heading without content',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'anywhere',
    absentFrom: 'section',
    judges: 'entry',
    yieldsTo: [
      'empty-verification',
      'empty-rollback',
      'missing-gate-criteria',
      'missing-objective',
      'missing-tasks',
      'missing-rollback',
      'missing-escalation',
      'missing-prerequisites',
      'missing-trigger',
      'missing-scope',
      'missing-entry-section',
      'missing-section',
      'unreadable-procedure',
    ],
  },
  *find({ runbook, quiet }) {
    if (quiet) return;
    if (runbook.headings.length === 1) return;
    const entryAt = entryFinder(runbook);
    let titled: ReadonlySet<number> | null = null;
    let steps: ReadonlySet<number> | null = null;
    for (const section of sectionsOf(runbook)) {
      const { heading, span, children } = section;
      if (heading === null || children.length > 0) continue;
      if (!isBlank(runbook, { start: heading.span.end, end: span.end })) continue;
      titled ??= completeByTitle(runbook);
      if (titled.has(heading.span.start)) continue;
      const entry = entryAt(heading.span);
      steps ??= startsOfSteps(runbook);
      if (introducesSequence(runbook, heading, steps)) continue;
      const named = heading.titleSpan.end > heading.titleSpan.start;
      yield {
        span: named ? heading.titleSpan : heading.span,
        heading,
        ...(entry === undefined ? {} : { entry }),
      };
    }
  },
  message({ heading }) {
    const { title } = heading;
    return title === '' ? messages.of('untitled') : messages.of('empty', { title });
  },
});

/** `## Phases` as the name of all of them. */
const namesAll = new RegExp(`^(?:steps|(?:${phaseWords})(?! (?:${phaseNumber})\\b))\\b`, 'i');
const namesOne = new RegExp(`^[^\\p{L}]{0,20}(step|${phaseWords})(?![\\p{L}\\p{N}_])`, 'iu');
/** Letters that a word and its plural share. */
const stem = 4;

/** Whether the heading introduces a sequence, as `## Phases` right before `## Phase 1` does, and `## Procedure` before `## Step 1`. */
function introducesSequence(
  { headings }: Runbook,
  { key, role, span, depth }: DocumentHeading,
  steps: ReadonlySet<number>,
): boolean {
  const next = headings[firstFrom(headings, span.start + 1, (one) => one.span.start)];
  if (next?.depth !== depth) return false;
  const word = namesAll.exec(key)?.[0].slice(0, stem).toLowerCase();
  if (word !== undefined && namesOne.exec(next.title)?.[1]?.toLowerCase().startsWith(word) === true)
    return true;
  return role === 'steps' && steps.has(next.span.start);
}

function startsOfSteps({ procedures }: Runbook): ReadonlySet<number> {
  return new Set(procedures.flatMap(({ steps }) => steps.map(({ span }) => span.start)));
}

/** Starts of headings whose title is content enough: of entries, of steps, and of phases outside of playbooks. */
function completeByTitle(runbook: Runbook): ReadonlySet<number> {
  const { entries, phases, kind } = runbook;
  const judged = new Set(kind.kind === 'playbook' ? playbookPhases(runbook) : []);
  return new Set([
    ...entries.map(({ headingSpan }) => headingSpan.start),
    ...phases.filter((phase) => !judged.has(phase)).map(({ headSpan }) => headSpan.start),
    ...startsOfSteps(runbook),
  ]);
}
