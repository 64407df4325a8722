/** A heading with nothing below it (`domain.md` section 5, Anywhere). */
import type { DocumentHeading, Entry, Runbook, Section } from '../../model/runbook';
import { standsFor, templateSections } from '../entry-template';
import { isBlank } from '../entry-text';
import { entryFinder } from '../run-entries';
import { sectionsOf } from '../section-lookup';
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
    if (runbook.headings.length === 1) return;
    const entryAt = entryFinder(runbook);
    let judged: ReadonlySet<number> | null = null;
    for (const section of sectionsOf(runbook)) {
      const { heading, span, children } = section;
      if (heading === null || children.length > 0) continue;
      if (!isBlank(runbook, { start: heading.span.end, end: span.end })) continue;
      judged ??= judgedElsewhere(runbook);
      if (judged.has(heading.span.start)) continue;
      const entry = entryAt(heading.span);
      if (isJudged(runbook, section, heading, entry) || announcesCounted(runbook, heading)) continue;
      const named = heading.titleSpan.end > heading.titleSpan.start;
      yield {
        span: named ? heading.titleSpan : heading.span,
        heading,
        ...(entry === undefined ? {} : { entry }),
      };
    }
  },
  word({ heading }) {
    return {
      message: `"${heading.title}" is empty: readers cannot tell whether there is nothing to say or whether it was forgotten. Fill it in, say that there is nothing, or remove the heading.`,
    };
  },
});

/** Whether `## Phases` stands right before `## Phase 1`, which is what it holds. */
function announcesCounted({ headings }: Runbook, heading: DocumentHeading): boolean {
  const word = /^(phase|step)s\b/i.exec(heading.title)?.[1];
  const next = headings[headings.indexOf(heading) + 1];
  return word !== undefined && next !== undefined && new RegExp(`^\\W*${word}\\b`, 'i').test(next.title);
}

/** Where headings start of which rules of their own say whether they are empty. */
function judgedElsewhere({ entries, phases, procedures }: Runbook): ReadonlySet<number> {
  return new Set([
    ...entries.map(({ headingSpan }) => headingSpan.start),
    ...phases.map(({ headSpan }) => headSpan.start),
    ...procedures.flatMap(({ steps }) => steps.map(({ span }) => span.start)),
  ]);
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
