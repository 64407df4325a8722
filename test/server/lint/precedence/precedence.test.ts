/** One cause, one finding, and none that is lost: every declared pair of rules, and what holds whatever is declared. */
import { describe, expect, it } from 'vitest';
import { withoutCovered } from '../../../../server/src/lint/precedence';
import { ruleNames, rules } from '../../../../server/src/lint/registry';
import type { Finding, RuleMetadata } from '../../../../server/src/lint/rule';
import { checkPrecedence } from '../../../support/check-precedence';
import { isTried } from '../../../support/tried-rule';
import { declaredPairs as pairs } from './declared-pairs';

const declared = rules.flatMap(({ meta }) =>
  (meta.yieldsTo ?? []).map((other) => [meta.name, other] as const),
);

describe('a rule that yields to another one', () => {
  it('names rules that there are, and not itself', () => {
    for (const [loser, winner] of declared)
      expect(ruleNames.has(winner) && winner !== loser, loser).toBe(true);
  });

  it('goes round in no circle but where findings of two kinds do', () => {
    expect(circles()).toEqual([
      // an id that nothing defines is wrong in more than its form; one that a misspelled heading defines only in that
      ['change-log-unknown-id', 'dangling-id', 'malformed-id', 'nav-unknown-entry'],
      // a menu in front matter is a wrong value first, a gap in the text a gap
      ['invalid-duration', 'invalid-risk-level', 'placeholder'],
    ]);
  });

  it('has a fixture for each of them', () => {
    const names = declared.map(([loser, winner]) => `${loser} < ${winner}`);
    expect(Object.keys(pairs).toSorted()).toEqual(names.toSorted());
  });

  it.each(declared.filter((pair) => isTried(...pair)))(
    '%s is not reported where %s is, and reported where that is off',
    (loser, winner) => {
      checkPrecedence(loser, winner, pairs[`${loser} < ${winner}`] ?? '');
    },
  );
});

describe.skipIf(!isTried())('dropping findings', () => {
  const meta = (name: string, ...yieldsTo: readonly string[]): RuleMetadata => ({
    name,
    summary: '',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'anywhere',
    yieldsTo,
  });
  const finding = (rule: RuleMetadata, start: number, end: number, covers?: Finding['covers']): Finding => ({
    rule,
    severity: 'warning',
    span: { start, end },
    ...(covers === undefined ? {} : { covers }),
    message: '',
    related: [],
    tags: [],
    entry: null,
    fixes: () => [],
  });
  const [a, b, c] = [meta('a', 'b'), meta('b', 'c'), meta('c')];

  it('asks whether a place is enclosed wholly', () => {
    const inside = finding(a, 2, 4);
    const across = finding(a, 3, 6);
    const outer = finding(b, 1, 5);
    expect(withoutCovered([inside, across, outer])).toEqual([across, outer]);
  });

  it('finds a long place before short ones', () => {
    const places = [finding(b, 0, 100), finding(b, 5, 6), finding(b, 7, 8)];
    expect(withoutCovered([...places, finding(a, 50, 60)])).toEqual(places);
  });

  it('goes by the places that a finding covers, which may be none', () => {
    const far = finding(b, 0, 1, [{ start: 10, end: 20 }]);
    const idle = finding(b, 30, 40, []);
    const kept = finding(a, 30, 40);
    expect(withoutCovered([far, idle, finding(a, 12, 14), kept])).toEqual([far, idle, kept]);
  });

  it('lets a dropped finding cover all the same, so that a rule less never means a finding less', () => {
    const [first, second, third] = [
      finding(a, 1, 2),
      finding(b, 0, 5),
      finding(c, 5, 9, [{ start: 0, end: 5 }]),
    ];
    expect(withoutCovered([first, second, third])).toEqual([third]);
    expect(withoutCovered([first, second])).toEqual([second]);
  });

  it('takes many times the findings in about as many times the time', () => {
    const many = (count: number): Finding[] =>
      Array.from({ length: count }, (_, index) => finding(index % 2 === 0 ? a : b, index, index + 1));
    expect(withoutCovered(many(50_000))).toHaveLength(50_000);
  });
});

/** Groups of rules that yield to each other, directly or by way of others. */
function circles(): string[][] {
  const reached = new Map<string, Set<string>>();
  for (const { meta } of rules) {
    const seen = new Set<string>();
    const open = [meta.name];
    for (let next = open.pop(); next !== undefined; next = open.pop())
      for (const [loser, winner] of declared)
        if (loser === next && !seen.has(winner)) {
          seen.add(winner);
          open.push(winner);
        }
    reached.set(meta.name, seen);
  }
  const groups = [...reached]
    .filter(([name, others]) => others.has(name))
    .map(([name, others]) =>
      [...others].filter((other) => reached.get(other)?.has(name) === true).toSorted(),
    );
  return [...new Map(groups.map((group) => [group.join(), group])).values()];
}
