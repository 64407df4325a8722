/** A release that is deployed without smoke tests. */
import type { Procedure, Runbook } from '../../../model/runbook';
import { encloses, type Span } from '../../../text/span';
import { titleSpanOf } from '../../../document/document-title';
import { deploymentSection, smokeTests } from '../../../document/sections/release-sections';
import { Messages } from '../../message';
import { defineRule, type Match, type RuleContext } from '../../rule';
import { cellWords, columnOf, tablesWithin } from '../../../document/sections/table-cells';

interface MissingSmokeTest extends Match {
  readonly reason: 'section' | 'critical' | 'reference';
  readonly name: string;
}

const messages = new Messages({
  section:
    'This release has no smoke tests, so customers find a broken deployment first. Add a section "Smoke Tests" with critical tests.',
  critical:
    '"{name}" has no critical test, so no failure forces a rollback. Mark the tests that must pass as Critical.',
  reference:
    '"{name}" does not run the smoke tests, so customers find a broken deployment first. Add a step that runs them.',
});

export const missingSmokeTest = defineRule<MissingSmokeTest>({
  meta: {
    name: 'missing-smoke-test',
    summary: 'A release without critical smoke tests, or a deployment that does not run them',
    severity: 'warning',
    scope: ['release'],
    since: '0.1.0',
    group: 'release',
    absentFrom: 'document',
  },
  *find(context) {
    const { runbook } = context;
    const tests = smokeTests(runbook);
    if (tests === null) {
      const span = titleSpanOf(runbook);
      yield { span, reason: 'section', name: '', covers: [span, ...linesAbout(runbook)] };
      return;
    }
    const [table] = tablesWithin(runbook, tests.span);
    const type =
      table === undefined ? -1 : columnOf(table, /^(?:type|severity|priority|level|criticality|class)$/);
    const rows =
      table?.rows.filter(({ cells }) => cells.some((cell) => cellWords(runbook, cell) !== '')) ?? [];
    const critical =
      type < 0 ||
      rows.some(({ cells }) => /\bcrit|blocker|must|p0|p1/i.test(cellWords(runbook, cells[type])));
    const hasTests =
      table === undefined
        ? /[\p{L}\p{N}]/u.test(runbook.text.slice(tests.content.start, tests.content.end))
        : rows.length > 0;
    if (!critical || !hasTests) yield { span: tests.nameSpan, reason: 'critical', name: tests.name };
    for (const { nameSpan, name } of deploymentsWithoutTests(context))
      yield { span: nameSpan, reason: 'reference', name };
  },
  message({ reason, name }) {
    return reason === 'section' ? messages.of(reason) : messages.of(reason, { name });
  },
});

/** The lines that mention smoke tests, and may refer to the missing section. */
function linesAbout({ text, lines }: Runbook): Span[] {
  return Array.from(text.matchAll(/\bsmoke\b/gi), ({ index }) => lines.spanOf(lines.lineAt(index)));
}

/** Deployment procedures in which no step mentions smoke tests. */
function deploymentsWithoutTests({ runbook }: RuleContext): Procedure[] {
  const section = deploymentSection(runbook);
  if (section === null) return [];
  return runbook.procedures.filter(
    ({ span, steps, role, nameSpan }) =>
      encloses(section.span, span) &&
      encloses(section.span, nameSpan) &&
      role !== 'rollback' &&
      steps.some(({ title }) => /\b(?:deploy|roll ?out|release|promote)/i.test(title)) &&
      !steps.some(({ span: own }) => /\bsmoke/i.test(runbook.text.slice(own.start, own.end))),
  );
}
