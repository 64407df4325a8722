/** What editors show and offer in a document of a team's own kind. */
import { expect, test } from 'vitest';
import type { OutlineNode } from '../../../protocol/src/messages';
import { inOrder, serveFixture } from '../../support/check-feature';

const kind = `//- /.runbook.yaml
kinds:
  - name: page
    files: alerts
    sections:
      - { name: Meaning, required: true }
      - { name: Mitigation, required: true, holds: [steps] }
      - { name: Contain, under: Mitigation, level: 3 }
      - { name: Afterwards }
    fields:
      - { name: Owner }
      - { name: severity, values: { allowed: [P1, P2] } }
//- /alerts/DiskFull.md
`;

function offered(text: string): string[] {
  const { service, uri, position } = serveFixture(kind + text);
  return inOrder(service.editor.complete(uri, position, undefined).items).map(({ label }) => label);
}

test('the tree has its sections with the steps in them', () => {
  const { service, uri } = serveFixture(
    `${kind}# DiskFull<|>\n\n## Meaning\n\n## 2. Mitigation\n\n### Contain\n\n1. Stop the writer\n2. Check the disk\n\n## Other\n\nText.\n`,
  );
  const rows = (nodes: readonly OutlineNode[], depth = 0): string[] =>
    nodes.flatMap(({ label, unwritten, children }) => [
      `${'  '.repeat(depth)}${label}${unwritten.length === 0 ? '' : ` (${unwritten.join()})`}`,
      ...rows(children, depth + 1),
    ]);
  const outline = service.editor.outline(uri);
  expect([outline.kind, outline.ownKind]).toEqual(['house', 'page']);
  expect(rows(outline.nodes)).toEqual([
    'Meaning (to be filled in)',
    'Mitigation',
    '  Contain',
    '    Stop the writer',
    '    Check the disk',
  ]);
});

test('headings that it lacks are offered where they belong', () => {
  expect(offered('# DiskFull\n\n## Meaning\n\nFull.\n\n## <|>\n')).toEqual(['Mitigation', 'Afterwards']);
  expect(offered('# DiskFull\n\n## Mitigation\n\n### <|>\n')).toContain('Contain');
});

test('keys and values of its fields are offered in front matter', () => {
  expect(offered('---\n<|>\n---\n\n# DiskFull\n')).toEqual(
    ['owner', 'severity', 'runbook'].map((key) => (key === 'owner' ? 'Owner' : key)),
  );
  expect(offered('---\nseverity: <|>\n---\n\n# DiskFull\n')).toEqual(expect.arrayContaining(['P1', 'P2']));
});

test('the hover over the title says what it is', () => {
  const { service, uri, position } = serveFixture(`${kind}# Disk<|>Full\n\nText.\n`);
  expect(JSON.stringify(service.editor.hover(uri, position))).toContain('**page**');
});
