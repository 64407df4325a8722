/** A release without a go/no-go decision, or a playbook without criteria for one. */
import { titleSpanOf } from '../../../document/document-title';
import { decidesByPhase, goNoGoCriteria } from '../../../document/sections/go-no-go';
import { deploymentSection } from '../../../document/sections/release-sections';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';
import { findSection, holdsNoWords, passagesIn } from '../../../document/sections/section-lookup';

interface MissingGoNoGo extends Match {
  readonly playbook: boolean;
}

const messages = new Messages({
  playbook:
    'This playbook has no go/no-go criteria, so the decision is made under pressure. Add "Go/No-Go Criteria": when to proceed, pause, abort.',
  release:
    'No go/no-go decision before production, so the release proceeds by default. Add "Go/No-Go Decision": who decides, by which criteria.',
});

export const missingGoNoGo = defineRule<MissingGoNoGo>({
  meta: {
    name: 'missing-go-no-go',
    summary:
      'A release without a go/no-go decision before production, or a playbook without go/no-go criteria',
    severity: 'warning',
    scope: ['release', 'playbook'],
    since: '0.1.0',
    group: 'release',
    absentFrom: 'document',
  },
  *find({ runbook }) {
    if (runbook.kind.kind === 'playbook') {
      if (goNoGoCriteria(runbook) === null && !decidesByPhase(runbook))
        yield { span: titleSpanOf(runbook), severity: 'information', playbook: true };
      return;
    }
    const whole = { start: 0, end: runbook.text.length };
    const decisions = [
      ...passagesIn(
        runbook,
        /^(?:final )?(?:go ?[/-]? ?(?:or )?no-?\s?go\b|(?:decision to (?:proceed|deploy|go live)|(?:release|ship|launch) decision)$)/,
        whole,
      ),
    ];
    // a fence below an empty label holds the steps that follow, not the decision
    const decided = decisions.some(
      ({ content }) =>
        !/^(?:`{3,}|~{3,})/.test(runbook.text.slice(content.start, content.end)) &&
        !holdsNoWords(runbook, content),
    );
    // a task of that name is the decision
    const tasked = runbook.labels.some(
      ({ item, name }) => item !== null && /\bgo ?[/-]? ?(?:or )?no-?\s?go\b/i.test(name),
    );
    if (decided || tasked) return;
    const deployment = deploymentSection(runbook);
    const decides = runbook.procedures.some(({ steps }) =>
      steps.some(({ title }) => /\bgo ?[/-]? ?(?:or )?no-?\s?go\b/i.test(title)),
    );
    if (decides) return;
    const production = findSection(
      runbook,
      /^(?:production (?:deployment|deploy|rollout|release)|deploy(?:ment)? to production)$/,
    );
    yield {
      span: (decisions[0] ?? production ?? deployment)?.nameSpan ?? titleSpanOf(runbook),
      playbook: false,
    };
  },
  message({ playbook }) {
    return messages.of(playbook ? 'playbook' : 'release');
  },
});
