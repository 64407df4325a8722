/** Completion and hover in `.runbook.yaml`. `|` is the cursor. */
import { describe, expect, test } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-types';
import { configurationKeys } from '../../../server/src/config/parse-configuration';
import { applyEdits } from '../../../server/src/text/edit';
import { LineIndex } from '../../../server/src/text/line-index';
import { hoverText, inOrder, serveFixture } from '../../support/check-feature';

const { service, uri } = serveFixture(`//- /SoT.OPERATIONS.md
---
id_prefix: RUN
---
# Operations

## RUN-001: Disk is full

**ID**: RUN-001
`);

function offered(source: string): CompletionItem[] {
  const offset = source.indexOf('|');
  const text = source.replace('|', '');
  return inOrder(service.editor.completeConfiguration(uri, { text, offset, rulePages: undefined }));
}

function labels(source: string): string[] {
  return offered(source).map(({ label }) => label);
}

/** The text after the item of this label was accepted. */
function accepted(source: string, label: string): string {
  const edit = offered(source).find((item) => item.label === label)?.textEdit;
  if (edit === undefined || !('range' in edit)) throw new Error(`${label} is not offered`);
  const text = source.replace('|', '');
  const lines = new LineIndex(text);
  const span = { start: lines.offsetAt(edit.range.start), end: lines.offsetAt(edit.range.end) };
  return applyEdits(text, [{ span, newText: edit.newText }]);
}

function hover(source: string): string {
  const offset = source.indexOf('|');
  const text = source.replace('|', '');
  return hoverText(service.editor.hoverConfiguration({ text, offset, rulePages: 'pages:' }));
}

const severities = ['error', 'warning', 'information', 'hint', 'off'];

describe('completion', () => {
  test('of keys: those that are not there yet', () => {
    expect(labels('|').toSorted()).toEqual(configurationKeys.toSorted());
    expect(labels('join: []\n|\nrules:\n')).not.toContain('join');
    expect(accepted('sta|', 'staleAfterDays')).toBe('staleAfterDays: ');
    expect(accepted('r|', 'rules')).toBe('rules:');
    expect(accepted('ru|: {}', 'rules')).toBe('rules: {}');
  });

  test('of rules, with what they find', () => {
    const source = 'rules:\n  orphan-id: hint\n  dangl|\n  placeholder: off\n';
    expect(labels(source)).not.toContain('orphan-id');
    expect(accepted(source, 'dangling-id')).toBe(
      'rules:\n  orphan-id: hint\n  dangling-id: \n  placeholder: off\n',
    );
    const item = offered(source).find(({ label }) => label === 'dangling-id');
    // beside the name there is nothing, which would cut it off
    expect(item).toMatchObject({ detail: expect.any(String) as string, labelDetails: {} });
    expect(JSON.stringify(item?.documentation)).toContain('Default severity: ');
    expect(labels('rules: { dangling-id: off, | }')).toContain('orphan-id');
    expect(labels('overrides:\n  - files: x\n    rules:\n      |')).toContain('orphan-id');
  });

  test('of severities', () => {
    expect(labels('rules:\n  dangling-id: |')).toEqual(severities);
    expect(labels('rules:\n  dangling-id: w|arn # loud\n')).toEqual(severities);
    expect(accepted('rules:\n  dangling-id: w|arn # loud\n', 'warning')).toBe(
      'rules:\n  dangling-id: warning # loud\n',
    );
    expect(labels('rules: { dangling-id: | }')).toEqual(severities);
    expect(labels('rules:\n  dangling-id:\n    severity: |')).toEqual(severities);
  });

  test('of options', () => {
    expect(labels('rules:\n  too-many-steps:\n    |')).toEqual(['severity', 'max']);
    expect(labels('rules:\n  too-many-steps: { severity: off, | }')).toEqual(['max']);
    expect(labels('rules:\n  too-many-steps: { max: | }')).toEqual(['50']);
  });

  test('of kinds', () => {
    expect(labels('kinds:\n  - |').slice(0, 4)).toEqual(['files', 'kind', 'name', 'title']);
    expect(labels('kinds:\n  - name: page\n    roles: { steps: | }')).toContain('warning');
    expect(labels('kinds:\n  - name: page\n    sections:\n      - name: A\n        |')).toEqual([
      'also',
      'required',
      'level',
      'under',
      'holds',
    ]);
    expect(labels('kinds:\n  - files: notes\n    kind: |')).toEqual([
      'playbook',
      'feature',
      'entry',
      'sot',
      'release',
      'none',
    ]);
  });

  test('of prefixes of the workspace', () => {
    expect(labels('prefixes:\n  |')).toEqual(['RUN']);
    expect(labels('procedures: [|]')).toEqual(['RUN']);
    expect(labels('procedures:\n  - |')).toEqual(['RUN']);
    expect(accepted('procedures:\n  - |', 'RUN')).toBe('procedures:\n  - RUN');
    expect(labels('categories:\n  |')).toEqual(['RUN']);
  });

  test('of nothing where nothing of ours belongs', () => {
    expect(labels('# |')).toEqual([]);
    expect(labels('join: [] # |')).toEqual([]);
    expect(labels('include:\n  - |')).toEqual([]);
    expect(labels('rules:\n  no-rule: { | }')).toEqual(['severity']);
    expect(labels('unknown:\n  |')).toEqual([]);
  });
});

describe('hover', () => {
  test('tells of keys, rules, options and values', () => {
    expect(hover('sta|leAfterDays: 30')).toContain('Number of days without a test');
    expect(hover('rules:\n  dang|ling-id: off')).toMatch(/Default severity: .*\(pages:\/dangling-id\.md\)/s);
    expect(hover('rules:\n  too-many-steps: { m|ax: 3 }')).toMatch(/^\*\*max\*\*\n\n\S/);
    expect(hover('kinds:\n  - files: a\n    kind: s|ot')).toContain('A Source-of-Truth file.');
  });

  test('says nothing of what it does not know', () => {
    expect(hover('unknown|: 1')).toBe('');
    expect(hover('rules:\n  dangling-id: |loud')).toBe('');
    expect(hover('rules: [|')).toBe('');
    expect(hover('# ru|les')).toBe('');
  });
});
