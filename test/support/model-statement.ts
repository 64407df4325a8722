/** What every model of every text owes, whatever the text: spans inside it that slice to what they claim. */
import { expect } from 'vitest';
import type { Block } from '../../server/src/model/markdown';
import type { Runbook } from '../../server/src/model/runbook';
import { encloses, type Span } from '../../server/src/text/span';

/** All spans of a value, however deep. */
export function spansOf(value: unknown, found: Span[] = []): Span[] {
  if (typeof value !== 'object' || value === null) return found;
  const record = value as Readonly<Record<string, unknown>>;
  const { start, end } = record;
  if (typeof start === 'number' && typeof end === 'number') found.push({ start, end });
  for (const inner of Object.values(record)) spansOf(inner, found);
  return found;
}

/** All spans of a model. */
export function everySpan({ lines, ...rest }: Runbook): Span[] {
  expect(lines.count).toBeGreaterThan(0);
  return spansOf(rest);
}

/** Holds that the parts of a model are the words of its text that they say they are. */
export function expectSlices(model: Runbook): void {
  const { text } = model;
  const words = ({ start, end }: Span): string => text.slice(start, end);
  for (const { id, idSpan, form, headingSpan, span } of model.entries) {
    if (form !== 'file-name') expect(words(idSpan)).toBe(id.text);
    expect(encloses(headingSpan, idSpan)).toBe(true);
    expect(encloses(span, headingSpan)).toBe(true);
  }
  for (const { id, span, link } of model.mentions) {
    if (id === null) continue;
    const shown = words(span).toUpperCase();
    expect([id.text.toUpperCase(), String(id.number).padStart(shown.length, '0')]).toContain(
      link === null ? shown : decodeURIComponent(shown),
    );
  }
  for (const { name, nameSpan, value, span, carrier } of model.labels) {
    // a table's name cell may hold markup, which the name leaves out
    if (carrier !== 'table') expect(words(nameSpan)).toBe(name);
    if (value !== null) expect(encloses(value.span, value.token)).toBe(true);
    expect(span.start <= nameSpan.start).toBe(true);
  }
  for (const { titleSpan, number, explicitId } of model.headings) {
    if (number !== null)
      expect(
        words(titleSpan)
          .replace(/^[*_`~[\\]+/, '')
          .startsWith(number),
      ).toBe(true);
    if (explicitId !== null) expect(words(titleSpan)).not.toContain(`{#${explicitId}}`);
  }
  for (const { steps } of model.procedures) {
    for (const { number, numberSpan, item, span, titleSpan } of steps) {
      // where nothing counts the step, its place in the procedure does
      if (item === null && numberSpan.end > numberSpan.start) expect(words(numberSpan)).toBe(number);
      expect(span.start <= titleSpan.start && titleSpan.end <= Math.max(span.end, titleSpan.end)).toBe(true);
    }
  }
  for (const { box } of model.phases.flatMap(({ criteria }) => criteria))
    if (box !== null) expect(words(box.span)).toMatch(/^\[[ xX]\]$/);
  for (const { boxes } of model.tables)
    for (const { span } of boxes) expect(words(span)).toMatch(/^\[[ xX]\]$/);
  for (const { key, span, label } of model.phases.flatMap(({ dependsOn }) => dependsOn))
    expect(key === label || words(span).length > 0).toBe(true);
  for (const { fragment, fragmentSpan } of model.links)
    if (fragment !== null) expect(text.charAt(fragmentSpan.start - 1)).toBe('#');
  for (const comment of model.comments) expect(words(comment).startsWith('<!--')).toBe(true);
}

/**
 * Without fences in fences, which are read by lines and not by the Markdown parser, and without white space at the
 * end of blocks that nothing closed: where it ends depends on what follows.
 */
export function comparable(text: string, blocks: readonly Block[]): unknown {
  return JSON.parse(
    JSON.stringify(blocks, (key, value: unknown) => {
      if (key === 'nested') return [];
      if (key === 'end' && typeof value === 'number') return text.slice(0, value).trimEnd().length;
      return value;
    }),
  );
}
