/** From blocks to the runbook model: it says what stands in the text, the same each time, in pieces or after edits. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { outlineText } from '../../../server/src/features/outline-text';
import { everySpan, expectSlices } from '../../support/model-statement';
import { long, modelIn, short } from '../../support/pieces';
import { modelOf } from '../../support/read-model';
import { caseOf, choices, firstFile } from '../case';
import type { Target } from '../target';
import { tokens } from '../texts/dictionary';
import { anyPath, anyText, newerText } from '../texts/documents';

export const model: Target = {
  name: 'model',
  cases: fc.tuple(anyPath, anyText, fc.nat(99_999)).map((parts) => caseOf(...parts)),
  newer: fc.tuple(anyPath, newerText, fc.nat(99_999)).map((parts) => caseOf(...parts)),
  usualRuns: 200,
  complaintsOf(given) {
    const [path, text] = firstFile(given);
    const complaints: string[] = [];
    const runbook = modelOf(text, path);
    for (const { start, end } of everySpan(runbook))
      if (!(0 <= start && start <= end && end <= text.length))
        complaints.push(`a span ${start}-${end} lies outside of the text`);
    expectSlices(runbook);
    const outline = outlineText(runbook);
    expect(outline).toMatch(/^kind /);
    expect(outlineText(modelOf(text, path)), 'read once more').toBe(outline);

    const numbers = choices(given.choice);
    let changed = text;
    for (let edit = 0; edit < 2; edit++) {
      expect(modelIn(changed, long), 'in pieces').toEqual(modelIn(changed, short));
      const start = numbers.next().value % (changed.length + 1);
      const put = tokens[numbers.next().value % tokens.length] ?? '';
      changed = changed.slice(0, start) + put + changed.slice(start + (numbers.next().value % 8));
    }
    return complaints;
  },
};
