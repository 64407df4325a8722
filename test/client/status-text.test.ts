import { describe, expect, test } from 'vitest';
import {
  findingsText,
  statusText,
  type FindingCounts,
  type Localizer,
} from '../../client/src/status-text.js';
import type { DocumentKind } from '../../protocol/src/messages.js';

const clean: FindingCounts = { errors: 0, warnings: 0, infos: 0 };
const english: Localizer = {
  t: (text, ...args) => text.replace(/\{(\d)\}/g, (_, slot: string) => String(args[Number(slot)])),
};

function documentStatus(kind: DocumentKind, counts = clean, reasons: readonly string[] = []) {
  return statusText({ state: 'document', kind, reasons, counts }, english);
}

test.each([
  ['playbook', '$(book) Playbook  $(check)'],
  ['feature', '$(book) Feature runbook  $(check)'],
  ['entry', '$(book) Runbook entry  $(check)'],
  ['sot', '$(book) SoT file  $(check)'],
  ['release', '$(book) Release runbook  $(check)'],
  ['skill', '$(book) Skill file  $(check)'],
] as const)('a clean document of kind %s', (kind, text) => {
  expect(documentStatus(kind)).toMatchObject({ text, alarming: false, click: 'explain' });
});

test('documents that Runbook does not recognise have no status', () => {
  expect(documentStatus('none')).toBeUndefined();
  expect(statusText({ state: 'hidden' }, english)).toBeUndefined();
});

test('findings are counted by severity, and those without any are left out', () => {
  expect(documentStatus('playbook', { errors: 0, warnings: 2, infos: 1 })?.text).toBe(
    '$(book) Playbook  $(warning) 2 $(info) 1',
  );
});

test('findings never colour the item, not even errors: icon and count say it', () => {
  expect(documentStatus('sot', { errors: 1, warnings: 0, infos: 0 })).toMatchObject({
    text: '$(book) SoT file  $(error) 1',
    name: 'SoT file',
    detail: '1 error',
    alarming: false,
  });
});

test('the tooltip says why the document is of its kind', () => {
  expect(documentStatus('sot', clean, ['file name SoT.*.md (3 points)'])?.tooltip).toBe(
    'SoT file · no findings\n\nRecognised by:\n• file name SoT.*.md (3 points)',
  );
});

describe('without a running server', () => {
  test('starting leads to the output', () => {
    expect(statusText({ state: 'starting' }, english)).toMatchObject({
      text: '$(loading~spin) Runbook: starting…',
      click: 'showOutput',
    });
  });

  test('stopped offers a restart', () => {
    expect(statusText({ state: 'stopped' }, english)).toMatchObject({
      text: '$(debug-disconnect) Runbook: stopped',
      alarming: true,
      click: 'restart',
    });
  });
});

test.each([
  [clean, 'no findings'],
  [{ errors: 1, warnings: 0, infos: 2 }, '1 error, 2 information'],
  [{ errors: 3, warnings: 1, infos: 0 }, '3 errors, 1 warning'],
])('%o in words', (counts, words) => {
  expect(findingsText(counts, english)).toBe(words);
});
