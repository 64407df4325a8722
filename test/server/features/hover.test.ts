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
      // one line, so that what it is for is in sight
      'Owner: Payments Team · Last tested: 2026-11-08 (12 days ago)',
      'Clears the queue of the API.',
      'line 23',
      '1 reference · from [notes.md](notes.md)',
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
    checkHover(inNotes('RUN-0<|>77'), '**RUN-077** is not defined anywhere');
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

/** A Source-of-Truth file with a runbook, the alert that leads to it and what it names. */
const traced = `
//- /docs/SoT.OPERATIONS.md
---
id_prefix: RUN-XXX, MON-XXX
---

# Operations (SoT File)

## RUN-001: Errors

**ID**: RUN-001
**Category**: Incident Response
**Status**: Active
**Owner**: Payments *Team*
**Created**: 2026-01-01
**Last Tested**: 2026-11-08

### When to Use

MON-001 fires.

### Steps

1. **Look**: \`kubectl get pods\`
   - Verify: all are ready

## MON-001: Error rate

**ID**: MON-001
**Status**: Active
**Related IDs**: RUN-001
`;

describe('the card of an entry', () => {
  it('tells its score and what it lacks', () => {
    checkHover(
      traced.replace('## RUN-001', '## RUN-0<|>01'),
      'Score: ',
      ' of 7',
      '- not scoped: ',
      '- not escalatable: ',
      'When to Use: MON-001 fires.',
      'Payments \\*Team\\*',
    );
  });

  it('links what names the entry and what it names, relative to the document', () => {
    const source = `${traced}//- /notes/today.md\nSee RUN-0<|>01.\n`;
    checkHover(
      source,
      '2 references · from [MON-001](../docs/SoT.OPERATIONS.md#mon-001-error-rate), [today.md](today.md)',
      'Refers to: [MON-001](../docs/SoT.OPERATIONS.md#mon-001-error-rate)',
    );
    const { service, uri, position } = serveFixture(source);
    expect(hoverText(service.editor.hover(uri, position))).not.toContain('](command:');
  });

  it('has no score where nothing is judged by it', () => {
    const { service, uri, position } = serveFixture(traced.replace('## MON-001', '## MON-0<|>01'));
    expect(hoverText(service.editor.hover(uri, position))).not.toContain('Score');
  });
});

const playbook = `
//- /playbook.md
---
title: "Playbook: Move it"
risk_level: high
---

# Playbook: Move it

### Phase 1: Prepare

**Objective:** Everything *is* ready.

**Gate Criteria:**
- [x] Copy is there
- [ ] Copy is complete

**Rollback:**
Drop the copy.

### Phase 2: Switch

**Dependencies:**
- Requires Phase 1 completion

**Estimated Duration:** [time]
`;

describe('hover over a phase', () => {
  it('tells its objective, the progress of its gate and whether there is a way back', () => {
    checkHover(
      playbook.replace('Requires Phase 1', 'Requires Phase<|> 1'),
      '**Phase 1: Prepare**',
      'Everything is ready.',
      'Gate: 1 of 2 checked',
      'Rollback: yes',
    );
  });

  it('tells what it requires, and what it lacks', () => {
    checkHover(
      playbook.replace('### Phase 2', '### Pha<|>se 2'),
      '**No objective**',
      'Requires Phase 1: Prepare',
      'Gate: **none**',
      'Rollback: **no**',
    );
  });
});

describe('hover over a field', () => {
  it('tells what it is for and which values it may have', () => {
    checkHover(
      traced.replace('**Category**', '**Cate<|>gory**'),
      '**Category**',
      'Values: `Incident`, `Incident Response`, `Deployment`',
    );
    checkHover(traced.replace('**Owner**', '**Own<|>er**'), 'The team or person that keeps this up to date');
  });

  it('counts the values that the configuration adds', () => {
    checkHover(
      `//- /.runbook.yaml\ncategories:\n  RUN: [Drill]\n${traced.trimStart().replace('**Category**', '**Cate<|>gory**')}`,
      '`Drill`',
    );
  });

  it('works in front matter', () => {
    checkHover(playbook.replace('risk_level', 'risk<|>_level'), 'Values: `low`, `medium`, `high`');
  });

  it('says nothing in documents that are no runbooks', () => {
    checkHover('# Notes\n\n**Own<|>er**: Me\n');
  });
});

describe('hover over template text', () => {
  it('tells what belongs in its place', () => {
    checkHover(
      playbook.replace('[time]', '[ti<|>me]'),
      'Template text.',
      '**Estimated Duration**',
      '2h, 1d or 1w',
    );
    checkHover(traced.replace('2026-11-08', 'YYYY-<|>MM-DD'), '`2026-11-20`', '**Last Tested**');
    checkHover(traced.replace('MON-001 fires', 'MON-X<|>XX fires'), 'Enter the ID of an entry: Monitoring');
  });
});

describe('hover over names that hold markup', () => {
  it('shows them as they are', () => {
    const { service, uri, position } = serveFixture(
      playbook
        .replace('[time]', 'long')
        .replace('### Phase 2', '### [x](command:evil)\n\n[ti<|>me]\n\n### Phase 2'),
    );
    const words = hoverText(service.editor.hover(uri, position));
    expect(words).toContain('Template text.');
    expect(words).not.toContain('](command:');
  });
});

describe('hover over the main heading', () => {
  it('tells the kind of the document and why', () => {
    checkHover(
      playbook.replace('# Playbook:', '# Play<|>book:'),
      '**Playbook**',
      '- H1 starts with "Playbook:"',
      '`runbook: playbook`',
    );
    checkHover('# No<|>tes\n\nText.\n');
  });
});

describe('hover over a rule in a comment', () => {
  it('tells what it finds and links its page', () => {
    checkHover(
      'Text.\n\n<!-- runbook-disable-next-line dangling-id, missing-roll<|>back -- later -->\nText.\n',
      '**missing-rollback**',
      'docs/rules/missing-rollback.md',
    );
  });

  it('says nothing about words that are no rule', () => {
    checkHover('<!-- runbook-disable no-such-<|>rule -->\n');
    checkHover('missing-roll<|>back\n');
  });
});
