/** Styles that a configuration goes on from: files, packages, shipped ones; what they give, and what is wrong with them. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DiskHost } from '../../../server/src/disk/disk-host';
import { toUri } from '../../../server/src/disk/paths';
import { WorkspaceFiles } from '../../../server/src/files/workspace-files';
import { createRunbookService, ruleOptions, type RunbookService } from '../../../server/src/service';
import { shippedNames, shippedStyles } from '../../../server/src/config/shipped-styles';
import { parseConfiguration } from '../../../server/src/config/parse-configuration';
import { temporaryFolder, type FolderContent } from '../disk/temporary-folder';
import { today } from '../../support/workspace';

interface Opened {
  readonly service: RunbookService;
  readonly files: WorkspaceFiles;
  readonly path: string;
  readonly uri: (path: string) => string;
  readonly rulesIn: (path: string) => string[];
  readonly problems: () => string[];
}

async function open(
  content: FolderContent,
  prepare: (path: string) => void = () => undefined,
): Promise<Opened> {
  const path = temporaryFolder(content);
  prepare(path);
  const root = toUri(path);
  const service = createRunbookService({ today: () => today });
  service.setFolders([{ uri: root, name: 'work' }]);
  const files = new WorkspaceFiles(new DiskHost(), service, ruleOptions);
  await files.load({ uri: root, name: 'work' });
  const uri = (one: string): string => `${root}/${one}`;
  return {
    service,
    files,
    path,
    uri,
    rulesIn: (one) => service.findings(uri(one)).map(({ rule }) => rule.name),
    problems: () =>
      files.configurations.flatMap((file) =>
        file.problems.map(({ message }) => `${file.uri.slice(root.length + 1)}: ${message}`),
      ),
  };
}

const page = '# Full\n\n## Meaning\n\nThe disk is full.\n';
const style = `kinds:
  - name: page
    files: pages
    sections: [{ name: Meaning, required: true }, { name: Fix, required: true }]
`;

describe('a style', () => {
  test.each([
    ['a file beside it', { '.runbook.yaml': 'extends: ./house.yaml\n', 'house.yaml': style }],
    [
      'a file of several',
      {
        '.runbook.yaml': 'extends: [./a/b.yaml]\n',
        'a/b.yaml': 'extends: [../house.yaml]\n',
        'house.yaml': style,
      },
    ],
    [
      'a package',
      { '.runbook.yaml': 'extends: ["@acme/style"]\n', 'node_modules/@acme/style/runbook.yaml': style },
    ],
    [
      'a file of a package',
      { '.runbook.yaml': 'extends: [style/x.yaml]\n', 'node_modules/style/x.yaml': style },
    ],
  ])('is taken over from %s', async (_name, content) => {
    const opened = await open({ ...content, 'pages/full.md': page });
    expect(opened.problems()).toEqual([]);
    expect(opened.rulesIn('pages/full.md')).toEqual(['missing-section']);
  });

  test('is looked for in the folders above a nested file, and holds below that only', async () => {
    const opened = await open({
      'ops/.runbook.yaml': 'extends: [style]\n',
      'node_modules/style/runbook.yaml': style,
      'ops/pages/full.md': page,
      'pages/full.md': page,
    });
    expect(opened.rulesIn('ops/pages/full.md')).toEqual(['missing-section']);
    expect(opened.rulesIn('pages/full.md')).toEqual([]);
  });

  test('gives way, kind by kind and key by key, to what the file says itself', async () => {
    const opened = await open({
      '.runbook.yaml':
        'extends: [./a.yaml, ./b.yaml]\nkinds: [{ name: page, files: notes }]\nrules: { missing-section: error }\n',
      'a.yaml': `rules: { missing-section: off }\n${style}`,
      'b.yaml': 'rules: { missing-section: hint }\n',
      'notes/full.md': page,
      'pages/full.md': page,
    });
    expect(opened.service.findings(opened.uri('notes/full.md')).map(({ severity }) => severity)).toEqual([
      'error',
    ]);
    expect(opened.rulesIn('pages/full.md')).toEqual([]);
  });

  test('decides nothing about which files are read', async () => {
    const opened = await open({
      '.runbook.yaml': 'extends: ./a.yaml\n',
      'a.yaml': `exclude: ['**']\ninclude: [x]\njoin: [../y]\nbaseline: z.json\n${style}`,
      'pages/full.md': page,
    });
    expect(opened.rulesIn('pages/full.md')).toEqual(['missing-section']);
  });

  test('leads to its own templates', async () => {
    const opened = await open({
      'ops/.runbook.yaml': 'extends: [../styles/house.yaml]\n',
      'styles/house.yaml': `${style}    template: ./page.md\n`,
      'styles/page.md': '# T\n\n## Fix\n\nTurn it off and on.\n',
      'ops/pages/full.md': page,
    });
    const [finding] = opened.service.findings(opened.uri('ops/pages/full.md'));
    const edits = [...(finding?.fixes()[0]?.edits.values() ?? [])].flat();
    expect(edits.map(({ newText }) => newText).join('')).toContain('Turn it off and on.');
  });

  test('is read again when it changes or comes', async () => {
    const { path, ...opened } = await open({
      '.runbook.yaml': 'extends: ./house.yaml\n',
      'pages/full.md': page,
    });
    expect(opened.problems()).toEqual(['.runbook.yaml: There is no file "./house.yaml".']);
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(path, 'house.yaml'), style);
    await opened.files.onChanged(opened.uri('house.yaml'));
    expect([opened.problems(), opened.rulesIn('pages/full.md')]).toEqual([[], ['missing-section']]);
    writeFileSync(join(path, 'house.yaml'), style.replace(', { name: Fix, required: true }', ''));
    await opened.files.rescan();
    expect(opened.rulesIn('pages/full.md')).toEqual([]);
  });
});

describe('what is wrong is told where it is', () => {
  test.each([
    ['extends: ./house.yml', {}, 'There is no file "./house.yml".'],
    [
      'extends: acme',
      {},
      'There is no package "acme" with a runbook.yaml in node_modules beside this file or above. Install it.',
    ],
    ['extends: ../x.yaml', {}, '"../x.yaml" is outside of the workspace folder.'],
    [
      'extends: /etc/x.yaml',
      {},
      '"/etc/x.yaml" leads nowhere. Use a path such as ./house.yaml, or the name of an installed package.',
    ],
    [
      'extends: a/../../b.yaml',
      {},
      '"a/../../b.yaml" leads nowhere. Use a path such as ./house.yaml, or the name of an installed package.',
    ],
    [
      'extends: runbook:alert-page',
      {},
      'No style "runbook:alert-page" is shipped. Did you mean "runbook:alert-pages"?',
    ],
    ['extends: 3', {}, '"extends" must be a path, a package, or a list of them.'],
    [
      'extends: acme',
      { 'node_modules/acme/runbook.yaml': '\nkindz: 1\n' },
      '"acme" has a mistake in line 2. Unknown setting "kindz". Did you mean "kinds"?',
    ],
  ])('%s', async (text, content, message) => {
    const opened = await open({ '.runbook.yaml': `${text}\n`, ...content });
    expect(opened.problems()).toEqual([`.runbook.yaml: ${message}`]);
  });

  test('one that leads back to itself ends', async () => {
    const opened = await open({
      '.runbook.yaml': 'extends: ./a.yaml\n',
      'a.yaml': 'extends: ./b.yaml\n',
      'b.yaml': 'extends: ./a.yaml\n',
    });
    expect(opened.problems()).toEqual([
      '.runbook.yaml: "./a.yaml" leads back to itself, so it is not read again. Remove it from one of the files.',
    ]);
  });

  test('mistakes in a file of the workspace are its own', async () => {
    const opened = await open({ '.runbook.yaml': 'extends: ./a.yaml\n', 'a.yaml': 'kindz: 1\n' });
    expect(opened.problems()).toEqual(['a.yaml: Unknown setting "kindz". Did you mean "kinds"?']);
  });

  test.runIf(process.platform !== 'win32')('a link that leads out is not followed', async () => {
    const outside = temporaryFolder({ 'runbook.yaml': style });
    const opened = await open(
      { '.runbook.yaml': 'extends: [acme]\n', 'node_modules/x/y.md': '', 'pages/full.md': page },
      (path) => {
        symlinkSync(outside, join(path, 'node_modules/acme'));
      },
    );
    expect(opened.problems()[0]).toMatch(/^\.runbook\.yaml: "acme" cannot be read\. /);
    expect(opened.rulesIn('pages/full.md')).toEqual([]);
  });
});

describe('a template that is no document is told where it is named', () => {
  const kind = (path: string): string => `kinds:\n  - { name: page, files: pages, template: ${path} }\n`;
  const lost = (path: string): string =>
    `"${path}" is no document of this workspace folder, so new documents begin without it. A template is a Markdown file that is there and not excluded.`;

  test.each([
    ['not there', { '.runbook.yaml': kind('t/page.md') }, `.runbook.yaml: ${lost('t/page.md')}`],
    [
      'outside of the workspace folder',
      { '.runbook.yaml': kind('../page.md') },
      '.runbook.yaml: "../page.md" is outside of the workspace folder.',
    ],
    [
      'excluded',
      { '.runbook.yaml': `exclude: [t]\n${kind('t/page.md')}`, 't/page.md': page },
      `.runbook.yaml: ${lost('t/page.md')}`,
    ],
    [
      'beside the file above and not beside the nested one',
      { 'ops/.runbook.yaml': kind('page.md'), 'page.md': page },
      `ops/.runbook.yaml: ${lost('page.md')}`,
    ],
    [
      'named by a style',
      { '.runbook.yaml': 'extends: ./styles/a.yaml\n', 'styles/a.yaml': kind('page.md'), 'page.md': page },
      `styles/a.yaml: ${lost('page.md')}`,
    ],
  ])('%s', async (_name, content, problem) => {
    expect((await open(content)).problems()).toEqual([problem]);
  });

  test('and not any more once it is there', async () => {
    const { path, ...opened } = await open({ '.runbook.yaml': kind('./my page.md') });
    expect(opened.problems()).toHaveLength(1);
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(path, 'my page.md'), page);
    await opened.files.onChanged(opened.uri('my%20page.md'));
    expect(opened.problems()).toEqual([]);
    const edited = opened.files.readConfiguration(opened.uri('.runbook.yaml'), kind('your.md'));
    expect(edited.problems.map(({ span }) => kind('your.md').slice(span.start, span.end))).toEqual([
      'your.md',
    ]);
  });
});

test.each(shippedNames)('%s is valid', (name) => {
  expect(parseConfiguration(shippedStyles[name].text, new Set()).problems).toEqual([]);
});

test('alert pages are known by their headings', async () => {
  const full =
    '# DiskFull\n\n## Meaning\n\nFull.\n\n## Impact\n\nAll.\n\n## Diagnosis\n\nLook.\n\n## Mitigation\n\n1. Run `rm x`.\n';
  const opened = await open({
    '.runbook.yaml': 'extends: [runbook:alert-pages]\n',
    'DiskFull.md': full,
    'Other.md': full.replace(/## Impact[^]*?(?=## D)/, ''),
    'guide.md': '# Guide\n\n## Impact\n\nText.\n',
  });
  expect(opened.rulesIn('DiskFull.md')).toEqual([]);
  expect(opened.rulesIn('Other.md').sort()).toEqual(['missing-section', 'title-not-file-name']);
  expect(opened.rulesIn('guide.md')).toEqual([]);
});
