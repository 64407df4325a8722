/**
 * Rules that judge entries look at the entry that a key was typed in, and have the findings of others moved. All that they
 * say, with their fixes, has to be what they say of the whole document.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedEntry } from '../../../../server/src/lint/reuse/changed-entry';
import { RuleMemory } from '../../../../server/src/lint/reuse/rule-memory';
import { rules } from '../../../../server/src/lint/registry';
import { contextFor } from '../../../../server/src/lint/rule-context';
import type { Finding, RuleInput } from '../../../../server/src/lint/rule';
import { runRules } from '../../../../server/src/lint/run-rules';
import type { WorkspaceDocuments } from '../../../../server/src/workspace-documents';
import { longSot, partsOfEntries, typed } from '../../../support/long-sot';
import { runs } from '../../../support/runs';
import { openWorkspace, today, uriOf } from '../../../support/workspace';

const path = 'docs/SoT.RUNBOOKS.md';

/** What rules look at after the document has become this text. */
function inputAfter(documents: WorkspaceDocuments, text: string): RuleInput {
  documents.store.putOnDisk(uriOf(path), text);
  documents.update(uriOf(path));
  const runbook = documents.runbook(uriOf(path));
  if (runbook === undefined) throw new Error('the document is gone');
  return documents.ruleInput(uriOf(path), runbook, today);
}

function plain({ rule, entry, fixes, ...finding }: Finding): unknown {
  const changes = fixes().map(({ edits, ...fix }) => ({ ...fix, edits: [...edits] }));
  return { ...finding, rule: rule.name, entry: entry?.span ?? null, changes };
}

/** Judges a text after each of some edits, with what was found before; gives how often one entry was enough. */
function judgeAll(texts: readonly string[]): number {
  const documents = openWorkspace(new Map([[path, texts[0] ?? '']]));
  const memory = new RuleMemory();
  let before: RuleInput | null = null;
  let partly = 0;
  for (const text of texts) {
    const input = inputAfter(documents, text);
    if (before !== null && changedEntry(before.runbook, input.runbook) !== null) partly++;
    expect(runRules(input, memory).map(plain)).toEqual(runRules(input).map(plain));
    before = input;
  }
  return partly;
}

describe('after a key in one of many entries', () => {
  test('findings and fixes are those of the whole document', () => {
    let partly = 0;
    fc.assert(
      fc.property(partsOfEntries, fc.array(typed, { minLength: 1, maxLength: 5 }), (entries, edits) => {
        const texts = [longSot(entries)];
        for (const { at, remove, insert } of edits) {
          const text = texts.at(-1) ?? '';
          const start = at % (entries.join('').length + 1);
          texts.push(text.slice(0, start) + insert + text.slice(start + remove));
        }
        partly += judgeAll(texts);
      }),
      { numRuns: runs(150) },
    );
    expect(partly).toBeGreaterThan(0);
  });

  test('findings hold on to no document of before', async () => {
    const entry = (id: string, words: string): string =>
      `## ${id}: Restart\n\n**Last Tested**: 2026-13-45\n\n${words}\n\n${'It says a lot. '.repeat(900)}\n\n`;
    const textWith = (words: string): string => longSot([entry('RUN-001', words), entry('RUN-002', 'Said.')]);
    const documents = openWorkspace(new Map([[path, textWith('')]]));
    const memory = new RuleMemory();
    const before: WeakRef<object>[] = [];
    let found: readonly Finding[] = [];
    for (const words of ['T', 'Ty', 'Typ', 'Type', 'Typed']) {
      const input = inputAfter(documents, textWith(words));
      before.push(new WeakRef(input.runbook));
      found = runRules(input, memory);
    }
    expect(found.map(({ rule }) => rule.name)).toContain('invalid-date');
    // what a weak reference gave stays until the task is over
    await nextTask();
    collectGarbage();
    expect(before.slice(0, 3).map((model) => model.deref() === undefined)).toEqual([true, true, true]);
    expect(found).not.toEqual([]);
  });

  test('rules that judge entries ask neither for the workspace nor for other documents', () => {
    fc.assert(
      fc.property(partsOfEntries, (entries) => {
        const asked = new Set<string | symbol>();
        const context = new Proxy(contextFor(inputAfter(openWorkspace(new Map()), longSot(entries))), {
          get(target, key): unknown {
            asked.add(key);
            return Reflect.get(target, key);
          },
        });
        for (const rule of rules) if (rule.meta.judges === 'entry') rule.check(context);
        for (const key of ['workspace', 'runbookOf', 'leavesOut', 'hasPage', 'remotes'])
          expect(asked).not.toContain(key);
      }),
      { numRuns: runs(40) },
    );
  });
});

function nextTask(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  setFlagsFromString('--no-expose-gc');
}
