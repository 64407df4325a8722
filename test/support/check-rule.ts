/** Checks of rules against fixtures: many calls, one way to say what is expected. */
import { expect } from 'vitest';
import type { Finding, Fix } from '../../server/src/lint/rule';
import { applyEdits } from '../../server/src/text/edit';
import { LineIndex } from '../../server/src/text/line-index';
import { damageOf } from './edit-statement';
import { faultsOfFixes } from './fix-statement';
import { parseFixture, type Expectation } from './fixture';
import { findingsOf, openedWorkspace, openWorkspace, today, uriOf } from './workspace';

export interface CheckOptions {
  /** `YYYY-MM-DD`, the day on which the rules run. */
  readonly today?: string;
}

/**
 * Runs the rules over a fixture and compares the findings of `rule` with its caret lines: these and no others. Their
 * fixes are held to what fixes owe.
 */
export function checkRule(rule: string, source: string, options: CheckOptions = {}): void {
  const fixture = parseFixture(source);
  const documents = openedWorkspace(fixture.files);
  const found: Expectation[] = [];
  for (const path of documentsOf(fixture.files)) {
    const lines = documents.runbook(uriOf(path))?.lines;
    for (const finding of findingsOf(documents, path, options.today ?? today)) {
      if (finding.rule.name !== rule || lines === undefined) continue;
      const start = lines.positionAt(finding.span.start);
      const end = lines.positionAt(finding.span.end);
      found.push({
        path,
        line: start.line,
        start: start.character,
        end: end.line === start.line ? end.character : -1,
        severity: finding.severity,
        words: finding.message,
      });
    }
  }
  const shown = found.map((one, index) => {
    const words = fixture.expectations[index]?.words ?? '';
    return { ...one, words: words === '' || one.words.includes(words) ? words : one.words };
  });
  expect(shown).toEqual(fixture.expectations);
  if (found.length > 0) expect(faultsOfFixes(fixture.files, rule, options.today)).toEqual([]);
}

/** What is wrong with the edits of a fix, by {@link damageOf}; one that somebody chooses may give a heading another anchor. */
function damageOfFix(files: ReadonlyMap<string, string>, fix: Fix): string[] {
  const edits = new Map(
    [...files.keys()].flatMap((path) => {
      const own = fix.edits.get(uriOf(path));
      return own === undefined ? [] : [[path, own] as const];
    }),
  );
  return damageOf({ files, edits, removes: fix.removes ?? 'nothing', anchors: fix.automatic }).map(
    (complaint) => `"${fix.title}" in ${complaint}`,
  );
}

/** Checks that no rule at all says anything of severity error or warning about a fixture. */
export function checkClean(source: string, options: CheckOptions = {}): void {
  const { files } = parseFixture(source);
  const documents = openWorkspace(files);
  const loud = documentsOf(files).flatMap((path) =>
    findingsOf(documents, path, options.today ?? today)
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ rule, message, span }) => `${path}@${String(span.start)} ${rule.name}: ${message}`),
  );
  expect(loud).toEqual([]);
}

/**
 * Applies a fix of the first finding of `rule` and compares the files with `expected` (another fixture; files that it
 * does not name must stay as they are). `title` picks, by words of its title, one that is for the author to choose;
 * without it the automatic one.
 */
export function checkFix(
  rule: string,
  source: string,
  expected: string,
  title?: string,
  options: CheckOptions = {},
): void {
  const { files } = parseFixture(source);
  const documents = openWorkspace(files);
  const finding = documentsOf(files)
    .flatMap((path): Finding[] => findingsOf(documents, path, options.today ?? today))
    .find((candidate) => candidate.rule.name === rule);
  const fixes = finding?.fixes() ?? [];
  const fix = fixes.find(({ automatic, title: own }) =>
    title === undefined ? automatic : !automatic && own.includes(title),
  );
  if (fix === undefined)
    throw new Error(
      `no such fix of ${rule}; there are: ${fixes.map((one) => one.title).join(' | ') || 'none'}`,
    );
  expect(damageOfFix(files, fix)).toEqual([]);
  const after = new Map(files);
  for (const [path, text] of files) {
    const edits = fix.edits.get(uriOf(path));
    if (edits !== undefined) after.set(path, applyEdits(text, edits));
  }
  const wanted = new Map(files);
  for (const [path, text] of parseFixture(expected).files) wanted.set(path, text);
  expect(Object.fromEntries(after)).toEqual(Object.fromEntries(wanted));
}

/** The other places of the first finding of `rule`: the words that each points at, and what it says of them. */
export function relatedOf(rule: string, source: string): string[] {
  const { files } = parseFixture(source);
  const documents = openWorkspace(files);
  const finding = documentsOf(files)
    .flatMap((path) => findingsOf(documents, path))
    .find((candidate) => candidate.rule.name === rule);
  return (finding?.related ?? []).map(({ uri, range, message }) => {
    const path = documentsOf(files).find((one) => uriOf(one) === uri) ?? '';
    const lines = new LineIndex(files.get(path) ?? '');
    const words = (files.get(path) ?? '').slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
    return `${path}: ${words} | ${message}`;
  });
}

function documentsOf(files: ReadonlyMap<string, string>): string[] {
  return [...files.keys()].filter((path) => !path.endsWith('.runbook.yaml') && path !== '.git/config');
}
