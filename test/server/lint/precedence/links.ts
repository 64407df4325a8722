/** Pairs of rules about identifiers and links; «…» stands around what the yielding rule would report. */
import { runEntry, sotTop } from '../../../support/sot';

const bullet = '- [RUN-001](#run-001-pool-is-full) - Pool is full';
const entry = (more = ''): string => runEntry('RUN-001', 'Pool is full', `\n${more}\n`);
const other = (id: string, title: string): string => runEntry(id, title);
const sot = (bullets: readonly string[], ...entries: readonly string[]): string =>
  `//- /SoT.OPERATIONS.md\n${sotTop([bullet, ...bullets])}${entries.join('')}`;
const log = (id: string): string => `
## Change Log

| Date       | ID | Change        |
| ---------- | -- | ------------- |
| 2026-10-01 | ${id} | Created entry |
`;

export const linkPairs: Readonly<Record<string, string>> = {
  'dangling-id < nav-unknown-entry': sot(['- «RUN-077» - Gone'], entry()),
  'dangling-id < missing-link-target': sot([], entry('See [«RUN-077»](missing.md).')),
  'dangling-id < link-id-mismatch': sot([], entry('See [«RUN-077»](#run-001-pool-is-full).')),
  'dangling-id < malformed-id': sot([], entry('See «RUN-002».'), other('run_002', 'Pool is slow')),
  'nav-unknown-entry < missing-link-target': sot(['- [«RUN-077»](missing.md) - Gone'], entry()),
  'nav-unknown-entry < link-id-mismatch': sot(['- [«RUN-077»](#run-001-pool-is-full) - Gone'], entry()),
  'nav-unknown-entry < malformed-id': sot(
    ['- «RUN-002» - Pool is slow'],
    entry(),
    other('run_002', 'Pool is slow'),
  ),
  'change-log-unknown-id < malformed-id': sot(
    [],
    entry(),
    other('run_002', 'Pool is slow'),
    log('«RUN-002»'),
  ),
  'unused-prefix < malformed-id': `//- /SoT.OPERATIONS.md
---
id_prefix: RUN-XXX, «RISK»-XXX
---

# Operations (SoT File)
${entry()}${other('risk_001', 'Disk is full')}`,
  'malformed-id < dangling-id': sot([], entry('**Linked IDs**: «RUN-77»')),
  'malformed-id < nav-unknown-entry': sot(['- «RUN-77» - Gone'], entry()),
  'malformed-id < change-log-unknown-id': sot([], entry(), log('«RUN-77»')),
  'anchor-mismatch < dangling-id': sot([], entry('See [RUN-077](#«run-077-gone»).')),
  'anchor-mismatch < nav-unknown-entry': sot(['- [RUN-077](#«run-077-gone») - Gone'], entry()),
  'anchor-mismatch < change-log-unknown-id': sot([], entry(), log('[RUN-077](#«run-077-gone»)')),
  'anchor-mismatch < link-id-mismatch': sot(
    [],
    entry('See [RUN-001](#«run-002-gone»).'),
    other('RUN-002', 'Pool is slow'),
  ),
  'anchor-mismatch < malformed-id': sot(
    [],
    entry('See [RUN-002](#«run-002-pool-is-slow»).'),
    other('run_002', 'Pool is slow'),
  ),
  'nav-title-mismatch < link-id-mismatch': sot(
    ['- [RUN-002](#run-001-pool-is-full) - «Pool is full»'],
    entry(),
    other('RUN-002', 'Pool is slow'),
  ),
  'unlisted-linked-id < link-id-mismatch': sot(
    [],
    entry('See [RUN-002](#«run-003»-pool-is-gone).\n\n**Linked IDs**: RUN-002'),
    other('RUN-002', 'Pool is slow'),
    other('RUN-003', 'Pool is gone'),
  ),
  'unlisted-linked-id < malformed-id': sot(
    [],
    entry('See «RUN-002».\n\n**Linked IDs**: run_002'),
    other('RUN-002', 'Pool is slow'),
  ),
  'nav-missing-entry < nav-unknown-entry': sot(
    ['- RUN-077 - Pool is slow'],
    entry(),
    marked(other('RUN-002', 'Pool is slow')),
  ),
  'nav-missing-entry < id-out-of-band': sot([], entry(), marked(other('RUN-202', 'Pool is slow'))),
  'nav-missing-entry < id-field-mismatch': sot(
    ['- RUN-003 - Pool is gone'],
    entry(),
    marked(other('RUN-002', 'Pool is slow').replace('**ID**: RUN-002', '**ID**: RUN-003')),
    other('RUN-003', 'Pool is gone'),
  ),
  'id-field-mismatch < duplicate-id': sot(
    [],
    entry(),
    other('RUN-001', 'Pool is slow').replace('**ID**: RUN-001', '**ID**: «RUN-002»'),
  ),
};

/** The entry with its name marked: ## «RUN-002: Pool is slow» */
function marked(text: string): string {
  return text.replace(/^## (.*)$/m, '## «$1»');
}
