/** Entries, coverage, the report as a page, and the changes that end what is lacking. */
import { describe, expect, test } from 'vitest';
import type { CoverageGroup } from '../../../protocol/src/overview';
import { applyEdits } from '../../../server/src/text/edit';
import { LineIndex } from '../../../server/src/text/line-index';
import { atOnce } from '../../../server/src/text/slices';
import { toPlainText } from '../../../server/src/templates/expand-template';
import { serveFixture, type ServedFixture } from '../../support/check-feature';
import { folder, today, uriOf } from '../../support/workspace';
import { runEntry } from '../cli/sample-folder';

const operations = `//- /SoT.OPERATIONS.md
---
id_prefix: RUN-XXX, MON-XXX
---

# Operations

${runEntry('001', 'Disk is full')}
${runEntry('002', 'Queue is stuck').replace('2026-11-01', '2026-01-01')}
${runEntry('003', 'Cache is cold').replace('**Last Tested**: 2026-11-01', '**Last Tested**: never')}
## [DEPRECATED] RUN-004: Old pager

**ID**: RUN-004
**Status**: Deprecated

## MON-001: Disk usage

**ID**: MON-001
**Status**: Active

### Thresholds

| Level | Threshold | Action |
| --- | --- | --- |
| Critical | 95 % | Page |

## MON-002: Queue length

**ID**: MON-002
**Status**: Active

### Thresholds

| Level | Threshold | Action |
| --- | --- | --- |
| Critical | 1000 | RUN-002 |

## Change Log

| Date       | ID      | Change | Author |
| ---------- | ------- | ------ | ------ |
| 2026-01-01 | RUN-001 | Added  | Kim    |
| 2026-01-02 | RUN-002 | Added  | Kim    |
//- /SoT.RISKS.md
---
id_prefix: RISK-XXX
---

# Risks

## RISK-001: The one database

**ID**: RISK-001
**Status**: Open
**Impact**: High
**Likelihood**: Medium
`;

function coverage({ service }: ServedFixture): Map<string, CoverageGroup> {
  return new Map(atOnce(service.editor.coverage()).map((group) => [group.name, group]));
}

function rowsOf(groups: Map<string, CoverageGroup>, name: string): string[] {
  return (groups.get(name)?.rows ?? []).map(({ label }) => label);
}

/** The texts of a workspace after edits of LSP or of our own, tab stops as their default text. */
function textAfter(
  { files }: ServedFixture,
  path: string,
  edits: readonly {
    readonly range: { start: { line: number; character: number }; end: { line: number; character: number } };
    readonly newText: string;
    readonly snippet?: boolean;
  }[],
): string {
  const text = files.get(path) ?? '';
  const lines = new LineIndex(text);
  return applyEdits(
    text,
    edits.map(({ range, newText, snippet }) => ({
      span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      newText: snippet === true ? toPlainText(newText) : newText,
    })),
  );
}

describe('entries', () => {
  const served = serveFixture(operations);
  const { documents, entries } = atOnce(served.service.editor.entries());

  test('are listed once, by prefix and number, with where they are', () => {
    expect(
      entries.map(({ id, title, document }) => `${id} ${title} ${documents[document]?.label ?? ''}`),
    ).toEqual([
      'MON-001 Disk usage SoT.OPERATIONS.md',
      'MON-002 Queue length SoT.OPERATIONS.md',
      'RISK-001 The one database SoT.RISKS.md',
      'RUN-001 Disk is full SoT.OPERATIONS.md',
      'RUN-002 Queue is stuck SoT.OPERATIONS.md',
      'RUN-003 Cache is cold SoT.OPERATIONS.md',
      'RUN-004 Old pager SoT.OPERATIONS.md',
    ]);
  });

  test('say owner, age of the last test, and whether they are deprecated', () => {
    const run = entries.filter(({ prefix }) => prefix === 'RUN');
    expect(run.map(({ owner, days, deprecated }) => ({ owner, days, deprecated }))).toEqual([
      { owner: 'Platform Team', days: 19, deprecated: false },
      { owner: 'Platform Team', days: 323, deprecated: false },
      { owner: 'Platform Team', days: null, deprecated: false },
      { owner: '', days: null, deprecated: true },
    ]);
  });

  test('count the findings in them as the editor shows them', () => {
    const all = [...served.service.uris()].flatMap((uri) => served.service.plainFindings(uri));
    const shown = all.filter(({ severity }) => severity !== 'hint');
    const stale = entries.find(({ id }) => id === 'RUN-002');
    const own = shown.filter(
      ({ range }) =>
        range.start.line >= (stale?.range.start.line ?? 0) &&
        range.start.line < (entries.find(({ id }) => id === 'RUN-003')?.range.start.line ?? 0),
    );
    expect(stale).toMatchObject({ findings: own.length, severity: 'warning' });
  });

  test('are those of every folder, each named by it', () => {
    const { service } = serveFixture(operations);
    service.setFolders([
      { uri: folder, name: 'shop' },
      { uri: 'file:///other', name: 'other' },
    ]);
    service.putFile(
      'file:///other/SoT.X.md',
      '---\nid_prefix: BR\n---\n\n# X\n\n## BR-001: A rule\n\n**ID**: BR-001\n',
    );
    const all = atOnce(service.editor.entries());
    expect(all.documents.map(({ label }) => label).sort()).toEqual([
      'other/SoT.X.md',
      'shop/SoT.OPERATIONS.md',
      'shop/SoT.RISKS.md',
    ]);
  });
});

describe('coverage', () => {
  const groups = coverage(serveFixture(operations));

  test('tells what is without a runbook, stale, never tested, or missing', () => {
    expect(rowsOf(groups, 'alerts')).toEqual(['MON-001 Disk usage']);
    expect(rowsOf(groups, 'risks')).toEqual(['RISK-001 The one database']);
    expect(rowsOf(groups, 'stale')).toEqual(['RUN-002 Queue is stuck']);
    expect(rowsOf(groups, 'never')).toEqual(['RUN-003 Cache is cold']);
    expect(rowsOf(groups, 'must-haves')).toContain('Security incident');
    expect(groups.get('alerts')).toMatchObject({ total: 2 });
  });

  test('every row leads to its place, and says what would end it', () => {
    for (const { rows } of groups.values())
      for (const { place, reason } of rows) {
        expect(place).not.toBeNull();
        expect(reason).not.toBe('');
      }
    const { files } = serveFixture(operations);
    const place = groups.get('alerts')?.rows[0]?.place;
    const line = (files.get('SoT.OPERATIONS.md') ?? '').split('\n')[place?.range.start.line ?? 0];
    expect(line).toBe('## MON-001: Disk usage');
  });

  test('asks for nothing where there are no runbooks at all', () => {
    const { service } = serveFixture('//- /notes.md\nNothing here.\n');
    expect(atOnce(service.editor.coverage()).every(({ rows, total }) => rows.length + total === 0)).toBe(
      true,
    );
  });

  test('is the same after edits as read afresh', () => {
    const edited = serveFixture(operations);
    const before = edited.files.get('SoT.OPERATIONS.md') ?? '';
    coverage(edited);
    const texts = [before.replaceAll('RUN-002 |', 'Page |'), before.replace('never', today), before];
    for (const text of texts) {
      edited.service.openDocument(uriOf('SoT.OPERATIONS.md'), 1, text);
      const afresh = serveFixture(operations);
      afresh.service.putFile(uriOf('SoT.OPERATIONS.md'), text);
      expect(coverage(edited)).toEqual(coverage(afresh));
      expect(atOnce(edited.service.report())).toEqual(atOnce(afresh.service.report()));
    }
  });
});

describe('marking as tested', () => {
  test('sets the field and adds a row to the change log, for several entries in one edit', () => {
    const served = serveFixture(operations);
    const groups = coverage(served);
    const places = ['never', 'stale'].flatMap(
      (name) =>
        groups.get(name)?.rows.flatMap(({ place, id }) => (place === null ? [] : [{ ...place, id }])) ?? [],
    );
    const { edit, ids } = served.service.editor.changeEntries('mark-tested', places);
    expect(ids).toEqual(['RUN-002', 'RUN-003']);
    expect(edit.documentChanges).toHaveLength(1);
    const [change] = edit.documentChanges ?? [];
    if (change === undefined || !('edits' in change)) throw new Error('no edits');
    const text = textAfter(
      served,
      'SoT.OPERATIONS.md',
      change.edits.flatMap((one) => ('newText' in one ? [one] : [])),
    );
    expect(text).toContain(`| 2026-01-02 | RUN-002 | Added  | Kim    |
| ${today} | RUN-002 | Tested Queue is stuck |        |
| ${today} | RUN-003 | Tested Cache is cold |        |`);
    served.service.openDocument(uriOf('SoT.OPERATIONS.md'), 1, text);
    const after = coverage(served);
    expect([...rowsOf(after, 'stale'), ...rowsOf(after, 'never')]).toEqual([]);
    expect(
      served.service.editor.changeEntries(
        'mark-tested',
        places.map((place) => ({ ...place })),
      ).ids,
    ).toEqual([]);
  });

  test('means the entry of the id, wherever it has moved to', () => {
    const served = serveFixture(operations);
    const [place] =
      coverage(served)
        .get('never')
        ?.rows.flatMap(({ place: at, id }) => (at === null ? [] : [{ ...at, id }])) ?? [];
    if (place === undefined) throw new Error('no row');
    const moved = (served.files.get('SoT.OPERATIONS.md') ?? '').replace(
      '# Operations',
      '# Operations\n\nMore.',
    );
    served.service.openDocument(uriOf('SoT.OPERATIONS.md'), 1, moved);
    expect(served.service.editor.changeEntries('mark-tested', [place]).ids).toEqual(['RUN-003']);
    expect(served.service.editor.changeEntries('mark-tested', [{ ...place, id: 'RUN-077' }]).ids).toEqual([]);
  });

  test('leaves deprecated entries and places that are none alone', () => {
    const served = serveFixture(operations);
    const { entries, documents } = atOnce(served.service.editor.entries());
    const old = entries.find(({ id }) => id === 'RUN-004');
    const uri = documents[old?.document ?? 0]?.uri ?? '';
    const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const places = [
      { uri, range: old?.range ?? nowhere, id: 'RUN-004' },
      { uri, range: nowhere, id: 'RUN-099' },
      { uri: uriOf('gone.md'), range: nowhere, id: 'RUN-001' },
    ];
    expect(served.service.editor.changeEntries('mark-tested', places)).toEqual({
      edit: { documentChanges: [] },
      ids: [],
    });
  });
});

test('deprecating marks the entry as the refactoring does', () => {
  const served = serveFixture(operations);
  const { entries, documents } = atOnce(served.service.editor.entries());
  const entry = entries.find(({ id }) => id === 'RUN-001');
  if (entry === undefined) throw new Error('no entry');
  const { ids, edit } = served.service.editor.changeEntries('deprecate', [
    { uri: documents[entry.document]?.uri ?? '', range: entry.range, id: entry.id },
  ]);
  expect(ids).toEqual(['RUN-001']);
  expect(JSON.stringify(edit)).toContain('[DEPRECATED] ');
});

describe('writing a runbook', () => {
  function written(
    group: string,
    label: string,
  ): { served: ServedFixture; texts: Map<string, string>; id: string } {
    const served = serveFixture(operations);
    const row = coverage(served)
      .get(group)
      ?.rows.find((one) => one.label === label);
    if (row === undefined) throw new Error(`no row ${label}`);
    const result = served.service.editor.writeRunbook(uriOf('SoT.OPERATIONS.md'), {
      title: 'Disk fills up',
      category: row.category,
      answers: group === 'must-haves' || row.place === null ? undefined : { ...row.place, id: row.id },
    });
    if (result === null) throw new Error('nothing written');
    const texts = new Map(
      [...result.edits].map(([uri, edits]) => {
        const path = uri.slice(folder.length + 1);
        return [path, textAfter(served, path, edits)];
      }),
    );
    for (const [path, text] of texts) served.service.openDocument(uriOf(path), 1, text);
    return { served, texts, id: result.id };
  }

  test('for an alert connects both, so that it lacks nothing', () => {
    const { served, texts } = written('alerts', 'MON-001 Disk usage');
    const text = texts.get('SoT.OPERATIONS.md') ?? '';
    expect(text).toContain('### Related\n\n- RUN-005 - Disk fills up\n');
    expect(text).toContain('### Related\n\n- MON-001 - Disk usage\n');
    expect(rowsOf(coverage(served), 'alerts')).toEqual([]);
    const messages = served.service.findings(uriOf('SoT.OPERATIONS.md')).map(({ message }) => message);
    expect(messages.filter((message) => /MON-001.*RUN-005|RUN-005.*MON-001/.test(message))).toEqual([]);
  });

  test('for a risk names it, in another file too', () => {
    const { served, texts } = written('risks', 'RISK-001 The one database');
    expect([...texts.keys()]).toEqual(['SoT.OPERATIONS.md', 'SoT.RISKS.md']);
    expect(rowsOf(coverage(served), 'risks')).toEqual([]);
  });

  test('for one that every service needs stands for itself', () => {
    const { texts, id } = written('must-haves', 'Security incident');
    expect(id).toBe('RUN-005');
    expect([...texts.keys()]).toEqual(['SoT.OPERATIONS.md']);
    expect(texts.get('SoT.OPERATIONS.md')).toContain('**Category**: Incident Response');
  });
});

describe('the page', () => {
  const page = atOnce(serveFixture(operations).service.editor.reportPage());
  const [first] = page.folders;

  test('has the sections of every format, with places for what they name', () => {
    expect(first?.sections.map(({ title }) => title)).toEqual([
      'Quality gates',
      'Profiles',
      'Runbook quality',
      'Tests by owner',
      'Runs',
      'Alerts and their runbooks',
      'Runbooks that every service needs',
      'Unreferenced entries',
    ]);
    const links =
      first?.sections.flatMap(({ rows }) => rows.flatMap((row) => row.flatMap((cell) => cell.links))) ?? [];
    expect(links.length).toBeGreaterThan(5);
    for (const { place } of links) expect(page.places[place]).toBeDefined();
  });

  test('shows who leads where', () => {
    const { nodes, edges } = first?.graph ?? { nodes: [], edges: [] };
    const ways = edges.map(([from, to]) => `${nodes[from]?.id ?? ''} > ${nodes[to]?.id ?? ''}`);
    expect(ways).toContain('MON-002 > RUN-002');
    expect(nodes.map(({ id }) => id)).not.toContain('RUN-003');
  });
});

describe('writing a runbook for an alert rule', () => {
  const rules = (annotation: string, own: string): string => `
//- /deploy/alerts.yaml
groups:
  - name: disk
    rules:
      - alert: DiskGone
        expr: up == 0
        labels: { severity: page }
        annotations:
          ${own}
      - alert: Other
        expr: up == 0
        annotations:
          ${annotation}
`;

  /** `meanwhile`: what the rule says when the runbook is written, where that is not what it said in the list. */
  function alertsAfter(annotation: string, own = 'summary: gone', meanwhile = own): string {
    const served = serveFixture(operations + rules(annotation, own));
    const row = coverage(served)
      .get('alerts')
      ?.rows.find(({ id }) => id === 'DiskGone');
    if (row?.place == null) throw new Error('the alert is not listed');
    expect(row.title).toBe('DiskGone');
    const path = 'deploy/alerts.yaml';
    const files = new Map([[path, rules(annotation, meanwhile).split('.yaml\n')[1] ?? '']]);
    served.service.openDocument(uriOf(path), 1, files.get(path) ?? '');
    const result = served.service.editor.writeRunbook(uriOf('SoT.OPERATIONS.md'), {
      title: 'Disk is gone',
      category: row.category,
      answers: { ...row.place, id: row.id },
    });
    return textAfter({ ...served, files }, path, result?.edits.get(uriOf(path)) ?? []);
  }

  test('names it in the rule, as the other rules name theirs', () => {
    expect(alertsAfter('runbook_url: RUN-001')).toContain(
      '          summary: gone\n          runbook_url: RUN-005\n      - alert: Other',
    );
    expect(alertsAfter('runbook: ./SoT.OPERATIONS.md#run-001')).toContain(
      '          summary: gone\n          runbook: ./SoT.OPERATIONS.md#run-005-disk-is-gone\n',
    );
  });

  test('takes the place of an address that leads nowhere, and of no other one', () => {
    const after = (own: string, meanwhile = own): string =>
      alertsAfter('runbook: RUN-001', own, meanwhile).split('\n')[7]?.trim() ?? '';
    expect(after('runbook: TODO')).toBe('runbook: RUN-005');
    expect(after('runbook: RUN-077')).toBe('runbook: RUN-005');
    expect(after('runbook: SoT.GONE.md#run-077')).toBe('runbook: SoT.OPERATIONS.md#run-005-disk-is-gone');
    for (const found of ['runbook: RUN-002', 'runbook: SoT.OPERATIONS.md', 'runbook: https://example.com/x'])
      expect(after('summary: gone', found)).toBe(found);
  });
});
