/**
 * Generated workspaces whose documents name each other in every way there is: two Source-of-Truth files, a playbook, a
 * runbook in a file of its own and a release runbook. For properties of whatever changes several files at once.
 */
import fc from 'fast-check';
import { entryFragment } from '../../server/src/templates/entry-fragment';

/** An entry by its id, its title and the file that holds it. */
interface Target {
  readonly id: string;
  readonly title: string;
  readonly path: string;
}

export interface LinkedWorkspace {
  readonly texts: ReadonlyMap<string, string>;
  /** Ids of all entries. */
  readonly ids: readonly string[];
  /** Numbers of the playbook's phases, as written. */
  readonly phases: readonly string[];
}

/** Says something of an entry in a file; `others` are further entries of its prefix. */
type Form = (to: Target, from: string, others: readonly Target[]) => string;

const link = (to: Target, from: string): string =>
  `${from === to.path ? '' : between(from, to.path)}#${entryFragment(to.id, to.title)}`;

const forms: readonly Form[] = [
  ({ id }) => `Then ${id} helps, and (${id}) too.`,
  ({ id }) => `Start \`${id}\` and **${id}** 🚒 _${id}_.`,
  ({ id }) => `Then [${id}] helps.`,
  ({ id }) => `- [${id}]: what to do`,
  (to, from) => `Follow [${to.id}](${link(to, from)}) – 🧯 now.`,
  (to, from) => `Follow [the steps](${link(to, from)}), then [${to.id}: ${to.title}](${link(to, from)}).`,
  (to, from) => `Follow [the steps][${to.id} steps].\n\n[${to.id} steps]: ${link(to, from)}`,
  (to, from) => `Follow [it](<${link(to, from)}> "${to.id}").`,
  (to, from) =>
    `Follow [it](${from === to.path ? '' : between(from, to.path)}#${to.id.toLowerCase()}) or [all](./${between(from, to.path)}).`,
  ({ id }, _from, others) => `Either ${[id, ...others.map((other) => other.id.slice(-3))].join('/')} helps.`,
  ({ id }, _from, others) => `First ${[id, ...others.map((other) => other.id)].join(' → ')}, then rest.`,
  ({ id }) => `Linked IDs: ${id} (alert)`,
  ({ id }) => `**Related IDs**: ${id}`,
  ({ id }) => `**Runbook**: ${id}`,
  ({ id }) => `**Depends on**: ${id}`,
  ({ id }) => `- ${id} — validated-by: the drill`,
  ({ id }) => `| ID | What |\n| --- | --- |\n| 🚒 | see ${id} |\n| ${id} | on its own |`,
  ({ id }) => `\`\`\`text\nescalate ${id}\n\`\`\``,
  ({ id }) => `<!-- ${id} was here -->`,
  ({ id }) => `See https://example.test/${id}/log, as said in ${id}.`,
];

const steps = ['Drain the pool', 'Restart the pool', 'Watch the pool', 'Open the pool'];
const paths = { first: 'SoT.OPS.md', second: 'docs/SoT.MORE.md', playbook: 'playbooks/move.md' };

/** Two to five files, with LF or CRLF. */
export const linkedWorkspace: fc.Arbitrary<LinkedWorkspace> = fc
  .record({
    runs: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 4 }),
    seeds: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
    own: fc.boolean(),
    playbook: fc.boolean(),
    labels: fc.constantFrom(
      ['1', '2', '3'],
      ['0', '1'],
      ['A', 'B', 'C'],
      ['1', '2', '2a', '3'],
      ['I', 'II', 'III'],
    ),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ runs, seeds, own, playbook, labels, eol }) => {
    const numbers = runs.toSorted((a, b) => a - b);
    const targets = numbers.map((number, index): Target => {
      const id = `RUN-${String(number).padStart(3, '0')}`;
      const title = ['Queue is stuck', 'Disk – full', 'Größe 🚒 `x`', 'Errors & more'][index] ?? 'More';
      const last = index === numbers.length - 1;
      return { id, title, path: last ? (own ? `runbooks/${id}-own file.md` : paths.second) : paths.first };
    });
    const monitors = [{ id: 'MON-005', title: 'Error rate', path: paths.second }];
    const all = [...targets, ...monitors];
    let at = 0;
    const pick = <T>(items: readonly T[]): T => {
      const item = items[(seeds[at++ % seeds.length] ?? 0) % items.length];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    };
    const say = (from: string, count: number): string =>
      Array.from({ length: count }, () => {
        const to = pick(all);
        return pick(forms)(
          to,
          from,
          targets.filter((other) => other !== to && to.id.startsWith('RUN')).slice(0, 2),
        );
      }).join('\n\n');
    const texts = new Map<string, string>();
    const there = (path: string): Target[] => all.filter((one) => one.path === path);
    texts.set(paths.first, sot(there(paths.first), paths.first, say));
    texts.set(paths.second, sot(there(paths.second), paths.second, say));
    for (const { id, title, path } of targets)
      if (path.startsWith('runbooks/')) texts.set(path, entry({ id, title, path }, '#', say(path, 2)));
    if (playbook) texts.set(paths.playbook, playbookOf(labels, say(paths.playbook, 2)));
    return {
      texts: new Map([...texts].map(([path, text]) => [path, text.replaceAll('\n', eol)])),
      ids: all.map(({ id }) => id),
      phases: playbook ? labels : [],
    };
  });

function sot(entries: readonly Target[], path: string, say: (from: string, count: number) => string): string {
  const bullets = (prefix: string): string =>
    entries
      .filter(({ id }) => id.startsWith(prefix))
      .map((to) => `- [${to.id}](${link(to, path)}) - ${to.title}\n`)
      .join('');
  return `---
id_prefix: RUN-XXX, MON-XXX
---

# Operations (SoT File)

## Navigation by Category

**Runbooks** (RUN-001 to RUN-099):

${bullets('RUN')}
**Monitoring** (MON-001 to MON-099):

${bullets('MON')}
---

${entries.map((one) => entry(one, '##', say(path, 3))).join('\n---\n\n')}
---

## Change Log

| Date | ID | Change | Author |
| --- | --- | --- | --- |
${entries.map(({ id }) => `| 2026-02-03 | ${id} | Created entry ${id} | M. Okafor |`).join('\n')}
`;
}

function entry({ id, title }: Target, marks: string, words: string): string {
  return `${marks} ${id}: ${title}

**ID**: ${id}
**Category**: Recovery
**Status**: Active
**Owner**: Platform team
**Last Tested**: 2026-11-01

${words}

${marks}# Steps of ${id}

${steps.map((step, index) => `${marks}## Step ${String(index + 1)}: ${step}\n\nRun \`pool ${String(index)}\`. It was step ${String(index + 1)}.\n\nVerify: the pool is ready.`).join('\n\n')}
`;
}

/** A playbook with these phases, which it names in every way there is. */
function playbookOf(labels: readonly string[], words: string): string {
  const [first = ''] = labels;
  const slug = (label: string): string => `phase-${label.toLowerCase()}-part-${label.toLowerCase()}`;
  const phases = labels.map(
    (label, index) => `### Phase ${label}: Part ${label}

**Objective:** Phase ${label} is done.

**Tasks:**

- [ ] Copy part ${String(index)} with \`copy ${String(index)}\`

**Dependencies:**

- ${index === 0 ? 'None' : `Requires Phase ${labels[index - 1] ?? ''} completion`}

**Gate Criteria:**

- [ ] Rows match, see [Phase ${label}](#${slug(label)})

**Rollback:** Delete the copy of Phase ${label}.
`,
  );
  return `---
title: "Playbook: Move"
risk_level: low
---

# Playbook: Move

**Owner**: Phase ${first} crew

${words}

## Phases

${phases.join('\n')}
## Rollback Plan

${labels.map((label) => `**From Phase ${label}:**\n\nDelete the copy.\n`).join('\n')}
## Execution Log

| Phase | Started | Notes |
| ----- | ------- | ----- |
${labels.map((label, index) => `| ${index % 2 === 0 ? label : `Phase ${label}`} |  | 🚒 after Phase ${label} |`).join('\n')}
`;
}

/** The path from one file to another, for files that are at most one folder deep. */
function between(from: string, to: string): string {
  const [folder, name] = to.includes('/') ? to.split('/') : ['', to];
  const own = from.includes('/') ? (from.split('/')[0] ?? '') : '';
  const way =
    own === folder
      ? name
      : `${own === '' ? '' : '../'}${folder === '' ? '' : `${folder ?? ''}/`}${name ?? ''}`;
  return (way ?? '').replaceAll(' ', '%20');
}
