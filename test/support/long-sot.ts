/** Sources of truth long enough to be read in pieces: entries out of parts that rules judge, and what is typed in them. */
import fc from 'fast-check';

const parts = fc.constantFrom(
  '**ID**: RUN-001\n**Owner**: [Team]\n**Status**: Active\n**Category**: Incident\n**Last Tested**: 2020-01-01\n',
  '**Last Tested**: never\n**Last Updated**: 2030-01-01\n\n### Scope\n\n- Handles: full pools\n',
  '### Trigger\n\nMON-001 fires\n',
  '### Steps\n\n1. Fix the issue\n2. Run `app --password=hunter2x9`, obviously\n3. Verify: it is up\n',
  '### Steps\n\n### Step 1: Drain\n\n```bash\nrm -rf /data/pool\n```\n\n### Step 3: <pool>\n\nSimply restart it as needed.\n',
  '### Rollback\n\n1. Restore\n',
  '### Verification\n\n- [ ] it is **up** within [minutes]\n- [ ]\n',
  '**Escalation**:\n\nLevel 1: escalate to level 3\n\n- L3: people\n',
  '### Escalation\n\n| Level | Contact |\n|---|---|\n| L1 | @ops |\n| L3 | @lead after 15 minutes |\n',
  '### Steps\n\nSee [RUN-002](#run-002-two) and [text][ref] or [ref].\n',
  '[ref]: other.md "title"\n',
  '```\nStep 1: a\n  - Verify:\nStep 2: curl -u me:secretpass12\n```\n',
  '<details>\n<summary>Verification</summary>\n\nRun <name> and wait\n</details>\n',
  'Trigger: TBD\nContacts: ask around\n',
  '**Linked IDs**: RUN-001, MON-001, RUN-XXX\n',
  '## Phase 1: Switch\n\n**Verification**:\n\n- [ ] one\n',
  '**DEPRECATED** since 2024\n',
  '<!-- runbook-disable-next-line missing-scope -->\n',
  '<!-- runbook-disable missing-trigger, missing-scope -->\n',
);

/** Texts of entries, in order, each with its heading. */
export const partsOfEntries: fc.Arbitrary<readonly string[]> = fc
  .array(
    fc.record({
      heading: fc.constantFrom(
        '## RUN-{}: Pool is full',
        '## RUN-{}',
        '### MON-{}: Alert',
        '## DEP-{}: Ship',
      ),
      body: fc.array(parts, { maxLength: 6, size: 'max' }),
    }),
    { minLength: 2, maxLength: 6 },
  )
  .map((entries) =>
    entries.map(
      ({ heading, body }, index) =>
        `${heading.replace('{}', `00${String(index + 1)}`)}\n\n${body.join('\n')}\n`,
    ),
  );

/** What is typed: mostly letters. */
export const typed: fc.Arbitrary<{ readonly at: number; readonly remove: number; readonly insert: string }> =
  fc.record({
    at: fc.nat(),
    remove: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(12) }),
    insert: fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          'e',
          ' x',
          '. Verify it',
          ' [',
          '- [ ] ',
          '`',
          ':',
          'RUN-002',
          ' 2031-01-01',
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '\n',
          '\n\n',
          '\n## ',
          '\n### Steps\n',
          '```\n',
          '<!-- ',
          '-->',
          '</name>',
          '[ref]: /u\n',
          '\r',
          '\n1. Do it\n',
        ),
      },
    ),
  });

/** A source of truth of these entries and a long one behind them. */
export function longSot(entries: readonly string[]): string {
  return `${entries.join('')}## RUN-099: Last\n\n${'word '.repeat(5500)}\n`;
}
