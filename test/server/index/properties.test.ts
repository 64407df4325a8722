import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runRules } from '../../../server/src/lint/run-rules';
import { wholeOf } from '../../../server/src/index/unread-summary';
import { DocumentParser } from '../../../server/src/parsing/document-parser';
import { WorkspaceDocuments } from '../../../server/src/workspace-documents';
import { runs } from '../../support/runs';
import { folder, uriOf } from '../../support/workspace';

const paths = ['SoT.A.md', 'SoT.B.md', 'runbooks/RUN-003-pool.md', 'template.md', 'notes.md'];
const texts = [
  '---\nid_prefix: RUN-XXX, MON-XXX\n---\n# A\n\n## RUN-001: Pool\n\n**ID**: RUN-001\n**Status**: Active\n\nsee MON-001\n',
  '---\nid_prefix: RUN-XXX\n---\n# A\n\n**Runbooks** (RUN-001 to RUN-099):\n\n## RUN-001: Pool is full\n\n**ID**: RUN-001\n\n## RUN-002: Other\n\n**ID**: RUN-002\n',
  '# B\n\n## MON-001: Usage\n\n**ID**: MON-001\n**Category**: Performance\n\n### Related\n\n- [RUN-001](SoT.A.md#run-001-pool)\n',
  'RUN-003: Restore\nCategory: Recovery\nOwner: me\nTrigger: MON-001\nLast Tested: 2026-01-01\n',
  '# Notes\n\nRUN-001 and RUN-002 and [text](SoT.B.md).\n',
  '# Notes\n\n## run_004: misspelled\n',
  '# Notes\n\n[RUN-001](SoT.B.md#run-001-pool), [DEP-001](notes.md#nowhere)\n\n## MON-001: Usage\n\n**ID**: MON-001\n**Status**: Active\n',
  '# Notes\n\n## run_004: Pool\n\n**Status**: Active\n**Owner**: me\n',
  '',
];

type Act =
  | { readonly do: 'put' | 'open'; readonly path: string; readonly text: string }
  | { readonly do: 'close' | 'remove'; readonly path: string }
  | { readonly do: 'rename'; readonly path: string; readonly to: string };

const path = fc.constantFrom(...paths);
const text = fc.constantFrom(...texts);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constantFrom('put' as const, 'open' as const), path, text }),
  fc.record({ do: fc.constantFrom('close' as const, 'remove' as const), path }),
  fc.record({ do: fc.constant('rename' as const), path, to: path }),
);

function workspace(): WorkspaceDocuments {
  const documents = new WorkspaceDocuments(new DocumentParser());
  documents.setFolders([{ uri: folder, name: 'workspace' }]);
  return documents;
}

function carryOut(documents: WorkspaceDocuments, step: Act): void {
  const { store } = documents;
  const uri = uriOf(step.path);
  switch (step.do) {
    case 'put':
      store.putOnDisk(uri, step.text);
      break;
    case 'open':
      store.open(uri, { text: step.text, version: 1 });
      break;
    case 'close':
      store.close(uri);
      break;
    case 'remove':
      store.removeFromDisk(uri);
      break;
    case 'rename': {
      const moved = store.textOf(uri);
      if (moved === undefined || store.isOpen(uri)) return;
      store.removeFromDisk(uri);
      store.putOnDisk(uriOf(step.to), moved);
      documents.update(uriOf(step.to));
      break;
    }
  }
  documents.update(uri);
}

/** All that the index answers, in an order that does not tell what came first. */
function answers(documents: WorkspaceDocuments): unknown {
  const index = documents.viewAt(folder);
  const ids = ['RUN', 'MON', 'DEP'].flatMap((prefix) =>
    [1, 2, 3, 4].map((number) => `${prefix}-${String(number)}`),
  );
  return {
    documents: Array.from(index.documents(), wholeOf).sort((a, b) => (a.uri < b.uri ? -1 : 1)),
    definitions: ids.map((id) => index.definitions(id)),
    references: ids.map((id) => index.references(id)),
    owners: ['RUN', 'MON'].map((prefix) => index.owners(prefix).map(({ uri }) => uri)),
    next: paths.map((one) => index.nextId('RUN', uriOf(one))),
    misspelled: ids.filter((id) => index.isMisspelled(id)),
    linkers: paths.map((one) => [...index.linkersOf({ folder, path: one })].sort()),
  };
}

/** Whether rules find anything in a document. */
function judges(documents: WorkspaceDocuments, uri: string): boolean {
  const runbook = documents.runbook(uri);
  return runbook !== undefined && runRules(documents.ruleInput(uri, runbook, '2026-01-01')).length > 0;
}

/** Reads every document, also those that are of no kind. */
function readAll(documents: WorkspaceDocuments): void {
  for (const summary of documents.viewAt(folder).documents()) wholeOf(summary);
  Array.from(documents.viewAt(folder).allDefinitions());
}

/** The same texts, taken in at once. */
function afresh(documents: WorkspaceDocuments): WorkspaceDocuments {
  const fresh = workspace();
  for (const uri of [...documents.store.uris()].sort()) {
    const known = documents.store.textOf(uri);
    if (known !== undefined) fresh.store.putOnDisk(uri, known);
    fresh.update(uri);
  }
  return fresh;
}

describe('after any sequence of changes', () => {
  test('the index answers as one built afresh', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const documents = workspace();
        for (const step of acts) carryOut(documents, step);
        expect(answers(documents)).toEqual(answers(afresh(documents)));
      }),
      { numRuns: runs(80) },
    );
  });

  test('a document that is read when it is asked for says what it says when it is read at once', () => {
    const files = fc.array(fc.tuple(path, text), { maxLength: 4 });
    const question = fc.constantFrom('definitions', 'references', 'linkers', 'next', 'fragments', 'nothing');
    fc.assert(
      fc.property(files, fc.array(fc.tuple(act, question), { maxLength: 12 }), (loaded, acts) => {
        const documents = workspace();
        const eager = workspace();
        for (const [one, words] of loaded) {
          for (const each of [documents, eager]) {
            each.store.putOnDisk(uriOf(one), words);
            each.put(uriOf(one));
          }
        }
        for (const [step, asked] of acts) {
          carryOut(documents, step);
          carryOut(eager, step);
          readAll(eager);
          const index = documents.viewAt(folder);
          if (asked === 'definitions') index.definitions('RUN-1');
          if (asked === 'references') index.references('MON-1');
          if (asked === 'linkers') index.linkersOf({ folder, path: 'SoT.B.md' });
          if (asked === 'next') index.nextId('RUN', uriOf('SoT.A.md'));
          if (asked === 'fragments')
            expect(index.documentAt(folder, 'notes.md')?.fragments).toEqual(
              eager.viewAt(folder).documentAt(folder, 'notes.md')?.fragments,
            );
        }
        for (const { uri } of documents.viewAt(folder).documents())
          if (documents.viewAt(folder).isSilent(uri))
            expect(eager.viewAt(folder).isSilent(uri) || !judges(eager, uri)).toBe(true);
        expect(answers(documents)).toEqual(answers(eager));
      }),
      { numRuns: runs(80) },
    );
  });

  test('closing what was opened brings back what was there', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 6 }), path, text, (acts, opened, typed) => {
        const documents = workspace();
        for (const step of acts) carryOut(documents, step);
        fc.pre(!documents.store.isOpen(uriOf(opened)));
        const before = answers(documents);
        carryOut(documents, { do: 'open', path: opened, text: typed });
        carryOut(documents, { do: 'close', path: opened });
        expect(answers(documents)).toEqual(before);
      }),
      { numRuns: runs(40) },
    );
  });
});

test('a heading that misspells an id counts as long as it stands', () => {
  const documents = workspace();
  carryOut(documents, { do: 'put', path: 'notes.md', text: texts[5] ?? '' });
  expect(documents.viewAt(folder).isMisspelled('RUN-4')).toBe(true);
  carryOut(documents, { do: 'remove', path: 'notes.md' });
  expect(documents.viewAt(folder).isMisspelled('RUN-4')).toBe(false);
});

describe('a change concerns', () => {
  test('the entry that is referred to no longer', () => {
    const documents = workspace();
    carryOut(documents, { do: 'put', path: 'SoT.A.md', text: texts[0] ?? '' });
    carryOut(documents, { do: 'put', path: 'notes.md', text: texts[4] ?? '' });
    documents.store.putOnDisk(uriOf('notes.md'), '# Notes\n');
    expect([...documents.update(uriOf('notes.md'))].sort()).toEqual([uriOf('SoT.A.md'), uriOf('notes.md')]);
  });

  test('the documents that link to a file which comes, goes or gets other headings', () => {
    const documents = workspace();
    carryOut(documents, { do: 'put', path: 'notes.md', text: texts[4] ?? '' });
    documents.store.putOnDisk(uriOf('SoT.B.md'), '# Other\n');
    expect(documents.update(uriOf('SoT.B.md'))).toContain(uriOf('notes.md'));
    documents.store.putOnDisk(uriOf('SoT.B.md'), '# Other title\n');
    expect(documents.update(uriOf('SoT.B.md'))).toContain(uriOf('notes.md'));
    documents.store.putOnDisk(uriOf('SoT.B.md'), '# Other title\n\nwords\n');
    expect(documents.update(uriOf('SoT.B.md'))).not.toContain(uriOf('notes.md'));
    documents.store.removeFromDisk(uriOf('SoT.B.md'));
    expect(documents.update(uriOf('SoT.B.md'))).toContain(uriOf('notes.md'));
  });
});
