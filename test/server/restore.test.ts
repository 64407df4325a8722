/** What a session knows of a workspace, restored in another one, is what that one would have found out itself. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRunbookService, type RunbookService } from '../../server/src/service';
import { noWorkLog } from '../../server/src/workspace';
import { composed, damaged } from '../support/runbook-texts';
import { runs } from '../support/runs';

const folder = { uri: 'file:///w', name: 'w' };
const today = '2026-11-20';
const names = [
  'SoT.RUNBOOKS.md',
  'SoT.MONITORING.md',
  'docs/SoT.DEPLOYMENT.md',
  'README.md',
  'docs/run-001.md',
];
const uriOf = (name: string): string => `${folder.uri}/${name}`;

/** Short ones that define and name the same ids, and longer ones of all kinds. */
const runbookText = fc.oneof(
  fc.constantFrom(
    '---\nid_prefix: RUN-XXX, MON-XXX\n---\n# A\n\n## RUN-001: Pool\n\n**ID**: RUN-001\n**Status**: Active\n\nsee MON-001, RUN-0002\n',
    '---\nid_prefix: RUN-XXX\n---\n# A\n\n**Runbooks** (RUN-001 to RUN-099):\n\n## RUN-001: Pool is full\n\n**ID**: RUN-001\n\n## RUN-002: Other\n\n**ID**: RUN-003\n',
    '# B\n\n## MON-001: Usage\n\n**ID**: MON-001\n**Category**: Performance\n\n### Related\n\n- [RUN-001](SoT.RUNBOOKS.md#run-001-pool)\n',
    '# Notes\n\nRUN-001 and RUN-002 and [text](SoT.MONITORING.md#a) and [other](docs/run-001.md).\n\n## run_004: misspelled\n',
    '',
  ),
  composed,
  damaged,
);

type Texts = ReadonlyMap<string, string>;

function serviceOver(texts: Texts): RunbookService {
  const service = createRunbookService(
    { today: () => today },
    { readText: (uri) => texts.get(uri), tellsFixable: true, keepsSurveys: () => true },
  );
  service.setFolders([folder]);
  return service;
}

function readAll(texts: Texts): RunbookService {
  const service = serviceOver(texts);
  for (const [uri, text] of texts) service.putFile(uri, text);
  return service;
}

/** All that a service says of a workspace. */
function sayings(service: RunbookService): unknown {
  const uris = [...service.uris()].sort();
  // first, as it surveys the documents that are open too, which are encoded with that
  const report = finished(service.report());
  // what nobody has asked about is encoded as such
  service.exportIds();
  const found = uris.map((uri) => [
    uri,
    service.plainFindings(uri),
    service.findings(uri).length,
    service.encode(uri),
  ]);
  return { found, report };
}

/** What a generator gives in the end. */
function finished<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

const workspaces = fc
  .array(fc.tuple(fc.constantFrom(...names), runbookText), { minLength: 1, maxLength: 5 })
  .map((files): Texts => new Map(files.map(([name, text]) => [uriOf(name), text])));

it('a workspace that changed between two sessions is known as if it were read afresh', () => {
  fc.assert(
    fc.property(workspaces, workspaces, fc.boolean(), (before, after, judged) => {
      const first = readAll(before);
      if (judged) for (const uri of first.uris()) first.plainFindings(uri);
      const written = JSON.stringify([...first.uris()].map((uri) => [uri, first.encode(uri)]));

      const second = serviceOver(after);
      const stored: unknown = JSON.parse(written);
      if (!Array.isArray(stored)) throw new Error('no list');
      for (const [uri, values] of stored as readonly [string, unknown][])
        second.restore(uri, values, { findings: true, day: today });
      second.endRestoring();
      for (const [uri, text] of after) if (before.get(uri) !== text) second.putFile(uri, text);
      for (const uri of before.keys()) if (!after.has(uri)) second.removeFile(uri);

      expect(sayings(second)).toEqual(sayings(readAll(after)));
    }),
    { numRuns: runs(20) },
  );
});

it('a document that is opened while others are restored sets their findings right', () => {
  fc.assert(
    fc.property(workspaces, runbookText, fc.nat(10), fc.boolean(), (texts, open, when, judged) => {
      const first = readAll(texts);
      if (judged) for (const uri of first.uris()) first.plainFindings(uri);
      const second = serviceOver(texts);
      const opened = uriOf(names[0] ?? '');
      [...first.uris()].forEach((uri, index) => {
        if (index === when % texts.size) second.openDocument(opened, 1, open);
        second.restore(uri, JSON.parse(JSON.stringify(first.encode(uri))), { findings: true, day: today });
      });
      second.endRestoring();

      const afresh = readAll(texts);
      afresh.openDocument(opened, 1, open);
      expect(sayings(second)).toEqual(sayings(afresh));
    }),
    { numRuns: runs(20) },
  );
});

/** What happens in an editor behind the restoring of a document; the text is null for one that is closed. */
const act = fc.record({
  when: fc.nat(4),
  name: fc.constantFrom(...names),
  text: fc.option(runbookText),
});

it('what is asked and edited while documents are restored leaves no trace', () => {
  fc.assert(
    fc.property(workspaces, fc.array(act, { maxLength: 8 }), fc.boolean(), (texts, acts, judged) => {
      const first = readAll(texts);
      if (judged) for (const uri of first.uris()) first.plainFindings(uri);
      const open = new Map<string, string>();
      const second = serviceOver(texts);
      [...first.uris()].forEach((uri, index) => {
        second.restore(uri, JSON.parse(JSON.stringify(first.encode(uri))), { findings: true, day: today });
        for (const { when, name, text } of acts) {
          if (when % texts.size !== index) continue;
          const edited = uriOf(name);
          if (text !== null) second.openDocument(edited, index, text);
          else if (open.has(edited)) second.closeDocument(edited);
          if (text === null) open.delete(edited);
          else open.set(edited, text);
          askOf(second, edited);
        }
      });
      second.endRestoring();

      const afresh = readAll(texts);
      for (const [uri, text] of open) afresh.openDocument(uri, 1, text);
      expect(sayings(second)).toEqual(sayings(afresh));
    }),
    { numRuns: runs(20) },
  );
});

/** What editors ask of the document that is looked at. */
function askOf(service: RunbookService, uri: string): void {
  const { editor } = service;
  const start = { line: 0, character: 2 };
  editor.documentSymbols(uri);
  editor.foldingRanges(uri);
  editor.hover(uri, start);
  editor.definition(uri, start, { links: true });
  editor.codeLenses(uri);
  if (service.isOpen(uri)) service.plainFindings(uri);
}

it.each([null, [], {}, 'text', [[]], [[['sot']], null], [[null], [[]]], [[[0, 0]], [[[]]]]])(
  'values that nobody wrote are refused: %j',
  (values) => {
    const service = serviceOver(new Map());
    expect(service.restore(uriOf('a.md'), values, { findings: true, day: today })).toBeNull();
    expect([...service.uris()]).toEqual([]);
  },
);

it('reports read no document that was judged, nor one that an earlier session has judged', () => {
  const texts: Texts = new Map([
    [uriOf('SoT.RUNBOOKS.md'), '---\nid_prefix: RUN-XXX\n---\n# A\n\n## RUN-001: Pool\n\n**ID**: RUN-001\n'],
    [
      uriOf('SoT.MONITORING.md'),
      '---\nid_prefix: MON-XXX\n---\n# B\n\n## MON-001: Usage\n\n**ID**: MON-001\n',
    ],
    [uriOf('README.md'), '# Notes\n\nWords.\n'],
  ]);
  const reads: string[] = [];
  const counted = {
    readText: (uri: string) => texts.get(uri),
    workLog: {
      ...noWorkLog,
      during: <T>(uri: string, _text: string, work: () => T): T => {
        reads.push(uri);
        return work();
      },
    },
    keepsSurveys: () => true,
  };
  const first = createRunbookService({ today: () => today }, counted);
  first.setFolders([folder]);
  for (const [uri, text] of texts) first.putFile(uri, text);
  for (const uri of texts.keys()) first.plainFindings(uri);
  first.evictModels();
  reads.length = 0;
  const coverage = finished(first.editor.coverage());
  expect(coverage.find(({ name }) => name === 'alerts')).toMatchObject({
    total: 1,
    rows: [{ id: 'MON-001' }],
  });

  const second = createRunbookService({ today: () => today }, counted);
  second.setFolders([folder]);
  for (const uri of texts.keys())
    second.restore(uri, JSON.parse(JSON.stringify(first.encode(uri))), { findings: true, day: today });
  second.endRestoring();
  expect(finished(second.editor.coverage())).toEqual(coverage);
  expect(reads).toEqual([]);
});
