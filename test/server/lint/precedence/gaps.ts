/** Pairs of rules about template text; «…» stands around what the yielding rule would report. */
import { change, feature, playbook } from '../documents';
import { runEntry } from '../run-entry';

const frontMatter = (line: string, menu: string): string =>
  change(playbook, line, line.replace(/: .*$/, `: «${menu}»`));

export const gapPairs: Readonly<Record<string, string>> = {
  'placeholder < empty-verification': runEntry({
    procedure:
      '\n## Procedure\n\n### Step 1: Restart `pgbouncer`\n\nVerification:\n- [ ] «[What to look at]»\n',
  }),
  'placeholder < empty-rollback': change(playbook, 'make switch-back', '«[Command to go back]»'),
  'placeholder < leftover-instruction': change(
    playbook,
    '- The old host keeps all mail for 30 days',
    '- The old host keeps all mail for 30 days\n\n«[Add more steps as needed]»',
  ),
  'placeholder < invalid-type': frontMatter('type: migration', 'migration | feature | release'),
  'placeholder < invalid-duration': frontMatter('estimated_duration: 2d', '2h | 1d | 1w'),
  'placeholder < invalid-risk-level': frontMatter('risk_level: low', 'low | medium | high'),
  'invalid-category < placeholder': runEntry({
    category: 'Category: «Incident | Deployment | Maintenance»',
  }),
  'invalid-status < placeholder': runEntry({
    category: 'Category: Incident\nStatus: «Draft | Active | Deprecated»',
  }),
  'invalid-field < placeholder': `//- /alerts/.runbook.yaml
kinds: [{ name: page, files: '*.md', fields: [{ name: Priority, values: { allowed: [low, high] } }] }]
//- /alerts/DiskFull.md
# DiskFull

**Priority**: «[Low | High]»
`,
  'invalid-date < placeholder': runEntry({ tested: 'Last Tested: «YYYY-MM-DD»' }),
  'invalid-duration < placeholder': change(
    playbook,
    '**Estimated Duration:** 2d',
    '**Estimated Duration:** «[Duration]»',
  ),
  'invalid-risk-level < placeholder': change(playbook, '**Risk Level:** Low', '**Risk Level:** «[Level]»'),
  'invalid-severity < placeholder': change(
    feature,
    '| Critical | Section 6.1     |',
    '| «[Severity]» | Section 6.1     |',
  ),
  'unresolved-runbook-section < placeholder': change(feature, '| Section 6.1     |', '| «[Section]» |'),
  'incomplete-escalation < placeholder': runEntry({ escalation: '\n## «Escalation»\n\n[Describe here]' }),
  'missing-scope < placeholder': runEntry({ scope: '\n## «Scope»\n\nTBD' }),
  'incident-without-alert < placeholder': runEntry({ trigger: '«Trigger»: [Alert]' }),
  'unreadable-procedure < placeholder': runEntry({ procedure: '\n## «Procedure»\n\nTODO: write this' }),
  'incomplete-issue < leftover-instruction': change(
    feature,
    '### 6.2 Error Codes',
    '#### «Issue 2: Slips are empty»\n\n[Add more issues as needed]\n\n### 6.2 Error Codes',
  ),
};
