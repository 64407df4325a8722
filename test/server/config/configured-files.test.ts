import { describe, expect, test } from 'vitest';
import { applyLayer } from '../../../server/src/config/apply-layer';
import { defaultConfiguration, type Configuration } from '../../../server/src/config/configuration';
import {
  isFolderExcluded,
  isIncluded,
  isTemplateFile,
  kindsFor,
  ruleSettingFor,
} from '../../../server/src/config/configured-files';
import { parseConfiguration } from '../../../server/src/config/parse-configuration';

const knownRules = new Set(['dangling-id', 'vague-step']);

function configurationOf(yaml: string): Configuration {
  const { configuration, problems } = parseConfiguration(yaml, knownRules);
  expect(problems).toEqual([]);
  return applyLayer(defaultConfiguration, configuration, '');
}

describe('template files', () => {
  test.each([
    'template.md',
    'TEMPLATE.md',
    '_template.md',
    'runbook-template.md',
    'RUNBOOK_TEMPLATE.md',
    'SoT.DEPLOYMENT.template.md',
    'template-release-runbook.md',
    'Release Runbook (template).md',
    'templates/playbook.md',
    'docs/Templates/deep/playbook.md',
    'docs/_templates/a.md',
    'runbook-templates/a.md',
    '.github/ISSUE_TEMPLATE/bug.md',
    'example.md',
    'examples/payments/SoT.RUN.md',
    'SoT.RUN.example.md',
    'docs/samples/a.md',
    'archive/2024/a.md',
    'docs/_archive/a.md',
    'old-archive/a.md',
    'runbook.archived.md',
    'CHANGELOG.md',
    'docs/changelog-2025.md',
    'Change Log.md',
    'changelogs/v1.md',
    'HISTORY.md',
    'docs/Release-Notes.md',
    'skills/runbook/SKILL.md',
  ])('%s is one', (path) => {
    expect(isTemplateFile(defaultConfiguration, path)).toBe(true);
  });

  test.each([
    'SoT.DEPLOYMENT.md',
    'runbooks/RUN-001-api-errors.md',
    'email-templates-service.md',
    'archive-old-logs.md',
    'temple.md',
    'contemplate/a.md',
    'runbooks/change-database-password.md',
    'historyserver/runbook.md',
    'exemplary/a.md',
    'templated.md',
  ])('%s is none', (path) => {
    expect(isTemplateFile(defaultConfiguration, path)).toBe(false);
  });

  test('are added and taken back by the configuration', () => {
    const configuration = configurationOf("templates: [patterns, '!examples/live']");
    expect(isTemplateFile(configuration, 'Patterns/a.md')).toBe(true);
    expect(isTemplateFile(configuration, 'examples/a.md')).toBe(true);
    expect(isTemplateFile(configuration, 'examples/live/a.md')).toBe(false);
  });
});

describe('documents', () => {
  test('are all included without a configuration', () => {
    expect(isIncluded(defaultConfiguration, 'a/b.md')).toBe(true);
    expect(isFolderExcluded(defaultConfiguration, 'a')).toBe(false);
  });

  test('are included by include and left out by exclude', () => {
    const configuration = configurationOf('{ include: [docs], exclude: [docs/old] }');
    expect(isIncluded(configuration, 'docs/a.md')).toBe(true);
    expect(isIncluded(configuration, 'a.md')).toBe(false);
    expect(isIncluded(configuration, 'docs/old/a.md')).toBe(false);
  });

  test('of an excluded folder need not be looked at, unless some may be taken back', () => {
    expect(isFolderExcluded(configurationOf('exclude: [old]'), 'docs/old')).toBe(true);
    expect(isFolderExcluded(configurationOf('exclude: [old]'), 'docs')).toBe(false);
    const withException = configurationOf("exclude: [old, '!old/keep.md']");
    expect(isFolderExcluded(withException, 'old')).toBe(false);
    expect(isIncluded(withException, 'old/keep.md')).toBe(true);
  });
});

test('the last item of kinds that matches decides', () => {
  const configuration = configurationOf(`
kinds:
  - { files: ops, kind: entry }
  - { files: ops/notes, kind: none }
`);
  expect(kindsFor(configuration, 'ops/a.md').setting?.kind).toBe('entry');
  expect(kindsFor(configuration, 'ops/notes/a.md').setting?.kind).toBe('none');
  expect(kindsFor(configuration, 'a.md').setting).toBeNull();
});

test('overrides come on top of the rules, in order, options key by key', () => {
  const configuration = configurationOf(`
rules:
  vague-step: { severity: warning, words: 3, strict: true }
overrides:
  - { files: legacy, rules: { vague-step: { words: 9 } } }
  - { files: legacy/old, rules: { vague-step: off } }
`);
  expect(ruleSettingFor(configuration, 'vague-step', 'a.md')).toEqual({
    severity: 'warning',
    options: { words: 3, strict: true },
  });
  expect(ruleSettingFor(configuration, 'vague-step', 'legacy/a.md')).toEqual({
    severity: 'warning',
    options: { words: 9, strict: true },
  });
  expect(ruleSettingFor(configuration, 'vague-step', 'legacy/old/a.md').severity).toBe('off');
  expect(ruleSettingFor(configuration, 'dangling-id', 'legacy/a.md')).toEqual({
    severity: null,
    options: {},
  });
});
