/** Messages of rules about alerts stay short with names as long as those that rules have: fixtures hold them to 160 characters. */
import { test } from 'vitest';
import { alertsOf, runbooks } from '../../support/alert-files';
import { checkRule } from '../../support/check-rule';

const name = 'KubePersistentVolumeInodesFillingUp';
const other = 'KubernetesControlPlaneEtcdLeaderLost';
const folder = 'platform/docs/runbooks/production/storage';

/** A file with one alert of that name, with words below its line or that of an annotation. */
function alert(annotation: string, expected: string, severity = 'critical'): string {
  return alertsOf(annotation === '' ? '' : `\n          ${annotation}${expected}`, {
    name,
    severity,
  }).replace(`${name}\n`, annotation === '' ? `${name}\n${expected.slice(1)}\n` : `${name}\n`);
}

const carets = (at: number, length: number, words: string): string =>
  `\n${' '.repeat(at)}${'^'.repeat(length)} ${words}`;

const page = (path: string, title: string, text = 'Restart it.'): string =>
  `//- /${path}\n# ${title}\n\n${text}\n`;
const ours = '//- /.runbook.yaml\nalerts:\n';
const others = alertsOf('\n          runbook_url: RUN-001', { name: other, severity: 'ticket' }).replace(
  'alerts.yaml',
  'other.yaml',
);

test.each([
  [
    'alert-runbook-not-found',
    `${runbooks}${alert(`runbook_url: ${folder}/gone.md`, carets(23, 49, 'error: write the runbook'))}`,
  ],
  [
    'alert-runbook-not-found',
    `${runbooks}${page(`${folder}/volumes/inodes.md`, 'Inodes')}${alert(`runbook_url: ${folder}/inodes.md`, carets(23, 51, 'error: Did you mean'))}`,
  ],
  [
    'alert-anchor-not-found',
    `${ours}${page(`${folder}/volumes.md`, 'Volumes', '## When the inodes are filling up')}${alert(`runbook_url: ${folder}/volumes.md#when-inodes-are-filling-up`, carets(76, 26, 'warning: Did you mean "#when-the-inodes-are-filling-up"?'))}`,
  ],
  [
    'alert-runbook-mismatch',
    `${ours}${others}${page(`${folder}/${name}.md`, name)}${page('etcd.md', other)}${alert('runbook_url: etcd.md', carets(23, 7, 'warning'))}`,
  ],
  [
    'paging-alert-without-runbook',
    `${runbooks}${others}${alert('', carets(15, 35, 'warning: names no runbook'))}`,
  ],
  [
    'paging-alert-without-runbook',
    `${runbooks}${others}${alert('runbook_url: "TBD: ask the team that keeps the volumes"', carets(24, 40, 'warning: with "TBD: ask the team t…"'))}`,
  ],
  [
    'placeholder-runbook',
    `${runbooks}${others}${alert('runbook_url: "TBD: ask the team that keeps the volumes"', carets(24, 40, 'information'), 'ticket')}`,
  ],
  [
    'uncovered-alert',
    `//- /SoT.MONITORING.md\n---\nid_prefix: MON-XXX\n---\n\n## MON-001: Leader\n\n**Alert**: \`${other}\`\n${alert('', carets(15, 35, 'information'))}`,
  ],
  [
    'undefined-alert',
    `//- /SoT.MONITORING.md\n---\nid_prefix: MON-XXX\n---\n\n## MON-001: Leader\n\n**Alert**: \`${other}\`\n${' '.repeat(12)}${'^'.repeat(36)} information\n${alertsOf('', { name })}`,
  ],
  [
    'alert-threshold-mismatch',
    `//- /SoT.MONITORING.md\n---\nid_prefix: MON-XXX\n---\n\n## MON-001: Inodes\n\n**Alert**: \`${name}\`\n**Threshold**: more than 90 percent for 30 minutes\n${' '.repeat(15)}${'^'.repeat(35)} information: fires at 0.8\n${' '.repeat(15)}${'^'.repeat(35)} information: fires after 5m\n${alertsOf('', { name }).replace('up == 0', 'inodes:used:ratio > 0.8')}`,
  ],
])('%s is short', (rule, source) => {
  checkRule(rule, source);
});
