/** Names in other languages in plain lines and tables, where nothing but the name tells that it is one. */
import { expect, test } from 'vitest';
import { roleOf } from '../../../server/src/model/vocabulary';
import { modelOf } from '../../support/read-model';
import { checkRule } from '../../support/check-rule';
import { sotEntries } from '../../support/sot-entries';
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

test.each(['Procedimientos de reversión', 'Procedimentos de reversão', 'Procédures de retour arrière'])(
  '%s lead back',
  (name) => {
    expect(roleOf(name)).toBe('rollback');
  },
);

test.each([
  ['Überblick', 'Verwandte IDs', 'Metrik', 'Schwellwerte'],
  ['Resumen', 'IDs relacionados', 'Métrica', 'Umbrales'],
  ['概要', '関連ID', '指標の定義', '閾値'],
])('sections of entries are found as %s, %s, %s, %s', (overview, related, metric, thresholds) => {
  const named = sotEntries
    .replace('### Overview', `### ${overview}`)
    .replaceAll('### Related IDs', `### ${related}`)
    .replace('### Metric Definition', `### ${metric}`)
    .replace('### Thresholds', `### ${thresholds}`);
  checkRule('missing-entry-section', named);
});
