import { expect, test } from 'vitest';
import { skeletonOf } from '../../../server/src/authoring/house-document';
import { gapsOf } from '../../../server/src/document/placeholders/gaps';
import { serveFixture } from '../../support/check-feature';

/** What a new document of a kind with these sections has in brackets; all of it is to be found as left open. */
function slots(sections: readonly string[]): string[] {
  const lines = sections.map(
    (name, index) =>
      `      - { name: "${name}", required: true${index === 1 ? ', holds: [steps, code, boxes]' : ''} }`,
  );
  const { service, uri } = serveFixture(
    `//- /.runbook.yaml\nkinds:\n  - name: page\n    files: pages\n    sections:\n${lines.join('\n')}\n//- /pages/disk.md\n# Disk<|>\n`,
  );
  const house = service.runbook(uri)?.kind.house ?? null;
  if (house === null) throw new Error('no kind');
  const text = skeletonOf(house, 'Disk');
  const { service: after, uri: page } = serveFixture(`//- /pages/disk.md\n<|>${text}`);
  const runbook = after.runbook(page);
  const open =
    runbook === undefined ? [] : gapsOf(runbook).map(({ span }) => text.slice(span.start, span.end));
  expect(open).toEqual(text.match(/\[\p{L}[^\]]+\]/gu));
  return open.map((one) => one.slice(1, -1));
}

test.each([
  ['English', ['Meaning', 'Steps', 'Verification'], 'Describe here', 'First step'],
  ['German', ['Zweck', 'Schritte', 'Prüfung'], 'Hier beschreiben', 'Erster Schritt'],
  ['German with English among it', ['Rollback', 'Schritte', 'Owner'], 'Hier beschreiben', 'Erster Schritt'],
  ['Spanish', ['Objetivo', 'Pasos', 'Verificación'], 'Describir aquí', 'Primer paso'],
  ['French', ['Objectif', 'Étapes', 'Vérification'], 'Décrire ici', 'Première étape'],
  ['Portuguese', ['Objetivo', 'Passos', 'Validação'], 'Descrever aqui', 'Primeiro passo'],
  ['Chinese', ['目的', '操作步骤', '验证'], 'Describe here', 'First step'],
  ['Japanese', ['目的', '実行手順', '検証'], 'ここに記入', '最初の手順'],
  [
    'Korean with English behind it',
    ['개요 (Overview)', '절차 (Steps)', '검증'],
    '여기에 작성',
    '첫 번째 단계',
  ],
])('a %s style begins with slots in its language', (_, sections, describe, step) => {
  const open = slots(sections);
  expect(open[0]).toBe(describe);
  expect(open[1]).toBe(step);
  expect(open).toHaveLength(5);
});
