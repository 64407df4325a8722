/** Small workspaces: one document of any kind, or some that name each other, one of them damaged. */
import fc from 'fast-check';
import { linkedWorkspace } from '../../support/linked-workspace';
import type { Case } from '../case';
import { alertFileFor } from './alert-files';
import { anyPath, anyText, likelyText, newerText } from './documents';
import { mutated } from './mutations';
import { runbookText } from './runbook-grammar';

const choice = fc.nat(99_999);

const alone = (texts: fc.Arbitrary<string>): fc.Arbitrary<Case> =>
  fc
    .tuple(anyPath, texts, choice)
    .map(([path, text, number]) => ({ files: new Map([[path, text]]), choice: number }));

const beside = (first: fc.Arbitrary<string>, second: fc.Arbitrary<string>): fc.Arbitrary<Case> =>
  fc.tuple(first, anyPath, second, choice).map(([one, path, other, number]) => ({
    files: new Map([
      ['SoT.OPS.md', one],
      [path === 'SoT.OPS.md' ? 'other.md' : path, other],
    ]),
    choice: number,
  }));

const several = beside(mutated(runbookText, 2), likelyText);

const linked: fc.Arbitrary<Case> = linkedWorkspace.chain(({ texts }) =>
  fc.tuple(fc.nat(texts.size - 1), choice).chain(([at, number]) =>
    mutated(fc.constant([...texts.values()][at] ?? ''), 4).map((text) => ({
      files: new Map([...texts].map(([path, own], index) => [path, index === at ? text : own])),
      choice: number,
    })),
  ),
);

/** Documents that alert rules lead to; where one of the texts is damaged, it may be the file with the rules. */
export const alertedWorkspace: fc.Arbitrary<Case> = linkedWorkspace.chain(({ texts, ids }) => {
  const paths = [...texts.keys()].map((path) => path.replaceAll(' ', '%20'));
  return fc
    .tuple(alertFileFor({ paths, ids }), fc.constantFrom('deploy/alerts.yaml', 'alerts.yml'), choice)
    .chain(([alerts, path, number]) => {
      const eol = [...texts.values()].some((text) => text.includes('\r\n')) ? '\r\n' : '\n';
      const files = new Map([
        ...texts,
        ['docs/SoT.ALERTS.md', monitoring.replaceAll('\n', eol)] as const,
        [path, alerts.replaceAll('\n', eol)] as const,
      ]);
      return fc.tuple(fc.nat(files.size * 2), fc.boolean()).chain(([at, always]) =>
        mutated(fc.constant([...files.values()][at] ?? ''), always ? 2 : 0).map((text) => ({
          files: new Map([...files].map(([of, own], index) => [of, index === at ? text : own])),
          choice: number,
        })),
      );
    });
});

/** A document about two of the alerts. */
const monitoring = `---
id_prefix: MON-XXX
---

# Alerts (SoT File)

## MON-007: QueueStuck

**ID**: MON-007
**Status**: Active
**Owner**: Platform team
**Alert**: \`QueueStuck\`

### Linked IDs

- RUN-001

## MON-008: Disk

**ID**: MON-008
**Alert**: DiskFull
`;

/** Workspaces as authors may write them, or may have broken them. */
export const likelyWorkspace: fc.Arbitrary<Case> = fc.oneof(
  { weight: 4, arbitrary: alone(likelyText) },
  { weight: 2, arbitrary: several },
  { weight: 1, arbitrary: linked },
);

/** Any workspaces. */
export const anyWorkspace: fc.Arbitrary<Case> = fc.oneof(
  { weight: 5, arbitrary: likelyWorkspace },
  { weight: 1, arbitrary: alone(anyText) },
);

/** Documents in newer forms: alone, beside one in the older ones, or beside each other. */
export const newerWorkspace: fc.Arbitrary<Case> = fc.oneof(
  { weight: 4, arbitrary: alone(newerText) },
  { weight: 2, arbitrary: beside(newerText, mutated(runbookText, 2)) },
  { weight: 1, arbitrary: beside(newerText, newerText) },
);
