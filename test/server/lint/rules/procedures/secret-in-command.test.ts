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
  ["ALTER USER shop PASSWORD '", 'Winter4Larch', "';"],
  ["CREATE USER shop IDENTIFIED BY '", 'Winter4Larch', "';"],
  ['SET PASSWORD FOR shop = "', 'Winter4Larch', '";'],
  ['echo ', 'Winter4Larch', ' | sudo -S systemctl restart x'],
  ['echo ', 'Winter4Larch', ' | docker login --password-stdin x.example'],
  ['smbclient //nas/x -U shop%', 'Winter4Larch', ''],
  ['htpasswd -b users shop ', 'Winter4Larch', ''],
  ['npm config set x ', ['npm', '_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join(''), ''],
  ['vault login ', ['s', '.', 'a1B2c3D4e5F6g7H8i9J0k1L2'].join(''), ''],
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
    'password: customer enters it in the form',
    'password: wrong-password',
    'PGPASSWORD=${PW} psql; PGPASSWORD=$(vault read pw) psql',
    'psql postgres://shop:$PW@db/orders postgres://shop:****@db/orders',
    'curl -H "Authorization: Bearer $TOKEN" https://x.example',
    'export API_KEY=your-api-key-here TOKEN={{ token }}',
    'kubectl get secret edge-tls -o yaml',
    'pgb --password-file /run/secrets/pgb --token-ttl 30m',
    'mysql -p orders',
    'redis-cli -a "$REDIS_PW" ping; ls -a /srv',
    'docker run -p 8080:80 shop; docker login --password-stdin',
    'ldapsearch -W -D cn=admin; tar -w x',
    'select * from keys where primary_key = 12',
    "ALTER USER shop PASSWORD '$PW'; CREATE USER x IDENTIFIED BY '<password>';",
    'echo "$PW" | docker login --password-stdin; echo done | tee x',
    'date -U +%Y; vault login -method=oidc; npm_config_cache=/tmp npm ci',
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

const random = ['9f8e7d6c5b', '4a3f2e1d0c'].join('');

test.each([
  ['slack post ', ['xoxb', '-1234567890-abcdef'].join(''), '', 'chat token'],
  ['stripe --api ', ['sk', '_live_4eC39HqLyjWD'].join(''), '', 'API key'],
  ['maps ', ['AIza', 'SyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q'].join(''), '', 'API key'],
  ['login ', ['eyJhbGciOiJIUzI1', 'NiJ9.eyJzdWIiOiIxMjM0.SflKxwRJSMeK'].join(''), '', 'token'],
  ['echo "', ['-----BEGIN RSA', ' PRIVATE KEY-----'].join(''), '"', 'private key'],
  ['clone ', ['glpat', '-a1B2c3D4e5F6g7H8i9J0'].join(''), '', 'access token'],
  ['sshpass -p ', 'Winter4Larch', ' ssh host', 'password'],
  ["pgb --db-password='", 'Winter4 Larch', "'", 'password'],
  ['"client_secret": "', random, '"', 'token'],
  ['mysqldump -u root -p', 'Winter4Larch', ' orders', 'password'],
  ['redis-cli -a ', 'Winter4Larch', ' ping', 'password'],
  ['docker login -u shop -p ', 'Winter4Larch', ' registry.example', 'password'],
  ['ldapsearch -D cn=admin -w ', 'Winter4Larch', ' x', 'password'],
  ['vault login ', ['hvs', '.a1B2c3D4e5F6g7H8i9J0k1L2'].join(''), '', 'token'],
  [
    'curl https://',
    ['hooks.slack', '.com/services/T0000000/B0000000/a1B2c3D4e5F6g7H8'].join(''),
    '',
    'chat token',
  ],
])('%s…: a secret by its form or by what is before it', (before, secret, after, kind) => {
  checkRule(
    rule,
    step(
      `${before}${secret}${after}\n${' '.repeat(before.length)}${'^'.repeat(secret.length)} warning: Hard-coded ${kind}`,
    ),
  );
});

test('two secrets of a line are two findings, in their order; one that is both is one', () => {
  const key = ['AKIA', 'Q3EGRIPXU7ZL5M2A'].join('');
  checkRule(
    rule,
    step(
      `PGPASSWORD=Winter4Larch psql; aws ${key}\n           ^^^^^^^^^^^^ warning: password\n                                  ${'^'.repeat(20)} warning: cloud access key`,
    ),
  );
  checkRule(rule, step(`SECRET_KEY=${key}\n           ${'^'.repeat(20)} warning: cloud access key`));
});

test.each([
  ['an example', `aws set ${['AKIA', 'IOSFODNN7EXAMPLE'].join('')}`],
  ['letters alone', 'API_KEY=productionstorefront'],
  ['digits alone', 'TOKEN=123456789012'],
  ['less than twelve characters', 'TOKEN=a1b2c3d4'],
  ['words with a number behind them', 'TOKEN=storefront-web-12'],
  ['less than four characters', 'PGPASSWORD=abc psql'],
  ['a file', 'pgb --password /run/secrets/pgb'],
  ['a word for it', 'pgb --password=changeme'],
  ['a word for it with more words', 'pgb --password=your-password'],
  ['a name that ends so', `API_KEY=a1b2c3d4e5f6-here`],
  ['a call', 'password=fetch_secret("db")'],
])('%s is no secret', (_what, command) => {
  checkRule(rule, step(command));
});

test('a secret in indented code and in a document in many pieces is found', () => {
  checkRule(
    rule,
    runEntry({
      procedure: `\n## Procedure\n\nRun this:\n\n    PGPASSWORD=Winter4Larch psql\n               ^^^^^^^^^^^^ warning: password\n`,
    }),
  );
  checkRule(
    rule,
    runEntry({
      procedure: `\n## Procedure\n\n${'Wait for the pool to be empty, and watch the gauge.\n\n'.repeat(900)}Run \`PGPASSWORD=Winter4Larch psql\`.\n                ^^^^^^^^^^^^ warning: password\n`,
    }),
  );
});

test('a secret of a draft is no louder than it', () => {
  checkRule(
    rule,
    step('PGPASSWORD=Winter4Larch psql\n           ^^^^^^^^^^^^ information: password').replace(
      'Owner:',
      'Status: Draft\nOwner:',
    ),
  );
});
