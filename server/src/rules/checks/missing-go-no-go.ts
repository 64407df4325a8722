/** A release that goes to production without anybody deciding so (`domain.md` section 5, Release runbook). */
import { titleSpanOf } from '../document-title';
import { deploymentSection } from '../release-sections';
import { defineRule, type Match } from '../rule';
import { findSection, holdsNoWords, passagesIn } from '../section-lookup';

export const missingGoNoGo = defineRule<Match>({
  meta: {
    name: 'missing-go-no-go',
    summary: 'A release without a go/no-go decision before production',
    severity: 'warning',
    scope: ['release'],
    since: '0.1.0',
    source: 'section 5, Release runbook',
  },
  *find({ runbook }) {
    const whole = { start: 0, end: runbook.text.length };
    const decisions = [...passagesIn(runbook, /^(?:final )?go ?[/-]? ?(?:or )?no-?\s?go\b/, whole)];
    // a fence below an empty label holds the steps that follow, not the decision
    const decided = decisions.some(
      ({ content }) =>
        !/^(?:`{3,}|~{3,})/.test(runbook.text.slice(content.start, content.end)) &&
        !holdsNoWords(runbook, content),
    );
    if (decided) return;
    const deployment = deploymentSection(runbook);
    const decides = runbook.procedures.some(({ steps }) =>
      steps.some(({ title }) => /\bgo ?[/-]? ?(?:or )?no-?\s?go\b/i.test(title)),
    );
    if (decides) return;
    const production = findSection(
      runbook,
      /^(?:production (?:deployment|deploy|rollout|release)|deploy(?:ment)? to production)$/,
    );
    yield { span: (decisions[0] ?? production ?? deployment)?.nameSpan ?? titleSpanOf(runbook) };
  },
  word() {
    return {
      message:
        'Nobody decides that this release goes to production: it just goes on after staging. Add a "Go/No-Go Decision" with who decides and on what.',
    };
  },
});
