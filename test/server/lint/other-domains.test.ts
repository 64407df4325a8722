/** Runbooks of other trades: brokers, names, certificates, switches, racks, apps; what confirms, and what parts are called. */
import { describe, test } from 'vitest';
import { checkRule } from '../../support/check-rule';
import { runEntry } from './run-entry';

const stepOf = (title: string, body: string): string =>
  runEntry({ procedure: `\n## Procedure\n\n### Step 1: ${title}\n\n${body}` });
const fence = (...lines: string[]): string => `\`\`\`bash\n${lines.join('\n')}\n\`\`\``;

describe('a step is confirmed', () => {
  test.each<[title: string, body: string]>([
    [
      'Grow the topic',
      fence(
        'kafka-topics.sh --alter --topic orders --partitions 24',
        'kafka-topics.sh --describe --topic orders',
      ),
    ],
    [
      'Move the record',
      `${fence('aws route53 change-resource-record-sets --hosted-zone-id $Z')}\n\n${fence('dig +short shop.example.com')}`,
    ],
    ['Renew it', fence('certbot renew', 'openssl x509 -enddate -noout -in cert.pem')],
    ['Shut the session', `${fence('neighbor 10.0.0.1 shutdown')}\n\n${fence('show bgp summary')}`],
    [
      'Clear the task',
      fence('airflow tasks clear orders_daily -y', 'airflow dags state orders_daily 2026-11-01'),
    ],
    ['Free the lock', fence('SELECT pg_advisory_unlock(42);', 'SELECT count(*) FROM pg_locks; -- expect 0')],
    ['Halt the rollout', 'Choose **Pause Phased Release**. The status changes to "Paused".'],
    ['Swap the disk', 'Pull the disk in bay 4. The LED turns green within 2 minutes.'],
    ['Add the disk', fence('mdadm --add /dev/md0 /dev/sdc', 'mdadm --detail /dev/md0')],
    ['Alzare il limite', `${fence('pgctl limit 400')}\n\n**Verifica:** il valore è 400`],
    ['提高上限', `${fence('pgctl limit 400')}\n\n**验证：** 返回 400`],
  ])('%s', (title, body) => {
    checkRule('missing-verification', stepOf(title, body));
  });
});

test.each([
  'This takes a minute.',
  'Kafka needs some minutes for it.',
  'Rate limits of 5 a week apply.',
  'Das dauert eine Minute.',
])('and not by "%s"', (words) => {
  checkRule(
    'missing-verification',
    stepOf('Grow the topic', `${fence('kafka-topics.sh --alter --topic orders')}\n\n${words}`).replace(
      '### Step 1: Grow the topic',
      '$&\n    ^^^^^^^^^^^^^^^^^^^^^^ warning',
    ),
  );
});

describe('an escalation is called', () => {
  test.each([
    'If this does not help',
    'Need help?',
    'Hilfe holen',
    'Wenn das nicht hilft',
    'Who to page',
    '升级流程',
    'Escalamiento',
  ])('%s', (name) => {
    const escalation = `\n## ${name}\n\n- After 15 minutes\n- Call the lead of the Data Team, pager \`data-lead\`\n- Have the start time at hand`;
    checkRule('missing-escalation', runEntry({ escalation }));
  });
});

test.each(['Readiness checks', 'You will need', 'Prérequis', '前置条件'])(
  'prerequisites are called %s',
  (name) => {
    checkRule(
      'missing-prerequisites',
      runEntry({ prerequisites: `\n## ${name}\n\n- [ ] VPN and the role \`ops\`` }),
    );
  },
);

test.each(['T', 'Clock', 'Uhrzeit'])('a table of steps begins with %s', (column) => {
  const rows = `| ${column} | Action | Owner |\n|---|---|---|\n| 0 | Stop the writer | DBA |\n| 5 | Move the address | Net |`;
  checkRule('unreadable-procedure', runEntry({ procedure: `\n## Cutover\n\n${rows}` }));
});
