/** A heading with nothing below it (`domain.md` section 5, Anywhere). */
import type { DocumentHeading, Runbook, Section } from '../../model/runbook';
import { standsFor, templateSections } from '../entry-template';
import { entryAround, isBlank } from '../entry-text';
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
    yield* within(runbook, runbook.root, judged);
  },
  word({ heading }) {
    return {
      message: `"${heading.title}" is empty: readers cannot tell whether there is nothing to say or whether it was forgotten. Fill it in, say that there is nothing, or remove the heading.`,
    };
  },
});

/** `judged`: starts of headings of entries, phases and steps, of which other rules say what they lack. */
function* within(runbook: Runbook, section: Section, judged: ReadonlySet<number>): Iterable<EmptySection> {
  const { heading, span, children } = section;
  if (
    heading !== null &&
    children.length === 0 &&
    isBlank(runbook, { start: heading.span.end, end: span.end })
  ) {
    const lone = runbook.headings.length === 1;
    if (!lone && !judged.has(heading.span.start) && !isJudged(runbook, section, heading))
      yield {
        span: heading.titleSpan.end > heading.titleSpan.start ? heading.titleSpan : heading.span,
        heading,
        ...entryOf(runbook, heading),
      };
  }
  for (const child of children) yield* within(runbook, child, judged);
}

function entryOf(runbook: Runbook, { span }: DocumentHeading): Pick<EmptySection, 'entry'> {
  const entry = entryAround(runbook, span);
  return entry === undefined ? {} : { entry };
}

/** Whether a rule of its own says that a section of this role is empty. */
function isJudged(runbook: Runbook, { role }: Section, heading: DocumentHeading): boolean {
  const { kind } = runbook.kind;
  const entry = entryAround(runbook, heading.span);
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
