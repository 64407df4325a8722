/** Checks a declared pair of rules: where the one that wins is off or silenced, the other one reports the cause. */
import { expect } from 'vitest';
import { rules } from '../../server/src/lint/registry';
import { encloses, type Span } from '../../server/src/text/span';
import { parseFixture } from './fixture';
import { findingsOf, openWorkspace } from './workspace';

interface Reported extends Span {
  readonly rule: string;
  readonly covers: readonly Span[];
}

/**
 * `source` is a fixture in which «…» stands around what `loser` reports where `winner` does not. Checks that it does
 * not while `winner` reports something in the same file, and that it does when `winner` is off for the workspace, off
 * for the file, or silenced by a comment. The other rules that `loser` yields to are off throughout.
 */
export function checkPrecedence(loser: string, winner: string, source: string): void {
  const { files, path, place } = readSource(source);
  const others = rules.find(({ meta }) => meta.name === loser)?.meta.yieldsTo ?? [];
  const off = others.filter((name) => name !== winner).map((name) => `  ${name}: off\n`);
  const base = `rules:\n  orphan-id: hint\n${off.join('')}`;
  const text = files.get(path) ?? '';
  const report = (configuration: string, own = text): Reported[] =>
    reportedIn(new Map([...files, [path, own], ['.runbook.yaml', configuration]]), path);
  const isPlace = (moved: number) => (one: Reported) =>
    one.rule === loser && one.start === place.start + moved && one.end === place.end + moved;

  const both = report(base);
  const winning = both.find(
    ({ rule, covers }) => rule === winner && covers.some((span) => encloses(span, place)),
  );
  expect(winning, shown(both, text)).toBeDefined();
  expect(both.filter(isPlace(0))).toEqual([]);

  const everywhere = report(`${base}  ${winner}: off\n`);
  expect(everywhere.filter(isPlace(0)), shown(everywhere, text)).toHaveLength(1);
  const here = report(`${base}overrides:\n  - files: '${path}'\n    rules:\n      ${winner}: off\n`);
  expect(here.filter(isPlace(0)), shown(here, text)).toHaveLength(1);
  const { text: own, at } = silenced(text, winner, winning?.start ?? 0, path);
  const silent = report(base, own);
  const moved = at <= place.start ? own.length - text.length : 0;
  expect(silent.filter(isPlace(moved)), shown(silent, own)).toHaveLength(1);
}

function readSource(source: string): { files: ReadonlyMap<string, string>; path: string; place: Span } {
  const files = new Map(parseFixture(source).files);
  for (const [path, text] of files) {
    const [before, words, after] = text.split(/[«»]/);
    if (before === undefined || words === undefined || after === undefined) continue;
    files.set(path, before + words + after);
    return { files, path, place: { start: before.length, end: before.length + words.length } };
  }
  throw new Error('the fixture does not say what the yielding rule would report');
}

function reportedIn(files: ReadonlyMap<string, string>, path: string): Reported[] {
  return findingsOf(openWorkspace(files), path).map(({ rule, span, covers = [span] }) => ({
    rule: rule.name,
    covers,
    ...span,
  }));
}

function shown(reported: readonly Reported[], text: string): string {
  return reported.map(({ rule, start, end }) => `${rule} «${text.slice(start, end)}»`).join('\n');
}

/**
 * The text with a comment that silences a rule at an offset: in front of a line that stands by itself, elsewhere for
 * the whole file. `at`: where the comment is.
 */
function silenced(
  text: string,
  rule: string,
  offset: number,
  path: string,
): { readonly text: string; readonly at: number } {
  const at = text.lastIndexOf('\n', offset - 1) + 1;
  const own = text.slice(at);
  if (path.endsWith('.yaml')) {
    const indent = /^ */.exec(own)?.[0] ?? '';
    return { text: `${text.slice(0, at)}${indent}# runbook-disable ${rule}\n${own}`, at };
  }
  const alone = own.startsWith('#') || (!/^[ \t|>]/.test(own) && text.slice(0, at).endsWith('\n\n'));
  if (at > 0 && alone) {
    const comment = `<!-- runbook-disable-next-line ${rule} -->\n`;
    return { text: text.slice(0, at) + comment + own, at };
  }
  return { text: `${text.trimEnd()}\n\n<!-- runbook-disable-file ${rule} -->\n`, at: text.trimEnd().length };
}
