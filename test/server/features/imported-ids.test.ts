/** Identifiers of other repositories, where editors ask about them. */
import { expect, test } from 'vitest';
import { ConfigurationTree } from '../../../server/src/config/configuration-tree';
import { readIdList } from '../../../server/src/index/id-list';
import { createRunbookService, type RunbookService } from '../../../server/src/service';
import { hoverText } from '../../support/check-feature';
import { folder, today, uriOf } from '../../support/workspace';

function serve(): RunbookService {
  const list = readIdList(
    JSON.stringify({
      version: 1,
      made: today,
      ids: [{ id: 'RUN-044', title: 'Restart the *proxy*', file: 'docs/SoT.md#run-044' }],
    }),
    'ids/platform.json',
  );
  if ('problem' in list) throw new Error('the list cannot be read');
  const service = createRunbookService({ today: () => today });
  service.setFolders([{ uri: folder, name: 'workspace' }]);
  service.configure(folder, new ConfigurationTree(), {
    leavesOut: () => false,
    excludes: () => false,
    imported: list.ids,
  });
  const text =
    '---\nid_prefix: MON-XXX\n---\n\n## MON-001: Errors\n\nFollow RUN-044, not RUN-045.\n\nRUN-0\n';
  service.putFile(uriOf('SoT.MONITORING.md'), text);
  return service;
}

const uri = uriOf('SoT.MONITORING.md');

test('hover says where it is defined, and nothing calls it undefined', () => {
  const service = serve();
  const words = hoverText(service.editor.hover(uri, { line: 6, character: 9 }));
  expect(words).toContain('**RUN-044** Restart the \\*proxy\\*\n\n');
  expect(words.replaceAll('\\', '')).toContain(
    'Defined in another repository: docs/SoT.md#run-044. According to ids/platform.json.',
  );
  expect(
    service
      .findings(uri)
      .filter(({ rule }) => rule.name === 'dangling-id')
      .map(({ message }) => message),
  ).toEqual([
    expect.stringContaining('RUN-045 is not defined'),
    expect.stringContaining('RUN-0 is not defined'),
  ]);
});

test('completion offers it behind the identifiers of the workspace', () => {
  const { items } = serve().editor.complete(uri, { line: 8, character: 5 }, '');
  expect(
    items.map(({ label, textEdit }) => [label, textEdit && 'newText' in textEdit ? textEdit.newText : '']),
  ).toContainEqual(['RUN-044', 'RUN-044']);
});
