import { test } from 'vitest';
import { checkRule } from '../../../../support/check-rule';
import { changed, windows } from '../../../../support/sot-entries';
import { runEntry } from '../../run-entry';

const rule = 'placeholder';
const overview = 'Puts a tagged image into production.\n';
const at = (text: string): string => changed([overview, text]);

test('template text is a warning on its words', () => {
  checkRule(
    rule,
    at('Puts [name of the image] into production.\n     ^^^^^^^^^^^^^^^^^^^ warning: template text\n'),
  );
  checkRule(rule, windows(at('Puts {what} into production.\n     ^^^^^^ warning\n')));
  checkRule(rule, at('Puts <image name> into production.\n     ^^^^^^^^^^^^ warning\n'));
  checkRule(rule, at('🚀 Since YYYY-MM-DD.\n         ^^^^^^^^^^ warning\n'));
  checkRule(rule, at('Puts vX.Y.Z into production.\n     ^^^^^^ warning\n'));
});

test('in fields, headings and tables too', () => {
  checkRule(
    rule,
    changed(['**Owner**: Storefront Team', '**Owner**: {Team/Person}\n           ^^^^^^^^^^^^^ warning']),
  );
  checkRule(
    rule,
    changed(['**Created**: 2026-02-03', '**Created**: YYYY-MM-DD\n             ^^^^^^^^^^ warning']),
  );
  checkRule(
    rule,
    changed(['| 5 percent |', '| {value} |'], ['runbook |\n', 'runbook |\n             ^^^^^^^ warning\n']),
  );
  checkRule(
    rule,
    changed(['last_updated: 2026-10-01', 'last_updated: YYYY-MM-DD\n              ^^^^^^^^^^ warning']),
  );
});

test('a menu in a field with a fixed set of values', () => {
  checkRule(
    rule,
    changed([
      '**Category**: Application\n',
      '**Category**: Infrastructure | Application | Database\n              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: Keep one\n',
    ]),
  );
  checkRule(
    rule,
    changed([
      '**Status**: Open',
      '**Status**: Open / Closed / Mitigated\n            ^^^^^^^^^^^^^^^^^^^^^^^^^ warning',
    ]),
  );
});

test('marks of unfinished work', () => {
  checkRule(rule, at('TODO: describe the image\n^^^^ warning: marks unfinished text\n'));
  checkRule(rule, at('The window is TBD.\n              ^^^ warning\n'));
  checkRule(rule, at('- [ ] No TODO is left in the code\n'));
  checkRule(rule, at('Comments with FIXME are reviewed weekly.\n'));
});

test('in a draft it is information', () => {
  checkRule(
    rule,
    changed(
      ['**Status**: Active (EPIC-04b, 2026-05-09)', '**Status**: Draft'],
      [overview, 'Puts [name of the image] into production.\n     ^^^^^^^^^^^^^^^^^^^ information\n'],
    ),
  );
});

test('brackets that leave no gap', () => {
  for (const words of [
    'See [the handbook](https://handbook.example), [the list][list] and [list].\n\n[list]: https://list.example\n',
    'Said the vendor[^1], and [1] as well as [sic].\n\n[^1]: by mail\n',
    '- [x] done\n- [ ] open\n',
    '> [!NOTE]\n> Nobody notices.\n',
    'Names match [a-z0-9], the share lies in [0, 1], the index is `list[i]` or list[index name].\n',
    'The text `[main thread] started` and [WIP], [optional], [P1], [RFC 2119].\n',
    'Click [Save changes] and press [Ctrl + C].\n',
    'The address is /users/{id}, the variable ${HOME}, the anchor {#top}, the files a.{yml,yaml}.\n',
    'A <b>bold</b> word<br>and a key <Enter>, mail <ops@shop.example>, List<String>.\n',
    '<details>\n<summary>More</summary>\n\nText.\n\n</details>\n',
    'Dates have the format YYYY-MM-DD, tags the pattern vX.Y.Z, files are called backup-YYYY-MM-DD.tar.gz.\n',
    'Any RUN-XXX may be linked. <!-- [owner name], TODO -->\n',
    'A long comment <!-- begins\n[with a gap in it] and TODO: ends\nhere --> and text.\n',
  ])
    checkRule(rule, at(words));
});

test('in commands an argument is normal, a description is not', () => {
  checkRule(
    rule,
    at(
      '```bash\nshopctl restore <file> [--force] {a,b} YYYY-MM-DD vX.Y.Z\nif [ -f x ]; then echo "[error] no ${file}"; fi\n```\n',
    ),
  );
  checkRule(
    rule,
    at('```bash\n[Command to run]\n^^^^^^^^^^^^^^^^ warning\n# TODO: the right host\n  ^^^^ warning\n```\n'),
  );
});

test('an untouched entry says so once, and its bullet goes with it', () => {
  checkRule(
    rule,
    `${changed(['# Deployment Playbook (SoT File)\n', '# Deployment Playbook (SoT File)\n\n## Navigation\n\n- [MON-002](#mon-002-metric-name) - {Metric name}\n'])}
## MON-002: {Metric name}

**ID**: MON-002
**Status**: Active | Planned
**Owner**: {Team}
**Created**: YYYY-MM-DD
`,
  );
});

test('templates may hold template text', () => {
  checkRule(
    rule,
    at('Puts [name of the image] into production.\n').replace(
      '/SoT.DEPLOYMENT.md',
      '/templates/SoT.DEPLOYMENT.md',
    ),
  );
});

test('a gap in angle brackets in a line of its own is none of HTML', () => {
  checkRule(
    'placeholder',
    runEntry({ scope: '\n## Scope\n\n<your team>\n^^^^^^^^^^^ warning: template text\n' }),
  );
  for (const tag of ['<details>', '<div hidden>', '<Note>', '<my-element>', '<a name="x">'])
    checkRule('placeholder', runEntry({ scope: `\n## Scope\n\n${tag}\n` }));
});

test('the argument of an option or of a command in the text is no gap', () => {
  for (const words of [
    'Pass the namespace (-n <name>).',
    'Use --to <version> if it is old.',
    'kubectl rollout undo deploy/web -n x <name>',
    '$ git checkout <previous tag>',
  ])
    checkRule('placeholder', runEntry({ scope: `\n## Scope\n\n${words}\n` }));
  checkRule(
    'placeholder',
    runEntry({
      scope: '\n## Scope\n\nCall <name of the lead>.\n     ^^^^^^^^^^^^^^^^^^ warning: template text\n',
    }),
  );
});

test('a heading TODO names a list of what is open, also in bold', () => {
  for (const heading of ['### TODO', '### **TODO**', '### TODOs', 'TODO\n---'])
    checkRule(rule, at(`${overview}\n${heading}\n\n- Describe the image\n`));
  checkRule(rule, at(`${overview}\n### TODO: describe it\n    ^^^^ warning\n\nSoon.\n`));
  checkRule(rule, at(`${overview}\n### TBD\n    ^^^ warning\n\nSoon.\n`));
  checkRule(rule, at(`${overview}\n**TODO**\n  ^^^^ warning\n\nTODO\n^^^^ warning\n`));
});

test.each([
  'Tags have the form vX.Y.Z.',
  'Tags look like `vX.Y.Z`.',
  'A tag such as vX.Y.Z starts the build.',
  'Every vX.Y.Z tag starts the build.',
  'Branches follow release vX.Y.Z.',
])('"%s" describes a format', (words) => {
  checkRule(rule, at(`${words}\n`));
});

test('a release runbook about no version of its own shows the form of any in code', () => {
  const release = (title: string, words: string): string =>
    `//- /docs/release.md\n---\nrunbook: release\n---\n\n# ${title}\n\n**Owner**: Shop\n**Manager**: Ada\n**Date**: 2026-12-01\n\n${words}\n`;
  checkRule(rule, release('Release process', 'The tag starts a build of both `vX.Y.Z` and `latest`.'));
  checkRule(
    rule,
    release('Release Runbook v2.4.0', 'Push the tag `vX.Y.Z` with the notes.\n              ^^^^^^ warning'),
  );
});

test('the bullet of an untouched entry is forgiven, not the bullets beside it nor what else is said of it', () => {
  const navigation =
    '## Navigation\n\n- [DEP-001](#dep-001-roll-out-the-storefront) - [When to use it]\n                                                ^^^^^^^^^^^^^^^^ warning\n- [MON-002](#mon-002-metric-name) - {Metric name}\n';
  checkRule(
    rule,
    `${changed(
      ['# Deployment Playbook (SoT File)\n', `# Deployment Playbook (SoT File)\n\n${navigation}`],
      [
        overview,
        'Puts an image into production, see MON-002 on [name of the board].\n                                              ^^^^^^^^^^^^^^^^^^^ warning\n',
      ],
    )}
## MON-002: {Metric name}

**ID**: MON-002
**Status**: Active | Planned
**Owner**: {Team}
**Created**: YYYY-MM-DD
`,
  );
});

test.each([
  'Use this format in the timeline:\n\n- T0: report from <source>, symptoms [what was seen]',
  'Post to the channel:\n\n> We look into [ISSUE]. Next update at {Time of update}.',
])('words to fill in during an incident are none where the line above announces them: %j', (words) => {
  checkRule(rule, runEntry({ post: `\n## Post-Incident\n\n${words}` }));
});

test('a list below other words is no model', () => {
  checkRule(
    rule,
    runEntry({
      post: '\n## Post-Incident\n\nDo these:\n\n- Call [Name of lead]\n       ^^^^^^^^^^^^^^ warning',
    }),
  );
});

test('what is chosen in a path of menus, and who does a step', () => {
  checkRule(
    rule,
    at(
      '```bash\n# Console → Deployments → [Failed Deploy] → View Logs\n# Actions → Runs → [the last run]\n```\n',
    ),
  );
  checkRule(rule, at('- [Ops/Venue]: start the stream\n'));
});

test('the one in question is an argument, a name that the template left out is none', () => {
  checkRule(rule, at('Describe pod <pod-name> in namespace <namespace> on the node <node-name>.\n'));
  checkRule(rule, at('Then call the team <team-name> about it.\n                   ^^^^^^^^^^^ warning\n'));
  checkRule(
    rule,
    at('Run it in namespace <your namespace>.\n                    ^^^^^^^^^^^^^^^^ warning\n'),
  );
});
