import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeSnippet, fillTemplate, toPlainText } from '../../../server/src/templates/expand-template';

describe('toPlainText', () => {
  it.each([
    ['a default text', '## ${1:RUN-001}: ${2:{Name\\}}', '## RUN-001: {Name}'],
    ['the first choice', '**Status**: ${1|Active,Deprecated,Planned|}', '**Status**: Active'],
    ['a choice that holds a comma', '${1|now\\, later,never|}', 'now, later'],
    ['a repeated tab stop', '${1:RUN-001}, again $1 and ${1}', 'RUN-001, again RUN-001 and RUN-001'],
    ['a tab stop without text', 'a$0b${3}c', 'abc'],
    ['escaped signs', '\\$ git tag \\\\ \\}', '$ git tag \\ }'],
    ['text that is no snippet syntax', 'costs 5 $, { } and ${', 'costs 5 $, { } and ${'],
  ])('shows %s', (_what, snippet, text) => {
    expect(toPlainText(snippet)).toBe(text);
  });

  it('shows the value of a variable, and its name when it has none', () => {
    expect(toPlainText('$CURRENT_YEAR-$CURRENT_MONTH', { CURRENT_YEAR: '2026' })).toBe('2026-CURRENT_MONTH');
  });
});

describe('escapeSnippet', () => {
  it('makes any text stand for itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('$', '{', '}', '\\', '|', ',', '1', ':', 'A', 'é', '\n') }),
        (text) => {
          expect(toPlainText(escapeSnippet(text))).toBe(text);
          expect(toPlainText(`\${1:${escapeSnippet(text)}}`)).toBe(text);
        },
      ),
    );
  });
});

describe('fillTemplate', () => {
  it('puts the values where they belong and leaves the rest to tab stops', () => {
    const snippet = fillTemplate('run-entry-section', {
      id: 'RUN-007',
      title: 'Disk full',
      category: 'Recovery',
      today: '2026-11-20',
    });
    expect(snippet.split('\n').slice(0, 8)).toEqual([
      '## RUN-007: Disk full',
      '',
      '**ID**: RUN-007',
      '**Category**: Recovery',
      '**Status**: ${4|Active,Deprecated|}',
      '**Owner**: ${5:{Who keeps it true\\}}',
      '**Created**: 2026-11-20',
      '**Last Tested**: ${6:YYYY-MM-DD}',
    ]);
  });

  it('lets the editor fill in the date when none is given', () => {
    expect(fillTemplate('change-log-row', { id: 'RUN-007', change: 'Entry added', author: 'Kim' })).toBe(
      '| $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE | RUN-007 | Entry added | Kim |',
    );
  });

  it('links an entry by the anchor of its title', () => {
    const group = fillTemplate('navigation-group', {
      group: 'Operational Runbooks',
      prefix: 'RUN',
      title: 'Disk $full',
    });
    expect(toPlainText(group)).toBe(
      '**Operational Runbooks** (RUN-001 to RUN-099):\n\n- [RUN-001](#run-001-disk-full) - Disk $full',
    );
  });

  it('shows any title as it was typed, even one that looks like snippet syntax or a named value', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('$', '{', '}', '\\', '1', ':', 'id', '{{id}}', '${1|', ' ', 'ü'),
    });
    fc.assert(
      fc.property(hostile, (title) => {
        const [heading] = toPlainText(fillTemplate('run-entry-section', { id: 'RUN-007', title })).split(
          '\n',
        );
        expect(heading).toBe(`## RUN-007: ${title}`);
      }),
    );
  });
});
