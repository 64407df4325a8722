import { describe, expect, it } from 'vitest';
import { checkHover, hoverText, serveFixture } from '../../support/check-feature';
import { operations } from './operations';

function inNotes(line: string): string {
  return `//- /notes.md\n${line}\n${operations.trimStart()}`;
}

describe('hover', () => {
  it('shows what an entry is, who keeps it and where it stands', () => {
    checkHover(
      inNotes('Follow RUN-0<|>01.'),
      '**RUN-001**: API answers with errors',
      'Runbook · Active · Incident Response',
      'Owner: Payments Team',
      'Last tested: 2026-11-08 (12 days ago)',
      'Clears the queue of the API.',
      'line 23',
      'Referred to from 1 place',
    );
  });

  it.each([
    '`RUN-<|>001`',
    '[RUN-<|>001]',
    '- [RUN-<|>001]: text',
    'Linked IDs: RUN-<|>001',
    'DEP-003, see RUN-<|>001',
  ])('works in %s', (line) => {
    checkHover(inNotes(line), '**RUN-001**: API answers with errors');
  });

  it('covers the digits of a slash list', () => {
    const { service, uri, position } = serveFixture(inNotes('🚀 DEP-001/0<|>02/003'));
    const hover = service.editor.hover(uri, position);
    expect(hoverText(hover)).toContain('**DEP-002**');
    expect(hover?.range).toEqual({ start: { line: 0, character: 11 }, end: { line: 0, character: 14 } });
  });

  it('says that an entry is deprecated', () => {
    checkHover(inNotes('RUN-0<|>02'), 'Restart everything', 'deprecated');
  });

  it('says that an id of ours is defined nowhere, and is silent about foreign ones', () => {
    checkHover(inNotes('RUN-0<|>77'), '**RUN-077** is defined nowhere');
    checkHover(inNotes('CVE-20<|>26'));
    checkHover(inNotes('noth<|>ing'));
  });

  it('lets no text of a document become markup', () => {
    const { service, uri, position } = serveFixture(
      '//- /SoT.X.md\n---\nid_prefix: RUN\n---\n\n## RUN-0<|>04: Use [x](command:evil) <b>now</b>\n\nText.\n',
    );
    expect(hoverText(service.editor.hover(uri, position))).not.toMatch(/\]\(command:|<b>/);
  });
});
