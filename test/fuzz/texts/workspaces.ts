/** Small workspaces: one document of any kind, or some that name each other, one of them damaged. */
import fc from 'fast-check';
import { linkedWorkspace } from '../../support/linked-workspace';
import type { Case } from '../case';
import { anyPath, anyText, likelyText } from './documents';
import { mutated } from './mutations';
import { runbookText } from './runbook-grammar';

const choice = fc.nat(99_999);

const alone = (texts: fc.Arbitrary<string>): fc.Arbitrary<Case> =>
  fc
    .tuple(anyPath, texts, choice)
    .map(([path, text, number]) => ({ files: new Map([[path, text]]), choice: number }));

const several: fc.Arbitrary<Case> = fc
  .tuple(mutated(runbookText, 2), anyPath, likelyText, choice)
  .map(([first, path, second, number]) => ({
    files: new Map([
      ['SoT.OPS.md', first],
      [path === 'SoT.OPS.md' ? 'other.md' : path, second],
    ]),
    choice: number,
  }));

const linked: fc.Arbitrary<Case> = linkedWorkspace.chain(({ texts }) =>
  fc.tuple(fc.nat(texts.size - 1), choice).chain(([at, number]) =>
    mutated(fc.constant([...texts.values()][at] ?? ''), 4).map((text) => ({
      files: new Map([...texts].map(([path, own], index) => [path, index === at ? text : own])),
      choice: number,
    })),
  ),
);

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
