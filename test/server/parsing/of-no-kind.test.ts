import { describe, expect, test } from 'vitest';
import { applyLayer } from '../../../server/src/config/apply-layer';
import { defaultConfiguration } from '../../../server/src/config/configuration';
import { parseConfiguration } from '../../../server/src/config/parse-configuration';
import { mayHaveKind } from '../../../server/src/model/kind-signs';
import { isOfNoKind } from '../../../server/src/read-runbook';

describe('what may be a runbook by its words', () => {
  test.each([
    ['a title', '# Playbook: Move\n'],
    ['a title with emphasis', '# **Playbook**: Move\n'],
    ['a title as code', '# `Playbook`: Move\n'],
    ['a title with an entity', '# Playbook&colon; Move\n'],
    ['an underlined title', 'PLAYBOOK: Move\n===\n'],
    ['a title in the front matter', '---\r\ntitle: "Playbook: Move"\r\n---\r\n'],
    ['gate criteria', '### Gate\u00a0Criteria\n'],
    ['a gate in bold', '**Gate *Criteria***:\n'],
    ['a feature', '**Feature Name:** Search\n'],
    ['a feature in a table', '| **Feature Name** | Search |\n'],
    ['a release', '# Release Runbook v1.2\n'],
    ['a release manager', '**Release Manager**: me\n'],
    ['a release manager in a table', '| Release Manager on duty | me |\n'],
    ['a decision', '**Ship / No-Ship**: ship\n'],
    ['an entry', '## RUN-001: Drain\n'],
    ['an escaped entry', '## RUN\\-001: Drain\n'],
    ['prefixes', '---\nid_prefix: BR-XXX\n---\n'],
    ['a stated kind', '---\nrunbook: playbook\n---\n'],
    ['a stated kind in a flow', '---\n{runbook: playbook}\n---\n'],
    ['a stated kind in TOML', '+++\nrunbook = "playbook"\n+++\n'],
    ['a stated kind out of place', '<!-- lint off -->\n\n---\nrunbook: playbook\n---\n'],
    ['a key with an escape', '---\n"\\x72unbook": playbook\n---\n'],
    ['a skill', '---\nname: deploy\ndescription: Deploys\n---\n'],
  ])('%s', (_, text) => {
    expect(mayHaveKind(text, 'notes.md')).toBe(true);
  });

  const sections = [
    'Überblick',
    'System Overview',
    'Pre-Deployment Checklist',
    'Deployment Procedures',
    'Monitoring and Alerting',
    'Troubleshooting  Guide',
    'Rollback Procedures',
    'Maintenance Procedures',
    'Notfallkontakte',
  ];

  test('nine sections of a feature runbook, in any language and however they are underlined', () => {
    const written = sections.map((name, index) =>
      index % 3 === 0
        ? `${name}\r\n---\r\n`
        : index % 3 === 1
          ? `## ${name} ##\r\n`
          : `## 🔧 **${name}**\r\n`,
    );
    expect(mayHaveKind(written.join('\r\n'), 'notes.md')).toBe(true);
    expect(mayHaveKind(written.slice(1).join('\r\n'), 'notes.md')).toBe(false);
    expect(mayHaveKind(written.join('\r\n').replaceAll('## ', '### '), 'notes.md')).toBe(false);
  });

  test('the name of the file', () => {
    expect(mayHaveKind('', 'docs/SoT.DEPLOYMENT.md')).toBe(true);
    expect(mayHaveKind('', 'docs/sot.md')).toBe(false);
  });
});

describe('what is no runbook by its words', () => {
  test.each([
    ['the playbook of another tool', 'Run `ansible-playbook site.yml`, or add a playbook of your own.\n'],
    ['a plain field of an RFC', '- Feature Name: `const_fn`\n- Start Date: 2015-02-25\n'],
    ['plans', '## Rollback plan\n\n## Acceptance criteria\n\nThe release manager cut it.\n'],
    ['identifiers of others', '# KEP-1234: UTF-8\n\nSee RFC-2119 and ISO-8601.\n'],
    ['front matter', '---\ntitle: Runbooks\ndescription: Where the runbooks are\n---\n\n# Runbook\n'],
  ])('%s', (_, text) => {
    expect(mayHaveKind(text, 'notes.md')).toBe(false);
  });
});

test('what the configuration gives a kind by its path is read, whatever it says', () => {
  const { configuration: layer } = parseConfiguration(
    'kinds:\n  - files: ops/*.md\n    kind: playbook\n  - name: page\n    files: [pages/**]\n  - name: card\n    title: "Card:"\n    files: ["cards/**"]\n',
    new Set(),
  );
  const configuration = applyLayer(defaultConfiguration, layer, '');
  const isRead = (path: string): boolean => !isOfNoKind('Text\n', { path, configuration });
  expect(['ops/a.md', 'pages/x/a.md', 'cards/a.md', 'docs/a.md', 'rules.yml'].map(isRead)).toEqual([
    true,
    true,
    true,
    false,
    true,
  ]);
});
