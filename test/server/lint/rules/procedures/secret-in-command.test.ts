import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { runEntry } from '../../run-entry';

const rule = 'secret-in-command';

const step = (command: string): string =>
  runEntry({
    procedure: `\n## Procedure\n\n### Step 1: Restart\n\`\`\`bash\n${command}\n\`\`\`\n\nVerification:\n- [ ] It runs`,
  });

/** Pieces are put together here, so that no scanner takes a test for a leak. */
const secrets: readonly (readonly [string, string, string])[] = [
  ['pgb --password ', 'Winter4Larch', ' restart'],
  ['mysql -u root -p', 'Winter4Larch', ' orders'],
  ['PGPASSWORD=', 'hunter2', ' psql'],
  ['psql postgres://shop:', 'Winter4Larch', '@db.example/orders'],
  ['curl -u admin:', 'Winter4Larch', ' https://x.example'],
  ['curl -H "Authorization: Bearer ', ['a1b2c3d4', 'e5f6a7b8'].join(''), '" https://x.example'],
  ['export API_KEY=', ['9f8e7d6c5b', '4a3f2e1d0c'].join(''), ''],
  ['aws configure set id ', ['AKIA', 'Q3EGRIPXU7ZL5M2A'].join(''), ''],
  ['git clone https://', ['ghp', '_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join(''), '@github.example/x'],
];

test('literals of keys, tokens and passwords are a warning on the literal', () => {
  for (const [before, secret, after] of secrets) {
    checkRule(
      rule,
      step(`${before}${secret}${after}\n${' '.repeat(before.length)}${'^'.repeat(secret.length)} warning`),
    );
  }
  checkRule(
    rule,
    runEntry({
      trigger: 'Trigger: `PASSWORD=hunter2 login` fails\n                   ^^^^^^^ warning: password',
    }),
  );
});

test('variables, marks and words that stand for a secret are fine', () => {
  for (const command of [
    'pgb --password "$PGB_PASSWORD" restart',
    'pgb --password <password>',
    'PGPASSWORD=${PW} psql; PGPASSWORD=$(vault read pw) psql',
    'psql postgres://shop:$PW@db/orders postgres://shop:****@db/orders',
    'curl -H "Authorization: Bearer $TOKEN" https://x.example',
    'export API_KEY=your-api-key-here TOKEN={{ token }}',
    'kubectl get secret edge-tls -o yaml',
    'pgb --password-file /run/secrets/pgb --token-ttl 30m',
    'mysql -p orders',
    'select * from keys where primary_key = 12',
  ])
    checkRule(rule, step(command));
});

test('prose is no command', () => {
  checkRule(rule, runEntry({ trigger: 'Trigger: password: hunter2x' }));
});

test('a call that makes a token is none', () => {
  checkRule(
    'secret-in-command',
    runEntry({
      procedure:
        '\n## Procedure\n\n```ruby\na.update(authentication_token: Devise.friendly_token.first(16))\n```\n',
    }),
  );
});
