/** Forms that people use and that say the same as those of the templates. */
import { describe, expect, test } from 'vitest';
import { checkRule } from '../../support/check-rule';
import { modelOf } from '../../support/read-model';
import { change, feature, playbook, release } from './documents';
import { runEntry, sotFile } from './run-entry';

describe('headings of entries', () => {
  const idsOf = (text: string, path = 'SoT.MON.md'): string[] =>
    modelOf(text, path)
      .entries.filter(({ form }) => form === 'heading')
      .map(({ id }) => id.text);

  test('a title may begin with the letters of a joining word', () => {
    for (const title of [
      'Total errors',
      'Orders per minute',
      'Android crashes',
      'Throughput',
      'Untilted gauge',
      'VSphere',
    ])
      expect(idsOf(`## MON-001 ${title}\n`)).toEqual(['MON-001']);
    for (const rest of [
      'and MON-002',
      'or MON-002',
      'to MON-009',
      'through MON-009',
      'until MON-009',
      'vs MON-002',
      '… MON-009',
    ])
      expect(idsOf(`## MON-001 ${rest}\n`)).toEqual([]);
  });

  test('a deep heading defines an entry of a SoT file when its body states the id', () => {
    expect(idsOf('#### MON-001: Errors\n\n**ID**: MON-001\n')).toEqual(['MON-001']);
    expect(idsOf('#### MON-001: Errors\n\nAs above.\n')).toEqual([]);
    expect(idsOf('#### MON-001: Errors\n\n**ID**: MON-002\n')).toEqual([]);
    expect(idsOf('#### MON-001: Errors\n\n**ID**: MON-001\n', 'notes.md')).toEqual([]);
  });

  test('compound prefixes are declared like others', () => {
    for (const declared of [
      'SEC-XXX, SEC-NET-XXX',
      'SEC, SEC-NET',
      '[SEC, SEC-NET-]',
      '\n  - SEC-XXX\n  - SEC-NET-XXX',
    ])
      for (const rule of ['foreign-prefix', 'unused-prefix'])
        checkRule(
          rule,
          `//- /SoT.SEC.md\n---\nid_prefix: ${declared}\n---\n\n# Security\n\n## SEC-001: Doors\n\n**ID**: SEC-001\n\n## SEC-NET-001: Ports\n\n**ID**: SEC-NET-001\n`,
        );
    checkRule(
      'dangling-id',
      '//- /SoT.SEC.md\n---\nid_prefix: SEC-NET-XXX\n---\n\n# Security\n\n## SEC-NET-001: Ports\n\n**ID**: SEC-NET-001\n\nSee SEC-NET-404.\n    ^^^^^^^^^^^ information: SEC-NET-404\n',
    );
  });

  test('a line below the heading that repeats its id is no entry of its own', () => {
    const formsOf = (text: string): string[] => modelOf(text, 'SoT.MON.md').entries.map(({ form }) => form);
    const line = (id: string): string => `${id}: Errors\nCategory: Performance\n`;
    expect(formsOf(`## MON-001\n\n${line('MON-001')}`)).toEqual(['heading']);
    expect(formsOf(`## MON-001\n\n${line('MON-002')}`)).toEqual(['heading', 'plain']);
    expect(formsOf(`## MON-001\n\nWords.\n\n${line('MON-001')}`)).toEqual(['heading', 'plain']);
  });

  test('a status Template makes an entry a stub', () => {
    const text = sotFile('## RUN-001: Drain\n\n**ID**: RUN-001\n**Status**: Template\n').replace(
      /^\/\/- .*\n/,
      '',
    );
    expect(modelOf(text, 'SoT.DEPLOYMENT.md').entries[0]?.stub).toBe(true);
  });
});

describe('ranges', () => {
  test.each([
    'to',
    'until',
    'till',
    'through',
    'thru',
    'up to',
    'bis',
    'hasta',
    '~',
    '-',
    '–',
    '—',
    '…',
    '..',
    '→',
    '->',
  ])('with %s are no references', (word) => {
    checkRule(
      'dangling-id',
      sotFile(`## RUN-001: Drain\n\n**ID**: RUN-001\n\nNumbers RUN-100 ${word} RUN-199 are ours.`),
    );
  });
});

test.each(['Write to ops+RUN-404@example.com.', 'Numbers between RUN-100 and RUN-199 are ours.'])(
  'nothing dangles in "%s"',
  (words) => {
    checkRule('dangling-id', sotFile(`## RUN-001: Drain\n\n**ID**: RUN-001\n\n${words}`));
  },
);

describe('fields', () => {
  const fieldsOf = (body: string): string[] =>
    (modelOf(`## RUN-001: Rotate\n\n${body}\n`, 'SoT.RUN.md').entries[0]?.fields ?? []).map(({ key }) => key);

  test('a table at the head of an entry that names fields, whatever its header says', () => {
    expect(fieldsOf('| Key | Entry |\n|--|--|\n| Owner | Ops |\n| Status | Active |')).toEqual([
      'owner',
      'status',
    ]);
    expect(fieldsOf('| Owner | Ops |\n|--|--|\n| Status | Active |\n| Created | 2026-10-01 |')).toEqual([
      'owner',
      'status',
      'created',
    ]);
    expect(fieldsOf('| Color | Meaning |\n|--|--|\n| Red | bad |\n| Green | good |')).toEqual([]);
    expect(fieldsOf('### Log\n\n| Owner | Ops |\n|--|--|\n| Status | Active |\n| Created | x |')).toEqual([]);
  });

  test('in the spelling of a front matter', () => {
    for (const body of [
      'owner: Ops\nlast_tested: 2026-11-01',
      '**owner**: Ops\n**last-tested:** 2026-11-01',
      '- **last_tested**: x\n- owner: y',
    ])
      expect(fieldsOf(body).sort()).toEqual(['last tested', 'owner']);
  });

  test('with the value in the line below', () => {
    const valuesOf = (body: string): (string | null)[] => {
      const text = `## RUN-001: Rotate\n\n${body}\n`;
      const [entry] = modelOf(text, 'SoT.RUN.md').entries;
      return (entry?.fields ?? []).map(
        ({ value }) => value && text.slice(value.token.start, value.token.end),
      );
    };
    expect(valuesOf('**Owner**\nOps\n\n**Status**\nActive (since May)')).toEqual(['Ops', 'Active']);
    expect(valuesOf('**Owner:**\n\nOps\n\n**Status:**\n\nActive')).toEqual(['Ops', 'Active']);
    expect(valuesOf('**Owner**\n: Ops\n\n**Status**\n: Active')).toEqual(['Ops', 'Active']);
    expect(valuesOf('**Owner**: [Ops](https://example.com/ops) (on call)')).toEqual(['Ops']);
    expect(valuesOf('**Owner:**\n**Status:**\n')).toEqual([null, null]);
    expect(valuesOf('**Owner:**\n\nThis rotates all keys.')).toEqual([null]);
    expect(valuesOf('**Owner:**\n- Ops\n- Dev')).toEqual([null]);
    expect(valuesOf('**Owner**\nThe one who\nis on call')).toEqual([null]);
  });

  test('in italics, behind symbols, several in one line', () => {
    expect(fieldsOf('*Owner:* Ops\n*Status*: Active')).toEqual(['owner', 'status']);
    expect(fieldsOf('👤 **Owner:** Ops\n:calendar: **Created:** 2026-10-01')).toEqual(['owner', 'created']);
    expect(fieldsOf('**Owner:** Ops | **Status:** Active | **Created:** 2026-10-01')).toEqual([
      'owner',
      'status',
      'created',
    ]);
    expect(fieldsOf('**Owner:** Ops · **Status:** Active')).toEqual(['owner', 'status']);
  });
});

describe('placeholders are none', () => {
  const gapsOf = (text: string): string[] =>
    modelOf(text).placeholders.map(({ span }) => text.slice(span.start, span.end));

  test.each([
    'See [[Night Shift]] and [[RUN-002|Close it]] and [[file#heading]].',
    'Rotated^[an inline note] twice.',
    'The share is $\\frac{sent}{n}$, at most $x_{max}$.',
    '%% [write this down] %%',
    '{/* [write this down] */}',
    '{# [write this down] #}',
    '{/*\n[write this down]\n*/}',
    '{/* a\n\n- [write this down]\n\n*/}',
    '%%\n[write this down]\n%%',
    '{% comment %} [write this down] {% endcomment %}',
    'Say "Status: [current status]" to all.',
    "Say 'We are at [current status] now' to all.",
    'Say ‘We are at [current status] now’ to all.',
    '```plantuml\n[Load Balancer] --> [App Server]\n```',
    '```mermaid\ngraph TD\n  A --> {Is it up}\n```',
    'Say “We are at [current status] now” to all.',
    'Send this message:\n\n```\nSubject: Outage\n[BRIEF DESCRIPTION]\n```',
    '## Status update template\n\n```text\nWe see [SYMPTOM] since [TIME].\n```',
  ])('%s', (text) => {
    expect(gapsOf(text)).toEqual([]);
  });

  test('those that are', () => {
    expect(gapsOf('**Owner**: [Name of the team]')).toEqual(['[Name of the team]']);
    expect(gapsOf('title: "[Name of the feature]"')).toEqual(['[Name of the feature]']);
    expect(gapsOf('{/* [write this]\n\n## A\n\n[and this one] */}')).toHaveLength(2);
    expect(gapsOf("Don't stop [Name of the job], it's slow.")).toEqual(['[Name of the job]']);
    expect(gapsOf("The hosts' [Name of the list] and the users' one")).toEqual(['[Name of the list]']);
    expect(gapsOf('## Deploy {#deploy} [Name of the job] {#end}')).toContain('[Name of the job]');
  });

  test('links whose words and target are to be filled in are not judged', () => {
    checkRule(
      'anchor-mismatch',
      sotFile('## RUN-001: Drain\n\n**ID**: RUN-001\n\nSee [RUN-YYY](#run-yyy-name).'),
    );
  });
});

test('ids in comments of any form refer to nothing', () => {
  checkRule(
    'dangling-id',
    sotFile(
      '## RUN-001: Drain\n\n**ID**: RUN-001\n\n[//]: # (see RUN-779)\n\n%% RUN-781 %%\n\n{/* RUN-783 */} {# RUN-784 #} {% comment %}RUN-785{% endcomment %}\n\n{/*\nRUN-786\n*/}\n\n<!-- RUN-782 -->',
    ),
  );
});

test('an anchor of the author leads to its entry', () => {
  checkRule(
    'link-id-mismatch',
    `//- /SoT.TEST.md
---
id_prefix: TEST-XXX
---

# Tests

## TEST-001: Load {#load}

**ID**: TEST-001

See [TEST-002](#soak).

<a id="soak"></a>

## TEST-002: Soak

**ID**: TEST-002

See [TEST-002](#load).
     ^^^^^^^^ warning: link text says TEST-002, but the target is TEST-001
`,
  );
});

describe('verifications', () => {
  const step = (verification: string): string =>
    runEntry({
      procedure: `\n## Procedure\n\n### Step 1: Rotate\n\n\`\`\`bash\nlogctl rotate\n\`\`\`\n\n${verification}`,
    });

  test('a table without a filled row is empty, one with a row is not', () => {
    checkRule(
      'empty-verification',
      step('**Verification:**\n  ^^^^^^^^^^^^ warning\n\n| Check | Expected |\n| --- | --- |\n'),
    );
    checkRule(
      'empty-verification',
      step('**Verification:**\n\n| Check | Expected |\n| --- | --- |\n| size | 0 |\n'),
    );
  });

  test('a quote, details and italics say something', () => {
    for (const said of [
      '**Expected output:**\n\n> rotated\n',
      '*Expected output:* rotated\n',
      '<details>\n<summary>Expected output</summary>\n\nrotated\n\n</details>\n',
    ])
      for (const rule of ['empty-verification', 'missing-verification']) checkRule(rule, step(said));
  });
});

test('a secret in indented code is found', () => {
  checkRule(
    'secret-in-command',
    runEntry({
      procedure:
        '\n## Procedure\n\n### Step 1: Rotate\n\n    logctl rotate --password hunter2secret\n                             ^^^^^^^^^^^^^ warning: password\n\n- [ ] done',
    }),
  );
});

test('"None needed" without a reason is an information, like "N/A"', () => {
  for (const words of [
    'None needed',
    'Not required.',
    'N/A',
    '**None needed**',
    'No rollback required',
    'Nothing to roll back',
  ])
    checkRule(
      'missing-rollback',
      `//- /p.md\n---\nrunbook: playbook\n---\n\n# Playbook: Move\n\n## Phase 1: Copy\n\n### Rollback\n    ^^^^^^^^ information: says only\n\n${words}\n`,
    );
  checkRule(
    'missing-rollback',
    '//- /p.md\n---\nrunbook: playbook\n---\n\n# Playbook: Move\n\n## Phase 1: Copy\n\n### Rollback\n\nNone needed - the copy is read only.\n',
  );
});

test('a table with a condition and an action has branches', () => {
  checkRule(
    'incomplete-decision-point',
    '//- /p.md\n---\nrunbook: playbook\n---\n\n# Playbook: Move\n\n## Phase 1: Copy\n\n### Decision Point\n\n| Condition | Action |\n|--|--|\n| Rows match | go on |\n| Rows differ | escalate to Bob |\n',
  );
});

describe('feature and release runbooks', () => {
  test('RTO and RPO are two', () => {
    const own = (table: string): string =>
      `//- /f.md\n---\nrunbook: feature\n---\n\n# Search Runbook\n\n## 13. Disaster Recovery\n   ^^^^^^^^^^^^^^^^^^^^^ information: \n\n${table}\n`;
    checkRule(
      'missing-recovery-objective',
      own('| Objective | Target |\n|--|--|\n| RTO | 1 h |')
        .replace('information: ', 'information: no RPO')
        .replace(
          '13. Disaster Recovery\n   ^^^^^^^^^^^^^^^^^^^^^',
          '13. Disaster Recovery\n   ^^^^^^^^^^^^^^^^^^^^^',
        ),
    );
    checkRule(
      'missing-recovery-objective',
      own('| Objective | Target |\n|--|--|\n| RTO | 1 h |\n| RPO | 5 min |').replace(
        /\n {3}\^+ information: /,
        '',
      ),
    );
    checkRule(
      'missing-recovery-objective',
      own('**RTO:** 5 minutes | **RPO:** 0').replace(/\n {3}\^+ information: /, ''),
    );
  });

  test('a step that runs smoke tests is no section of smoke tests', () => {
    checkRule(
      'missing-smoke-test',
      '//- /v2.md\n---\nrunbook: release\n---\n\n# Release Runbook: Shop v2.1.0\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: no smoke tests\n\n## Deployment Steps\n\n### Step 1: Deploy\n\n`shop deploy`\n\n### Step 2: Run the smoke tests\n\n`shop smoke`\n',
    );
  });

  test('colors are a scale of their own, sections may count from 0', () => {
    checkRule(
      'invalid-severity',
      '//- /f.md\n---\nrunbook: feature\n---\n\n# Search Runbook\n\n| Alert | Severity |\n|--|--|\n| A | 🔴 Red |\n| B | Amber |\n| C | 🟡 |\n| D | 🔴 Critical |\n',
    );
    checkRule(
      'section-numbering',
      '//- /f.md\n---\nrunbook: feature\n---\n\n# Search Runbook\n\n## 0. Status\n\nA.\n\n## 1. Overview\n\nB.\n',
    );
  });
});

describe('sections and tables', () => {
  test('a heading that announces what stands right behind it is not empty', () => {
    checkRule(
      'empty-section',
      '//- /p.md\n---\nrunbook: playbook\n---\n\n# Playbook: Move\n\n## Phases\n\n## Phase 1: Copy\n\nA.\n',
    );
  });

  test('a table of names and values needs no header', () => {
    checkRule(
      'table-header',
      sotFile('## RUN-001: Drain\n\n**ID**: RUN-001\n\n| | |\n|--|--|\n| Host | web-1 |'),
    );
  });

  test('a path with entities leads to its file', () => {
    checkRule(
      'missing-link-target',
      `${sotFile('## RUN-001: Drain\n\n**ID**: RUN-001\n\nSee [it](docs/a&amp;b.md).')}//- /docs/a&b.md\n# It\n`,
    );
  });

  test('a plan in words of its own below a phase of the first level counts', () => {
    const [plan] = [...playbook.matchAll(/^## .*Rollback Plan.*$/gm)].map(([line]) => line);
    expect(plan).toBeDefined();
    checkRule('missing-rollback-plan', change(playbook, plan ?? '', `${plan ?? ''} (stacked etcd)`));
  });
});

test('documents of the templates keep their kinds', () => {
  for (const [text, kind] of [
    [playbook, 'playbook'],
    [feature, 'feature'],
    [release, 'release'],
  ] as const) {
    expect(modelOf(text.replace(/^\/\/- .*\n/, '')).kind.kind).toBe(kind);
  }
});
