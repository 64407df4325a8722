/** A heading with nothing below it (`domain.md` section 5, Anywhere). */
import type { DocumentHeading, Entry, Runbook, Section } from '../../model/runbook';
import type { Span } from '../../text/span';
import { standsFor, templateSections } from '../entry-template';
import { isBlank } from '../entry-text';
import { entryFinder } from '../run-entries';
import { defineRule, type Match } from '../rule';

interface EmptySection extends Match {
  readonly heading: DocumentHeading;
}

export const emptySection = defineRule<EmptySection>({
  meta: {
    name: 'empty-section',
    summary: 'A heading with nothing below it',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    source: 'section 5, Anywhere',
  },
  *find({ runbook, quiet }) {
    if (quiet) return;
    const judged = new Set([
      ...runbook.entries.map(({ headingSpan }) => headingSpan.start),
      ...runbook.phases.map(({ heading }) => heading.span.start),
      ...runbook.procedures.flatMap(({ steps }) => steps.map(({ span }) => span.start)),
    ]);
    yield* within({ runbook, judged, entryAt: entryFinder(runbook) }, runbook.root);
  },
  word({ heading }) {
    return {
      message: `"${heading.title}" is empty: readers cannot tell whether there is nothing to say or whether it was forgotten. Fill it in, say that there is nothing, or remove the heading.`,
    };
  },
});

interface Walk {
  readonly runbook: Runbook;
  /** Starts of headings of entries, phases and steps, of which other rules say what they lack. */
  readonly judged: ReadonlySet<number>;
  readonly entryAt: (span: Span) => Entry | undefined;
}

function* within(walk: Walk, section: Section): Iterable<EmptySection> {
  const { runbook, judged, entryAt } = walk;
  const { heading, span, children } = section;
  const alone = runbook.headings.length === 1;
  if (
    heading !== null &&
    !alone &&
    children.length === 0 &&
    !judged.has(heading.span.start) &&
    isBlank(runbook, { start: heading.span.end, end: span.end })
  ) {
    const entry = entryAt(heading.span);
    const named = heading.titleSpan.end > heading.titleSpan.start;
    if (!isJudged(runbook, section, heading, entry))
      yield {
        span: named ? heading.titleSpan : heading.span,
        heading,
        ...(entry === undefined ? {} : { entry }),
      };
  }
  for (const child of children) yield* within(walk, child);
}

/** Whether a rule of its own says that a section of this role is empty. */
function isJudged(
  runbook: Runbook,
  { role }: Section,
  heading: DocumentHeading,
  entry: Entry | undefined,
): boolean {
  const { kind } = runbook.kind;
  switch (role) {
    case 'verification':
    case 'gate-criteria':
    case 'rollback':
    case 'steps':
      return true;
    case 'escalation':
      return entry?.id.prefix === 'RUN' || kind === 'playbook' || kind === 'feature';
    case 'prerequisites':
    case 'trigger':
    case 'scope':
      return entry?.id.prefix === 'RUN';
    default: {
      const sections =
        entry === undefined || kind !== 'sot' ? [] : (templateSections.get(entry.id.prefix) ?? []);
      return sections.some((one) => one.severity === 'warning' && standsFor(one, heading.title, role));
    }
  }
}
