/** The words of a workspace: added, taken away, and those of its languages. They leave no trace in other workspaces. */
import { expect, test } from 'vitest';
import { applyLayer } from '../../../server/src/config/apply-layer';
import { defaultConfiguration, type Configuration } from '../../../server/src/config/configuration';
import { parseConfiguration } from '../../../server/src/config/parse-configuration';
import { DocumentParser } from '../../../server/src/parsing/document-parser';

function configured(yaml: string): Configuration {
  const { configuration, problems } = parseConfiguration(yaml, new Set());
  expect(problems).toEqual([]);
  return applyLayer(defaultConfiguration, configuration, '');
}

function partsOf(text: string, yaml = '', parser = new DocumentParser()): string[] {
  const { parts } = parser.parse(text, { path: 'a.md', configuration: configured(yaml) });
  return parts.map(({ role, name }) => `${name}: ${role}`);
}

const text = '# Pool\n\n## Way back\n\nA.\n\n## Recovery\n\nB.\n\n**Smoke:** c\n\nEscape route: d\n';

test('words are added to a role and taken away from it', () => {
  expect(partsOf(text)).toEqual(['Way back: rollback', 'Recovery: rollback']);
  expect(
    partsOf(
      text,
      'words:\n  rollback: { add: [Escape route], remove: [Recovery, way back] }\n  verification: { add: [Smoke] }\n',
    ),
  ).toEqual(['Smoke: verification', 'Escape route: rollback']);
  expect(partsOf(text, 'words: { impact: { add: [Recovery] } }')).toEqual(['Way back: rollback']);
});

test('what one role loses, another may have', () => {
  expect(partsOf(text, 'words: { post: { add: [Recovery] }, rollback: { remove: [Recovery] } }')).toEqual([
    'Way back: rollback',
    'Recovery: post',
  ]);
});

test('a long text, which is read in pieces, has the same parts, and another workspace its own', () => {
  const parser = new DocumentParser();
  const long = text + '\n## Filler\n\nWords.\n'.repeat(3000);
  const own = 'words: { rollback: { add: [Escape route], remove: [Recovery] } }';
  const usual = partsOf(long, '', parser);
  expect(partsOf(long, own, parser)).toEqual(['Way back: rollback', 'Escape route: rollback']);
  expect(partsOf(long, '', parser)).toEqual(usual);
});

test('doubtful words of a language count where it is named, and English always', () => {
  const mixed = '# 결제\n\n## 복구\n\nA.\n\n## Rollback\n\nB.\n\n## Recuperación\n\nC.\n';
  expect(partsOf(mixed)).toEqual(['Rollback: rollback']);
  expect(partsOf(mixed, 'language: [ko]')).toEqual(['복구: rollback', 'Rollback: rollback']);
  expect(partsOf(mixed, 'language: [ko, es]')).toHaveLength(3);
});

test.each([
  ['Validierung', 'verification'],
  ['Maßnahmen', 'steps'],
  ['Verificación final', 'verification'],
  ['Détection', 'trigger'],
  ['Contacts d’urgence'.replace('’', "'"), 'escalation'],
  ['Quando usar', 'trigger'],
  ['症状：', 'trigger'],
  ['検証チェックリスト', 'verification'],
  ['재발 방지', 'post'],
  ['증상 (Symptoms)', 'trigger'],
  ['개요 (Symptoms)', 'trigger'],
])('%s is known everywhere', (name, role) => {
  expect(partsOf(`# A\n\n## ${name}\n\nText.\n\n## B\n`)[0]).toMatch(new RegExp(`: ${role}$`));
});

test('sections that hold steps in a kind of the workspace are sections of steps', () => {
  const kinds =
    'kinds: [{ name: page, files: a, sections: [{ name: Maniobra, holds: [steps] }, { name: Impact }] }]';
  const maneuver = '# Negro\n\n## 2. Maniobra\n\n1. Conmute.\n\n## Impact\n\n1. Uno.\n';
  expect(partsOf(maneuver)).toEqual([]);
  expect(partsOf(maneuver, kinds)).toEqual(['Maniobra: steps']);
});
