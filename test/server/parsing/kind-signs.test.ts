/** Each kind needs a sign of its own besides the points. */
import { expect, test } from 'vitest';
import { modelOf } from '../../support/read-model';

const kindOf = (text: string, path = 'document.md'): string => modelOf(text, path).kind.kind;

const gate = '**Gate Criteria:**\n\n- [ ] Rows match\n';

test('a specification with phases and a risk level is no playbook', () => {
  expect(
    kindOf('---\nrisk_level: high\n---\n\n# Search\n\n## Phase 1: Index\n\nA.\n\n## Phase 2: Query\n\nB.\n'),
  ).toBe('none');
});

test('a roadmap with gate criteria is none, phases with a way back are', () => {
  const roadmap = `# Roadmap\n\n## Phase 1: Index\n\n${gate}\n## Phase 2: Query\n\n${gate}`;
  expect(kindOf(roadmap)).toBe('none');
  expect(kindOf(roadmap.replace(gate, `${gate}\n**Rollback:** drop the index\n`))).toBe('playbook');
});

test('general headings make no playbook', () => {
  const general = '## Overview\n\nA.\n\n## Prerequisites\n\nB.\n\n## Notes\n\nC.\n\n## Appendix\n\nD.\n';
  expect(kindOf(`# Playbook: Phishing\n\n${general}`)).toBe('none');
  expect(kindOf(`# Playbook: Phishing\n\n${general}\n## Rollback Plan\n\nE.\n`)).toBe('playbook');
});

test('a release runbook is for a version', () => {
  const sections =
    '## Build Steps\n\nA.\n\n## Smoke Tests\n\nB.\n\n## Rollback Procedure\n\nC.\n\n## Deployment Steps\n\nD.\n';
  expect(kindOf(`# Release Runbook\n\n${sections}`)).toBe('none');
  expect(kindOf(`# Release Runbook: Shop v2.1.0\n\n${sections}`)).toBe('release');
  expect(kindOf(`# Release Runbook\n\n**Version:** 2.1\n\n${sections}`)).toBe('release');
});

test('five sections of a feature runbook are too few without a field that says so', () => {
  const sections = [
    'Overview',
    'System Overview',
    'Pre-Deployment Checklist',
    'Deployment Procedures',
    'Troubleshooting Guide',
  ]
    .map((name) => `## ${name}\n\nA.\n`)
    .join('\n');
  expect(kindOf(`# Search Runbook\n\n${sections}`)).toBe('none');
  expect(kindOf(`# Search Runbook\n\n**Feature Name:** Search\n\n${sections}`)).toBe('feature');
});
