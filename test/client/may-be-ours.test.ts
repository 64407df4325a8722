/** The look that decides whether to start the server agrees with what the server recognises. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { mayBeOurs } from '../../client/src/wake/may-be-ours.js';
import { modelOf } from '../support/read-model';

const root = path.join(import.meta.dirname, '..', '..');
const files = globSync(
  ['examples/**/*.md', 'test/fixtures/**/*.md', 'test/workspaces/**/*.md', 'docs/**/*.md', '*.md'],
  { cwd: root },
);

describe('a document that the server recognises is seen', () => {
  const recognised = files
    .map((file) => [file, readFileSync(path.join(root, file), 'utf8')] as const)
    .filter(([file, text]) => !['none', 'skill'].includes(modelOf(text, file).kind.kind));

  test('there are such documents', () => {
    expect(recognised.length).toBeGreaterThan(20);
  });

  test.each(recognised)('%s', (file, text) => {
    // by what it says, where it is recognised by that
    const name = modelOf(text).kind.kind === 'none' ? file : 'document.md';
    expect(mayBeOurs(name, text)).toBe(true);
  });
});

describe('a document is seen', () => {
  test.each([
    ['SoT.DEPLOYMENT.md', ''],
    ['docs/sot.risks.markdown', ''],
    ['.runbook.yaml', ''],
    ['runbooks/RUN-020-restore.md', ''],
    ['notes.md', '# Playbook: Move the shop\n'],
    ['notes.md', '# **Playbook**: Move the shop\n'],
    ['notes.md', 'Playbook: Move the shop\n=======\n'],
    ['notes.md', '---\ntitle: "Playbook: Move the shop"\n---\n'],
    ['notes.md', '---\r\nrunbook: feature\r\n---\r\n'],
    ['notes.md', '---\nid_prefix: RISK-XXX\n---\n'],
    ['notes.md', '## RUN-001: Restart\n'],
    ['notes.md', '## [RUN-001](#run-001) Restart\n'],
    ['notes.md', 'RUN-001: Restart\nCategory: Deployment\n'],
    ['notes.md', '**Gate Criteria:**\n'],
    ['notes.md', '**Feature Name:** Gift wrap\n'],
    ['notes.md', '# Release Runbook: 2.0\n'],
    ['notes.md', '- **Rollback Deadline:** 18:00\n'],
  ])('%s with %j', (name, text) => {
    expect(mayBeOurs(name, text)).toBe(true);
  });
});

describe('a document is left alone', () => {
  test.each([
    ['empty', ''],
    ['that mentions a runbook', '# Notes\n\nSee the runbook and the playbook of the team.\n'],
    ['that mentions an id', '# Notes\n\nWe followed RUN-001 yesterday.\n'],
    ['with other front matter', '---\ntitle: Notes\nauthor: me\n---\n\nrunbook: later\n'],
    ['with some of the sections', '# API\n\n## Overview\n\n## References\n\n## Change Log\n'],
    ['with the words in prose', '# Notes\n\nThe release runbook is somewhere else.\n'],
  ])('%s', (_, text) => {
    expect(mayBeOurs('docs/notes.md', text)).toBe(false);
  });
});
