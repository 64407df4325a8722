/** Generated runbooks with the parts that real ones have, each in the forms that authors use. */
import fc from 'fast-check';

const picked = (...texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);

const front = picked(
  '',
  '---\nid_prefix: RUN-XXX, MON-XXX, DEP-XXX\nversion: 1.2\n---\n\n',
  '---\nid_prefix: [RUN, MON]\nlast_updated: 2026-03-04 # by hand\n---\n',
  '+++\nid_prefix = "RUN-XXX"\n+++\n\n',
  '<!-- licence -->\n---\nid_prefix: RUN-XXX\ntitle: "Playbook: Move"\n---\n\n',
  '\ufeff---\nid_prefix: RUN\n---\n',
  '\n\n---\nrisk_level: low\ntitle: x\n---\n',
  '---\ntitle: "Playbook: Move"\nrisk_level: medium\nestimated_duration: 2 hours\n---\n\n',
  '---\nrunbook: entry\n---\n',
  '---\nowner: [a\n---\n',
);
const title = picked(
  '# Operations (SoT File)\n\n',
  '# Playbook: Move\n\n',
  '# Checkout Runbook\n\n**Feature Name:** Checkout\n\n',
  '# Release Runbook: Storefront v2.14.0\n\n**Version**: 2.14.0\n\n',
  'Operations\n==========\n\n',
  '',
);
const navigation = picked(
  '',
  '## Navigation by Category\n\n**Runbooks** (RUN-001 to RUN-099):\n\n- [RUN-002](#run-002-disk--full) - Disk – full\n- [RUN-001](#run-001-drain-the-queue) - Drain the queue\n\n---\n\n',
  '## Navigation by Category\n\n**Runbooks** (RUN-001 to RUN-099):\n\n---\n\n',
  '## Navigation\n\n* RUN-001 - Drain\n* RUN-009 - Nowhere\n\n',
);
const lead = picked(
  '',
  '',
  '<a id="@"></a>\n\n',
  '<a name="@"></a>\n',
  '<!-- reviewed -->\n',
  '<!-- SECTION: @ -->\n\n',
  '<!-- runbook-disable-next-line missing-owner -->\n',
);
const heading = picked(
  '## @: Drain the queue',
  '## @: Disk – full',
  '## @ | Größe 🚒 `x`',
  '## @ — [DEPRECATED] Old',
  '## @',
  '# @: Errors & more',
  '### @: Deep {#own}',
  '#### @ Deeper',
  '@: Plain\nCategory: Recovery\nTrigger: MON-001 fires',
  '@: Setext\n---',
);
const fields = picked(
  '',
  '**ID**: @\n**Category**: Recovery\n**Status**: Active\n**Owner**: Platform Team\n**Last Tested**: 2026-11-01\n',
  'ID: @\nStatus: Draft (since 2026-02-03)\n',
  '- **ID**: @\n- **Status**: Active | Draft\n- **Owner**: [Team]\n',
  '| Field | Value |\n| --- | --- |\n| ID | @ |\n| Owner | me \\| you |\n| Status | Deprecated |\n',
  '> **ID**: @\n> **Owner**: us\n',
  '**ID:** @  \n*Owner:* us\\\n**Last Tested:** 3 Nov 2026\n',
  '**ID**: @ · **Owner**: us | **Status**: Active\n',
);
const steps = picked(
  '### Steps\n\n1. Run `queue drain`\n   - Verify: it is empty\n2. Restart the pool\n',
  '### Steps\n\n1. one\n1. two\n   1. deeper\n   2. deeper still\n1. three\n',
  '### Procedure\n\n#### Step 1: Look\n\n```bash\nls\n```\n\n##### Step 1.1: Closer\n\n##### Step 1.2: Closest\n\n#### Step 2: Restart\n\nVerify: up.\n',
  '### Steps\n\n#### Step 1: Look\n\n#### Step 2 / Option A\n\n#### Step 2 / Option B\n\n#### Step 4: Rest\n',
  '### Steps\n\n**Step 1: Drain**\n\nText.\n\n**Step 3: Fill**\n\n- [ ] full\n',
  '### Mitigation\n\n#### 1. Drain\n\n`queue drain`\n\n#### 2a. Fill\n\n#### 2b) Or leave\n',
  '### Steps\n\n> 1. Run `a`\n> 2. Run `b`\n>    Verify: c\n',
  '### Steps\n\n| Step | Action | Check |\n| ---- | ------ | ----- |\n| 1 | Run `a` | it runs |\n| 2 | Run `b` | |\n',
  '### Steps\n\n```\nStep 1: a\n  - Verify: b\nStep 3: c\n```\n',
  '### Steps\n\n<details><summary>Long</summary>\n\n- [ ] Run `a`\n- [ ] Run `b`\n\n</details>\n',
  '### Steps\n\n- Step A: one\n- Step B: two\n',
  'Step 1. First `x`\n\nStep 2. Second `y`\n',
  '```bash\n# Step 1: drain\nqueue drain\n# Step 2: fill\nqueue fill --password=hunter2x9\n```\n',
);
const parts = picked(
  '### When to Use\n\nMON-001 has paged, see [the alert](#mon-001) and RUN-002.\n',
  '### Related IDs\n\n- [RUN-001](#run-001-drain-the-queue) - first\n- @\n- RUN-002 (run @ first)\n',
  '### Related IDs\n\n@ replaces the script of 2024. With RUN-002 it covers 1–4.\n\n- **@**, MON-001, RUN-001/002\n',
  '**Linked IDs**: MON-001, @ and RUN-002 (alert)\n',
  '### Related\n\n| ID | Why |\n| --- | --- |\n| @ | itself |\n| MON-001 | alert |\n',
  '### Escalation Path\n\n| Level | Contact | Trigger |\n| --- | --- | --- |\n| L1 | on-call | at once |\n| L3 | lead | 15 minutes |\n',
  '### Escalation\n\n1. Level 1: on-call\n2. Level 2: lead, after 30 minutes\n',
  '### Rollback Procedure\n\n1. Follow [RUN-001](other.md#run-001)\n',
  '**Rollback:**\n\n```\n```\n',
  '### Verification\n\n- [ ] [what]\n- [x] YYYY-MM-DD\n',
  '### Thresholds\n\n| Level | Threshold | Action |\n| --- | --- | --- |\n| Critical | 5 % | |\n',
  '[RUN-002]: #run-002-disk--full "two"\n[ref]: SoT.OPS.md#run-001\n\nSee [it][ref] and [RUN-002].\n',
  'A footnote[^a] of @.\n\n[^a]: RUN-002 says so.\n',
  '<!-- @ was here -->\n\n```text\nescalate @\n```\n',
  '- item one\n- item *two*\n\n  with `code` and RUN-002\n  - nested @\n',
  '> **Note**: quoted\n> - [ ] and boxed\nlazily\n',
  'Trigger: TBD\n\nDrop it: `kubectl delete ns x`, obviously, as needed.\n',
);
const phases = picked(
  '## Phases\n\n### Phase 1: Copy\n\n**Objective:** Copied.\n\n**Tasks:**\n\n1. Copy `a`\n\n**Gate Criteria:**\n\n- [ ] Rows match\n\n**Rollback:** Drop the copy.\n\n### Phase 3: Switch\n\n**Dependencies:**\n\n- Requires Phase 1 completion\n',
  '### Phase A: Copy\n\nSee [Phase B](#phase-b-switch).\n\n### Phase B: Switch\n\n**Gate Criteria**: [ ] all\n',
  '### Phase 1.1: One\n\n### Phase 1.2: Two\n\n### Phase 2: Three\n',
  '## Phase I – One\n\n## Phase II – Two\n\n## Rollback Plan\n\n**From Phase II:**\n\nGo back to Phase I.\n',
  '## Rollback Plan\n\n- From Phase 1: drop\n\n## Execution Log\n\n| Phase | Started | Completed | Status |\n| --- | --- | --- | --- |\n| 1 | 2026-11-01 | | Done |\n| Phase 2 | | | |\n',
);
const tail = picked(
  '',
  '',
  '\n---\n\n## Change Log\n\n| Date | ID | Change | Author |\n| --- | --- | --- | --- |\n| 2026-02-03 | RUN-001 | Created entry | me |\n| 2026-02-03 | RUN-008 | Gone | me |\n',
  '\n<!-- /SECTION: entries -->\n',
  '\n## Appendix\n\nSee Section 3 and Step 2.\n',
  '\n```\nnever closed\n',
);

const id = picked(
  'RUN-001',
  'RUN-002',
  'RUN-003',
  'MON-001',
  'DEP-001',
  'RISK-001',
  'BR-005',
  'RUN_4',
  'RUN-12',
);
const entry = fc
  .record({ id, lead, heading, fields, body: fc.array(fc.oneof(steps, parts), { maxLength: 3 }) })
  .map(({ id: own, body, ...rest }) => {
    const words = `${rest.lead.replaceAll('@', own.toLowerCase())}${rest.heading}\n\n${rest.fields}\n${body.join('\n')}`;
    return words.replaceAll('@', own);
  });

/** A document of up to four entries or phases, with line ends of one kind. */
export const runbookText: fc.Arbitrary<string> = fc
  .record({
    front,
    title,
    navigation,
    blocks: fc.array(fc.oneof({ weight: 3, arbitrary: entry }, { weight: 1, arbitrary: phases }), {
      minLength: 1,
      maxLength: 4,
    }),
    divider: picked('\n', '\n---\n\n', '\n\n\n'),
    tail,
    eol: picked('\n', '\n', '\r\n'),
    ends: fc.boolean(),
  })
  .map(({ blocks, divider, eol, ends, ...rest }) => {
    const text = `${rest.front}${rest.title}${rest.navigation}${blocks.join(divider)}${rest.tail}`;
    return (ends ? text : text.trimEnd()).replaceAll('\n', eol);
  });
