/** A database migration that no step carries out or takes back. */
import type { Runbook } from '../../../model/runbook';
import { encloses, type Span } from '../../../text/span';
import { wordsAt } from '../../../document/fields/fields';
import { headerField } from '../../../document/fields/header-field';
import { holdsNoWords, type Passage } from '../../../document/sections/section-lookup';
import { documentRollback } from '../../../document/sections/rollback-plan';
import { titleSpanOf } from '../../../document/document-title';
import { defineRule, type Match } from '../../rule';
import { deploymentSection, rollbackSection } from '../../../document/sections/release-sections';

interface MigrationWithoutStep extends Match {
  readonly missing: readonly ('deployment' | 'rollback')[];
}

export const migrationWithoutStep = defineRule<MigrationWithoutStep>({
  meta: {
    name: 'migration-without-step',
    summary: 'A release with database migrations that no step runs or reverts',
    severity: 'warning',
    scope: ['release'],
    since: '0.1.0',
    group: 'release',
    yieldsTo: ['missing-rollback', 'empty-rollback'],
  },
  *find({ runbook }) {
    const value = headerField(runbook, /^(?:database |db |schema )?migrations?\b/)?.value;
    if (value == null) return;
    const words = wordsAt(runbook, value.span).replace(/^[*_`\s]+/, '');
    if (/^(?:no\b|none|n\/a|not |-+$|–|—|0\b|\[)/i.test(words)) return;
    const deployment = deploymentSection(runbook);
    const rollback = rollbackSection(runbook);
    const isWritten = ({ content }: Passage): boolean => !holdsNoWords(runbook, content);
    const missing: MigrationWithoutStep['missing'] = [
      ...(deployment !== null &&
      isWritten(deployment) &&
      !stepsSay(runbook, deployment.span, /migrat|schema/i)
        ? (['deployment'] as const)
        : []),
      ...(rollback !== null &&
      isWritten(rollback) &&
      !stepsSay(runbook, rollback.span, /migrat|schema|database|restore|\bdb\b/i)
        ? (['rollback'] as const)
        : []),
    ];
    if (missing.length > 0) yield { span: value.token, missing };
    // a rollback under a name that is not known may hold the step
    if (rollback === null ? documentRollback(runbook) !== undefined : isWritten(rollback)) return;
    yield { span: rollback?.nameSpan ?? titleSpanOf(runbook), missing: ['rollback'] };
  },
  message({ missing }) {
    const what = {
      deployment: 'no deployment step runs it',
      rollback: 'no rollback step reverts it',
    };
    return {
      message: `This release has a database migration, but ${missing.map((place) => what[place]).join(' and ')}, so code and data may not fit together. Add the step, or say in it why none is possible.`,
    };
  },
});

/** Whether a step in the section, or where it has none its text, speaks of it. */
function stepsSay({ procedures, text }: Runbook, section: Span, pattern: RegExp): boolean {
  const steps = procedures
    .filter(({ span }) => encloses(section, span))
    .flatMap((procedure) => procedure.steps);
  if (steps.length === 0) return pattern.test(text.slice(section.start, section.end));
  return steps.some(({ span, titleSpan }) =>
    pattern.test(text.slice(Math.min(span.start, titleSpan.start), span.end)),
  );
}
