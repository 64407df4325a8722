import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serveFixture } from '../../support/check-feature';
import { fixtureOf, offered, refactored, refactoringsAt, textsAfter } from '../../support/refactored';
import { runs } from '../../support/runs';
import { changed, windows } from '../../support/sot-entries';
import { monEntry, runEntry, sotTop } from '../../support/sot';
import { uriOf } from '../../support/workspace';

const risks = `
//- /docs/SoT.RISKS.md
---
id_prefix: RISK-XXX
---

# Risks (SoT File)

## RISK-010: Registry is down

**ID**: RISK-010
**Status**: Open
**Impact**: Low

Nothing can be pulled. See [RUN-001](../SoT.DEPLOYMENT.md#run-001-checkout-errors).

## Change Log

| Date       | ID       | Change        | Author    |
| ---------- | -------- | ------------- | --------- |
| 2026-02-10 | RISK-010 | Created entry | L. Brandt |
`;

const source = changed(['## RUN-001', '## RUN<|>-001']) + risks;
const title = 'Move RUN-001 to docs/SoT.RISKS.md (adds RUN to its id_prefix)';

describe('moving an entry to another SoT file', () => {
  test('the entry stands where its prefix belongs, and its links lead where they led', () => {
    const text = refactored(source, title)['docs/SoT.RISKS.md'] ?? '';
    expect(text).toContain('id_prefix: RISK-XXX, RUN-XXX\n');
    expect(text).toContain(
      'Nothing can be pulled. See [RUN-001](#run-001-checkout-errors).\n\n## RUN-001: Checkout',
    );
    expect(text).toContain('- [MON-001](../SoT.DEPLOYMENT.md#mon-001-checkout-error-rate) - alert\n');
    expect(text).toContain(
      '- [RISK-001](../SoT.DEPLOYMENT.md#risk-001-payment-provider-is-down) - risk\n\n## Change',
    );
    expect(text).toMatch(/\| 2026-11-20 \| RUN-001 +\| Moved here from SoT\.DEPLOYMENT\.md \|/);
  });

  test('what pointed at it follows', () => {
    const text = refactored(source, title)['SoT.DEPLOYMENT.md'] ?? '';
    expect(text).not.toContain('## RUN-001');
    expect(text).toContain('- [RUN-001](docs/SoT.RISKS.md#run-001-checkout-errors) - what to do');
    expect(text).not.toContain('(#run-001');
  });

  test('moving it back restores the files byte for byte', () => {
    const there = move(source, title);
    const back = move(
      fixtureOf(there, 'docs/SoT.RISKS.md', '## RUN-001'),
      'Move RUN-001 to SoT.DEPLOYMENT.md',
    );
    expect(back).toEqual(serveFixture(source).files);
  });

  test('a link to another heading that stays is left alone, whatever id its words name', () => {
    const link = '[RUN-001](#mon-001-checkout-error-rate) in the overview';
    const text = refactored(source.replace('## MON-001', `${link}\n\n## MON-001`), title);
    expect(text['SoT.DEPLOYMENT.md'] ?? text['docs/SoT.RISKS.md']).toBeDefined();
    expect(Object.values(text).join()).toContain(
      '[RUN-001](../SoT.DEPLOYMENT.md#mon-001-checkout-error-rate) in',
    );
    const above = refactored(source.replace('## DEP-001', `${link}\n\n## DEP-001`), title);
    expect(above['SoT.DEPLOYMENT.md']).toContain(link);
  });

  test('a mark above it that closes what nothing opened, or a part of the document, stays', () => {
    for (const mark of ['</details>', '<!-- /SECTION: intro -->', '<!-- the end of the others -->\n\n---']) {
      const here = `//- /SoT.A.md\n# One\n\nWords.\n\n${mark}\n\n## RU<|>N-001: Disk\n\nOwner: us\n`;
      const text = refactored(
        `${here}//- /SoT.B.md\n# Other\n\n## RUN-002: Pool\n\nOwner: us\n`,
        'Move RUN-001 to SoT.B.md',
      );
      expect(text['SoT.A.md']).toContain(`Words.\n\n${mark.split('\n')[0] ?? ''}`);
    }
  });

  test('it takes on the level of the entry that it goes behind', () => {
    const nested = '//- /SoT.OPS.md\n# RUN-001: Queue\n## RUN-002: Errors\n### Steps\n## Notes\n\nKept.\n';
    const other = '//- /SoT.B.md\n# Other\n## RU<|>N-003: Disk\n### Steps\n\nRun it.\n';
    expect(refactored(nested + other, 'Move RUN-003 to SoT.OPS.md')['SoT.OPS.md']).toContain(
      '# RUN-001: Queue\n## RUN-002: Errors\n### Steps\n\n## RUN-003: Disk\n### Steps\n\nRun it.\n\n## Notes\n',
    );
  });

  test('takes on the line endings of the other file', () => {
    const text = refactored(windows(changed(['## RUN-001', '## RUN<|>-001'])) + risks, title)[
      'docs/SoT.RISKS.md'
    ];
    expect(text).not.toContain('\r');
  });

  test.each([
    [
      'a file whose bands leave the number out',
      risks.replace(
        '## RISK',
        '## Navigation by Category\n\n**Operational** (RUN-100 to RUN-199):\n\n- RUN-100\n\n## RISK',
      ),
    ],
    ['a file that is no SoT file', risks.replace('SoT.RISKS', 'notes').replace('id_prefix', 'other')],
    [
      'an entry that the file has already',
      risks.replace('## Change', '## RUN-001: Mine\n\n**Status**: Active\n\n## Change'),
    ],
  ])('is not offered for %s', (_what, other) => {
    expect(offered(changed(['## RUN-001', '## RUN<|>-001']) + other).join()).not.toContain('Move RUN-001');
  });

  test('an entry with footnotes stays', () => {
    const text = source.replace('### Escalation', 'As agreed.[^1]\n\n[^1]: In spring.\n\n### Escalation');
    expect(offered(text).join()).not.toContain('Move RUN-001');
  });
});

test(
  'any entry of two clean files moves without a new finding, and back to the same bytes',
  { timeout: 60_000 },
  () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 6 });
    const workspace = fc.record({
      numbers,
      split: fc.nat(),
      moved: fc.nat(),
      eol: fc.constantFrom('\n', '\r\n'),
      divider: fc.constantFrom('', '\n---\n'),
    });
    fc.assert(
      fc.property(workspace, ({ numbers: drawn, split, moved, eol, divider }) => {
        const ids = [...drawn].sort((a, b) => a - b).map((n) => `RUN-${String(n).padStart(3, '0')}`);
        const middle = 1 + (split % (ids.length - 1));
        const [first, second] = [ids.slice(0, middle), ids.slice(middle)];
        const texts = new Map(
          [
            ['SoT.ONE.md', sotFile(first, 'ops/SoT.TWO.md', second, 'MON-001', divider)],
            ['ops/SoT.TWO.md', sotFile(second, '../SoT.ONE.md', first, 'MON-002', divider)],
          ].map(([path = '', text = '']) => [path, text.replaceAll('\n', eol)]),
        );
        const id = ids[moved % ids.length] ?? '';
        const [from, to] = first.includes(id)
          ? ['SoT.ONE.md', 'ops/SoT.TWO.md']
          : ['ops/SoT.TWO.md', 'SoT.ONE.md'];
        const there = move(fixtureOf(texts, from, `## ${id}`), `Move ${id} to ${to}`);
        const before = findingsIn(texts);
        const added = findingsIn(there).filter((name) => {
          const at = before.indexOf(name);
          if (at >= 0) before.splice(at, 1);
          return at < 0;
        });
        // a file that loses its last runbook still declares the band for them
        const last = (first.includes(id) ? first : second).length === 1;
        expect(added).toEqual(last ? ['unused-prefix'] : []);
        expect(Object.fromEntries(move(fixtureOf(there, to, `## ${id}`), `Move ${id} to ${from}`))).toEqual(
          Object.fromEntries(texts),
        );
      }),
      { numRuns: runs(12) },
    );
  },
);

function sotFile(
  own: readonly string[],
  path: string,
  others: readonly string[],
  monitor: string,
  divider: string,
): string {
  const link = (id: string, base = ''): string => `[${id}](${base}#${id.toLowerCase()}-pool-is-full)`;
  const bullet = (id: string): string => `- ${link(id)} - Pool is full`;
  const there = monitor === 'MON-001' ? 'MON-002' : 'MON-001';
  const alerts = `[${monitor}](#${monitor.toLowerCase()}-pool), [${there}](${path}#${there.toLowerCase()}-pool)`;
  const entries = own.map((id) =>
    runEntry(
      id,
      'Pool is full',
      `**Trigger**: ${alerts}, ${link(others[0] ?? '', path)}, ${link(own[0] ?? '')}\n`,
    ),
  );
  const related = [...own.map((id) => link(id)), ...others.map((id) => link(id, path))].join(', ');
  const more = monitor.replace('00', '01');
  const monitors = [monEntry(monitor, 'Pool', `**Related**: ${related}\n`), monEntry(more, 'Pool')];
  const bullets = [monitor, more].map((id) => `- [${id}](#${id.toLowerCase()}-pool) - Pool`);
  // two of them, so that the file shows how it divides entries whatever leaves
  return sotTop(own.map(bullet), bullets) + [...entries, ...monitors].join(divider);
}

function move(fixture: string, action: string): Map<string, string> {
  const served = serveFixture(fixture);
  const found = refactoringsAt(served).find((one) => one.title === action);
  if (found === undefined)
    throw new Error(
      `${action}: ${refactoringsAt(served)
        .map((one) => one.title)
        .join('; ')}`,
    );
  return textsAfter(served, found);
}

/** Names of the findings in all files, where they are left out. */
function findingsIn(texts: ReadonlyMap<string, string>): string[] {
  const { service } = serveFixture([...texts].map(([path, text]) => `//- /${path}\n${text}`).join('\n'));
  return [...texts.keys()]
    .flatMap((path) => service.findings(uriOf(path)).map(({ rule }) => rule.name))
    .sort();
}

test.each([
  ['has no navigation', ''],
  ['lists the entry already', '## Navigation by Category\n\n* RUN-002\n\n---\n\n'],
])('a bullet stays, and leads to the entry, where the other file %s', (_, navigation) => {
  const files = refactored(
    `//- /SoT.H.md\n---\nid_prefix: RUN-XXX\n---\n\n# H (SoT File)\n\n## Navigation by Category\n\n- [RUN-001](#run-001-drain) - Drain\n- [RUN-002](#run-002-close) - Close (ask Bob first)\n\n---\n\n## RUN-001: Drain\n\n**ID**: RUN-001\n\na\n\n## RUN-0<|>02: Close\n\n**ID**: RUN-002\n\nb\n//- /SoT.B.md\n---\nid_prefix: RUN-XXX\n---\n\n# B (SoT File)\n\n${navigation}## RUN-050: B\n\n**ID**: RUN-050\n\nx\n`,
    'Move RUN-002 to SoT.B.md',
  );
  expect(files['SoT.H.md']).toContain('- [RUN-002](SoT.B.md#run-002-close) - Close (ask Bob first)\n');
});
