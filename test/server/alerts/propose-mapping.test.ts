import { describe, expect, test } from 'vitest';
import { readAddress } from '../../../server/src/alerts/addresses';
import { proposeMappings, type ProposedMapping } from '../../../server/src/alerts/propose-mapping';
import type { AlertText } from '../../../server/src/model/alert-rule';

const remotes = ['git@github.com:acme/shop.git'];

function text(raw: string): AlertText {
  return { value: raw, raw, span: null, exact: false, style: 'plain' };
}

/** What is proposed; each mapping has to do what is said of it. */
function proposed(addresses: readonly string[], paths: readonly string[]): ProposedMapping[] {
  const texts = addresses.map(text);
  const all = proposeMappings(texts, paths, { remotes, addresses: [] });
  for (const { from, to, resolved } of all) {
    const known = new Set(paths.flatMap((path) => [path, path.toLowerCase()]));
    const leading = texts.filter((one) => {
      const target = readAddress(one, { remotes, addresses: [{ from, to }] });
      if (target.kind !== 'file' || !one.raw.startsWith(from)) return false;
      return target.paths.some((path) => known.has(target.matchesCase ? path : path.toLowerCase()));
    });
    expect(leading.length).toBeGreaterThanOrEqual(resolved);
  }
  return all;
}

describe('A mapping is proposed', () => {
  test('for a site that serves the documents, whatever the case', () => {
    expect(
      proposed(
        [
          'https://docs.example/runbooks/node/nodedown/',
          'https://docs.example/runbooks/node/nodefull#steps',
          'https://docs.example/runbooks/shop/late?cluster={{ $labels.cluster }}',
          'https://docs.example/runbooks/shop/never-written',
          'https://vendor.example/help/nodedown-x',
        ],
        [
          'content/runbooks/node/NodeDown.md',
          'content/runbooks/node/NodeFull.md',
          'content/runbooks/shop/late/_index.md',
          'README.md',
        ],
      ),
    ).toEqual([{ from: 'https://docs.example/runbooks/', to: 'content/runbooks/', resolved: 3, total: 4 }]);
  });

  test('for a base that a template fills in, once for all ways to write it', () => {
    expect(
      proposeMappings(
        ['[[ .URL ]]/node-down', '[[.URL]]/node-full', '[[.URL ]]/pool-full'].map(text),
        ['docs/runbooks/node-down.md', 'docs/runbooks/node-full.md', 'docs/runbooks/pool-full.md'],
        { remotes, addresses: [] },
      ),
    ).toEqual([{ from: '[[ .URL ]]/', to: 'docs/runbooks/', resolved: 3, total: 3 }]);
  });

  test('for one page only where it is alone', () => {
    const paths = ['docs/conventions/consumer.md'];
    const [one, other] = ['https://x.example/runbooks/consumer', 'https://x.example/runbooks/outbox'];
    expect(proposed([one, one, one], paths)).toHaveLength(1);
    expect(proposed([one, one, one, other], paths)).toEqual([]);
  });

  test('for a base that a chart fills in', () => {
    expect(
      proposed(
        ['{{ .Values.base }}/a', '{{ .Values.base }}/b', '{{ .Values.base }}/{{ $labels.x }}'],
        ['docs/a.md', 'docs/b.md'],
      ),
    ).toEqual([{ from: '{{ .Values.base }}/', to: 'docs/', resolved: 2, total: 2 }]);
  });

  test('for a fork and a former home of the same repository, and for no other one', () => {
    expect(
      proposed(
        [
          'https://github.com/former/shop/blob/main/docs/a.md#x',
          'https://github.com/other/tools/blob/main/docs/a.md',
        ],
        ['docs/a.md'],
      ),
    ).toEqual([{ from: 'https://github.com/former/shop/blob/main/', to: './', resolved: 1, total: 1 }]);
  });

  test('for several sites, the one with most addresses first', () => {
    const all = proposed(
      [
        'https://one.example/a',
        'https://one.example/b',
        'https://two.example/ops/c',
        'https://two.example/ops/d',
        'https://two.example/ops/e',
      ],
      ['docs/a.md', 'docs/b.md', 'ops/c.md', 'ops/d.md', 'ops/e.md'],
    );
    expect(all.map(({ from, resolved }) => [from, resolved])).toEqual([
      ['https://two.example/ops/', 3],
      ['https://one.example/', 2],
    ]);
  });

  test('not for what leads somewhere, and not by chance', () => {
    expect(
      proposed(
        ['https://github.com/acme/shop/blob/main/docs/a.md', 'docs/b.md', 'TODO'],
        ['docs/a.md', 'docs/b.md'],
      ),
    ).toEqual([]);
    expect(proposed(['https://vendor.example/docs-v2/overview'], ['docs/overview.md'])).toEqual([]);
    expect(
      proposed(
        ['a', 'b', 'x', 'y', 'z'].map((name) => `https://vendor.example/${name}`),
        ['docs/a.md', 'docs/b.md'],
      ),
    ).toEqual([]);
  });
});
