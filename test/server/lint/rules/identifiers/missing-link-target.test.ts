import { expect, test } from 'vitest';
import { checkFix, checkRule } from '../../../../support/check-rule';
import { runEntry } from '../../../../support/sot';

const source = (link: string, more = ''): string => `//- /runbooks/RUN-001-pool.md
${runEntry('RUN-001', 'Pool is full', `\nSee ${link}\n`)}
//- /docs/Über-Rota.md
# On call
${more}`;

test('a Markdown file that is not there is a warning on its path', () => {
  checkRule(
    'missing-link-target',
    source('[it](gone.md)\n         ^^^^^^^ warning: "runbooks/gone.md" does not exist. Correct the path'),
  );
  checkRule(
    'missing-link-target',
    source('[it](/docs/gone.md#top)\n         ^^^^^^^^^^^^^ warning: "docs/gone.md" does not exist'),
  );
});

test('the only file of the same name is suggested', () => {
  checkRule(
    'missing-link-target',
    source('[it](%C3%9Cber-Rota.md)\n         ^^^^^^^^^^^^^^^^^ warning: Did you mean "docs/Über-Rota.md"?'),
  );
});

test('a file whose name differs in case is reported as such', () => {
  checkRule(
    'missing-link-target',
    source('[it](<../docs/über-rota.md>)\n          ^^^^^^^^^^^^^^^^^^^^ warning: differs in case'),
  );
});

test('what exists, leads out, is no Markdown or is an example is none', () => {
  for (const link of [
    '[it](../docs/%C3%9Cber-Rota.md)',
    '[it](<../docs/Über-Rota.md#shifts>)',
    '[it](/docs/%C3%9Cber-Rota.md?plain=1)',
    '[it](../../other/gone.md)',
    '[it](https://example.com/gone.md)',
    '[it](gone.yaml), [it](gone/), ![it](gone.md)',
    '[it](path/to/file.md)',
    '[it](SoT.XXX.md)',
    '`[it](gone.md)`',
    '<!-- [it](gone.md) -->',
  ])
    checkRule('missing-link-target', source(link));
});

test('in foreign documents only links that name an entry count', () => {
  checkRule(
    'missing-link-target',
    source('x', '[a](gone.md) [RUN-001](gone.md)\n                       ^^^^^^^ warning\n'),
  );
});

test('the fix writes the name as the file has it', () => {
  checkFix(
    'missing-link-target',
    source('[it](../docs/%C3%BCber-rota.md#a)'),
    source('[it](../docs/%C3%9Cber-Rota.md#a)'),
  );
  checkFix(
    'missing-link-target',
    source('[it](%C3%9Cber-Rota.md)'),
    source('[it](../docs/%C3%9Cber-Rota.md)'),
    'Change link target to docs/Über-Rota.md',
  );
});

test('a link whose anchor only looks like an id is left alone in foreign documents', () => {
  checkRule(
    'missing-link-target',
    `//- /guide.md
# Guide

See [the example](api/Dispatch.md#example-2-stream-to-response) and [REQ-7](gone.md#req-7).
`,
  );
});

test('links of one definition are one finding, and a document without links has none', () => {
  checkRule(
    'missing-link-target',
    source('[it][gone] and [that][gone]\n\n[gone]: gone.md\n        ^^^^^^^ warning'),
  );
});

test('two files of the same name are suggested for neither, the most similar name is offered', () => {
  const two = source('[it](on-cal.md)', '//- /a/on-call.md\n# A\n//- /b/other.md\n# B\n');
  checkFix(
    'missing-link-target',
    two,
    two.replace('(on-cal.md)', '(../a/on-call.md)'),
    'Change link target to a/on-call.md',
  );
  const same = source(
    '[it](rota.md)\n         ^^^^^^^ warning: Correct the path',
    '//- /a/rota.md\n# A\n//- /b/rota.md\n# B\n',
  );
  checkRule('missing-link-target', same);
});

test('a file that is named after the same id is offered', () => {
  const moved = source('[it](RUN-007-old-title.md)', '//- /a/RUN-007-new.md\n# A\n');
  checkFix(
    'missing-link-target',
    moved,
    moved.replace('(RUN-007-old-title.md)', '(../a/RUN-007-new.md)'),
    'RUN-007-new.md',
  );
});

test('where no name is similar, none is offered', () => {
  const alone = source('[it](zzzzzzzz.md)');
  expect(() => {
    checkFix('missing-link-target', alone, alone);
  }).toThrow('there are: none');
});
