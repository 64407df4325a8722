/** A database migration that no step runs or reverts. */
import type { Runbook } from '../../../model/runbook';
import { encloses, type Span } from '../../../text/span';
import { wordsAt } from '../../../document/fields/fields';
import { headerField } from '../../../document/fields/header-field';
import { holdsNoWords, type Passage } from '../../../document/sections/section-lookup';
import { documentRollback } from '../../../document/sections/rollback-plan';
import { titleSpanOf } from '../../../document/document-title';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { deploymentSection, rollbackSection } from '../../../document/sections/release-sections';

interface MigrationWithoutStep extends Match {
  readonly missing: 'deployment' | 'rollback' | 'both';
}

const messages = new Messages({
  deployment:
    'No deployment step runs the database migration, so new code may fail on the old schema. Add the step.',
  rollback:
    'No rollback step reverts the database migration, so old code may fail on the new schema. Add the step, or say why there is none.',
  both: 'No step runs or reverts the database migration, so code and schema may not match. Add both steps, or say why there is none.',
});

/** What changes schemas without saying so. */
const tools = '\\b(?:alembic|flyway|liquibase|knex|goose|dbmate|sqitch|ef database update)\\b';

export const migrationWithoutStep = defineRule<MigrationWithoutStep>({
  meta: {
    name: 'migration-without-step',
    summary: 'A release with database migrations that no step runs or reverts',
    severity: 'warning',
    scope: ['release'],
    since: '0.1.0',
    group: 'release',
    absentFrom: 'document',
    yieldsTo: ['missing-rollback', 'empty-rollback'],
  },
  *find({ runbook }) {
    const value = headerField(
      runbook,
      /^(?:(?:database |db |schema )?migrations?|(?:database|db|schema) changes?)\b/,
    )?.value;
    if (value == null) return;
    const stated = wordsAt(runbook, value.span).replace(/^[*_`\s]+/, '');
    if (
      /^(?:no\b|none|nein\b|keine?\b|non\b|aucune?\b|não(?!\p{L})|nenhuma?\b|ninguna?\b|いいえ|なし|아니|없음|n\/a|not |-+$|–|—|0\b|\[)/iu.test(
        stated,
      )
    )
      return;
    const deployment = deploymentSection(runbook);
    const rollback = rollbackSection(runbook);
    const isWritten = ({ content }: Passage): boolean => !holdsNoWords(runbook, content);
    const isNotRun =
      deployment !== null &&
      isWritten(deployment) &&
      !stepsMention(runbook, deployment.span, new RegExp(`migrat|schema|${tools}`, 'i'));
    const isNotReverted =
      rollback !== null &&
      isWritten(rollback) &&
      !stepsMention(
        runbook,
        rollback.span,
        new RegExp(`migrat|schema|database|restore|\\bdb\\b|${tools}`, 'i'),
      );
    if (isNotRun || isNotReverted)
      yield {
        span: value.token,
        missing: isNotRun && isNotReverted ? 'both' : isNotRun ? 'deployment' : 'rollback',
      };
    // a rollback under an unknown name may hold the step
    if (rollback === null ? documentRollback(runbook) !== undefined : isWritten(rollback)) return;
    yield { span: rollback?.nameSpan ?? titleSpanOf(runbook), missing: 'rollback' };
  },
  message({ missing }) {
    return messages.of(missing);
  },
});

/** Whether a step in the section mentions it, or its text where it has no steps. */
function stepsMention({ procedures, text }: Runbook, section: Span, pattern: RegExp): boolean {
  const steps = procedures
    .filter(({ span }) => encloses(section, span))
    .flatMap((procedure) => procedure.steps);
  if (steps.length === 0) return pattern.test(text.slice(section.start, section.end));
  return steps.some(({ span, titleSpan }) =>
    pattern.test(text.slice(Math.min(span.start, titleSpan.start), span.end)),
  );
}
