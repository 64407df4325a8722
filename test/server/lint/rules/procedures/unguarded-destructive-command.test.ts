import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { runEntry } from '../../run-entry';

const rule = 'unguarded-destructive-command';

const step = (command: string, rest = ''): string =>
  runEntry({ procedure: `\n## Procedure\n\n### Step 1: Clean up\n\`\`\`bash\n${command}\n\`\`\`\n${rest}` });

test('a destructive command in a step without verification and rollback is a warning on the command', () => {
  for (const [before, words, after] of [
    ['psql -c "', 'DROP TABLE', ' sessions_old"'],
    ['', 'truncate sess', 'ions;'],
    ['sudo ', 'rm -rf', ' /srv/cache'],
    ['', 'kubectl -n shop delete', ' pod web-1'],
    ['', 'terraform destroy', ''],
    ['', 'git push --force', ' origin main'],
    ['psql -c "select ', 'pg_terminate_backend', '(4711)"'],
  ] as const) {
    const marked = words === 'truncate sess' ? 'truncate ' : words;
    const caret = `${' '.repeat(before.length)}${'^'.repeat(marked.trimEnd().length)} warning: "${marked.trimEnd()}`;
    checkRule(rule, step(`${before}${words}${after}\n${caret}`));
  }
});

test('of every family', () => {
  for (const [command, words] of [
    ['docker system prune -af --volumes', 'docker system prune'],
    ['docker compose down -v', 'docker compose down -v'],
    ['find /srv/cache -mtime +7 -delete', 'find /srv/cache -mtime +7 -delete'],
    ['redis-cli FLUSHALL', 'FLUSHALL'],
    ['vault secrets disable kv', 'vault secrets disable'],
    ['rclone purge backup:old', 'rclone purge'],
    ['bq rm -r shop.orders', 'bq rm'],
    ['sfdisk --delete /dev/sdb', 'sfdisk --delete'],
    ['Remove-VM web-1', 'Remove-VM'],
    ['Remove-AzResourceGroup shop', 'Remove-AzResourceGroup'],
    ['format D:', 'format D:'],
    ['psql -c "DELETE FROM sessions;"', 'DELETE FROM sessions'],
    ['helm -n shop uninstall web', 'helm -n shop uninstall'],
    ['aws s3 rm s3://bucket/logs --recursive', 'aws s3 rm s3://bucket/logs --recursive'],
    ['aws ec2 terminate-instances --instance-ids i-1', 'aws ec2 terminate-instances'],
    ['gcloud compute instances delete web-1', 'gcloud compute instances delete'],
    ['git reset --hard origin/main', 'git reset --hard'],
    ['mkfs.ext4 /dev/sdb1', 'mkfs.ext4'],
    ['dd if=/dev/zero of=/dev/sdb', 'dd if=/dev/zero of=/dev/'],
    ['curl -X DELETE https://search.example/index', 'curl -X DELETE'],
    [
      'kafka-topics.sh --bootstrap-server b:9092 --delete --topic t',
      'kafka-topics.sh --bootstrap-server b:9092 --delete',
    ],
    ['vgremove data', 'vgremove'],
    ['mongosh --eval "db.users.drop()"', 'users.drop()'],
    ['pg_dropcluster 14 main', 'pg_dropcluster'],
    [
      'kafka-consumer-groups.sh --reset-offsets --to-earliest --execute',
      'kafka-consumer-groups.sh --reset-offsets --to-earliest --execute',
    ],
    ['parted /dev/sdb mklabel gpt', 'parted /dev/sdb mklabel'],
    ['Remove-Item -Recurse -Force D:\\queue', 'Remove-Item -Recurse'],
    ['btrfs subvolume delete /srv/queue', 'btrfs subvolume delete'],
    ['ceph osd pool delete queue', 'ceph osd pool delete'],
    ['podman system reset', 'podman system reset'],
    ['cdk destroy', 'cdk destroy'],
    ['rm -r --force /srv/queue', 'rm -r --force'],
    ['git push origin +main', 'git push origin +m'],
    ['psql -c "UPDATE jobs SET state = 0;"', 'UPDATE jobs SET state = 0;'],
    ['del /q /s D:\\queue', 'del /q /s'],
    ['iptables -F', 'iptables -F'],
    ['argocd app delete shop', 'argocd app delete'],
    ['velero backup delete nightly', 'velero backup delete'],
    ['restic forget --keep-last 1 --prune', 'restic forget --keep-last 1 --prune'],
    ['grep -q "DROP TABLE" up.sql && psql -c "DROP TABLE jobs"', 'DROP TABLE'],
  ] as const) {
    const before = command.lastIndexOf(words);
    checkRule(
      rule,
      step(`${command}\n${' '.repeat(before)}${'^'.repeat(words.length)} warning: "${words.slice(0, 40)}`),
    );
  }
  for (const command of [
    'docker ps',
    'find /srv -name "*.log"',
    'psql -c "DELETE FROM sessions WHERE age > 7"',
    'aws s3 rm s3://bucket/logs/one.log',
    'aws sqs delete-message --queue-url q --receipt-handle h',
    'git reset HEAD~1',
    'psql -c "UPDATE jobs SET state = 0 WHERE id = 7;"',
    'EXPLAIN DELETE FROM jobs;',
    'velero backup describe nightly',
    'rclone copy a b; bq ls; Get-VM; clang-format a: b; vault read secret/a',
    'git push origin main',
    'terraform plan',
    'curl https://search.example/deleted',
    'kafka-consumer-groups.sh --reset-offsets --to-earliest --dry-run',
    'grep -r "DROP TABLE" migrations/',
    "git grep -E 'drop table|truncate jobs' | head",
  ])
    checkRule(rule, step(command));
});

test('what waits or checks behind it in the same step guards it', () => {
  checkRule(rule, step('kubectl delete pod web-1\nkubectl wait --for=condition=Ready pod -l app=web'));
  checkRule(rule, step('kubectl delete pod web-1\nkubectl rollout status deploy/web'));
  checkRule(rule, step('rm -rf /srv/cache\n# Verify that there is room\ndf -h'));
});

test('success criteria of the procedure guard its steps', () => {
  checkRule(rule, step('rm -rf /srv/cache', '\n### Success Criteria\n- [ ] The disk has room\n'));
});

test('another rule does not speak of the same step', () => {
  checkRule('missing-verification', step('rm -rf /srv/cache'));
});

test('a verification or a rollback guards the step', () => {
  checkRule(rule, step('rm -rf /srv/cache', '\nVerification:\n- [ ] The cache is empty'));
  checkRule(rule, step('rm -rf /srv/cache', '\n**Rollback:** copy it back from `/backup`'));
});

test('comments, dry runs, warnings and safer forms are no destruction', () => {
  checkRule(rule, step('# rm -rf /srv/cache'));
  checkRule(rule, step('kubectl delete pod web-1 --dry-run=client'));
  checkRule(rule, step('git push --force-with-lease origin topic'));
  checkRule(rule, step('pgb clean', 'Never run `rm -rf /srv` here.'));
});

test('ways back and procedures without steps are left alone', () => {
  checkRule(
    rule,
    runEntry({ procedure: '\n## Rollback\n\n### Step 1: Remove it\n```bash\nrm -rf /srv/new\n```\n' }),
  );
  checkRule(rule, runEntry({ procedure: '\n## Diagnosis\n```bash\nrm -rf /srv/new\n```\n' }));
});

test('items of lists count, unless a verification of the list follows', () => {
  checkRule(
    rule,
    runEntry({
      procedure:
        '\n## Steps\n1. Remove the cache: `rm -rf /srv/cache`\n                      ^^^^^^ warning\n2. Verify: `df -h`',
    }),
  );
  checkRule(
    rule,
    runEntry({
      procedure:
        '\n## Steps\n1. Remove the cache: `rm -rf /srv/cache`\n\n## Verification\n- [ ] The disk has room',
    }),
  );
});

test.each([
  'eksctl delete cluster shop',
  'kops delete cluster shop',
  's3cmd del --recursive s3://shop',
  'influx bucket delete shop',
  'virsh undefine shop',
  'truncate -s 0 /srv/queue.db',
  'userdel -r shop',
  'crontab -r',
])('%s destroys', (command) => {
  const end = /(?<!\w)(?:delete|del|undefine|0|-r)\b/.exec(command);
  const length = (end?.index ?? 0) + (end?.[0].length ?? 0);
  checkRule(rule, step(`${command}\n${'^'.repeat(length)} warning: is destructive`));
});

test.each([
  'echo rm -rf /srv',
  'printf "kubectl delete ns shop"',
  'rm -rf /tmp/build',
  'rm -rf "$TMPDIR/build" /var/tmp/x',
])('%s destroys nothing', (command) => {
  checkRule(rule, step(command));
});

test('what is printed and then run, or removed beside temporary files, is found', () => {
  checkRule(rule, step('echo yes | rm -rf /srv\n           ^^^^^^ warning'));
  checkRule(rule, step('rm -rf /tmp/x /srv\n^^^^^^ warning'));
});
