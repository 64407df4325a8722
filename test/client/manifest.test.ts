import { readFileSync } from 'node:fs';
import picomatch from 'picomatch';
import { describe, expect, test } from 'vitest';
import { commandIds, contextKeys, settingsSection, viewIds } from '../../protocol/src/contributions.js';
import { defaultSettings } from '../../protocol/src/settings.js';

const root = new URL('../../', import.meta.url);
const manifest: unknown = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const strings: unknown = JSON.parse(readFileSync(new URL('package.nls.json', root), 'utf8'));
const contributes = at(manifest, 'contributes');

describe('ids of the manifest and of the code are the same', () => {
  test('commands', () => {
    expect(listOf(contributes, 'commands').map((command) => at(command, 'command'))).toEqual(
      Object.values(commandIds),
    );
  });

  test('views and their container', () => {
    expect(listOf(at(contributes, 'viewsContainers'), 'activitybar').map((view) => at(view, 'id'))).toEqual([
      viewIds.container,
    ]);
    expect(listOf(at(contributes, 'views'), viewIds.container).map((view) => at(view, 'id'))).toEqual([
      viewIds.phases,
    ]);
    expect(listOf(contributes, 'viewsWelcome').map((welcome) => at(welcome, 'view'))).toEqual([
      viewIds.phases,
    ]);
  });

  test('menus name only commands that exist', () => {
    const inMenus = Object.values(objectOf(at(contributes, 'menus')))
      .flatMap((items) => Object.values(objectOf(items)))
      .map((item) => at(item, 'command'));
    expect(inMenus.length).toBeGreaterThan(0);
    expect(Object.values(commandIds)).toEqual(expect.arrayContaining(inMenus));
  });

  test('when clauses use only context keys that the client sets', () => {
    const used = allStrings(contributes).flatMap((text) => text.match(/\brunbook\.documentK\w+/g) ?? []);
    expect([...new Set(used)]).toEqual([contextKeys.documentKind]);
  });

  test('settings have the defaults that the server assumes', () => {
    const properties = at(at(contributes, 'configuration'), 'properties');
    expect(Object.keys(objectOf(properties)).every((key) => key.startsWith(`${settingsSection}.`))).toBe(
      true,
    );
    expect(at(at(properties, `${settingsSection}.diagnostics.scope`), 'default')).toBe(
      defaultSettings.diagnostics.scope,
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

test('every %key% of the manifest has a text, and no text is unused', () => {
  const used = allStrings(manifest).flatMap((text) => /^%(.+)%$/.exec(text)?.[1] ?? []);
  expect([...new Set(used)].sort()).toEqual(Object.keys(objectOf(strings)).sort());
});

describe('the extension wakes up', () => {
  const globs = listOf(manifest, 'activationEvents').map((event) =>
    String(event).replace('workspaceContains:', ''),
  );
  const wakesUp = picomatch(globs, { dot: true });

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
