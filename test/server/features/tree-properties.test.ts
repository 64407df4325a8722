/** What can be done at any node of the tree leaves the rest of the workspace as it is. */
import { expect, test } from 'vitest';
import { faultsOfTree } from '../../support/every-edit-statement';
import { exampleTexts } from '../../support/example-workspace';
import { fixtureText } from '../../support/read-model';
import { runs } from '../../support/runs';

const texts = new Map([
  ...Object.entries(exampleTexts()).filter(([path]) => path.endsWith('.md')),
  ['release.md', fixtureText('templates/release-runbook.md')] as const,
]);

test.each(['playbooks/launch-gift-wrap.md', 'SoT.DEPLOYMENT.md', 'runbooks/gift-wrap.md', 'release.md'])(
  '%s',
  (path) => {
    // nodes from all over the tree; fuzzing tries the others
    const numbers = Array.from({ length: runs(12) }, (_, index) => index * 23);
    expect(numbers.flatMap((number) => faultsOfTree(texts, path, number))).toEqual([]);
  },
  300_000,
);
