/** What a workspace is set up as: which documents are runbooks, and what the configuration says of them. */
import { describe, expect, test } from 'vitest';
import { defaultConfiguration } from '../../../server/src/config/configuration';
import { parseConfiguration } from '../../../server/src/config/parse-configuration';
import { DocumentParser } from '../../../server/src/parsing/document-parser';
import { lookAt, ruleOptions, setupFor, type SetupAnswer, type SetupPlan } from '../../../server/src/service';
import { collection, product, soundsLike } from './workspaces';

type Files = Readonly<Record<string, string>>;
const parser = new DocumentParser();

function planFor(files: Files, folder = 'work'): SetupPlan {
  const models = new Map(Object.entries(files).map(([path, text]) => [path, parser.parse(text, { path })]));
  return setupFor({
    looks: [...models.values()].map(lookAt),
    folder,
    runbook: (path) => models.get(path),
    mappings: [],
    ci: null,
  });
}

/** The documents by kind, as they are recognised with what was written; also that it has no mistake and keeps its word. */
function recognised(files: Files, plan: SetupPlan, answer: SetupAnswer = 'sure'): Record<string, string[]> {
  const { text } = plan.configuration(answer);
  const { configuration, problems } = parseConfiguration(text, ruleOptions);
  expect(problems).toEqual([]);
  const found: Record<string, string[]> = {};
  for (const [path, own] of Object.entries(files)) {
    const { house } = parser.parse(own, {
      path,
      configuration: { ...defaultConfiguration, ...configuration },
    }).kind;
    if (house !== null) (found[house.name] ??= []).push(path);
  }
  const promised = plan.proposal.kinds.flatMap(({ name, sure, all }) => {
    const extent = answer === 'all' ? (all ?? sure) : sure;
    return extent === null ? [] : [[name, extent.count]];
  });
  expect(Object.fromEntries(Object.entries(found).map(([name, paths]) => [name, paths.length]))).toEqual(
    Object.fromEntries(promised),
  );
  return found;
}

describe('a collection', () => {
  test('is recognised by what its documents share', () => {
    const plan = planFor(collection, 'acme-runbooks');
    const [kind] = plan.proposal.kinds;
    expect(kind?.sure?.files).toEqual(['pages/**', '!**/_index.md']);
    expect(Object.values(recognised(collection, plan))).toEqual([
      Object.keys(collection).filter((path) => /pages\/.*\/[A-Z]/.test(path)),
    ]);
    const { text } = plan.configuration('sure');
    for (const name of ['Meaning', 'Impact', 'Diagnosis', 'Mitigation'])
      expect(text).toContain(`- { name: "${name}", required: true }`);
    expect(text).toContain('order: fixed');
    expect(text).toContain('titleFrom: fileName');
  });

  test('asks for a section only where nine of ten documents have it', () => {
    const few = Object.fromEntries(
      Object.entries(collection).map(([path, text], index) => [
        path,
        index % 2 === 0 ? text : text.replace('## Impact', '## Reach'),
      ]),
    );
    const { text } = planFor(few, 'runbooks').configuration('sure');
    expect(text).toMatch(/- \{ name: "Impact" \} # \d/);
  });

  test('of operations pages that are called after what is done is unsure, and asked for', () => {
    const pages = {
      'gke-upgrade.md':
        '# Upgrade GKE\n\nOnce a quarter.\n\n1. Upgrade the control plane.\n2. Upgrade each pool.\n',
      'rollback.md': '# Roll back a release\n\n```sh\nkubectl rollout undo deployment/shop\n```\n',
      'restore-database.md': '# Restoring the database\n\n## Find the backup\n\n```sh\naws s3 ls\n```\n',
    };
    const others = {
      'README.md': '# Acme infrastructure\n\n```sh\nterraform plan\n```\n',
      'CONTRIBUTING.md': '# Contributing\n\n1. Fork.\n2. Write.\n',
      'network.md': '# Network\n\nTwo subnets.\n',
    };
    const here = { ...pages, ...others };
    const plan = planFor(here);
    expect(Object.values(recognised(here, plan))).toEqual([]);
    expect(Object.values(recognised(here, plan, 'all'))).toEqual([Object.keys(pages)]);
    // in a folder of a product, too
    const below = Object.fromEntries(Object.entries(pages).map(([path, text]) => [`docs/ops/${path}`, text]));
    const all = { ...product, ...below };
    const shop = Object.fromEntries(Object.entries(all).filter(([path]) => !/runbook/i.test(path)));
    expect(Object.values(recognised(shop, planFor(shop, 'shop'), 'all'))).toEqual([Object.keys(below)]);
    // a product documents its own upgrade, and is no place of operations
    const guides = Object.fromEntries(Object.entries(pages).map(([path, text]) => [`docs/${path}`, text]));
    expect(planFor({ ...guides, 'README.md': '# Acme Store\n' }, 'store').proposal.kinds).toEqual([]);
    // where most of what can be carried out is called otherwise, names say nothing
    const more = Object.fromEntries(
      ['linting', 'style', 'tooling', 'access'].map((name) => [
        `${name}.md`,
        pages['gke-upgrade.md'].replace('Upgrade GKE', name),
      ]),
    );
    expect(planFor({ ...here, ...more }).proposal.kinds).toEqual([]);
    // but a folder of operations among them does
    const guide = Object.fromEntries(
      Object.entries(pages).map(([path, text]) => [`docs/sre-guide/${path}`, text]),
    );
    const mixed = { ...others, ...guide, ...more };
    expect(Object.values(recognised(mixed, planFor(mixed), 'all'))).toEqual([Object.keys(guide)]);
  });

  test('in free form is unsure, and asked for', () => {
    const free = {
      'README.md': '# Ops runbooks\n',
      'source/redis.md': '# Redis\n\n## Symptoms\n\nSlow.\n\n```sh\nredis-cli\n```\n',
      'source/kafka.md': '# Kafka\n\n## Rollback\n\n1. Stop.\n2. Start.\n',
      'source/disk.md': '# Disk\n\n## Escalation\n\nCall #ops.\n\n```sh\ndf\n```\n',
      'source/about.md': '# About\n\nWords.\n',
    };
    const plan = planFor(free, 'ops-runbooks');
    expect([plan.hasAny('sure'), plan.hasAny('all'), plan.unsure]).toEqual([false, true, 3]);
    expect(recognised(free, plan, 'all')).toEqual({
      runbook: ['source/redis.md', 'source/kafka.md', 'source/disk.md'],
    });
  });
});

describe('a collection with one runbook for each subject', () => {
  const guide = (title: string): string =>
    `# ${title}\n\n## Overview\n\nWords.\n\n## Monitoring\n\n1. Look.\n\n## Troubleshooting\n\n\`\`\`sh\ndf\n\`\`\`\n\n## Rollback\n\n1. Go.\n`;
  const subjects = ['kafka', 'redis', 'storage', 'network', 'compute'];
  const files = Object.fromEntries([
    ['README.md', '# Acme Runbooks\n'],
    ...subjects.flatMap((name) => [
      [`${name}/RUNBOOK.md`, guide(name)],
      [`${name}/CONCEPT.md`, guide(`${name}: Concepts`)],
    ]),
  ]) as Record<string, string>;

  test('means these, and asks for nothing else, however alike that is', () => {
    const plan = planFor(files, 'runbooks');
    expect(plan.unsure).toBe(0);
    expect(recognised(files, plan)).toEqual({ runbook: subjects.map((name) => `${name}/RUNBOOK.md`) });
  });

  test('names what is sure first', () => {
    const sure = { 'ops/db-runbook.md': guide('Database') };
    const free = Object.fromEntries(subjects.map((name) => [`notes/${name}.md`, guide(name)]));
    const plan = planFor({ 'README.md': '# Acme Runbooks\n', ...sure, ...free }, 'runbooks');
    expect(plan.proposal.kinds.find((kind) => kind.sure !== null)?.name).toBe('runbook');
  });
});

describe('without signs in headings', () => {
  const prose = (title: string): string =>
    `# ${title}\n\n${'Ask the team of the service, which knows. '.repeat(10)}\n`;
  const names = ['disk', 'queue', 'cache', 'leader', 'replica', 'certificate'];
  const pages = (folder: string, text: (title: string) => string): Record<string, string> =>
    Object.fromEntries(names.map((name) => [`${folder}/${name}.md`, text(name)]));

  test('a folder that says so holds runbooks, if most have something to say', () => {
    const files = {
      ...pages('runbooks', prose),
      'runbooks/README.md': '# Runbooks\n',
      'docs/a.md': prose('A'),
    };
    expect(recognised(files, planFor(files))).toEqual({
      runbook: names.map((name) => `runbooks/${name}.md`),
    });
    const stubs = pages('runbooks', (title) => `# ${title}\n`);
    expect(planFor(stubs).hasAny('all')).toBe(false);
  });

  test('so does one whose front page says so, but for the incidents below it', () => {
    const page = (title: string): string => `${prose(title)}\n## Rollback\n\n\`\`\`sh\nctl undo\n\`\`\`\n`;
    const files = {
      'README.md': '# Acme Platform\n',
      'source/index.md': '# Acme Runbooks\n',
      ...pages('source', page),
      'source/incidents/db.md': page('Database'),
      'other/index.md': '# Handbook\n',
      ...pages('other', page),
    };
    const plan = planFor(files);
    expect(plan.hasAny('sure')).toBe(false);
    expect(recognised(files, plan, 'all')).toEqual({ runbook: names.map((name) => `source/${name}.md`) });
  });

  const book = Object.fromEntries(
    [...names, ...names.map((name) => `${name}-two`)].map((name) => [
      `lab/${name}.md`,
      `# ${name}\n\n\`\`\`sh\nctl ${name}\n\`\`\`\n\n## Verification\n\nIt runs.\n`,
    ]),
  );

  test('a book of steps is one, unless a program has that name', () => {
    const own = { 'README.md': '# Runbook\n\n## How this began\n', ...book };
    expect(Object.values(recognised(own, planFor(own, 'runbook'), 'all'))).toEqual([Object.keys(book)]);
    const program = { 'README.md': '# Runbook\n\n## Installation\n\n## Usage\n', ...book };
    expect(planFor(program, 'runbook').hasAny('all')).toBe(false);
    const flows = Object.fromEntries(
      names.map((name, index) => [
        `docs/0${String(index)}-${name}.md`,
        `# Flow ${name}\n\n## Preconditions\n\nNone.\n\n## Steps\n\n1. Open.\n2. Save.\n`,
      ]),
    );
    const described = {
      ...flows,
      'README.md': program['README.md'],
      'PITCH.md': `${prose('Runbook — Pitch')}1. A\n2. B\n`,
    };
    expect(planFor(described, 'runbook').hasAny('all')).toBe(false);
  });
});

describe('a runbook that is cut into files', () => {
  const part = (title: string): string => `# ${title}\n\n\`\`\`sh\nctl\n\`\`\`\n`;
  const parts = {
    '01-visao-geral.md': part('01 - Visão geral'),
    '02-pre-requisitos.md': part('02 - Pré-requisitos'),
    '03-instalacao.md': part('03 - Instalação'),
    '04-validacao.md': part('04 - Validação'),
    '05-rollback.md': part('05 - Rollback'),
  };
  const inFolder = (folder: string): Record<string, string> =>
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [`${folder}/${name}`, text]));

  test('has all its parts, and nothing that stands beside them', () => {
    const files = {
      'README.md': '# Deployment Runbook\n',
      ...inFolder('docs'),
      'docs/evidence.md': part('Evidence'),
    };
    expect(recognised(files, planFor(files))).toEqual({
      runbook: Object.keys(parts).map((name) => `docs/${name}`),
    });
    const folders = { 'README.md': '# Shop\n', ...inFolder('ops/runbooks/move'), 'docs/a.md': part('A') };
    expect(recognised(folders, planFor(folders))).toEqual({
      runbook: Object.keys(parts).map((name) => `ops/runbooks/move/${name}`),
    });
  });

  test('is none in a manual', () => {
    const files = { 'README.md': '# Shop\n', ...inFolder('docs/manual') };
    expect(planFor(files).hasAny('all')).toBe(false);
  });
});

describe('many documents in free form are told in few words', () => {
  const words =
    'amber birch cedar delta ember flint grove haven inlet jetty kiosk larch maple north ocean'.split(' ');
  const text = (title: string, more: string): string =>
    `# ${title}\n\nWords.\n\n## ${more}\n\n1. Stop.\n2. Start.\n`;
  /** Two for each word: a runbook, and a text that is none. */
  const pairs = (runbook: (word: string) => string, folder = 'notes'): Record<string, string> =>
    Object.fromEntries([
      ['README.md', '# Acme\n'],
      ...words.flatMap((word) => [
        [`${folder}/${word}.md`, runbook(word)],
        [`${folder}/${word}ish.md`, text(`About ${word}`, 'History')],
      ]),
    ]) as Record<string, string>;
  const meant = words.map((word) => `notes/${word}.md`).sort();

  test.each([
    ['by their titles', 'shop', 'sure', pairs((word) => text(`Runbook: ${word}`, 'Way'))],
    ['by their headings', 'runbooks', 'all', pairs((word) => text(word, 'Rollback'))],
  ] as const)('%s', (_name, folder, answer, files) => {
    const plan = planFor(files, folder);
    const [kind] = plan.proposal.kinds;
    expect((kind?.sure ?? kind?.all)?.files).toEqual([]);
    expect(Object.values(recognised(files, plan, answer)).map((paths) => paths.toSorted())).toEqual([meant]);
  });
});

test('steps in headings tell, where nothing else does', () => {
  const deploy = (title: string): string =>
    `# ${title}\n\n## TL;DR\n\nWords.\n\n## Step 1: Fetch\n\n\`\`\`sh\ngit pull\n\`\`\`\n\n## Step 2: Start\n\n\`\`\`sh\nmake\n\`\`\`\n`;
  const files = {
    'README.md': '# Acme Runbooks\n',
    'stack/genesis.md': deploy('Genesis'),
    'stack/network.md': deploy('Network'),
    'stack/prover.md': deploy('Prover'),
    'stack/versions.md': '# Versions\n\n- a\n- b\n- c\n',
  };
  expect(Object.values(recognised(files, planFor(files, 'runbooks'), 'all'))).toEqual([
    ['stack/genesis.md', 'stack/network.md', 'stack/prover.md'],
  ]);
});

describe('a product', () => {
  test('is recognised by paths', () => {
    const plan = planFor(product);
    expect(recognised(product, plan)).toEqual({
      runbook: Object.keys(product).filter((path) => /runbooks\/[a-z]|RUNBOOK/.test(path)),
    });
    expect(plan.proposal.kinds[0]?.sure?.files).toEqual([
      'docs/runbooks/**',
      '**/RUNBOOK.md',
      '!**/README.md',
    ]);
  });

  test('tells fields with what they say', () => {
    const { text } = planFor(product).configuration('sure');
    expect(text).toContain('- { name: "Owner", required: true, sets: owner, values: { channel: true } }');
    expect(text).toContain(
      '- { name: "Last Reviewed", required: true, sets: reviewDate, values: { date: true } }',
    );
    expect(text).toContain(
      '- { name: "Review cycle", required: true, sets: reviewInterval, values: { interval: true } }',
    );
    expect(text).toContain('- { name: "Runbook ID", required: true, values: { pattern: "OP-\\\\d{3}" } }');
  });

  test('says three documents that it means and three that it leaves out', () => {
    const extent = planFor(product).proposal.kinds[0]?.sure;
    expect([extent?.examples.length, extent?.leftOut[0]]).toEqual([3, 'docs/runbooks/README.md']);
  });
});

describe('what only sounds like it', () => {
  test.each(Object.entries(soundsLike))('%s', (folder, files) => {
    const plan = planFor(files, folder);
    expect([plan.hasAny('sure'), plan.hasAny('all'), plan.proposal.kinds]).toEqual([false, false, []]);
  });
});

test('documents of built-in kinds stay what they are', () => {
  const files = {
    'docs/SoT.RUNBOOKS.md':
      '---\nid_prefix: RUN-XXX\n---\n# Runbooks\n\n## RUN-001: Disk is full\n\n**Owner:** Storage\n',
    'docs/notes.md': '# Notes\n',
  };
  const plan = planFor(files);
  expect([plan.proposal.known, plan.hasAny('sure')]).toEqual([1, true]);
  expect(recognised(files, plan)).toEqual({});
  expect(plan.configuration('sure').text).toContain('1 document more is recognised');
});

test('other endings are read only where runbooks have them', () => {
  const page = '# Restart\n\n## Rollback\n\n1. Stop.\n2. Start.\n';
  const plan = planFor({ 'docs/runbooks/restart.html.md.erb': page, 'docs/about.md': '# About\n' });
  expect(plan.configuration('sure').text).toContain('include:\n  - "*.md"\n  - "*.md.erb"\n');
  expect(
    planFor({ 'docs/runbooks/a.md': page, 'docs/b.mdx': '# B\n' }).configuration('sure').text,
  ).not.toContain('include');
});

describe('what stands among runbooks', () => {
  const steps = (title: string): string => `# ${title}\n\n## Rollback\n\n1. Stop.\n2. Start.\n`;

  test.each([
    ['docs/runbooks/replay-from-the-archive.md', true],
    ['docs/runbooks/failover-2026-08-06.md', true],
    ['docs/runbooks/queue/README.md', true],
    ['docs/runbooks/README.md', false],
    ['docs/runbooks/templates/page.md', false],
    ['docs/runbooks/runbook-template.md', false],
    ['docs/runbooks/dashboard-design.md', false],
    ['docs/runbook-server/api.md', false],
    ['testdata/runbooks/broken.md', false],
    ['.github/runbook-agent.md', false],
    ['docs/2026-08-06-outage.md', false],
    ['evidence/runbooks-one/notes.md', false],
  ])('%s', (path, isMeant) => {
    const files = {
      'docs/runbooks/one.md': steps('One'),
      'docs/runbooks/two.md': steps('Two'),
      [path]: steps('Three'),
    };
    const found = Object.values(recognised(files, planFor(files))).flat();
    expect([found.includes('docs/runbooks/one.md'), found.includes(path)]).toEqual([true, isMeant]);
  });

  test.each([
    ['Runbook Lifecycle', false],
    ['How to write a runbook', false],
    ['Runbook: Redis', true],
    ['OP-006: Key Rotation Runbook', true],
    ['Notes: the Acme Runbook', false],
    ['Signer - Manual Trigger Runbook', true],
    ['Notes — the Acme Runbook', false],
    ['Redis', false],
  ])('a title "%s" of a document elsewhere', (title, isMeant) => {
    const files = { 'docs/other.md': steps(title), 'docs/a.md': '# A\n' };
    const plan = planFor(files);
    expect(plan.hasAny('sure')).toBe(isMeant);
  });
});
