/** The procedures that an edit leaves alone are taken over, moved behind it: the model is that of a text read for the first time. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, ListItem } from '../../../server/src/model/markdown';
import type { Procedure, Step } from '../../../server/src/model/runbook';
import { DocumentParser } from '../../../server/src/parsing/document-parser';
import { longSot, partsOfEntries, typed } from '../../support/long-sot';
import { runs } from '../../support/runs';

const path = 'docs/SoT.RUNBOOKS.md';

function* itemsIn(blocks: readonly Block[]): Iterable<ListItem> {
  for (const block of blocks) {
    if (block.type === 'quote' || block.type === 'footnote') yield* itemsIn(block.blocks);
    if (block.type !== 'list') continue;
    for (const item of block.items) {
      yield item;
      yield* itemsIn(item.blocks);
    }
  }
}

function* stepsIn(procedures: readonly Pick<Procedure, 'steps'>[]): Iterable<Step> {
  for (const { steps } of procedures)
    for (const step of steps) {
      yield step;
      yield* stepsIn([{ steps: step.subSteps }]);
    }
}

test('after edits a model is that of a fresh reading, and refers to what stands in it', () => {
  const parser = new DocumentParser();
  fc.assert(
    fc.property(partsOfEntries, fc.array(typed, { minLength: 1, maxLength: 5 }), (entries, edits) => {
      let text = longSot(entries);
      parser.parse(text, { path });
      for (const { at, remove, insert } of edits) {
        const start = at % (entries.join('').length + 1);
        text = text.slice(0, start) + insert + text.slice(start + remove);
        const runbook = parser.parse(text, { path });
        expect(runbook).toEqual(new DocumentParser().parse(text, { path }));
        const items = new Set(itemsIn(runbook.blocks));
        for (const { item } of stepsIn(runbook.procedures)) if (item !== null) expect(items).toContain(item);
        for (const { fence } of runbook.procedures)
          if (fence !== null) expect(runbook.fences).toContain(fence);
      }
    }),
    { numRuns: runs(300) },
  );
});
