import { describe, expect, it } from 'vitest';
import { RenderedContents } from '../../client/src/preview/rendered-contents';
import type { PreviewContents } from '../../protocol/src/preview';

const playbook = 'file:///w/playbook.md';
const notes = 'file:///w/notes.md';

/** Contents with one box. */
const boxAt = (line: number): PreviewContents => ({
  ids: [],
  placeholders: [],
  boxes: [{ line, text: '[ ]', checked: false }],
  fields: [],
  phases: [],
  commands: [],
});

describe('what previews were rendered with', () => {
  it('keeps the document that was rendered last behind all others', () => {
    const contents = new RenderedContents();
    contents.render(playbook);
    contents.render(notes);
    contents.render(playbook);
    expect(contents.uris).toEqual([notes, playbook]);
  });

  it('tells an answer that says something else from one that does not', () => {
    const contents = new RenderedContents();
    contents.render(playbook);
    expect(contents.hasUnknown).toBe(true);
    expect(contents.learn(playbook, null)).toBe(false);
    expect(contents.hasUnknown).toBe(false);
    expect(contents.learn(playbook, boxAt(3))).toBe(true);
    expect(contents.learn(playbook, boxAt(3))).toBe(false);
    expect(contents.learn(notes, boxAt(3)), 'of a document that nobody shows').toBe(false);
    expect(contents.has(notes)).toBe(false);
  });

  it('is plain where the answer came after the document was rendered, and until it is rendered again', () => {
    const contents = new RenderedContents();
    contents.render(playbook);
    expect(contents.isPlain).toBe(false);
    contents.learn(playbook, boxAt(3));
    expect(contents.isPlain).toBe(true);
    // the same answer once more: nothing new, and still nothing of it to be seen
    expect(contents.learn(playbook, boxAt(3))).toBe(false);
    expect(contents.isPlain).toBe(true);
    contents.render(playbook);
    expect(contents.isPlain).toBe(false);
    expect(contents.isOutdated).toBe(false);
  });

  it('is outdated, but not plain, where another answer came', () => {
    const contents = new RenderedContents();
    contents.render(playbook);
    contents.learn(playbook, boxAt(3));
    contents.render(playbook);
    contents.learn(playbook, boxAt(4));
    expect([contents.isOutdated, contents.isPlain]).toEqual([true, false]);
  });

  it('is outdated where no preview was rendered at all', () => {
    expect(new RenderedContents().isOutdated).toBe(true);
  });

  it('may be plain still where it was rendered for a change only, but not once more', () => {
    const contents = new RenderedContents();
    contents.render(playbook);
    contents.shift(playbook, [{ first: 9, last: 9, lines: 1 }]);
    contents.learn(playbook, boxAt(3));
    contents.render(playbook);
    expect([contents.isOutdated, contents.isPlain]).toEqual([true, true]);
    contents.render(playbook);
    expect([contents.isOutdated, contents.isPlain]).toEqual([false, false]);
    contents.shift(playbook, [{ first: 9, last: 9, lines: 1 }]);
    contents.render(playbook);
    expect([contents.isOutdated, contents.isPlain]).toEqual([false, false]);
  });

  it('tells once that a page took the place of one of plain Markdown', () => {
    const contents = new RenderedContents();
    contents.render(playbook);
    expect(contents.takeReplaced()).toBe(false);
    contents.learn(playbook, boxAt(3));
    contents.render(playbook);
    expect([contents.takeReplaced(), contents.takeReplaced()]).toEqual([true, false]);
    contents.learn(playbook, boxAt(4));
    contents.render(playbook);
    expect(contents.takeReplaced(), 'another page with boxes').toBe(false);
  });

  it('renders the first page of a document with what was asked ahead, moved along with edits', () => {
    const contents = new RenderedContents();
    contents.expect(playbook, boxAt(3));
    contents.shift(playbook, [{ first: 0, last: 0, lines: 2 }]);
    expect(contents.render(notes)).toBeUndefined();
    expect(contents.render(playbook)).toEqual(boxAt(4));
    expect([contents.isPlain, contents.isOutdated, contents.takeReplaced()]).toEqual([false, false, false]);
    contents.forget();
    expect(contents.render(playbook), 'what was asked ahead may be out of date').toBeUndefined();
  });

  it('moves along with the lines of an edit, and goes on with that where no answer comes', () => {
    const contents = new RenderedContents();
    contents.render(playbook);
    contents.learn(playbook, boxAt(3));
    contents.shift(playbook, [{ first: 0, last: 0, lines: 3 }]);
    contents.settle(playbook);
    expect(contents.render(playbook)).toEqual(boxAt(5));
  });

  it('asks for everything anew', () => {
    const contents = new RenderedContents();
    contents.render(playbook);
    contents.learn(playbook, boxAt(3));
    contents.forget();
    expect(contents.hasUnknown).toBe(true);
    contents.settle(playbook);
    expect(contents.render(playbook)).toBeNull();
  });
});
