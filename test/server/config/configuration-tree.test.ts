import { expect, test } from 'vitest';
import { defaultConfiguration } from '../../../server/src/config/configuration';
import { ConfigurationTree } from '../../../server/src/config/configuration-tree';
import { isIncluded, isTemplateFile, ruleSettingFor } from '../../../server/src/config/configured-files';
import { parseConfiguration } from '../../../server/src/config/parse-configuration';

const knownRules = new Set(['dangling-id', 'vague-step']);

function treeOf(files: Record<string, string>): ConfigurationTree {
  const tree = new ConfigurationTree();
  for (const [folder, yaml] of Object.entries(files)) {
    const { configuration, problems } = parseConfiguration(yaml, knownRules);
    expect(problems).toEqual([]);
    tree.set(folder, configuration);
  }
  return tree;
}

test('without any file the defaults hold', () => {
  expect(new ConfigurationTree().forFile('a/b/c.md')).toBe(defaultConfiguration);
});

test('a file applies to its folder and below, merged over what is above', () => {
  const tree = treeOf({
    '': 'prefixes: { RUN: runs.md, KPI: }\nstaleAfterDays: 30\ncategories: { RUN: [A], DEP: [X] }',
    'team/ops': 'prefixes: { RUN: ../runs.md, MON: deep/mon.md }\ncategories: { RUN: [B] }',
  });
  expect([...tree.forFile('team/a.md').prefixes]).toEqual([
    ['RUN', { owner: 'runs.md' }],
    ['KPI', { owner: null }],
  ]);
  const nested = tree.forFile('team/ops/x/a.md');
  expect([...nested.prefixes]).toEqual([
    ['RUN', { owner: 'team/runs.md' }],
    ['KPI', { owner: null }],
    ['MON', { owner: 'team/ops/deep/mon.md' }],
  ]);
  expect(nested.staleAfterDays).toBe(30);
  expect([...nested.categories]).toEqual([
    ['RUN', ['B']],
    ['DEP', ['X']],
  ]);
});

test('globs of a nested file are relative to its folder and are appended; include replaces', () => {
  const tree = treeOf({
    '': 'exclude: [old]\ntemplates: [patterns]\ninclude: [docs, team]',
    docs: "exclude: [/drafts, '!old']\ntemplates: ['!patterns']\ninclude: [ops, old]",
  });
  const answer = (path: string): boolean => isIncluded(tree.forFile(path), path);
  expect(answer('team/a.md')).toBe(true);
  expect(answer('team/old/a.md')).toBe(false);
  expect(answer('docs/a.md')).toBe(false);
  expect(answer('docs/ops/a.md')).toBe(true);
  expect(answer('docs/old/a.md')).toBe(true);
  expect(answer('docs/drafts/ops/a.md')).toBe(false);
  expect(isTemplateFile(tree.forFile('patterns/a.md'), 'patterns/a.md')).toBe(true);
  expect(isTemplateFile(tree.forFile('docs/patterns/a.md'), 'docs/patterns/a.md')).toBe(false);
});

test('rules of a nested file win over the rules and the overrides above it', () => {
  const tree = treeOf({
    '': `
rules: { vague-step: { severity: hint, words: 2 } }
overrides: [{ files: docs, rules: { vague-step: off, dangling-id: off } }]`,
    docs: 'rules: { vague-step: error }',
  });
  expect(ruleSettingFor(tree.forFile('docs/a.md'), 'vague-step', 'docs/a.md')).toEqual({
    severity: 'error',
    options: { words: 2 },
  });
  expect(ruleSettingFor(tree.forFile('docs/a.md'), 'dangling-id', 'docs/a.md').severity).toBe('off');
  expect(ruleSettingFor(tree.forFile('a.md'), 'vague-step', 'a.md').severity).toBe('hint');
});

test('a changed or deleted file is seen at once', () => {
  const tree = treeOf({ '': 'staleAfterDays: 30', docs: 'staleAfterDays: 7' });
  expect(tree.forFile('docs/a.md').staleAfterDays).toBe(7);
  tree.set('docs', { staleAfterDays: 8 });
  expect(tree.forFile('docs/a.md').staleAfterDays).toBe(8);
  expect(tree.delete('docs')).toBe(true);
  expect(tree.delete('docs')).toBe(false);
  expect(tree.forFile('docs/a.md').staleAfterDays).toBe(30);
  tree.delete('');
  expect(tree.forFile('docs/a.md').staleAfterDays).toBe(90);
});
