/** Hostile texts that are numbered, nested or grow, in any size in UTF-16 units. */

/** @typedef {(size: number) => string} Filler */

/** @type {(unit: string) => Filler} */
export const repeated = (unit) => (size) => unit.repeat(Math.max(1, Math.floor(size / unit.length)));

/**
 * What a function of the number says, from 1 on, until there is enough of it.
 * @type {(item: (number: number) => string, before?: string) => Filler}
 */
const numbered =
  (item, before = '') =>
  (size) => {
    const items = [];
    for (let number = 1, length = before.length; length < size; number++) {
      const text = item(number);
      items.push(text);
      length += text.length;
    }
    return before + items.join('');
  };

/** @type {(number: number) => string} */
const id = (number) => `RUN-${String(number).padStart(3, '0')}`;

const words = 'restart the pool and wait until the checkout answers again';

const parts = [
  ...[
    'Navigation',
    'Change Log',
    'Escalation',
    'Verification',
    'Rollback',
    'Prerequisites',
    'Trigger',
    'Steps',
    'Scope',
  ],
  ...[
    'Post-Incident',
    'Objective',
    'Dependencies',
    'Decision Point',
    'Duration',
    'Commands',
    'Related IDs',
    'Deprecated',
  ],
  ...[
    'Gate Criteria',
    'Go/No-Go',
    'Phases',
    'Execution Log',
    'Rollback Plan',
    'Risks',
    'Overview',
    'Communication Plan',
  ],
];

/**
 * By name; their lines end where they should.
 * @type {Readonly<Record<string, Filler>>}
 */
export const grown = {
  'ids of a series': numbered((number) => `${id(number)} `),
  'ids, one a line': numbered((number) => `- ${id(number)}\n`),
  'ids in a table': numbered((number) => `| ${id(number)} | x |\n`, '| ID | Title |\n| --- | --- |\n'),
  'ids in links': numbered((number) => `- [${id(number)}: x](#run-${number})\n`),
  'ids in comments': numbered((number) => `<!-- ${id(number)} -->\n`),
  'labels before a quote': (size) => `${numbered((number) => `[a${number}] `)(size)}"`,
  'gaps before a quote': (size) => `${numbered((number) => `[Name of ${number}] `)(size)}"`,
  'quotes of each other': (size) => `${repeated('“')(size / 2)}${repeated('„')(size / 2)}`,
  'backticks of growing length': numbered((number) => `${'`'.repeat(number)} a `),
  'backticks of falling length': (size) => {
    const most = Math.floor(Math.sqrt(2 * size));
    return Array.from({ length: most }, (_, index) => `${'`'.repeat(most - index)} a`).join(' ');
  },
  'stars and underscores': repeated('*_'),
  'stars of growing length': numbered((number) => `${'*'.repeat(number % 300)}a `),
  'closing stars': (size) => `${repeated('**a ')(size / 2)}${repeated('a** ')(size / 2)}`,
  'nested links': (size) => `${repeated('[')(size / 2)}a${repeated('](b)')(size / 2)}`,
  'nested parentheses': (size) => `[a](${repeated('(')(size / 2)}${repeated(')')(size / 2)})`,
  'tag with many attributes': (size) => `<a ${numbered((number) => `b${number}="c" `)(size)}`,
  'nested tags': (size) => `${repeated('<b>')(size / 2)}${repeated('</b>')(size / 2)}`,
  'fences of growing length': numbered((number) => `${'`'.repeat((number % 2_000) + 3)}\n`),
  'fences in turn': numbered((number) => `${number % 2 === 0 ? '```' : '~~~~'}\nx\n`),
  'lists in lists': numbered((number) => `${' '.repeat(2 * (number % 300))}- x\n`),
  'numbered lists in lists': numbered((number) => `${' '.repeat(3 * (number % 100))}${number}. x\n`),
  'quotes in quotes': numbered((number) => `${'> '.repeat(number % 300)}x\n`),
  'deep markers, one line': (size) => `${repeated('- > 1. ')(size)}x\n`,
  'lazy lines': (size) => `> > > x\n${repeated('y\n')(size)}`,
  'table with many columns': (size) =>
    `${repeated('|a')(size / 3)}|\n${repeated('|-')(size / 3)}|\n${repeated('|b')(size / 3)}|\n`,
  'tables with a few hundred columns': repeated(
    `${'|a'.repeat(400)}|\n${'|-'.repeat(400)}|\n${'|b'.repeat(400)}|\n\n`,
  ),
  'table with many rows': numbered(
    (number) => `| ${number} | ${words} | |\n`,
    '| a | b | c |\n|---|---|---|\n',
  ),
  'table with short rows': (size) => `|a|b|c|d|e|f|g|h|\n${'|-'.repeat(8)}|\n${repeated('|x\n')(size)}`,
  'escalation table': numbered(
    (number) => `| L${number} | L${number + 1} | ${number} min |\n`,
    '| Level | Escalate to | After |\n|---|---|---|\n',
  ),
  'change log': numbered(
    (number) => `| 2026-01-${String((number % 28) + 1).padStart(2, '0')} | ${id(number)} | x |\n`,
    '| Date | Change | By |\n|---|---|---|\n',
  ),
  'rollback table': numbered(
    (number) => `| Phase ${number} | Undo phase ${number + 1} |\n`,
    '| Phase | Action |\n|---|---|\n',
  ),
  'step table': numbered(
    (number) => `| ${number} | \`make x${number}\` | \`make y\` |\n`,
    '| Step | Action | Verify |\n|---|---|---|\n',
  ),
  definitions: numbered((number) => `[a${number}]: b${number}\n`),
  'references and definitions': (size) =>
    `${numbered((number) => `[a${number}] `)(size / 2)}\n\n${numbered((number) => `[a${number}]: b\n`)(size / 2)}`,
  'references in many parts': numbered(
    (number) => `### Part ${number}\n\n[a${number}] [b][a${number + 1}]\n\n[a${number}]: c\n\n`,
  ),
  footnotes: numbered((number) => `x[^${number}]\n\n[^${number}]: y\n\n`),
  labels: numbered((number) => `**a${number}**: b${number}\n`),
  'labels in a list': numbered((number) => `- **a${number}**: b${number}\n`),
  levels: numbered(
    (number) => `- Level ${number}: @a, then escalate to Level ${number + 1} after ${number} min\n`,
  ),
  'levels in a ring': numbered(
    (number) => `- L${(number % 9) + 1}: escalate to L${((number + 3) % 9) + 1}\n`,
  ),
  dates: numbered((number) => `2026-01-${(number % 30) + 1} `),
  headings: numbered((number) => `### ${number}. Part ${number}\n\n${words}\n\n`),
  'empty headings': numbered((number) => `### Part ${number}\n\n`),
  'equal headings': repeated('### Part\n\nx\n\n'),
  'headings in headings': numbered((number) => `${'#'.repeat((number % 6) + 1)} Part ${number}\n`),
  entries: numbered(
    (number) =>
      `## ${id(number)}: Entry ${number}\n\n- **Category**: Incident\n\n### Steps\n\n1. ${words}\n\n`,
  ),
  'entries without a body': numbered((number) => `## ${id(number)}: Entry ${number}\n`),
  'entries that refer to all others': numbered(
    (number) => `## ${id(number)}: Entry\n\n**Related IDs**: ${id(number + 1)}, ${id(number * 7)}\n\n`,
  ),
  'retired entries': numbered(
    (number) => `## ${id(number)}: [DEPRECATED] Entry ${number}\n\nUse ${id(number + 1)}.\n\n`,
  ),
  'entries of many prefixes': numbered(
    (number) => `## P${number.toString(36).toUpperCase()}-001: x\n\n**ID**: P-001\n\n`,
  ),
  steps: numbered((number) => `#### Step ${number}: Part ${number}\n\n\`\`\`sh\nmake x${number}\n\`\`\`\n\n`),
  'steps out of order': numbered(
    (number) => `#### Step ${(number * 7919) % 10_007}: x\n\nGo to step ${number}.\n\n`,
  ),
  'steps in a list': numbered((number) => `${number}. ${words}\n`),
  'steps that lead to steps': numbered((number) => `${number}. If it fails go to step ${number * 2}\n`),
  'steps in a fence': (size) =>
    `\`\`\`sh\n${numbered((number) => `# ${number}. Part\nmake x${number}\n`)(size)}\`\`\`\n`,
  'steps with parts in bold': numbered((number) => `**Step ${number}: x**\n\n- **Verify**: y\n\n`),
  phases: numbered(
    (number) =>
      `## Phase ${number}: x\n\n**Duration**: 1 h\n\nAfter Phase ${number + 1}, see Phase ${number * 2}.\n\n`,
  ),
  'phases with gates': numbered(
    (number) => `## Phase ${number}: x\n\n### Gate Criteria\n\n- [ ] y\n\n### Go/No-Go\n\nGo.\n\n`,
  ),
  tasks: numbered((number) => `- [ ] Do ${id(number)} (@a, 2026-01-01)\n`),
  'comments that silence': numbered(
    (number) => `<!-- runbook-disable dangling-id -->\nRUN-9${number}\n<!-- runbook-enable dangling-id -->\n`,
  ),
  'comments that are open': (size) => `<!--${repeated('<!-- x')(size)}`,
  'anchors of one name': repeated('<a id="x"></a>\n\n'),
  'alerts of severities': numbered(
    (number) => `| Critical ${number} | > ${number} % | ${id(number)} |\n`,
    '| Level | Threshold | Runbook |\n|---|---|---|\n',
  ),
  'commands that are long': (size) => `\`\`\`sh\n${repeated('make x && rm -rf $HOME/x | ')(size)}\n\`\`\`\n`,
  'commands that go on': (size) => `\`\`\`sh\n${repeated('make \\\n')(size)}\`\`\`\n`,
  'commands in text': numbered(
    (number) => `Run \`kubectl delete pod x${number}\` and \`helm rollback x ${number}\`.\n`,
  ),
  'words of prose': numbered((number) => `${words}${number % 12 === 0 ? '.\n\n' : ' '}`),
  ...Object.fromEntries(
    parts.flatMap((part) => [
      [
        `part ${part} again and again`,
        numbered((number) => `### ${part}\n\n- ${id(number)}: Level ${number}\n\n`),
      ],
      [
        `part ${part} before others`,
        (/** @type {number} */ size) =>
          [
            repeated(`### ${part}\n\n- x RUN-001\n\n`)(size / 3),
            numbered((number) => `## ${id(number)}: x\n\n**${part}**: ${id(number + 1)}\n\n`)(size / 3),
            numbered((number) => `## Phase ${number}: x\n\n**${part}**: Phase ${number + 1}\n\n`)(size / 3),
          ].join(''),
      ],
    ]),
  ),
};
