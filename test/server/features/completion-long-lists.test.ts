import { describe, expect, it } from 'vitest';
import { mostItems } from '../../../server/src/features/shared/long-lists';
import { inOrder, serveFixture, type ServedFixture } from '../../support/check-feature';

const services = ['ledger', 'search', 'orders', 'media', 'reviews'];

/** 300 runbooks in force, RUN-001 to RUN-300, whose titles name one of five services; RUN-301 is deprecated. */
const runbooks = Array.from({ length: 300 }, (_, i) => {
  const id = `RUN-${String(i + 1).padStart(3, '0')}`;
  return `## ${id}: Restart ${services[i % services.length] ?? ''}\n\n**Status**: Active\n`;
}).join('\n');
const many = `//- /docs/SoT.RUNBOOKS.md
# Runbooks (SoT File)

${runbooks}
## RUN-301: Old restart

**Status**: Deprecated

## MON-001: Ledger is slow

**Severity**: P1
`;

/** The workspace with a note that ends in `line`. */
function writing(line: string, note = '/notes.md'): ServedFixture {
  return serveFixture(
    `//- ${note}\n[RUN-001](docs/SoT.RUNBOOKS.md#run-001-restart-ledger)\n\n${line}<|>\n${many}`,
  );
}

interface Offer {
  readonly isIncomplete: boolean;
  readonly labels: readonly string[];
}

function offer(line: string, continued = false, links = false): Offer {
  const { service, uri, position } = writing(line);
  const { isIncomplete, items } = service.editor.complete(uri, position, undefined, { continued, links });
  return { isIncomplete, labels: inOrder(items).map(({ label }) => label) };
}

describe('completion where more ids fit than are sent', () => {
  it('sends the first ones in order and says that there are more', () => {
    const { isIncomplete, labels } = offer('RUN-');
    expect(isIncomplete).toBe(true);
    expect(labels).toHaveLength(mostItems);
    expect([labels[0], labels[1], labels.at(-1)]).toEqual(['RUN-001', 'RUN-002', 'RUN-200']);
  });

  it('finds the others by their digits, and then asks for no more', () => {
    const { isIncomplete, labels } = offer('RUN-25', true);
    expect(isIncomplete).toBe(false);
    expect(labels).toEqual(Array.from({ length: 10 }, (_, i) => `RUN-25${String(i)}`));
  });

  it('finds the others by words of their titles, where somebody types on', () => {
    const { isIncomplete, labels } = offer('[RUN-001](x.md), [reviews', true);
    expect(isIncomplete).toBe(false);
    expect(labels).toEqual(Array.from({ length: 60 }, (_, i) => `RUN-${String(i * 5 + 5).padStart(3, '0')}`));
    expect(offer('[RUN-001](x.md), [reviews').labels).toEqual([]);
  });

  it('replaces the words that an id was found by', () => {
    const { service, uri, position } = writing('See old');
    const { items } = service.editor.complete(uri, position, undefined, { continued: true });
    const found = items.find(({ label }) => label === 'RUN-301');
    expect(found?.textEdit).toEqual({
      range: { start: { ...position, character: 4 }, end: position },
      newText: 'RUN-301',
    });
  });

  it('puts ids that begin with the letters before titles that hold them', () => {
    const { labels } = offer('MO', true);
    expect(labels[0]).toBe('MON-001');
  });

  it('finds the target of a link by its file and heading', () => {
    expect(offer('[it](').isIncomplete).toBe(true);
    expect(offer('[it](./docs/SoT.RUNBOOKS.md').labels).toHaveLength(mostItems);
    const { isIncomplete, labels } = offer('[it](docs/run-250');
    expect(isIncomplete).toBe(false);
    expect(labels).toEqual(['RUN-250']);
  });

  it('finds the fragment of a document by its letters', () => {
    expect(offer('[it](docs/SoT.RUNBOOKS.md#', false, true).isIncomplete).toBe(true);
    const { isIncomplete, labels } = offer('[it](docs/SoT.RUNBOOKS.md#run-250', false, true);
    expect(isIncomplete).toBe(false);
    expect(labels).toEqual(['RUN-250']);
  });

  it('finds files by their paths', () => {
    const files = Array.from(
      { length: mostItems + 50 },
      (_, i) => `//- /notes/note-${String(i)}.md\n# Note\n`,
    ).join('');
    const typed = (target: string): Offer => {
      const source = `//- /docs/SoT.RUNBOOKS.md\n# Runbooks (SoT File)\n\n## RUN-001: Restart\n\n[it](${target}<|>\n${files}`;
      const { service, uri, position } = serveFixture(source);
      const { isIncomplete, items } = service.editor.complete(uri, position, undefined);
      return { isIncomplete, labels: items.map(({ label }) => label) };
    };
    expect(typed('../').isIncomplete).toBe(true);
    const { isIncomplete, labels } = typed('../notes/note-249');
    expect(isIncomplete).toBe(false);
    expect(labels).toContain('../notes/note-249.md');
  });
});
