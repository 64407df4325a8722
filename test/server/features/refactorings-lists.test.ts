import { describe, expect, test } from 'vitest';
import { serveFixture } from '../../support/check-feature';
import { fixtureOf, offered, refactored, refactoringsAt, textsAfter } from '../../support/refactored';
import { monEntry, runEntry, sotTop } from '../../support/sot';
import { changed, windows } from '../../support/sot-entries';
import { uriOf } from '../../support/workspace';

describe('the navigation', () => {
  test('is built from the entries, in groups with bands, and lints clean', () => {
    const source = changed(['# Deployment Playbook', '# Deploy<|>ment Playbook']);
    const text = refactored(source, 'Add a navigation section')['SoT.DEPLOYMENT.md'] ?? '';
    expect(text).toContain(`## Navigation by Category

**Deployment Procedures** (DEP-001 to DEP-099):

- [DEP-001](#dep-001-roll-out-the-storefront) - Roll out the storefront
`);
    const { service } = serveFixture(`//- /SoT.DEPLOYMENT.md\n${text}`);
    const rules = service.findings(uriOf('SoT.DEPLOYMENT.md')).map(({ rule }) => rule.name);
    expect(rules.filter((name) => /nav|band|anchor/.test(name))).toEqual([]);
  });

  test('lists entries in plain lines too, and is no part of one', () => {
    const plain = 'RUN-002: Fill\nCategory: Recovery\nTrigger: MON-001 fires\n';
    const headed = '## RUN-0<|>01: Drain\n\n**ID**: RUN-001\n';
    const top = '//- /SoT.OPS.md\n# Operations (SoT File)\n\n';
    const text = refactored(`${top}${headed}\n${plain}`, 'Add a navigation section')['SoT.OPS.md'];
    expect(text).toContain(
      '(RUN-001 to RUN-099):\n\n- [RUN-001](#run-001-drain) - Drain\n- RUN-002 - Fill\n',
    );
    expect(offered(`${top}${plain}\n${headed}`)).not.toContain('Add a navigation section');
    expect(offered(`${top}#${headed}`)).not.toContain('Add a navigation section');
  });

  const bullets = ['* [RUN-003](#wrong) - Three (new)', '- [RUN-001](#run-001-one) - One'];
  const file = `//- /SoT.OPS.md\n${sotTop(bullets).replace('# Operations', '# Oper<|>ations')}${[1, 2, 3].map((n) => runEntry(`RUN-00${String(n)}`, ['', 'One', 'Two', 'Three'][n] ?? '')).join('')}`;

  test('is put in order, then completed; bands and words of the author stay', () => {
    const actions = ['Sort the navigation', 'Add missing entries to the navigation'];
    let texts: ReadonlyMap<string, string> = serveFixture(file).files;
    for (const action of actions) {
      const served = serveFixture(fixtureOf(texts, 'SoT.OPS.md', '# Operations'));
      const found = refactoringsAt(served).find(({ title }) => title === action);
      texts = found === undefined ? texts : textsAfter(served, found);
    }
    expect(texts.get('SoT.OPS.md')).toContain(`**Operational Runbooks** (RUN-001 to RUN-099):

- [RUN-001](#run-001-one) - One
- [RUN-002](#run-002-two) - Two
- [RUN-003](#run-003-three) - Three (new)
`);
    const left = offered(fixtureOf(texts, 'SoT.OPS.md', '# Operations'));
    expect(left.filter((title) => actions.includes(title))).toEqual([]);
  });

  test('is completed at once, also with entries that have neither a band nor a neighbour', () => {
    const top = sotTop([])
      .replace(/\*\*Monitoring.*\n/, '')
      .replace('# Operations', '# Oper<|>ations');
    const sot = `//- /SoT.OPS.md\n${top}${runEntry('RUN-002', 'Two')}${monEntry('MON-001', 'One')}${monEntry('MON-002', 'Two')}`;
    const done = refactored(sot, 'Add missing entries to the navigation')['SoT.OPS.md'] ?? '';
    expect(done).toContain(
      '(RUN-001 to RUN-099):\n\n- [RUN-002](#run-002-two) - Two\n- [MON-001](#mon-001-one) - One\n- [MON-002](#mon-002-two) - Two\n\n',
    );
    const left = offered(fixtureOf(new Map([['SoT.OPS.md', done]]), 'SoT.OPS.md', '# Operations'));
    expect(left).not.toContain('Add missing entries to the navigation');
  });

  test('has something between id and title where its neighbour has nothing there', () => {
    const top = sotTop(['- RUN-001/']).replace('# Operations', '# Oper<|>ations');
    const sot = `//- /SoT.OPS.md\n${top}${runEntry('RUN-001', 'One')}${runEntry('RUN-002', 'Two')}`;
    expect(refactored(sot, 'Add missing entries to the navigation')['SoT.OPS.md']).toContain(
      '- RUN-001/\n- RUN-002: Two\n',
    );
  });

  test('keeps a bullet that leads to its entry in another way', () => {
    for (const [title, fragment] of [
      ['One – two', 'run-001-one-two'],
      ['One {#one}', 'one'],
    ]) {
      const top = sotTop([`- [RUN-001](#${fragment ?? ''}) - ${title ?? ''}`]).replace(
        '# Operations',
        '# Oper<|>ations',
      );
      expect(offered(`//- /SoT.OPS.md\n${top}${runEntry('RUN-001', title ?? '')}`)).not.toContain(
        'Add missing entries to the navigation',
      );
    }
  });

  test('is completed once, also with several entries of one id', () => {
    const top = sotTop([]).replace('# Operations', '# Oper<|>ations');
    const sot = `//- /SoT.OPS.md\n${top}${runEntry('RUN-002', 'Two')}${runEntry('RUN-2', 'Again')}`;
    const done = refactored(sot, 'Add missing entries to the navigation')['SoT.OPS.md'] ?? '';
    expect(done).toContain('(RUN-001 to RUN-099):\n\n- [RUN-002](#run-002-two) - Two\n\n');
    const left = offered(fixtureOf(new Map([['SoT.OPS.md', done]]), 'SoT.OPS.md', '# Operations'));
    expect(left).not.toContain('Add missing entries to the navigation');
  });
});

describe('extracting steps', () => {
  test('the new entry has the level of the one that it goes behind', () => {
    const nested =
      '# RUN-001: Queue\n## RUN-002: Errors\n### Steps\n\n1. Run `<|>a`\n\n## RUN-000: Disk\n\nKept.\n';
    const text = refactored(`//- /SoT.OPS.md\n${nested}`, 'Extract the steps of "Steps" into RUN-003');
    expect(text['SoT.OPS.md']).toMatch(/\n## RUN-003: [^]*\n\n## RUN-000: Disk\n\nKept\.\n$/);
  });

  const source = changed(['1. Follow [RUN-001]', '1. Fol<|>low [RUN-001]']);
  const title = 'Extract the steps of "Rollback Procedure" into RUN-002';

  test('an entry whose heading is its only step keeps its heading', () => {
    const titles = offered('//- /SoT.OPS.md\n# RUN-0<|>01: Drain\n\n```\nqueue drain\n```\n');
    expect(titles.filter((one) => one.startsWith('Extract'))).toEqual([]);
  });

  test('those that an entry in plain lines follows stay', () => {
    const nested = `//- /SoT.OPS.md
---
id_prefix: RUN-XXX
---

## RUN-001: Drain the queue

Step 1. First <|>\`x\`

Step 2. Second \`y\`

RUN-002: Plain
Trigger: MON-001 fires
`;
    expect(offered(nested.replace(/RUN-002[^]*/, ''), ['refactor.extract'])).toHaveLength(1);
    expect(offered(nested, ['refactor.extract'])).toEqual([]);
  });

  test('rows of a table go with their header', () => {
    const table =
      '| Step | Action | Check |\n| --- | --- | --- |\n| 1 | Run `a` | it runs |\n| 2 | Run `b` | it runs |\n';
    const text = `//- /SoT.OPS.md\n---\nid_prefix: RUN\n---\n\n## RUN-001: Drain\n\n### Steps\n\nFor both:\n\n${table}\n### Related IDs\n\n- RUN-002\n`;
    const done =
      refactored(text.replace('`a`', '`<|>a`'), 'Extract the steps of "Steps" into RUN-003')['SoT.OPS.md'] ??
      '';
    expect(done).toContain('For both:\n\nFollow [RUN-003](#run-003-drain-steps).\n\n### Related IDs');
    expect(done).toContain(`### Steps\n\n${table}\n### Escalation Path`);
  });

  test('bullets that are fields of the entry are none to extract', () => {
    const text = (bullet: string): string =>
      `//- /SoT.OPS.md\n---\nid_prefix: RUN\n---\n\n## RUN-001: Drain\n\n- ${bullet}\n\n### When to Use\n\nNow.\n`;
    for (const bullet of ['**I<|>D**: RUN-001', '**Own<|>er**: Ops'])
      expect(offered(text(bullet), ['refactor.extract'])).toEqual([]);
  });

  test('those among which the entry says when it is used stay', () => {
    const text = (words: string): string =>
      `//- /SoT.OPS.md\n---\nid_prefix: RUN\n---\n\n## RUN-001: Drain\n\n#### Step 1: Lo<|>ok\n\n${words}\n\n\`df\`\n`;
    expect(offered(text('Owner of the disk is whoever calls.'), ['refactor.extract'])).toHaveLength(1);
    for (const words of ['Trigger: a page', '**Linked IDs**: RUN-002', '**When to use**: at night'])
      expect(offered(text(words), ['refactor.extract'])).toEqual([]);
  });

  test.each(['```', '<pre>', '- ```'])('those that open %s and never close it stay', (mark) => {
    const text = `//- /SoT.OPS.md\n---\nid_prefix: RUN\n---\n\n## RUN-001: Drain\n\n#### Step 1: Lo<|>ok\n\n\`df\`\n\n`;
    expect(offered(text, ['refactor.extract'])).toHaveLength(1);
    expect(offered(`${text}${mark}\nls\n`, ['refactor.extract'])).toEqual([]);
  });

  test('those of a deprecated entry stay', () => {
    const deprecated = source.replace('## DEP-001: ', '## DEP-001: [DEPRECATED] ');
    expect(deprecated).not.toBe(source);
    expect(offered(deprecated, ['refactor.extract'])).toEqual([]);
  });

  test('they get an entry, a row in the change log, and a line that leads there', () => {
    const text = refactored(source, title)['SoT.DEPLOYMENT.md'] ?? '';
    expect(text).toContain(
      '### Rollback Procedure\n\nFollow [RUN-002](#run-002-roll-out-the-storefront-rollback-procedure).\n\n### Related IDs',
    );
    expect(text).toContain('## RUN-002: Roll out the storefront: Rollback Procedure\n\n**ID**: RUN-002\n');
    expect(text).toContain('1. Follow [RUN-001](#run-001-checkout-errors), beginning with');
    expect(text).toContain(
      '- [DEP-001](#dep-001-roll-out-the-storefront) - where it is followed\n\n---\n\n## MON-001',
    );
    expect(text).toMatch(/\| 2026-11-20 \| RUN-002 +\| Extracted from DEP-001/);
  });

  test('no line of the steps gets lost, and the link resolves', () => {
    const text = refactored(windows(source), title)['SoT.DEPLOYMENT.md'] ?? '';
    const before = changed().split('\n').slice(1);
    expect(before.filter((line) => !text.split('\r\n').includes(line))).toEqual([]);
    const { service } = serveFixture(`//- /SoT.DEPLOYMENT.md\n${text}`);
    const rules = service.findings(uriOf('SoT.DEPLOYMENT.md')).map(({ rule }) => rule.name);
    expect(rules).not.toContain('anchor-mismatch');
    expect(rules).not.toContain('dangling-id');
  });

  test('the new entry has all that a runbook needs, left open, and the old one lists it', () => {
    const sot = `//- /SoT.OPS.md\n${sotTop(['- [RUN-001](#run-001-one) - One'])}${runEntry('RUN-001', 'One', '\n**Linked IDs**: MON-001\n').replace('1. Run', '1. R<|>un')}`;
    const text = refactored(sot, 'Extract the steps of "Steps" into RUN-002')['SoT.OPS.md'] ?? '';
    expect(text).toContain('**Linked IDs**: MON-001, RUN-002\n');
    expect(text).toContain('### Steps\n\nFollow [RUN-002](#run-002-one-steps).\n\n## RUN-002: One: Steps\n');
    const before = serveFixture(sot);
    const after = serveFixture(`//- /SoT.OPS.md\n${text}`);
    const found = ({ service, uri }: typeof before): string[] =>
      service.findings(uri).map(({ rule: { name } }) => name);
    const old = found(before);
    expect(found(after).filter((name) => name !== 'placeholder' && !old.includes(name))).toEqual([]);
  });

  test('into the file that owns runbooks, with links from there and headings a level down', () => {
    const other = `//- /deploy/SoT.DEP.md
---
id_prefix: DEP-XXX
---

# Deployments

## DEP-001: Roll out

**ID**: DEP-001
**Owner**: Storefront Team

### Deployment Steps

#### St<|>ep 1: Read [the notes](notes.md) of [this](#dep-001-roll-out)

#### Step 2: Push
//- /SoT.RUN.md
${sotTop(['- [RUN-001](#run-001-one) - One'])}${runEntry('RUN-001', 'One')}`;
    const files = refactored(other, 'Extract the steps of "Deployment Steps" into RUN-002 in SoT.RUN.md');
    expect(files['deploy/SoT.DEP.md']).toContain(
      'Follow [RUN-002](../SoT.RUN.md#run-002-roll-out-deployment-steps).',
    );
    expect(files['SoT.RUN.md']).toContain(
      '#### Step 1: Read [the notes](deploy/notes.md) of [this](deploy/SoT.DEP.md#dep-001-roll-out)',
    );
    expect(files['SoT.RUN.md']).toContain(
      '- [RUN-002](#run-002-roll-out-deployment-steps) - Roll out: Deployment Steps\n',
    );
  });
});
