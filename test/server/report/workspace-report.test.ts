/** The workspace report: gates, scores, staleness, coverage, orphans and missing runbooks. */
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../../server/src/text/slices';
import { createRunbookService, ruleNames, type WorkspaceReport } from '../../../server/src/service';
import { sectionsOf } from '../../../server/src/report/formats/sections';
import { ConfigurationTree } from '../../../server/src/config/configuration-tree';
import { parseConfiguration } from '../../../server/src/config/parse-configuration';
import { runEntry } from '../cli/sample-folder';

const folder = 'file:///workspace';

interface Surroundings {
  readonly today?: string;
  /** Text of `.runbook.yaml`. */
  readonly configuration?: string;
  /** Other documents by path. */
  readonly more?: Readonly<Record<string, string>>;
}

function reportOn(
  entries: string,
  { today = '2026-11-20', configuration = '', more = {} }: Surroundings = {},
): WorkspaceReport {
  const service = createRunbookService({ today: () => today });
  service.setFolders([{ uri: folder, name: 'workspace' }]);
  const tree = new ConfigurationTree();
  tree.set('', parseConfiguration(configuration, ruleNames).configuration);
  service.configure(folder, tree);
  service.putFile(
    `${folder}/SoT.OPS.md`,
    `---\nid_prefix: RUN, MON, DEP, RISK\n---\n\n# Operations\n\n${entries}`,
  );
  for (const [path, text] of Object.entries(more)) service.putFile(`${folder}/${path}`, text);
  return atOnce(service.report());
}

const alert = (number: string, rows: string, tail = ''): string => `## MON-${number}: Disk usage

**ID**: MON-${number}
**Status**: Active
**Owner**: Platform Team

### Thresholds

| Level | Threshold | Action |
| --- | --- | --- |
${rows}
${tail}
`;

const gateOf = (
  { gates }: WorkspaceReport,
  name: string,
): { met: boolean | undefined; total: number | undefined; missing: string[] | undefined } => {
  const gate = gates.find((one) => one.name === name);
  return { met: gate?.met, total: gate?.total, missing: gate?.missing.map(({ id }) => id) };
};

const full = runEntry('001', 'Disk is full');

describe('gates', () => {
  test('alerts: each names a runbook that exists, or is named by one', () => {
    const report = reportOn(
      full.replace('Users report errors', 'MON-004 fires') +
        alert('001', '| Critical | 95 % | Follow RUN-001 |') +
        alert('002', '| Critical | 95 % | Look |') +
        alert('003', '| Critical | 95 % | Follow RUN-050 |') +
        alert('004', '| Critical | 95 % | Look |') +
        alert('005', '| Critical | 95 % | Look |').replace('Active', 'Planned'),
    );
    expect(gateOf(report, 'alerts')).toEqual({ met: false, total: 4, missing: ['MON-002', 'MON-003'] });
    const reasons = report.gates.find(({ name }) => name === 'alerts')?.missing.map(({ reason }) => reason);
    expect(reasons).toEqual([
      'MON-002 has no runbook.',
      'MON-003 has no runbook. Not defined anywhere: RUN-050.',
    ]);
  });

  test('rollbacks of deployments lead to runbooks', () => {
    const deployment = (number: string, words: string): string =>
      `## DEP-${number}: Web servers\n\n**ID**: DEP-${number}\n**Status**: Active\n**Owner**: Platform Team\n\n### Rollback Procedure\n\n${words}\n\n`;
    const report = reportOn(full + deployment('001', 'Follow RUN-001.') + deployment('002', '1. Run `undo`'));
    expect(gateOf(report, 'rollbacks')).toEqual({ met: false, total: 2, missing: ['DEP-002'] });
  });

  test('risks that are high or medium are named by runbooks', () => {
    const risk = (number: string, impact: string): string =>
      `## RISK-${number}: Disk fills\n\n**ID**: RISK-${number}\n**Impact**: ${impact}\n**Status**: Active\n\n`;
    const report = reportOn(
      runEntry('001', 'Disk is full', '\nLinked IDs: RISK-001') +
        risk('001', 'High') +
        risk('002', 'Medium') +
        risk('003', 'Low'),
    );
    expect(gateOf(report, 'risks')).toEqual({ met: false, total: 2, missing: ['RISK-002'] });
  });

  test('runbooks have owners, dates of tests and escalation', () => {
    const bare = runEntry('002', 'Disk is slow')
      .replace(/\*\*Owner.*\n/, '')
      .replace(/\*\*Last Tested.*\n/, '')
      .replace(/### Escalation[^]*?(?=### Post)/, '');
    const report = reportOn(full + bare);
    for (const gate of ['owners', 'tests', 'escalation'])
      expect(gateOf(report, gate)).toEqual({ met: false, total: 2, missing: ['RUN-002'] });
    expect(gateOf(reportOn(full), 'owners')).toEqual({ met: true, total: 1, missing: [] });
  });

  test('templates, examples and stubs are no runbooks', () => {
    const stub =
      '## RUN-003: {Runbook Name}\n\n**ID**: RUN-003\n**Owner**: {Team}\n**Last Tested**: YYYY-MM-DD\n\n### Steps\n\n1. {Step}\n';
    const report = reportOn(full + stub, { more: { 'templates/RUN-009.md': runEntry('009', 'Sample') } });
    expect(gateOf(report, 'owners')).toEqual({ met: true, total: 1, missing: [] });
    expect(report.runbooks.map(({ id, stub: isStub, score }) => [id, isStub, score])).toEqual([
      ['RUN-003', true, 0],
      ['RUN-001', false, 7],
    ]);
  });
});

describe('scores', () => {
  const lacks = (text: string, options?: Surroundings): Record<string, readonly string[]> => {
    const [runbook] = reportOn(text, options).runbooks;
    const failed = runbook?.criteria.filter(({ met }) => !met) ?? [];
    expect(runbook?.score).toBe(7 - failed.length);
    return Object.fromEntries(failed.map((one) => [one.name, one.lacks]));
  };

  test('a runbook that has everything gets seven of seven', () => {
    expect(lacks(full)).toEqual({});
  });

  test.each([
    [
      'actionable',
      full
        .replace('Step 1: Look for the largest files', 'Step 1: Investigate the issue')
        .replace(/```bash[^]*?```/, 'Fix the problem as needed.'),
    ],
    ['complete', full.replace(/```bash[^]*?```/, 'Look around on the server.')],
    [
      'verifiable',
      full.replace(/Verification:\n\n.*\n/, '').replace('Look for the largest', 'Delete the largest'),
    ],
    ['scoped', full.replace(/### Scope[^]*?(?=### Pre)/, '')],
    ['escalatable', full.replace(/### Escalation[^]*?(?=### Post)/, '')],
    ['tested', full.replace('2026-11-01', '2026-01-01')],
    ['tested', full.replace('**Last Tested**: 2026-11-01', '**Last Tested**: 2027-01-01')],
    ['tested', full.replace('**Last Tested**: 2026-11-01', '**Last Tested**: last spring')],
    ['maintained', full.replace(/\*\*Owner.*\n/, '')],
  ])('one that is not %s lacks that, with the reason', (criterion, text) => {
    const found = lacks(text);
    expect(Object.keys(found)).toContain(criterion);
    expect(found[criterion]?.[0]).toMatch(/\.$/);
  });

  test('a step that only looks may do without a check', () => {
    const looking = full.replace(/Verification:\n\n.*\n/, '').replace('Look for', 'Investigate');
    expect(lacks(looking)).toEqual({});
  });

  test('a runbook without steps cannot be followed', () => {
    const found = lacks(full.replace(/### Procedure[^]*?(?=### Escalation)/, ''));
    expect(Object.keys(found)).toEqual(expect.arrayContaining(['actionable', 'complete', 'verifiable']));
    expect(found['complete']).toEqual(['It has no steps.']);
  });

  test('settings and comments that silence rules do not better a score', () => {
    const unowned = full.replace(/\*\*Owner.*\n/, '');
    const configuration = 'rules: { missing-owner: off }';
    expect(Object.keys(lacks(unowned, { configuration }))).toEqual(['maintained']);
    expect(Object.keys(lacks(`<!-- runbook-disable-file -->\n\n${unowned}`))).toEqual(['maintained']);
  });
});

test('staleness is told by owner, the neediest first', () => {
  const entry = (number: string, owner: string, tested: string): string =>
    runEntry(number, 'Disk is full')
      .replace('Platform Team', owner)
      .replace(/(\*\*Last Tested\*\*): .*/, `$1: ${tested}`);
  const report = reportOn(
    entry('001', 'Data Team', '2026-11-01') +
      entry('002', 'Web Team', '2026-01-01') +
      entry('003', 'Web Team', '2026-11-10') +
      entry('004', 'Web Team', 'never'),
  );
  expect(report.owners).toEqual([
    { owner: 'Web Team', runbooks: 3, stale: 1, never: 1, oldestDays: 323 },
    { owner: 'Data Team', runbooks: 1, stale: 0, never: 0, oldestDays: 19 },
  ]);
  const patient = reportOn(entry('002', 'Web Team', '2026-01-01'), { configuration: 'staleAfterDays: 400' });
  expect(patient.owners).toEqual([{ owner: 'Web Team', runbooks: 1, stale: 0, never: 0, oldestDays: 323 }]);
});

test('coverage tells the runbooks of each severity of each alert', () => {
  const report = reportOn(
    full +
      runEntry('002', 'Disk is slow') +
      alert(
        '001',
        '| Warning | 80 % | Look at RUN-002 |\n| Critical | 95 % | Act |',
        '### Related\n\n- RUN-001',
      ) +
      alert('002', '| **CRIT** | 95 % | Follow RUN-050 |') +
      '## MON-003: Heartbeat\n\n**ID**: MON-003\n**Status**: Active\n\nSee RUN-001.\n',
  );
  expect(report.coverage.map(({ id, levels, dangling }) => ({ id, levels, dangling }))).toEqual([
    {
      id: 'MON-001',
      levels: [
        { severity: 'Warning', runbooks: ['RUN-002'] },
        { severity: 'Critical', runbooks: ['RUN-001'] },
      ],
      dangling: [],
    },
    { id: 'MON-002', levels: [{ severity: 'Critical', runbooks: [] }], dangling: ['RUN-050'] },
    { id: 'MON-003', levels: [{ severity: 'Any', runbooks: ['RUN-001'] }], dangling: [] },
  ]);
});

test('orphans are entries that only themselves and lists name', () => {
  const navigation =
    '## Navigation by Category\n\n- [RUN-001](#run-001-disk-is-full) - Disk is full\n\n---\n\n';
  const report = reportOn(
    navigation + full + runEntry('002', 'Disk is slow', '\nSee RUN-002.') + runEntry('003', 'Disk is old'),
    { more: { 'notes.md': 'When disks age: RUN-003.\n' } },
  );
  expect(report.orphans.map(({ id, file, line }) => [id, file, line])).toEqual([
    ['RUN-001', 'SoT.OPS.md', 13],
    ['RUN-002', 'SoT.OPS.md', expect.any(Number)],
  ]);
});

describe('runbooks that every service needs', () => {
  const coveredBy = (title: string): string[] =>
    reportOn(runEntry('001', title)).mustHaves.flatMap(({ name, runbooks }) =>
      runbooks.length > 0 ? [name] : [],
    );

  test('are twelve, all missing from an empty workspace', () => {
    const { mustHaves } = reportOn('');
    expect(mustHaves).toHaveLength(12);
    expect(mustHaves.every(({ runbooks }) => runbooks.length === 0)).toBe(true);
  });

  test.each([
    ['Checkout is down', ['Service down']],
    ['API outage', ['Service down']],
    ['Search is slow', ['Performance degradation']],
    ['Credentials leaked', ['Security incident']],
    ['Leaked credentials', ['Security incident']],
    ['Standard production release', ['Standard release']],
    ['Emergency patch', ['Hotfix']],
    ['Roll back a release', ['Rollback']],
    ['Back up the orders database', ['Database backup']],
    ['Restore the database from backup', ['Data restore']],
    ['Rotate the web logs', ['Log rotation']],
    ['Renew the TLS certificate', ['Certificate renewal']],
    ['Fail over to the second region', ['Failover']],
    ['Restart the queue workers', ['Service restart']],
  ])('%s covers %j', (title, needs) => {
    expect(coveredBy(title)).toEqual(expect.arrayContaining(needs));
  });

  test.each([
    ['Order queue is backing up', 'Database backup'],
    ['Restore the database from backup', 'Database backup'],
    ['Roll back a release', 'Standard release'],
    ['Emergency release', 'Standard release'],
  ])('%s is no %s', (title, need) => {
    expect(coveredBy(title)).not.toContain(need);
  });

  test('may be pages of a house, which have no id', () => {
    const configuration = 'kinds: [{ name: procedure, files: procedures, like: playbook }]\n';
    const page = (title: string): string =>
      `# ${title}\n\n## Steps\n\n1. Run \`promote replica\`.\n   - **Verify**: replica is primary\n`;
    const more = { 'procedures/failover.md': page('Failover'), 'notes/failover.md': page('Failover notes') };
    const { mustHaves } = reportOn('', { configuration, more });
    expect(mustHaves.find(({ name }) => name === 'Failover')?.runbooks).toEqual([
      { id: '', title: 'Failover', file: 'procedures/failover.md', line: 1 },
    ]);
    const shown = sectionsOf({ folder: 'workspace', ...reportOn('', { configuration, more }) });
    expect(shown.flatMap(({ rows }) => rows.map((row) => row.map(({ text }) => text)))).toContainEqual([
      'Recovery',
      'Failover',
      'Failover',
    ]);
  });
});
