/** Names in other languages in plain lines and tables, where nothing but the name tells that it is one. */
import { expect, test } from 'vitest';
import { modelOf } from '../../support/read-model';
import { checkRule } from '../../support/check-rule';
import { change, release } from '../lint/documents';
import { runEntry } from '../lint/run-entry';

test.each([
  'Verificação',
  'Verificación',
  'Überprüfung',
  'Vérification',
  'Resultado esperado',
  'Erwartetes Ergebnis',
])('%s confirms a step in a plain line', (name) => {
  const steps = `\n## Steps\n\n1. Run \`pgb a\`\n   - ${name}: a falls\n2. Run \`pgb b\`\n   - ${name}: b falls\n`;
  checkRule('unverified-procedure', runEntry({ procedure: steps }));
  checkRule('missing-verification', runEntry({ procedure: steps }));
});

test('a sentence with a colon is no label', () => {
  const { labels } = modelOf('# x\n\nVerificação de que tudo voltou a funcionar: nada.\n');
  expect(labels).toEqual([]);
});

test.each(['Auslöser', 'Disparador', 'Déclencheur', 'Gatilho', 'トリガー', '트리거'])(
  '%s starts an entry in a table',
  (name) => {
    const table = `\n| Field | Value |\n| --- | --- |\n| ${name} | The gauge |\n| Owner | Data Team |\n`;
    checkRule('missing-trigger', runEntry({ title: '# RUN-001: Pool', trigger: null, owner: table }));
  },
);

test.each(['Nein', 'Keine', 'Non', 'Não', 'なし'])('%s means no migration', (words) => {
  const none = change(release, '| Yes -- add_gift_wrap   |', `| ${words} |`);
  checkRule(
    'migration-without-step',
    none.replaceAll('shopctl migrate', 'shopctl update').replaceAll('database migration', 'shop'),
  );
});

test.each(['Kontakte', 'Contactos', 'Contatos', '連絡先'])('%s are contacts', (name) => {
  checkRule('missing-contacts', change(release, /## 9\. .*/, `## 9. ${name}`));
});
