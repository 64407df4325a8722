/**
 * Runbooks in the forms of steps, fields, phases and parts that were learnt after {@link runbookText} was fixed. That
 * grammar stays as it is, so that a seed goes on giving what it gave; this one is for seeds of its own.
 */
import fc from 'fast-check';

const picked = (...texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);

const front = picked(
  '',
  '---\nid_prefix: SEC, SEC-NET, RUN\nlast-tested: 2026-11-01\n---\n\n',
  '---\nid_prefix:\n  - RUN-XXX\n  - MON-XXX\nowner: "@shop/on-call"\n---\n\n',
  '---\nrunbook: entry\nLast Tested: 3 Nov 2026\n---\n',
  '---\ntype: migration\nrisk_level: high\n---\n\n',
);
const title = picked(
  '# Operations (SoT File)\n\n',
  '# Playbook: Move the gauge\n\n',
  '# RUN-001: Drain the queue\n\n',
  '# Runbook\n\n',
  '',
);
const heading = picked(
  '## @ Total errors',
  '## `@` Drain',
  '## [@] Drain',
  '## 1. @ - Drain',
  '## {{< icon >}} @: Drain',
  '## SEC-NET-001: Ports',
  '## @: Drain <a id="own"></a>',
  '**@: Drain**',
  '@: Drain\nOwner: us\nCategory: Incident',
);
const fields = picked(
  '',
  '| ID | @ |\n| --- | --- |\n| Owner | us |\n| Last Tested | 2026-11-01 |\n',
  '| Key | Entry |\n| :-- | :-- |\n| Status | Template |\n| Owner | [Team] |\n',
  '*Owner:* us\n*Status:* Active\n',
  '_Owner_: us · _Last tested_: yesterday\n',
  '**RTO:** 5 minutes | **RPO:** 0\n',
  'Owner::\n  - Team A\n  - Team B\n',
  '**Owner**\n\nTeam A\n\n**Last Tested**\n\n2026-11-01\n',
  '<b>Owner</b>: us<br>\n<b>Status</b>: Active<br>\n',
  'last_tested: 2026-11-01\nowner: us\n',
  '**Owner**: <!-- who? -->\n**Trigger**: <br>\n',
  '**Owner:** <https://shop.example/team>\n',
);
const steps = picked(
  '### Steps\n\n- [ ] Run `dockctl drain`\n- [x] Run `dockctl fill`\n',
  '### Steps\n\n#### On the primary\n\n1. Stop the writer\n2. Promote\n\n#### On the replica\n\n1. Follow\n',
  '### Steps\n\n#### 🔧 Step 2: Restart\n\n`dockctl restart`\n\n#### 🔧 Step 3: Fill\n',
  '### Steps\n\n**1. Restart the pool**\n\nText.\n\n**2. Fill the pool**\n\n**Check:** full\n',
  '### Steps\n\n| Step | Action | Expected |\n| --- | --- | --- |\n| 1 | `dockctl drain` | queue is empty |\n| 2 | `dockctl fill` | |\n',
  '### Timeline\n\n| Time | Action |\n| --- | --- |\n| 10:00 | Stop the writer |\n| 10:05 | Promote |\n',
  '### Remediation\n\n1️⃣ Restart the pool\n\n2️⃣ Fill the pool\n',
  '### Fix\n\n(1) Restart the pool\n\n(2) Fill the pool\n',
  '### Workflow\n\n#### A. Restart\n\n`a`\n\n#### B. Fill\n\n`b`\n',
  '### Cutover\n\n#### I. Stop\n\n#### II. Start\n',
  '### Steps\n\n```sh\n# Step 1: Look\nls\n# Step 2: Remove\nrm -rf data\n```\n',
  '### Steps\n\n```sh\n# 1. Look\nls\n\n# 2. Remove\nrm -rf data\n',
  '### Steps\n\n<details>\n<summary>Step 1: Look</summary>\n\n`ls`\n\n</details>\n\n<details>\n<summary>Step 2: Remove</summary>\n\n</details>\n',
  '### Steps\n\n<ol>\n<li>Look</li>\n<li>Remove</li>\n</ol>\n',
  '### Steps\n\n=== "Linux"\n\n    1. Run `a`\n    2. Run `b`\n\n=== "Mac"\n\n    1. Run `c`\n',
  '### Steps\n\nStep #1 - Look\n\nSTEP-2 - Remove\n',
  '### Steps\n\nFirst step: Look\n\nSecond step: Remove\n',
  '### Schritte\n\n#### Schritt 1: Anhalten\n\n**Prüfung:** steht\n\n#### Schritt 3: Starten\n',
  '### 手順\n\n1. キューを空にする\n2. 再起動する\n',
  '### Steps\n\n1. Run `a`. **Verification:** empty\n2. Run `b`\n\n   > queue is empty\n',
  '### Steps\n\n1. Run `a`\n\n   ```sh\n   a --force\n\n2. Run `b`\n',
  '### Steps\n\n> [!WARNING] Rollback\n> Run `b`\n\n- Step 1. Run `a`\n- Step 2. Run `b`\n',
  '## 3. Restore the data\n\n`restore`\n\n## 4. Check the data\n',
  '### Database Migration\n\n#### 1. Back up\n\n`dump`\n\n#### 2. Migrate\n',
  '- **Step 1**: user logs in\n- **Step 2**: user leaves\n',
);
const parts = picked(
  '### You should see\n\n> queue is empty\n',
  '### If something goes wrong\n\n<details><summary>Undo</summary></details>\n',
  '### Verification\n\n| Check | Result |\n| --- | --- |\n',
  '### When to Use\n\n</details>\n',
  '### When to Use\n\n<a name="when"></a>\n\n---\n',
  '### Who to call\n\n| Who | How |\n| --- | --- |\n| Kim | #shop |\n',
  '### Lessons Learned\n\nNone needed\n',
  '### Rollback\n\nNone needed, see [RUN-001](#run-001).\n',
  '### Alert\n\n- [@](#own)\n- MON-001 (and @)\n',
  '### Decision\n\n| Condition | Action |\n| --- | --- |\n| > 5 % | Step 2 |\n| else | stop |\n',
  'See between @ and RUN-009, @…RUN-012 and mail run-001@shop.example.\n',
  '%% @ was here %%\n\n{/* RUN-002\nwas here */}\n',
  '- [ ] Ask\n  ---\n',
  '- [ ] Ask\nSetext\n---\n',
  '<!-- never closed\n\n@\n',
  '<pre>\nnever closed @\n',
  '~~~\nnever closed @\n',
);
const phases = picked(
  '### ✅ Phase 1: Copy\n\n- [x] Copy\n\n### 🚧 Phase 2: Switch\n\n**Gate Criteria:**\n\n- [ ] Rows match\n',
  '### [x] Phase 1/2: Copy\n\n#### Step 1: Copy\n\n`copy`\n\n### [ ] Phase 2/2: Switch\n',
  '**Phase 1: Copy**\n\n1. Copy it\n\n**Phase 2: Switch**\n\n1. Switch it\n',
  '### Phase One – Prepare\n\n**Rollback:** None\n\n### Phase Two – Switch\n\nSee Phase One.\n',
  '### Phase A - Prepare\n\n### Phase B - Rollback rehearsal\n\n### Phase C - Data Validation\n',
  '### Phase 2 / Option A: Fast\n\n### Phase 2 / Option B: Slow\n',
  '### Phase 1: Copy\n\n```sh\ncopy\n```\n\n---\n\n### Phase 2: Switch\n\n```sh\nswitch\n',
);
const tail = picked(
  '',
  '',
  '\n## Change History\n\nDate | ID | Change\n--- | --- | ---\n2026-02-03 | RUN-001 | Created\n',
  '\n[run]: #own\n',
);

const id = picked('RUN-001', 'RUN-002', 'RUN-010', 'MON-001', 'DEP-001', 'SEC-NET-002', 'UJ-001');
const entry = fc
  .record({ id, heading, fields, body: fc.array(fc.oneof(steps, parts), { maxLength: 3 }) })
  .map(({ id: own, body, ...rest }) =>
    `${rest.heading}\n\n${rest.fields}\n${body.join('\n')}`.replaceAll('@', own),
  );

/** A document of up to four entries or phases, with line ends of one kind. */
export const newerRunbook: fc.Arbitrary<string> = fc
  .record({
    front,
    title,
    blocks: fc.array(fc.oneof({ weight: 3, arbitrary: entry }, { weight: 1, arbitrary: phases }), {
      minLength: 1,
      maxLength: 4,
    }),
    divider: picked('\n', '\n---\n\n'),
    tail,
    eol: picked('\n', '\n', '\r\n'),
    ends: fc.boolean(),
  })
  .map(({ blocks, divider, eol, ends, ...rest }) => {
    const text = `${rest.front}${rest.title}${blocks.join(divider)}${rest.tail}`;
    return (ends ? text : text.trimEnd()).replaceAll(/\r?\n/g, eol);
  });
