/**
 * The order of edits leaves no trace. Findings are kept as an editor keeps them - looked at again only for documents
 * that a change says it may have affected - and must equal those of the same texts read afresh.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRunbookService, type RunbookService } from '../../../server/src/service';
import { runs } from '../../support/runs';
import { folder, today, uriOf } from '../../support/workspace';
import { owner, runbookSaying } from '../lsp/operations';

const paths = ['SoT.A.md', 'b.md', 'RUN-030-c.md', 'docs/d.md'];
const texts = [
  '',
  '# Notes\n\nSee RUN-020.\n',
  owner,
  owner.replaceAll('RUN-010', 'RUN-020'),
  owner.replace('id_prefix: RUN-XXX, MON-XXX', 'id_prefix: BR-XXX').replaceAll('MON-001', 'BR-001'),
  owner.replace('## RUN-010: Disk', '## RUN-010: [DEPRECATED] Disk'),
  runbookSaying('Linked IDs: RUN-010, MON-001, BR-001'),
  runbookSaying('Linked IDs: [RUN-020](../b.md#run-020), RUN-030', 'RUN-030'),
  runbookSaying('See [it](SoT.A.md#run-001-api-answers-with-errors).\n\n```\nRUN-010'),
  '---\nid_prefix: MON\n---\n\n## MON-001: Load\n\n**ID**: MON-001\n**Runbook**: RUN-020\n',
  '---\nid_prefix: RISK\n---\n\n## RISK-001: Fire\n\n**ID**: RISK-001\n**Impact**: High\n**Mitigation**: RUN-020\n',
  '| ID | Title |\n| --- | --- |\n| RUN-020 | In a list |\n',
];

type Edit =
  | { readonly kind: 'put' | 'open'; readonly path: string; readonly text: string }
  | { readonly kind: 'remove' | 'close'; readonly path: string };

const anyPath = fc.constantFrom(...paths);
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('put' as const, 'open' as const),
    path: anyPath,
    text: fc.constantFrom(...texts),
  }),
  fc.record({ kind: fc.constantFrom('remove' as const, 'close' as const), path: anyPath }),
);

function newService(): RunbookService {
  const service = createRunbookService({ today: () => today });
  service.setFolders([{ uri: folder, name: 'workspace' }]);
  return service;
}

function apply(service: RunbookService, edit: Edit, version: number): ReadonlySet<string> {
  const uri = uriOf(edit.path);
  if (edit.kind === 'put') return service.putFile(uri, edit.text);
  if (edit.kind === 'open') return service.openDocument(uri, version, edit.text);
  return edit.kind === 'remove' ? service.removeFile(uri) : service.closeDocument(uri);
}

/** Findings in words. What a message guesses to be meant instead may follow files that nothing refers to, and is left out. */
function findingsOf(service: RunbookService, uri: string): string[] {
  return service.findings(uri).map(({ rule, severity, span, message }) => {
    const words = message.replace(/(?:Did you mean|Correct it).*/s, '');
    return `${span.start}-${span.end} ${severity} ${rule.name} ${words}`;
  });
}

it('after any edits the findings are those of a fresh start', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 12 }), (edits) => {
      const service = newService();
      const shown = new Map<string, string[]>();
      for (const [index, edit] of edits.entries())
        for (const uri of apply(service, edit, index + 1)) shown.set(uri, findingsOf(service, uri));

      const fresh = newService();
      for (const uri of service.uris()) fresh.putFile(uri, service.runbook(uri)?.text ?? '');
      for (const path of paths) {
        const uri = uriOf(path);
        expect(shown.get(uri) ?? [], path).toEqual(findingsOf(fresh, uri));
      }
    }),
    { numRuns: runs(150) },
  );
});
