import { describe, expect, it } from 'vitest';
import { FindingsCache } from '../../../server/src/cache/findings-cache';
import type { Finding } from '../../../server/src/lint/rule';
import { missingScope } from '../../../server/src/lint/rules/procedures/missing-scope';

const finding: Finding = {
  rule: missingScope.meta,
  severity: 'warning',
  span: { start: 0, end: 1 },
  message: '',
  related: [],
  tags: [],
  entry: null,
  fixes: () => [],
};

describe('findings that are kept', () => {
  it('are those asked for last, as far as the budget reaches', () => {
    const kept = new FindingsCache<Finding>(250);
    kept.set('a', [finding], 100);
    kept.set('b', [finding], 100);
    kept.get('a');
    kept.set('c', [finding], 100);
    expect(kept.get('a')).toEqual([finding]);
    expect(kept.get('b')).toBeUndefined();
    expect(kept.get('c')).toEqual([finding]);
  });

  it('cost nothing where there are none', () => {
    const kept = new FindingsCache<Finding>(100);
    for (const uri of ['a', 'b', 'c']) kept.set(uri, [], 1000);
    kept.set('d', [finding], 1000);
    expect(['a', 'b', 'c'].map((uri) => kept.get(uri))).toEqual([[], [], []]);
    expect(kept.get('d')).toEqual([finding]);
    kept.delete('d');
    expect(kept.get('d')).toBeUndefined();
  });
});
