/** Other ways to write the same: what they say, and what is found in them, stays. */
import { describe, expect, test } from 'vitest';
import { readHeadingNumber } from '../../../server/src/model/heading-number';
import { checkRule } from '../../support/check-rule';
import { modelOf } from '../../support/read-model';
import { change, feature, playbook } from './documents';
import { runEntry, sotFile } from './run-entry';

describe('underscores for bold', () => {
  test('an escalation', () => {
    checkRule(
      'incomplete-escalation',
      runEntry({
        escalation:
          '\n## Escalation\n- __When__: the gauge stays high\n- __Who__: `data-lead`, by pager\n- __With__: the start time, a log',
      }),
    );
  });

  test('an identifier', () => {
    for (const written of ['_RUN-777_', '__RUN-777__'])
      checkRule(
        'dangling-id',
        runEntry({
          scope: `\n## Scope\n\nSee ${written}.\n    ${written.startsWith('__') ? '  ' : ' '}^^^^^^^ information: RUN-777\n`,
        }),
      );
    checkRule('dangling-id', runEntry({ scope: '\n## Scope\n\nSee MY_RUN-777 and RUN-777_old.\n' }));
  });
});

test('the mark of a line break is no part of a value', () => {
  for (const mark of ['<br>', '<br/>', '\\'])
    for (const rule of ['invalid-category', 'invalid-status'])
      checkRule(rule, runEntry({ category: `**Category**: Incident${mark}\n**Status**: Active${mark}` }));
});

test('a dash or dot that is typed for a bullet hides no verification', () => {
  for (const dash of ['–', '—', '•'])
    checkRule(
      'unverified-procedure',
      runEntry({ procedure: `\n## Procedure\n\n1. Restart: \`a\`\n   ${dash} Verify: the gauge falls\n` }),
    );
});

test('a trigger in the first row of a table of fields is one', () => {
  const table =
    '| Trigger | Users report errors |\n|--|--|\n| Owner | Data Team |\n| Last Tested | 2026-11-01 |';
  checkRule(
    'missing-category',
    runEntry({ category: `\n${table}\n`, trigger: null, owner: null, tested: null }).replace(
      /^(# )?(RUN-001: .*)$/m,
      '# $2\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: category',
    ),
  );
});

test('recovery objectives in italics', () => {
  const keys = modelOf('---\nrunbook: feature\n---\n# A\n\n- *RTO:* 5 min\n- *RPO:* 0\n').labels.map(
    ({ key }) => key,
  );
  expect(keys).toEqual(['rto', 'rpo']);
});

test('"N/A" below a summary is nothing', () => {
  const folded = '<details>\n<summary>Rollback</summary>\n\nN/A\n\n</details>';
  const { parts, text } = modelOf(`---\nrunbook: playbook\n---\n# A\n\n## Phase 1: Copy\n\n${folded}\n`);
  const back = parts.find(({ role }) => role === 'rollback');
  expect(text.slice(back?.content.start, back?.content.end)).toBe('N/A');
});

test('the gate of a phase is none of the last of its bold steps', () => {
  checkRule(
    'missing-verification',
    change(
      playbook,
      '1. Copy the mail with `make copy`',
      '**Step 1: Copy the mail with `make copy`**\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: only verified by a later check',
    ),
  );
});

test.each([
  ['4. Steps', '4', 3],
  ['4.1 Steps', '4.1', 4],
  ['4) Steps', '4', 3],
  ['4 - Steps', '4', 4],
  ['4: Steps', '4', 3],
  ['🔧 4. Steps', '4', 6],
  [':wrench: 4. Steps', '4', 12],
  ['§4. Steps', '4', 4],
  ['Section 4: Steps', '4', 11],
  ['Part 4 — Steps', '4', 9],
])('"%s" has the number %s', (words, number, length) => {
  expect(readHeadingNumber(words)).toEqual({ number, length });
});

test.each(['Part 1 of 3', 'Steps 4', '2026-11-01', 'Section A: Steps', 'RUN-001: x', '4'])(
  '"%s" has none',
  (words) => {
    expect(readHeadingNumber(words)).toBeNull();
  },
);

test('a number behind a symbol is renumbered in its place', () => {
  checkRule(
    'section-numbering',
    '//- /a.md\n---\nrunbook: feature\n---\n# A\n\n## 🔧 1. One\n\nText.\n\n## 🔧 3. Two\n      ^ information: Section 3\n\nText.\n',
  );
});

test('an id in a file of entries, in all forms', () => {
  const link = (words: string): string => sotFile(`## RUN-001: Pool\n\n**ID**: RUN-001\n\n${words}`);
  for (const words of ['See _RUN-001_.', 'See __RUN-001__.', 'See **RUN-001**.'])
    checkRule('dangling-id', link(words));
});

test('labels of an issue in italics', () => {
  const italic = feature.replace(/^\*\*(Symptoms|Diagnosis|Resolution|Prevention):\*\*$/gm, '*$1:*');
  expect(italic).not.toBe(feature);
  checkRule('incomplete-issue', italic.startsWith('//-') ? italic : `//- /a.md\n${italic}`);
});

test('anchors in front of headings fill no slot of a template', () => {
  const template =
    '# Playbook: [Name]\n\n## Overview\n\n[Goal of it]\n\n[Why it is done]\n\n## Notes\n\nA word.\n';
  const anchored = template.replace(/^## /gm, '<a name="x"></a>\n\n## ');
  expect(modelOf(anchored).filling).toEqual(modelOf(template).filling);
});
