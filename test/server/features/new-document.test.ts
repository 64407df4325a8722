import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewDocumentKind, ProposedDocument } from '../../../protocol/src/new-document';
import { toPlainText } from '../../../server/src/templates/expand-template';
import { serveFixture, type ServedFixture } from '../../support/check-feature';
import { runs } from '../../support/runs';
import { folder, uriOf } from '../../support/workspace';

const answers: Readonly<Record<NewDocumentKind, Readonly<Record<string, string>>>> = {
  playbook: { title: 'Move the orders database', type: 'migration', risk: 'high' },
  feature: { title: 'Gift wrap', author: 'Storefront team' },
  run: { title: 'Connection pool exhausted', category: 'Incident Response' },
  sot: { prefixes: 'DEP, GTM, RUN, MON', title: 'Deployment' },
  release: { title: 'Storefront', version: '2.4.0' },
};
const kinds = ['playbook', 'feature', 'run', 'sot', 'release'] as const;

/** What may be found in a new document: that it is still to be filled in. */
const toFillIn = /^(?:placeholder|unfilled-template|stub-entry|empty-.*)$/;

function proposed(
  { service }: Pick<ServedFixture, 'service'>,
  kind: NewDocumentKind,
  given: Readonly<Record<string, string>> = answers[kind],
  where: { folder?: string; uri?: string } = {},
): ProposedDocument {
  const { document, question } = service.editor.newDocument(kind, given, where);
  if (document === null) throw new Error(`still asks for ${String(question?.name)}`);
  return document;
}

const nothing = '//- /.gitkeep.md\n';

describe.each(kinds)('a new document of the kind %s', (kind) => {
  it('is asked for one question at a time, and made when all have an answer', () => {
    const { service } = serveFixture(nothing);
    const asked: string[] = [];
    let given = {};
    for (;;) {
      const { question, document } = service.editor.newDocument(kind, given);
      expect(question === null).toBe(document !== null);
      if (question === null) break;
      asked.push(question.name);
      given = { ...given, [question.name]: answers[kind][question.name] };
    }
    expect(asked).toEqual(Object.keys(answers[kind]));
  });

  it.each([
    ['as it was answered', answers[kind]],
    ['with hostile answers', { ...answers[kind], title: 'Say "no": `x` | $HOME ${1} {{id}} \\ #1 – Ärger' }],
  ])('is of its kind and has nothing to find but what is to be filled in, %s', (_how, given) => {
    const served = serveFixture(nothing);
    const { text, uri } = proposed(served, kind, given);
    served.service.putFile(uri ?? '', toPlainText(text));
    const names = { playbook: 'playbook', feature: 'feature', run: 'entry', sot: 'sot', release: 'release' };
    expect(served.service.runbook(uri ?? '')?.kind.kind).toBe(names[kind]);
    // hints are about what the steps of the release template leave to a later check
    const found = served.service
      .findings(uri ?? '')
      .filter(({ severity }) => severity !== 'hint' || kind !== 'release')
      .map(({ rule }) => rule.name);
    expect(found.filter((name) => !toFillIn.test(name))).toEqual([]);
  });

  it('selects its first slot and walks through a few', () => {
    const { text } = proposed(serveFixture(nothing), kind);
    const stops = [...text.matchAll(/(?<!\\)\$\{(\d+)[:|]/g)].map(([, number]) => number);
    const distinct = [...new Set(stops)];
    expect(distinct).toEqual(['1', '2', '3', '4', '5', '0'].slice(0, distinct.length));
    expect(distinct.length).toBeGreaterThan(3);
    expect(stops.filter((stop) => stop === '0').length).toBeLessThan(2);
    // what was answered is no slot any more
    expect(text).not.toMatch(/\$\{\d+:\[(?:Name of the (?:change|feature|situation|product))/);
  });
});

describe('the place of a new document', () => {
  it.each<[string, string, NewDocumentKind, string]>([
    ['an empty folder', nothing, 'playbook', 'playbooks/move-the-orders-database.md'],
    ['an empty folder', nothing, 'run', 'runbooks/RUN-001-connection-pool-exhausted.md'],
    ['an empty folder', nothing, 'feature', 'runbooks/gift-wrap.md'],
    ['an empty folder', nothing, 'sot', 'SoT.DEPLOYMENT.md'],
    ['an empty folder', nothing, 'release', 'releases/release-2.4.0.md'],
    [
      'a folder with pages',
      '//- /docs/guide.md\n# Guide\n',
      'playbook',
      'docs/playbooks/move-the-orders-database.md',
    ],
    [
      'a folder named for it',
      '//- /ops/Playbooks/readme.md\n# Ours\n',
      'playbook',
      'ops/Playbooks/move-the-orders-database.md',
    ],
    [
      'others of the kind',
      '//- /ops/Drain_A_Zone_Playbook.md\n# Playbook: Drain a zone\n\n### Phase 1: A\n\n### Phase 2: B\n',
      'playbook',
      'ops/Move_The_Orders_Database_Playbook.md',
    ],
    [
      'others of another kind',
      '//- /ops/playbooks/drain.md\n# Playbook: Drain a zone\n\n### Phase 1: A\n\n### Phase 2: B\n',
      'run',
      'ops/runbooks/RUN-001-connection-pool-exhausted.md',
    ],
    [
      'entries without an id in the name',
      '//- /docs/runbooks/disk-full.md\n# RUN-003: Disk is full\n\nCategory: Incident\nTrigger: x\nOwner: y\n',
      'run',
      'docs/runbooks/connection-pool-exhausted.md',
    ],
    [
      'a release before it',
      '//- /rel/storefront-v2.3.1.md\n# Release Runbook: Storefront v2.3.1\n\n**Rollback Deadline:** noon\n\n## 1. Release Information\n\n## 2. Pre-Release Checklist\n\n## 3. Build Steps\n\n## 4. Deployment Steps\n',
      'release',
      'rel/storefront-v2.4.0.md',
    ],
    [
      'SoT files in small letters',
      '//- /docs/SoT.business_rules.md\n---\nid_prefix: BR\n---\n\n## BR-001: Rule\n',
      'sot',
      'docs/SoT.deployment.md',
    ],
    [
      'a file of that name, in other letters',
      '//- /playbooks/Move-The-Orders-Database.md\n# Notes\n',
      'playbook',
      'playbooks/move-the-orders-database-2.md',
    ],
  ])('beside %s', (_where, files, kind, path) => {
    expect(proposed(serveFixture(files), kind).path).toBe(path);
  });

  it('is the folder that was chosen', () => {
    const served = serveFixture(nothing);
    expect(proposed(served, 'run', answers.run, { folder: `${folder}/a%20b` })).toMatchObject({
      path: 'a b/RUN-001-connection-pool-exhausted.md',
      uri: `${folder}/a%20b/RUN-001-connection-pool-exhausted.md`,
    });
    expect(proposed(served, 'sot', answers.sot, { folder }).path).toBe('SoT.DEPLOYMENT.md');
  });

  it('has a name from any title', () => {
    const served = serveFixture(nothing);
    for (const title of ['???', '../../etc/passwd', 'a/b\\c:d*e"f', 'Ünïcödé 🚒 title', 'x '.repeat(90), '-'])
      expect(proposed(served, 'playbook', { ...answers.playbook, title }).path).toMatch(
        /^playbooks\/[\p{L}\p{N}-]{1,64}\.md$/u,
      );
  });

  it('is none without a workspace folder', () => {
    const served = serveFixture('');
    served.service.setFolders([]);
    expect(proposed(served, 'playbook')).toMatchObject({ uri: null, path: 'move-the-orders-database.md' });
  });
});

describe('what is known is filled in', () => {
  it('takes the next free id, and the form of the other entries', () => {
    const served = serveFixture(
      '//- /r/RUN-007-a.md\n# RUN-007: A\n\nCategory: Incident\nTrigger: x\nOwner: y\n',
    );
    const text = toPlainText(proposed(served, 'run').text);
    expect(text).toMatch(/^# RUN-008: Connection pool exhausted\n\nCategory: Incident Response\n/);
    expect(toPlainText(proposed(serveFixture(nothing), 'run').text)).toMatch(/^RUN-001: Conn.*\nCategory: /);
  });

  it('names the version before', () => {
    const served = serveFixture(
      '//- /rel/a.md\n# Release Runbook: Storefront v2.3.1\n\n**Rollback Deadline:** noon\n\n## 1. Release Information\n',
    );
    const { question } = served.service.editor.newDocument('release', {});
    expect(question).toMatchObject({ name: 'title', value: 'Storefront' });
    expect(toPlainText(proposed(served, 'release', { title: 'Storefront', version: 'v2.4.0' }).text)).toMatch(
      /Version +\| 2\.4\.0 \|[^]*Previous Production Ver \| 2\.3\.1 \|/,
    );
  });

  it('quotes a title in front matter', () => {
    const { text } = proposed(serveFixture(nothing), 'playbook', {
      ...answers.playbook,
      title: 'Say "no" \\',
    });
    expect(toPlainText(text)).toContain('title: "Playbook: Say \\"no\\" \\\\"\n');
    expect(toPlainText(text)).toContain('\n# Playbook: Say "no" \\\n');
  });

  it('makes an SoT file of any prefixes, each with its band and a first entry', () => {
    const served = serveFixture('//- /SoT.RULES.md\n---\nid_prefix: BR\n---\n\n## BR-004: Rule\n');
    const given = {
      prefixes: 'br, KPI-XXX RUN',
      title: 'Rules',
      entryTitle: 'Orders are kept',
      entryCategory: '',
    };
    const { text, path } = proposed(served, 'sot', given);
    const plain = toPlainText(text);
    expect(path).toBe('SoT.RULES-2.md');
    for (const part of [
      'id_prefix: BR-XXX, KPI-XXX, RUN-XXX\n',
      '# Rules (SoT File)\n',
      '**Business Rules** (BR-001 to BR-099):\n\n- [BR-005](#br-005-orders-are-kept) - Orders are kept\n',
      '**Key Figures** (KPI-001 to KPI-099):\n\n- [KPI-001](#kpi-001-title) - {Title}\n',
      '\n---\n\n## BR-005: Orders are kept\n\n**ID**: BR-005\n',
      '\n---\n\n## RUN-001: {Name of Situation}\n',
      '| BR-005 | Entry added |',
    ])
      expect(plain).toContain(part);
    expect(plain).not.toMatch(/DEP-|GTM-|Environments|Release Checklist/);
  });
});

it('makes an SoT file of a first entry that leads to a runbook', () => {
  const served = serveFixture(
    '//- /runbooks/RUN-001-a.md\nRUN-001: Disk\nCategory: Incident\nTrigger: x\nOwner: y\n',
  );
  const given = {
    prefixes: 'MON',
    title: '',
    entryTitle: 'Disk',
    entryCategory: 'Availability',
    entryRunbook: 'RUN-001',
  };
  const { path, text } = proposed(served, 'sot', given);
  expect(path).toBe('SoT.MONITORING.md');
  const plain = toPlainText(text);
  for (const part of [
    '# Monitoring (SoT File)',
    '## MON-001: Disk\n\n**ID**: MON-001\n**Category**: Availability\n',
    '- [RUN-001](runbooks/RUN-001-a.md) - Disk\n',
  ])
    expect(plain).toContain(part);
});

describe('a configuration file', () => {
  it.each<[string, string | undefined, Record<string, string>, string | null]>([
    ['in a hidden folder', '.ops', answers.run, "include:\n  - '**'\n  - '.ops/**'\n"],
    ['among templates', 'templates', answers.run, "templates:\n  - '!templates/RUN-001-"],
    ['where the defaults do', 'ops', answers.run, null],
    ['at the usual place', undefined, answers.run, null],
  ])('is proposed %s', (_where, path, given, text) => {
    const { configuration } = proposed(
      serveFixture(nothing),
      'run',
      given,
      path === undefined ? {} : { folder: `${folder}/${path}` },
    );
    if (text === null) expect(configuration).toBeNull();
    else expect(configuration?.text).toContain(text);
  });

  it('is proposed for prefixes of one’s own', () => {
    const given = { prefixes: 'ZAP, RUN', title: 'Own' };
    expect(proposed(serveFixture(nothing), 'sot', given).configuration).toEqual({
      uri: uriOf('.runbook.yaml'),
      text: expect.stringContaining("prefixes:\n  ZAP: 'SoT.OWN.md'\n"),
      reason: expect.stringContaining('ZAP'),
    });
  });
});

it('is of its kind, at a path of its own, whatever its title', { timeout: 60_000 }, () => {
  const words = fc
    .array(
      fc.constantFrom('Move', 'the', '"db"', '[EU]', '{x}', '$1', '\\', '`', '|', '#', ':', '//', 'é', '- '),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((parts) => parts.join(' ').trim());
  fc.assert(
    fc.property(fc.constantFrom(...kinds), words, (kind, title) => {
      const served = serveFixture(nothing);
      const { text, path, uri } = proposed(served, kind, { ...answers[kind], title });
      expect(path).toMatch(/^(?:[a-z]+\/)?[\p{L}\p{N}._-]+\.md$/u);
      served.service.putFile(uri ?? '', toPlainText(text));
      expect(served.service.runbook(uri ?? '')?.kind.kind).not.toBe('none');
      expect(toPlainText(text)).toContain(title);
    }),
    { numRuns: runs(60) },
  );
});
