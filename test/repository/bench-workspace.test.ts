/**
 * Holds what the bench measures with: its workspaces are the same in every run, are recognised as what they are meant
 * to be, and have the findings that they are meant to have. A bench on documents that nobody reads right says nothing.
 */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentsOf } from '../../bench/workspace/documents.mjs';
import { longRunbook } from '../../bench/workspace/long-documents.mjs';
import { planWorkspace } from '../../bench/workspace/plan.mjs';
import { benchToday } from '../../bench/workspace/words.mjs';
import { seededFindings } from '../../bench/workspace/write-workspace.mjs';
import { findingsOf, openWorkspace, uriOf } from '../support/workspace';

const plan = planWorkspace(32);
const texts = new Map(Array.from(documentsOf(plan), ({ path, text }) => [path, text]));
const documents = openWorkspace(texts);

function kindOf(path: string): string | undefined {
  return documents.runbook(uriOf(path))?.kind.kind;
}

describe('a workspace of the bench', () => {
  it('has as many files as it was asked for, all with different names', () => {
    expect(texts.size).toBe(32);
    expect(new Set(Array.from(documentsOf(planWorkspace(112)), ({ path }) => path)).size).toBe(112);
  });

  it('is the same every time', () => {
    const again = Array.from(documentsOf(planWorkspace(32)), ({ path, text }) => [path, text]);
    expect(again).toEqual([...texts]);
  });

  it('is of five kinds and of ordinary Markdown', () => {
    const expected: readonly (readonly [RegExp, string])[] = [
      [/\/SoT\.|^SoT\./, 'sot'],
      [/\/runbooks\//, 'entry'],
      [/\/playbooks\//, 'playbook'],
      [/\/releases\//, 'release'],
      [/\/features\//, 'feature'],
      [/README|^notes|\/notes\/|\/docs\//, 'none'],
    ];
    const kinds = [...texts.keys()].map((path) => [path, expected.find(([name]) => name.test(path))?.[1]]);
    expect([...texts.keys()].map((path) => [path, kindOf(path)])).toEqual(kinds);
    expect(new Set(kinds.map(([, kind]) => kind)).size).toBe(6);
  });

  it('has the findings that it has on purpose, and no others', () => {
    const found = [...texts.keys()].flatMap((file) =>
      findingsOf(documents, file, benchToday).map(({ rule }) => ({ file, rule: rule.name })),
    );
    expect(found).toEqual(seededFindings(plan));
    expect(found.length).toBeGreaterThan(0);
  });

  it('has links that lead to documents', () => {
    const broken = [...texts].flatMap(([file, text]) =>
      Array.from(text.matchAll(/\]\(([^)#:]+\.md)/g), ([, target = '']) =>
        path.posix.join(path.posix.dirname(file), target),
      ).filter((target) => !texts.has(target)),
    );
    expect(broken).toEqual([]);
  });

  it('names the shared entry as often as it says', () => {
    const mentions = [...texts]
      .filter(([file]) => file !== plan.shared.file)
      .reduce((sum, [, text]) => sum + text.split(`[${plan.shared.id}]`).length - 1, 0);
    expect(mentions).toBe(plan.mentions);
  });
});

describe('a long runbook of the bench', () => {
  const file = 'long/SoT.LONG.md';
  const text = longRunbook(plan, file, 1000);

  it('has the lines that it was asked for', () => {
    expect(text.split('\n').length).toBeGreaterThanOrEqual(1000);
    expect(text.split('\n').length).toBeLessThan(1120);
  });

  it('is a file of entries without faults, but that nothing leads to the last one', () => {
    const withLong = openWorkspace(new Map([...texts, [file, text]]));
    expect(findingsOf(withLong, file, benchToday).map(({ rule }) => rule.name)).toEqual(['unrouted-runbook']);
    expect(withLong.runbook(uriOf(file))?.kind.kind).toBe('sot');
  });
});
