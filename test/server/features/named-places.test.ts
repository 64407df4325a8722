import { describe, expect, it } from 'vitest';
import { checkDefinition, checkReferences, serveFixture, showPlace } from '../../support/check-feature';

/** A playbook with two phases; `words` stand in its notes. */
function playbook(words: string): string {
  return `
//- /playbook.md
# Playbook: Move the orders database

## Phases

### Phase 1: Prepare

**Tasks:**
1. Freeze the schema.

**Gate Criteria:**
- [ ] Copy is there

### Phase 2: Copy the data

**Dependencies:**
- Requires Phase 1 completion

**Gate Criteria:**
- [ ] Row counts match

## Rollback Plan

**From Phase 2:**
Drop the copy.

## Execution Log

| Phase | Started | Completed |
| --- | --- | --- |
| 1 | | |
| 2 | | |

## Notes

${words}
`;
}

const phase1 = 'playbook.md:5 «Phase 1: Prepare»';
const phase2 = 'playbook.md:13 «Phase 2: Copy the data»';

function inPlaybook(change: (text: string) => string): string {
  return change(playbook('Nothing.'));
}

describe('phases', () => {
  it.each([
    ['a dependency', '- Requires Phase 1 completion', '- Requires Pha<|>se 1 completion', phase1],
    [
      'the number of a dependency',
      '- Requires Phase 1 completion',
      '- Requires Phase 1<|> completion',
      phase1,
    ],
    ['the rollback plan', '**From Phase 2:**', '**From Phase <|>2:**', phase2],
    ['the execution log', '| 2 | | |', '| <|>2 | | |', phase2],
  ])('are found from %s', (_place, line, marked, place) => {
    checkDefinition(
      inPlaybook((text) => text.replace(line, marked)),
      place,
    );
  });

  it('are found from a sentence, behind an emoji too', () => {
    checkDefinition(playbook('🚨🚨 When Phase<|> 2 is slow, wait.'), phase2);
  });

  it('that are not there lead nowhere, and neither do words in code and comments', () => {
    checkDefinition(playbook('See Phase 7<|>.'));
    checkDefinition(playbook('```\nPhase 2<|>\n```'));
    checkDefinition(playbook('<!-- runbook-disable-next-line phase-numbering<|> -->'));
  });

  it('have all places that name them as references', () => {
    checkReferences(
      playbook('Ask before Phase<|> 2 begins.'),
      'playbook.md:23 «Phase 2»',
      'playbook.md:31 «2»',
      'playbook.md:35 «Phase 2»',
    );
  });

  it('are highlighted with their heading as the place that is written', () => {
    const { service, files, uri, position } = serveFixture(playbook('Before Phase<|> 1.'));
    const found = service.editor.documentHighlights(uri, position);
    expect(found.map(({ range, kind }) => `${String(kind)} ${showPlace(files, uri, range)}`)).toEqual([
      '3 playbook.md:5 «Phase 1»',
      '2 playbook.md:16 «Phase 1»',
      '2 playbook.md:30 «1»',
      '2 playbook.md:35 «Phase 1»',
    ]);
  });

  it('of a document that is no runbook lead nowhere', () => {
    checkDefinition('### Phase 1: Prepare\n\nText.\n\nBefore Phase 1<|>.\n');
  });
});

/** A release runbook with numbered sections and `words` in its notes. */
function release(words: string): string {
  return `
//- /release.md
# Release Runbook: Shop v1.2.3

**Rollback Deadline:** 2026-11-21

## 5. Smoke Tests

Try it.

### 5.1 Payment

Pay.

## 8. Communication Plan

Tell everybody.

## Notes

${words}
`;
}

const smoke = 'release.md:5 «5. Smoke Tests»';
const plan = 'release.md:13 «8. Communication Plan»';

describe('sections', () => {
  it.each([
    ['see Section 5<|>.', smoke],
    ['see Sec<|>tion 5 of this runbook', smoke],
    ['as in section 5.1<|>', 'release.md:9 «5.1 Payment»'],
    ['Sections 5 and <|>8', plan],
    ['§ 8<|>', plan],
    ['(see Communication<|> Plan above)', plan],
    ['see the **Smoke<|> Tests** section', smoke],
    ['Follow the Communication Plan<|>.', plan],
  ])('are found from "%s"', (words, place) => {
    checkDefinition(release(words), place);
  });

  it.each([
    'see Section 7<|>',
    'see Section 5<|> of the handbook',
    'see Marketing<|> Plan below',
    'what is in smoke<|> tests counts',
    '`x`\n\n```\nsee Section 5<|>\n```',
    '<!-- see Section 5<|> -->',
  ])('are not found from "%s"', (words) => {
    checkDefinition(release(words));
  });

  it('prefer the nearer of two with one name, as "below" and "above" say', () => {
    const source = (words: string): string =>
      release(`## Rollback\n\nOne.\n\n## Middle\n\n${words}\n\n## Rollback\n\nTwo.`);
    checkDefinition(source('See Rollback<|> below.'), 'release.md:27 «Rollback»');
    checkDefinition(source('See Rollback<|> above.'), 'release.md:19 «Rollback»');
  });

  it('are found from the cells of an alerts table', () => {
    const source = (cell: string): string => `
//- /runbook.md
# Runbook

**Feature Name:** Search

## 5. Monitoring

| Alert | Severity | Runbook Section |
| --- | --- | --- |
| Slow | High | ${cell} |

## 6. Troubleshooting Guide

### 6.1 Common Issues
`;
    for (const cell of ['6.1<|>', 'Section 6.1<|>', 'Common <|>Issues', '6.1 Common<|> Issues'])
      checkDefinition(source(cell), 'runbook.md:13 «6.1 Common Issues»');
    checkDefinition(source('9.9<|>'));
  });

  it('have the words that name them and the links that lead to them as references', () => {
    const source = `${release('See Section 5. Then [pay](#5-smoke-tests).').replace('Smoke Tests', 'Smoke<|> Tests')}
//- /other.md
# Release Runbook: Web v1.0.0

**Rollback Deadline:** 2026-11-21

[tests](release.md#5-smoke-tests) and [payment](release.md#51-payment)
`;
    checkReferences(
      source,
      'release.md:19 «Section 5»',
      'release.md:19 «[pay](#5-smoke-tests)»',
      'other.md:5 «[tests](release.md#5-smoke-tests)»',
    );
  });
});

describe('links', () => {
  const other = '\n//- /docs/other.md\n# Other\n\n<a id="spot"></a>\n\n## Über uns\n\nText.\n';

  it.each([
    ['[there](docs/other.md<|>)', 'docs/other.md:1 «»'],
    ['[the<|>re](docs/other.md#%C3%BCber-uns)', 'docs/other.md:5 «Über uns»'],
    ['[there](docs/other.md#spot<|>)', 'docs/other.md:3 «spot»'],
    ['[there](/docs/other.md#gone<|>)', 'docs/other.md:1 «»'],
    ['[here](#5-smoke-tests<|>)', smoke],
  ])('lead from %s to their target', (words, place) => {
    checkDefinition(release(words) + other, place);
  });

  it('lead nowhere without a target in the workspace', () => {
    checkDefinition(release('[there](docs/gone.md<|>)'));
    checkDefinition(release('[there](https://example.org/a.md<|>)'));
  });

  it.each([
    ['[there](docs/other.md#%C3%BCber-uns<|>)', 0],
    ['[here](#5-smoke-tests<|>)', 0],
    ['### 5.<|>4 Afterwards', 0],
    ['[th<|>ere](docs/other.md#%C3%BCber-uns)', 1],
    ['[there](docs/other.md<|>)', 1],
    ['[there](docs/other.md#spot<|>)', 1],
  ])('are left to editors that follow them by themselves where these do: %s', (words, ours) => {
    const { service, uri, position } = serveFixture(release(words) + other);
    expect(service.editor.definition(uri, position, { links: false })).toHaveLength(ours);
  });
});

describe('an owner', () => {
  const source = `
//- /SoT.X.md
---
id_prefix: RUN
---

## RUN-001: One

**ID**: RUN-001
**Owner**: Team of RUN-002

## RUN-002: Two<|>

**ID**: RUN-002
**Related IDs**: RUN-001
`;

  it('is no reference, whatever it is called', () => {
    checkReferences(source.replace('<|>', '').replace('## RUN-002', '## RUN-0<|>02'));
    checkDefinition(source.replace('<|>', '').replace('of RUN-002', 'of RUN-0<|>02'));
  });

  it('is no phase and no section', () => {
    checkDefinition(playbook('**Owner:** Phase 2<|> crew'));
    checkDefinition(release('**Owner:** Crew of Section 5<|>'));
  });

  it('leaves the words of a heading to the entry that they name', () => {
    checkReferences(source.replace('<|>', '').replace('One', 'O<|>ne'), 'SoT.X.md:13 «RUN-001»');
  });
});
