/** A known issue that lacks symptoms, diagnosis, resolution or prevention. */
import type { Runbook, Section } from '../../../model/runbook';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import {
  findSection,
  holdsNoWords,
  passagesIn,
  sectionsIn,
  type Passage,
} from '../../../document/sections/section-lookup';

const wanted: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  {
    name: 'Symptoms',
    pattern:
      /^(?:symptoms?|signs?|what you see|how it (?:shows|looks)|problem|detection|indicators?|trigger|what fired|description|meaning)$/,
  },
  {
    name: 'Diagnosis',
    pattern:
      /^(?:diagnos(?:is|e|tics?)(?: steps| commands)?|investigation|(?:possible |likely |root )?causes?|how to (?:diagnose|check)|checks?)$/,
  },
  {
    name: 'Resolution',
    pattern:
      /^(?:resolution(?: steps)?|resolve|how to (?:fix|resolve|solve)(?: it)?|fix|solution|mitigation(?: steps)?|remedy|remediation|what to do|steps|procedure|workaround|immediate actions?|actions?)$/,
  },
  {
    name: 'Prevention',
    pattern:
      /^(?:prevention|preventive measures?|prevent|preventing(?: it)?|avoid(?:ing it)?|how to prevent|follow-?\s?up|long-?term fix|avoidance)$/,
  },
];

interface IncompleteIssue extends Match {
  readonly issue: string;
  readonly missing: readonly string[];
}

const messages = new Messages({
  one: '"{issue}" has no {section}, so responders have to work it out during the incident. Add what is known.',
  many: '"{issue}" is missing {sections}. Responders start from scratch. Add what is known.',
  prevention:
    '"{issue}" has no Prevention, so it is likely to come back. Add what keeps it from happening again.',
});

export const incompleteIssue = defineRule<IncompleteIssue>({
  meta: {
    name: 'incomplete-issue',
    summary: 'A known issue without symptoms, diagnosis, resolution or prevention',
    severity: 'warning',
    scope: ['feature'],
    since: '0.1.0',
    group: 'feature',
    absentFrom: 'document',
    yieldsTo: ['leftover-instruction'],
  },
  *find({ runbook }) {
    for (const { heading, span } of issuesOf(runbook)) {
      if (heading === null) continue;
      const body = { start: heading.span.end, end: span.end };
      const found = wanted.map(({ name, pattern }) => ({
        name,
        passages: [...passagesIn(runbook, pattern, body)],
      }));
      const lacking = found.filter(
        ({ passages }) => !passages.some((passage) => hasContent(runbook, passage)),
      );
      const [first] = lacking;
      if (first === undefined) continue;
      const empty = lacking.length === 1 ? first.passages[0]?.nameSpan : undefined;
      const mild = lacking.every(({ name }) => name === 'Prevention');
      yield {
        span: empty ?? heading.titleSpan,
        issue: heading.title,
        missing: lacking.map(({ name }) => name),
        ...(mild ? { severity: 'information' } : {}),
      };
    }
  },
  message({ issue, missing }) {
    const [section = ''] = missing;
    if (missing.length > 1) return messages.of('many', { issue, sections: missing.join(', ') });
    if (section === 'Prevention') return messages.of('prevention', { issue });
    return messages.of('one', { issue, section });
  },
});

/** `Issue 1: …` headings of the troubleshooting guide, and all headings right below "Common Issues". */
function issuesOf(runbook: Runbook): Section[] {
  const guide = findSection(
    runbook,
    /^(?:troubleshooting|troubleshooting guide|common issues|known issues)$/,
  );
  if (guide === undefined) return [];
  const issues: Section[] = [];
  for (const section of sectionsIn(runbook, guide.span)) {
    if (/^(?:common|known) (?:issues|problems)$/.test(section.heading?.key ?? '')) {
      issues.push(...section.children.filter(({ role }) => role === null));
    } else if (/^(?:issue|problem)\s+\w{1,4}\b/i.test(section.heading?.title ?? '')) issues.push(section);
  }
  return [...new Set(issues)];
}

function hasContent(runbook: Runbook, { content }: Passage): boolean {
  return !holdsNoWords(runbook, content);
}
