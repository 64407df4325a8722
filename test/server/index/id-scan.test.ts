/** What a look at the letters finds is at least what reading finds. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IdScan } from '../../../server/src/index/id-scan';
import { keyOf } from '../../../server/src/model/identifier';
import { modelOf } from '../../support/read-model';
import { composed, damaged, noise } from '../../support/runbook-texts';
import { runs } from '../../support/runs';

function scanned(path: string, text: string): IdScan {
  const scan = new IdScan();
  scan.add(path, text);
  return scan;
}

const definitions = fc
  .tuple(
    fc.constantFrom(
      '# ',
      '## ',
      '### 2.1 ',
      '## ~~',
      '## [',
      '## <a id="x"></a>',
      '## [DEPRECATED] ',
      '**',
      '',
      '> ## ',
      '| ',
      '- ## ',
    ),
    fc.constantFrom('RUN-001', 'MON-12', 'REQ-RUN-001', 'EPIC-04b'),
    fc.constantFrom(': Title', '** — Title', '\n===\n', ' | Title |', ': Title\nCategory: Access\nOwner: me'),
  )
  .map((parts) => parts.join(''));
const texts = fc.oneof(
  composed,
  damaged,
  noise,
  fc.array(definitions).map((lines) => lines.join('\n\n')),
);

it('every text that defines an id is found by the id', () => {
  fc.assert(
    fc.property(
      texts,
      fc.constantFrom('SoT.md', 'runbooks/RUN-007-pool.md', 'runbooks/run-007.md'),
      (text, path) => {
        const scan = scanned(path, text);
        for (const { id } of modelOf(text, path).entries) expect(scan.defining(keyOf(id))).toEqual([path]);
      },
    ),
    { numRuns: runs(60) },
  );
});

it.each([
  ['## RUN-001: Title', true],
  ['RUN-001: Title', true],
  ['| RUN-1 | Title |', true],
  ['Follow RUN-001 then.', false],
  ['- RUN-001: Title', false],
  ['- [RUN-001](SoT.md#run-001)', false],
  ['**Linked IDs**: RUN-001', false],
])('%j may define RUN-1: %s', (text, may) => {
  expect(scanned('a.md', text).defining('RUN-1').length > 0).toBe(may);
});
