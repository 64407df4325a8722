/** The server says what it says in the language of its client. */
import { expect, test } from 'vitest';
import { english, readTranslations } from '../../../server/src/lsp/translations';
import { createRunbookService } from '../../../server/src/service';
import { sayIn } from '../../../server/src/text/say';

const base = { processId: null, rootUri: null, capabilities: {} };

test('messages and titles of fixes are said by their translations', () => {
  const undefinedId =
    '{id} is not defined anywhere, so this reference is a dead end. Add the entry, or correct the ID.';
  const service = createRunbookService(
    { today: () => '2026-11-20' },
    { translate: (text) => (text === undefinedId ? '{id} gibt es nicht.' : `<${text}>`) },
  );
  service.setFolders([{ uri: 'file:///w', name: 'w' }]);
  const uri = 'file:///w/SoT.RUN.md';
  service.putFile(uri, '---\nid_prefix: RUN-XXX\n---\n\n## RUN-001: Restart\n\nSee RUN-902.\n');
  const findings = service.findings(uri);
  expect(findings.map(({ message }) => message)).toContain('RUN-902 gibt es nicht.');
  const titles = findings.flatMap(({ fixes }) => fixes().map(({ title }) => title));
  expect(titles.length).toBeGreaterThan(0);
  expect(titles.filter((title) => !title.startsWith('<'))).toEqual([]);
});

test('numbers in slots go by their place, so that a translation can turn them around', () => {
  const say = sayIn((text) => (text === 'Move {0} to {1}' ? 'Nach {1}: {0}' : text));
  expect(say`Move ${'RUN-001'} to ${'SoT.RUN.md'}`).toBe('Nach SoT.RUN.md: RUN-001');
  expect(say`Renumber ${3} steps`).toBe('Renumber 3 steps');
});

test('what a client sends is read, and anything else is English', () => {
  const { language, texts } = readTranslations({
    ...base,
    locale: 'de',
    initializationOptions: { translations: { 'Show Output': 'Ausgabe anzeigen', bad: 1 } },
  });
  expect([language, [...texts]]).toEqual(['de 1', [['Show Output', 'Ausgabe anzeigen']]]);
  expect(readTranslations({ ...base, initializationOptions: { translations: 'de' } })).toBe(english);
  expect(readTranslations(base)).toBe(english);
});
