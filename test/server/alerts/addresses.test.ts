import { describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
import { mapAddress, unmapPath } from '../../../server/src/alerts/address-mapping';
import { isPlaceholder, readAddress, targetOf } from '../../../server/src/alerts/addresses';
import { repositoryOf } from '../../../server/src/alerts/repository-address';
import { writeAddress } from '../../../server/src/alerts/write-address';
import type { AddressTarget } from '../../../server/src/model/alert-document';

const remotes = ['git@github.com:acme/shop.git', 'https://gitlab.acme.example/sre/shop.git'];
const addresses = [
  { from: 'https://docs.acme.example/runbooks/{name}', to: 'docs/runbooks/{name}.md' },
  { from: '{{ .Values.runbookUrl }}', to: 'docs/runbooks' },
  { from: '[[ .RunbookURL ]]', to: 'docs/sop.md' },
  { from: 'https://wiki.acme.example/{area}/{page}.html', to: 'wiki/{area}/{page}.md' },
  // what a configuration in a folder may say: above the workspace folder
  { from: 'https://runbooks.other.example', to: '../runbooks' },
];

function read(raw: string): AddressTarget {
  const span = { start: 10, end: 10 + raw.length };
  return readAddress({ value: raw, raw, span, exact: true, style: 'plain' }, { addresses, remotes });
}

/** The first file that an address may mean, with the fragment; or what else it is. */
function lead(raw: string): string {
  const target = read(raw);
  if (target.kind !== 'file') return target.kind;
  return `${target.paths[0] ?? ''}${target.fragment === null ? '' : `#${target.fragment}`}`;
}

describe('an address leads', () => {
  it.each([
    ['docs/runbooks/pool.md', 'docs/runbooks/pool.md'],
    ['./docs/runbooks/pool.md#Restart', 'docs/runbooks/pool.md#Restart'],
    ['/docs/runbooks/pool.md', 'docs/runbooks/pool.md'],
    ['docs/old/..//runbooks/./pool.md', 'docs/runbooks/pool.md'],
    ['https://github.com/acme/shop/blob/main/docs/old/../pool.md', 'docs/pool.md'],
    ['https://github.com/acme/shop/blob/main/docs/a%20b.md#x', 'docs/a b.md#x'],
    ['https://github.com/Acme/Shop/tree/v1.2/docs/pool.md', 'docs/pool.md'],
    ['https://github.com/acme/shop/tree/main/docs/pool', 'docs/pool.md'],
    ['https://raw.githubusercontent.com/acme/shop/main/docs/pool.md', 'docs/pool.md'],
    ['https://gitlab.acme.example/sre/shop/-/blob/main/docs/pool.md', 'docs/pool.md'],
    ['https://docs.acme.example/runbooks/pool', 'docs/runbooks/pool.md'],
    ['https://docs.acme.example/runbooks/pool/', 'docs/runbooks/pool.md'],
    [
      'https://docs.acme.example/runbooks/pool?cluster={{ $labels.c }}#restart',
      'docs/runbooks/pool.md#restart',
    ],
    ['{{ .Values.runbookUrl }}/node/down', 'docs/runbooks/node/down.md'],
    ['[[ .RunbookURL ]]#Pool-Full', 'docs/sop.md#Pool-Full'],
    ['[[.RunbookURL]]#Pool-Full', 'docs/sop.md#Pool-Full'],
    ['[[- .RunbookURL -]]#Pool-Full', 'docs/sop.md#Pool-Full'],
    ['https://wiki.acme.example/db/pool.html', 'wiki/db/pool.md'],
  ])('%s to a file', (raw, expected) => {
    expect(lead(raw)).toBe(expected);
  });

  it.each([
    ['https://github.com/other/shop/blob/main/docs/pool.md', 'elsewhere'],
    ['https://docs.other.example/runbooks/pool', 'elsewhere'],
    ['https://github.com/acme/shop/blob/main/docs/pool.adoc', 'elsewhere'],
    ['mailto:oncall@acme.example', 'elsewhere'],
    ['{{ .Values.other }}/pool.md', 'unknown'],
    ['[[ .Other ]]#pool', 'unknown'],
    ['https://docs.acme.example/runbooks/{{ $labels.job }}', 'unknown'],
    ['see the wiki', 'unknown'],
    ['pool', 'unknown'],
    ['../docs/pool.md', 'unknown'],
    ['docs/../../pool.md', 'unknown'],
    ['https://runbooks.other.example/pool', 'unknown'],
    ['RUN-001', 'id'],
    ['TODO', 'unset'],
    ['TBD: ask the team', 'unset'],
    ['', 'unset'],
    ['null', 'unset'],
  ])('%s: %s', (raw, expected) => {
    expect(lead(raw)).toBe(expected);
  });

  test('with the places of its path and its fragment', () => {
    expect(read('docs/pool.md?x=1#restart')).toMatchObject({
      pathSpan: { start: 10, end: 22 },
      fragmentSpan: { start: 27, end: 34 },
    });
  });

  test('to a front page where it names a folder', () => {
    expect(read('https://github.com/acme/shop/tree/main/docs')).toMatchObject({
      paths: ['docs.md', 'docs.markdown', 'docs/README.md', 'docs/index.md', 'docs/_index.md'],
      matchesCase: true,
    });
  });
});

test('a repository has one name in every form of its remote', () => {
  const forms = [
    'https://github.com/acme/shop.git',
    'https://token@github.com/Acme/Shop',
    'git@github.com:acme/shop.git',
    'ssh://git@github.com:22/acme/shop',
    'git://github.com/acme/shop/',
  ];
  expect(new Set(forms.map(repositoryOf))).toEqual(new Set(['github.com/acme/shop']));
  expect(repositoryOf('../shop')).toBeNull();
});

test('words are no placeholder when an address stands there', () => {
  expect(['none', 'N/A', '<link>', '???', 'tbd.'].every(isPlaceholder)).toBe(true);
  expect(['todo.md', 'docs/todo.md', 'RUN-001', 'https://x'].some(isPlaceholder)).toBe(false);
});

describe('a mapping', () => {
  it('leads back to the address that led to a path', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
    fc.assert(
      fc.property(name, name, (area, page) => {
        for (const path of [`docs/runbooks/${page}.md`, `wiki/${area}/${page}.md`]) {
          const address = unmapPath(path, addresses);
          expect(address === null ? null : mapAddress(address, addresses)).toBe(path);
        }
      }),
    );
  });

  it('stands for the whole repository', () => {
    const whole = [{ from: 'https://github.com/acme/shop/blob/main/', to: '' }];
    expect(mapAddress('https://github.com/acme/shop/blob/main/docs/x.md', whole)).toBe('docs/x.md');
    expect(mapAddress('https://github.com/acme/shop/blob/mainly/docs/x.md', whole)).toBeNull();
  });

  it.each([
    ['https://github.com/acme/shop/blob/main/docs/x.md', 'shop/docs/x.md'],
    ['https://github.com/acme/shop/blob/v1.2/docs/a%20b.md', 'shop/docs/a b.md'],
    ['https://github.com/acme/shop/blob/main', 'shop'],
    ['https://github.com/acme/shop/blob/', null],
    ['https://github.com/acme/other/blob/main/docs/x.md', null],
  ])('takes a name that only the address has for one part of it: %s', (address, path) => {
    const anyBranch = [{ from: 'https://github.com/acme/shop/blob/{branch}', to: 'shop' }];
    expect(mapAddress(address, anyBranch)).toBe(path);
  });

  it('writes no address of which it does not know all parts', () => {
    const from = 'https://github.com/acme/shop/blob/{branch}';
    expect(unmapPath('shop/docs/x.md', [{ from, to: 'shop' }])).toBeNull();
    expect(unmapPath('shop/x.md', [{ from: `${from}/{name}`, to: 'shop/{name}' }])).toBeNull();
  });

  it('brings all addresses to one document', () => {
    const all = [{ from: 'https://wiki.acme.example/{page}', to: 'docs/wiki.md' }];
    expect(mapAddress('https://wiki.acme.example/db/pool', all)).toBe('docs/wiki.md');
  });
});

describe('another file is written', () => {
  const written = (raw: string): string | null =>
    writeAddress({ raw }, 'docs/runbooks/new.md', { addresses, remotes });

  it.each([
    ['docs/old.md', 'docs/runbooks/new.md'],
    ['./docs/old.md#x', './docs/runbooks/new.md'],
    [
      'https://github.com/acme/shop/blob/main/docs/old.md',
      'https://github.com/acme/shop/blob/main/docs/runbooks/new.md',
    ],
    ['https://docs.acme.example/runbooks/old', 'https://docs.acme.example/runbooks/new'],
    ['https://docs.other.example/old', 'https://docs.acme.example/runbooks/new'],
  ])('in the manner of %s', (raw, expected) => {
    expect(written(raw)).toBe(expected);
  });

  it('so that it leads there, whatever its name', () => {
    const name = fc.stringMatching(/^[a-zé0-9][a-zé0-9 _.()%+&=#?'-]{0,12}$/);
    const ways = ['docs/old.md', './a%20b.md', 'https://github.com/acme/shop/blob/main/docs/old.md'];
    fc.assert(
      fc.property(name, name, fc.constantFrom(...ways), (area, page, raw) => {
        const path = `${area}/${page}.md`;
        const address = writeAddress({ raw }, path, { addresses, remotes });
        const target = targetOf(address ?? '', { addresses, remotes });
        expect(address === null ? [path] : target.kind === 'file' ? target.paths : []).toContain(path);
      }),
    );
    expect(writeAddress({ raw: 'docs/a%20b.md' }, 'c/d e.md', { addresses, remotes })).toBe('c/d%20e.md');
  });
});
