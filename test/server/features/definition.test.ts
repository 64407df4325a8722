import { describe, expect, it } from 'vitest';
import { checkDefinition, serveFixture } from '../../support/check-feature';
import { operations } from './operations';

const run001 = 'SoT.OPERATIONS.md:23 «RUN-001»';
const run010 = 'SoT.OPERATIONS.md:38 «RUN-010»';

describe('go to definition', () => {
  it.each([
    ['bare text', 'The answer is RUN-0<|>01.'],
    ['the start of the id', 'The answer is <|>RUN-001.'],
    ['right behind the id', 'The answer is RUN-001<|>.'],
    ['a code span', 'The answer is `RUN-<|>001`.'],
    ['brackets without a target', 'The answer is [RUN-<|>001].'],
    ['a list item that looks like a link definition', '- [RUN-<|>001]: API answers with errors'],
    ['the words of a link', '[RUN-<|>001](SoT.OPERATIONS.md#run-001-api-answers-with-errors)'],
    ['the words of a link that holds more than the id', '[see RUN-<|>001 first](SoT.OPERATIONS.md)'],
    ['a link whose anchor is only the id', '[the runbook](SoT.OPERATIONS.md#run-<|>001)'],
    ['a link with a full anchor', '[the runbook](SoT.OPERATIONS.md#run-<|>001-api-answers-with-errors)'],
    ['a link to a file that does not exist', '[RUN-<|>001](gone/SoT.OLD.md#run-001)'],
    ['linked ids', 'Linked IDs: MON-001 (alert), RUN-<|>001'],
    ['a bold field', '**Related IDs**: RUN-<|>001'],
    ['a typed link', '- RUN-<|>001 — validated-by: TEST-004'],
    ['a heading that refers', '### Runbook: RUN-<|>001'],
    ['a table cell', '| Alert | Runbook |\n| --- | --- |\n| Errors | RUN-<|>001 |'],
    ['bold text', 'Follow **RUN-<|>001** now.'],
    ['a block quote', '> Follow RUN-<|>001 now.'],
    ['a file name', 'See RUN-<|>001-api-errors.md'],
  ])('works from %s', (_form, line) => {
    checkDefinition(`//- /notes.md\n# Notes\n\n${line}\n${operations.trimStart()}`, run001);
  });

  it('works from "see RUN-010" in a sentence and from a list under a heading Related IDs', () => {
    checkDefinition(`//- /notes.md\nFor a full disk see RUN-0<|>10.\n${operations.trimStart()}`, run010);
    checkDefinition(`//- /notes.md\n## Related IDs\n\n- RUN-0<|>10\n${operations.trimStart()}`, run010);
  });

  it.each([
    ['DEP-0<|>01/002/003', 'DEP-001', 'SoT.OPERATIONS.md:7 «DEP-001»'],
    ['DEP-001/0<|>02/003', '002', 'SoT.OPERATIONS.md:13 «DEP-002»'],
    ['DEP-001/002/0<|>03', '003', 'SoT.OPERATIONS.md:18 «DEP-003»'],
  ])('takes every id of a slash list by itself: %s', (list, words, place) => {
    const source = `//- /notes.md\nRoll out ${list} in this order.\n${operations.trimStart()}`;
    checkDefinition(source, place);
    const { service, files, path, uri, position } = serveFixture(source);
    const origin = service.editor.definition(uri, position)[0]?.originSelectionRange;
    const [line = ''] = (files.get(path) ?? '').split('\n');
    expect(line.slice(origin?.start.character, origin?.end.character)).toBe(words);
  });

  it('goes by the id, not by the anchor, when a link says two things', () => {
    checkDefinition(
      `//- /notes.md\n[RUN-0<|>10](SoT.OPERATIONS.md#run-001-api-answers-with-errors)\n${operations.trimStart()}`,
      run010,
    );
  });

  it('counts columns in UTF-16 units behind an emoji and combining letters', () => {
    checkDefinition(`//- /notes.md\n🚨🚨 größer é RUN-0<|>01 🚨\n${operations.trimStart()}`, run001);
  });

  it('gives both places of an id that two entries have', () => {
    checkDefinition(
      `${operations.trimEnd()}\n//- /runbooks/errors.md\n## RUN-001: Errors again\n\n**Category**: Recovery\n**Trigger**: MON-001\n**Owner**: Web\n//- /notes.md\nRUN-0<|>01`,
      run001,
      'runbooks/errors.md:1 «RUN-001»',
    );
  });

  it('finds entries whose heading has another separator, and plain and file-name definitions', () => {
    for (const heading of ['## RUN-004 | Title', '## RUN-004 — Title', '## RUN-004 - Title', '### RUN-004'])
      checkDefinition(
        `//- /SoT.X.md\n---\nid_prefix: RUN\n---\n\n${heading}\n\nText.\n//- /notes.md\nRUN-0<|>04`,
        'SoT.X.md:5 «RUN-004»',
      );
    checkDefinition(
      `//- /entry.md\nRUN-004: Title\nCategory: Recovery\nTrigger: A page\nOwner: Web\n//- /notes.md\nRUN-0<|>04`,
      'entry.md:1 «RUN-004»',
    );
    checkDefinition(
      `${operations.trimEnd()}\n//- /RUN-044-clean-up.md\n# Clean up\n//- /notes.md\nRUN-0<|>44`,
      'RUN-044-clean-up.md:1 «»',
    );
  });

  it.each([
    ['a longer id that ends the same way', 'REQ-RUN-0<|>01'],
    ['a word without a number', 'RUN-<|>'],
    ['a placeholder', 'RUN-X<|>XX'],
    ['an id that is defined nowhere', 'RUN-0<|>99'],
    ['a web address', 'https://example.org/RUN-0<|>01'],
    ['plain words', 'Noth<|>ing here'],
  ])('says nothing at %s', (_what, line) => {
    checkDefinition(`//- /notes.md\n${line}\n${operations.trimStart()}`);
  });
});
