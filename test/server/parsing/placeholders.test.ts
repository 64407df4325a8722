import { expect, test } from 'vitest';
import { modelOf } from '../../support/read-model';

/** The placeholders of a text as `form words`, with ` (code)` behind those in code. */
function placeholdersOf(text: string): string[] {
  return modelOf(text).placeholders.map(
    ({ form, span, inCode }) => `${form} ${text.slice(span.start, span.end)}${inCode ? ' (code)' : ''}`,
  );
}

test('every form of the templates is read, in order', () => {
  expect(
    placeholdersOf(`# Playbook: [Title]

**Owner**: {Team/Person}
**Created**: YYYY-MM-DD
**Host**: <host name>

| Level | Contact |
| --- | --- |
| L1 | [On-call] |

- [ ] TBD, see RUN-XXX
- v[X.Y.Z] follows vX.Y.Z
`),
  ).toEqual([
    'bracket [Title]',
    'brace {Team/Person}',
    'date YYYY-MM-DD',
    'angle <host name>',
    'bracket [On-call]',
    'marker TBD',
    'id RUN-XXX',
    'bracket [X.Y.Z]',
    'version vX.Y.Z',
  ]);
});

test.each([
  '[Draft | Review | Approved | Active]',
  '[None / X minutes / maintenance window required]',
  '[Low/Medium/High]',
  '[Who to notify]',
  '[No new security vulnerabilities]',
  '[Required access to systems]',
  '[Security scan passed]',
  '[YYYY-MM-DD]',
  '[What problem does it solve?]',
  '[Step 1]',
])('%s is a gap', (words) => {
  expect(placeholdersOf(`**Name:** ${words}\n`)).toEqual([`bracket ${words}`]);
});

test.each([
  '[a link](https://example.org), [another][a] and [a]',
  'a note[^1], a citation [12] and [a-z0-9], [0, 1), [x, y]',
  'marks: [WIP], [optional], [sic], [deprecated since 2.0], [P1], [RUN-001, RUN-002]',
  'citations [Smith 2020], [Doe et al., 2021], [Reed & Park 1999b, p. 4] and [Appendix A]',
  'parts of words: list[index name], [re]start, \\[not a gap\\], v[alue]',
  'arguments: sign(payload, [options, callback]) and merge([first stream])',
  'a button: click [Save changes], press [Enter]',
  'braces: ${HOME}, {{ name }}, /users/{id}, {a,b}, {"key": 1}, {String}, {userId}',
  'angles: <br>, <b>bold</b>, <ops@example.org>, <https://example.org>, List<Name>, <Enter>, <www.example.org>',
  'a comment <!-- [Name of the team] TODO --> in a line',
  'a long comment <!-- starts\n[Name of the team] and\nends --> here',
])('no gap in: %s', (words) => {
  expect(placeholdersOf(`${words}\n\n[a]: https://example.org\n\n[^1]: note\n`)).toEqual([]);
});

test('in code a single word is an argument, several words are a gap', () => {
  expect(
    placeholdersOf(`\`\`\`bash
tool <file> [options] {a,b} "[error] no file" arr[first item]
[Command to run]
Artifact: [location, e.g., a registry]
[x for x in y] and [foo, bar]
\`\`\`

Run \`git log [Name of the branch]\`.
`),
  ).toEqual([
    'bracket [Command to run] (code)',
    'bracket [location, e.g., a registry] (code)',
    'bracket [Name of the branch] (code)',
  ]);
});

test('places count UTF-16 units, whatever the line endings', () => {
  const text = '🚀 Since\r\n\r\n- 🔥 [Name of the team]\r\n';
  const [first] = modelOf(text).placeholders;
  expect(first?.span).toEqual({ start: text.indexOf('['), end: text.indexOf(']') + 1 });
});

test('a long line of opening brackets holds no gap', () => {
  expect(placeholdersOf(`${'['.repeat(50_000)}\n`)).toEqual([]);
});

test('what counts a heading is no gap, and a step that is still to be written is one', () => {
  expect(placeholdersOf('### [Step 1] Drain\n\n**[Phase 2]** Copy\n\n[Step 3]: Fill')).toEqual([]);
  expect(placeholdersOf('1. [Step 1]\n2. [Task 2]\n\n### [Phase 1 name] here')).toEqual([
    'bracket [Step 1]',
    'bracket [Task 2]',
    'bracket [Phase 1 name]',
  ]);
});

test('brackets above an address are a link that Markdown does not take for one', () => {
  expect(placeholdersOf('Please see\n[How to replace the disk]:\n  https://example.org/disk\n')).toEqual([]);
  expect(placeholdersOf('Please see\n[How to replace the disk]: https://example.org/disk\n')).toEqual([]);
  expect(placeholdersOf('Please see\n[How to replace the disk]:\n  the page\n')).toHaveLength(1);
});

test('directives and roles of MyST are no gaps', () => {
  expect(
    placeholdersOf(':::{note}\nMind the gap.\n:::\n\n:::: {important} Names\nSee {ref}`restore`.\n::::\n'),
  ).toEqual([]);
  expect(placeholdersOf('**Owner:**:{team}\n')).toEqual(['brace {team}']);
});

test('what a program says of itself is no gap', () => {
  expect(placeholdersOf('```\npg_dump: [the archiver] could not execute the query\n```\n')).toEqual([]);
});
