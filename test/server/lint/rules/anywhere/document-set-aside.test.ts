/** A document in which an earlier session ended: what is said of it, and of those that refer to it. */
import { expect, test } from 'vitest';
import { createRunbookService, type RunbookService } from '../../../../../server/src/service';
import { noWorkLog } from '../../../../../server/src/workspace';
import { today } from '../../../../support/workspace';

const folder = 'file:///w';
const entry = (id: string, more = ''): string =>
  `## ${id}: Pool\n\n**ID**: ${id}\n**Status**: Active\n\n${more}\n`;
const owner = `---\nid_prefix: RUN-XXX\n---\n# Runbooks\n\n${entry('RUN-001')}`;
const other = `---\nid_prefix: RUN-XXX\n---\n# More\n\n${entry('RUN-002', 'See RUN-001, RUN-009 and [it](a.md#run-001-pool).')}`;

function opened(setAside: readonly string[], files: Readonly<Record<string, string>>): RunbookService {
  const workLog = {
    ...noWorkLog,
    isSetAside: (uri: string, text: string) =>
      setAside.includes(uri.slice(folder.length + 1)) && text === files['a.md'],
  };
  const service = createRunbookService({ today: () => today }, { workLog });
  service.setFolders([{ uri: folder, name: 'w' }]);
  for (const [name, text] of Object.entries(files)) service.putFile(`${folder}/${name}`, text);
  return service;
}

const said = (service: RunbookService, name: string): string[] =>
  service.plainFindings(`${folder}/${name}`).map(({ rule, message }) => `${rule}: ${message}`);

test('one finding at its start says why it is not read and what to do', () => {
  const service = opened(['a.md'], { 'a.md': owner, 'b.md': other });
  const [finding, ...more] = service.plainFindings(`${folder}/a.md`);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    rule: 'document-set-aside',
    severity: 'warning',
    range: { start: { line: 0, character: 0 } },
  });
  expect(finding?.message).toMatch(/stopped while reading.*Edit it/);
  expect(finding?.message.length).toBeLessThanOrEqual(160);
});

test('a document that is read is not said to be skipped', () => {
  const service = opened([], { 'a.md': owner, 'b.md': other });
  expect(said(service, 'a.md').join()).not.toContain('document-set-aside');
});

test('what refers to it is not to blame, and what is defined nowhere still is', () => {
  const about = (service: RunbookService): string[] =>
    said(service, 'b.md').filter((one) => /^(?:dangling-id|anchor-mismatch|missing-link-target)/.test(one));
  const files = { 'a.md': owner, 'b.md': other };
  expect(about(opened([], files)).map((one) => one.replace(/:.*/, ''))).toEqual(['dangling-id']);
  expect(about(opened(['a.md'], files))).toEqual(about(opened([], files)));
});

test.each([
  ['its text changes', (service: RunbookService) => service.putFile(`${folder}/a.md`, `${owner}\n`)],
  [
    'it is opened with another text',
    (service: RunbookService) => service.openDocument(`${folder}/a.md`, 1, `${owner}\n`),
  ],
])('it is read when %s, as if nothing had happened', (_, change) => {
  const service = opened(['a.md'], { 'a.md': owner, 'b.md': other });
  for (const name of ['a.md', 'b.md']) said(service, name);
  change(service);
  const fresh = opened([], { 'a.md': `${owner}\n`, 'b.md': other });
  for (const name of ['a.md', 'b.md']) expect(said(service, name)).toEqual(said(fresh, name));
});

test('nothing is kept of it for the next session', () => {
  expect(opened(['a.md'], { 'a.md': owner }).encode(`${folder}/a.md`)).toBeNull();
});

test('it is never changed', () => {
  const service = opened(['a.md'], { 'a.md': owner, 'b.md': other });
  const uri = `${folder}/a.md`;
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  expect(service.editor.codeActions(uri, range, [], undefined)).toEqual([]);
  expect(service.editor.formatting(uri)).toEqual([]);
  expect(service.editor.newEntry(uri, 'RUN', 'New', null)).toBeNull();
  expect(service.fixAll(() => true).texts.has(uri)).toBe(false);
});
