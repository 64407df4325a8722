import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseConfiguration } from '../../../server/src/config/parse-configuration';
import { Boundary } from '../../../server/src/disk/boundary';
import { findFiles } from '../../../server/src/disk/find-files';
import { roleInWorkspace } from '../../../server/src/disk/role-in-workspace';
import type { FoundFiles } from '../../../server/src/files/host';
import { WorkspaceRules } from '../../../server/src/files/workspace-rules';
import { fill, link, temporaryFolder, type FolderContent } from './temporary-folder';

function newRules(ignoreCase = false): WorkspaceRules {
  return new WorkspaceRules({
    parseConfiguration: (text) => parseConfiguration(text, new Set()).configuration,
    ignoreCase,
  });
}

/** Finds the documents of a folder, and makes sure that each file is judged alone as it is in the search. */
async function search(
  content: FolderContent,
  below = '',
  boundaryOf: (folder: string) => Boundary | null = (folder) => Boundary.of(folder),
): Promise<FoundFiles> {
  const folder = join(temporaryFolder(content), below);
  const boundary = boundaryOf(folder);
  const found = await findFiles(folder, newRules(), { boundary });
  for (const path of Object.keys(content).filter((path) => below === '' || path.startsWith(`${below}/`))) {
    const inside = path.slice(below.length).replace(/^\//, '');
    const alone = await roleInWorkspace({ path: folder, rules: newRules(), boundary }, inside);
    expect([inside, alone === 'document']).toEqual([inside, found.documents.includes(inside)]);
    expect([inside, alone === 'alerts']).toEqual([inside, found.alertFiles.includes(inside)]);
  }
  return found;
}

/** Whether a file alone is a document of a folder that links may not lead out of. */
async function isDocument(folder: string, rules: WorkspaceRules, path: string): Promise<boolean> {
  return (await roleInWorkspace({ path: folder, rules, boundary: Boundary.of(folder) }, path)) === 'document';
}

async function documentsOf(content: FolderContent): Promise<readonly string[]> {
  const { documents, problems } = await search(content);
  expect(problems).toEqual([]);
  return documents;
}

describe('the documents of a folder', () => {
  test('are its Markdown files at any depth, in order', async () => {
    expect(
      await documentsOf({
        'b.md': '',
        'a/b/c.markdown': '',
        'B.MD': '',
        'a.txt': '',
        'a/z.md': '',
        md: '',
        'ümlaut 😀 #1.md': '',
        '._a.md': '',
        '.#a.md': '',
        'folder.md/inner.md': '',
      }),
    ).toEqual(['B.MD', 'a/b/c.markdown', 'a/z.md', 'b.md', 'folder.md/inner.md', 'ümlaut 😀 #1.md']);
  });

  test('are not those of dependencies, version control and hidden folders, but those of hosting services', async () => {
    expect(
      await documentsOf({
        'a/node_modules/x/README.md': '',
        '.git/a.md': '',
        '.history/a.md': '',
        '.github/runbooks/a.md': '',
        '.gitlab/a.md': '',
        '.a.md': '',
      }),
    ).toEqual(['.a.md', '.github/runbooks/a.md', '.gitlab/a.md']);
  });

  test('are those of a hidden folder that include names', async () => {
    expect(
      await documentsOf({
        '.runbook.yaml': "include: ['**', '.ops/**']",
        '.ops/a.md': '',
        '.other/a.md': '',
        'b.md': '',
      }),
    ).toEqual(['.ops/a.md', 'b.md']);
  });

  test('are not what a .gitignore leaves out', async () => {
    expect(
      await documentsOf({
        '.gitignore': 'out/\n*.tmp.md\n!keep.tmp.md\n',
        'a.md': '',
        'a.tmp.md': '',
        'out/a.md': '',
        'out/keep.tmp.md': '',
        'docs/.gitignore': '!b.tmp.md\n/private\n',
        'docs/b.tmp.md': '',
        'docs/keep.tmp.md': '',
        'docs/private/a.md': '',
        'docs/more/private/a.md': '',
      }),
    ).toEqual(['a.md', 'docs/b.tmp.md', 'docs/keep.tmp.md', 'docs/more/private/a.md']);
  });

  test('are what include and exclude say, in nested files too', async () => {
    const { documents, configurationFiles } = await search({
      '.runbook.yaml': 'exclude: [old]\ninclude: [docs, team]',
      'a.md': '',
      'docs/a.md': '',
      'docs/old/a.md': '',
      'team/.runbook.yaml': 'exclude: ["*.draft.md"]',
      'team/a.md': '',
      'team/b.draft.md': '',
      'docs/b.draft.md': '',
    });
    expect(documents).toEqual(['docs/a.md', 'docs/b.draft.md', 'team/a.md']);
    expect(configurationFiles).toEqual([
      { path: '.runbook.yaml', text: 'exclude: [old]\ninclude: [docs, team]' },
      { path: 'team/.runbook.yaml', text: 'exclude: ["*.draft.md"]' },
    ]);
  });

  test('are found without configuration files when there are to be none', async () => {
    const folder = temporaryFolder({ '.runbook.yaml': 'exclude: [a]', 'a/b.md': '' });
    const found = await findFiles(
      folder,
      new WorkspaceRules({ parseConfiguration: null, ignoreCase: false }),
    );
    expect(found).toMatchObject({ documents: ['a/b.md'], configurationFiles: [], outside: [], problems: [] });
  });

  test('leave the configurations behind, for what is in the files', async () => {
    const folder = temporaryFolder({ 'ops/.runbook.yaml': 'staleAfterDays: 7', 'ops/a.md': '' });
    const rules = newRules();
    await findFiles(folder, rules);
    expect(rules.configurations.forFile('ops/a.md').staleAfterDays).toBe(7);
    expect(rules.configurations.forFile('a.md').staleAfterDays).toBe(90);
  });
});

describe('symbolic links', () => {
  const elsewhere: FolderContent = {
    'elsewhere/shared.md': '',
    'elsewhere/deep/b.md': '',
    'elsewhere/deep/b.txt': '',
    'work/a.md': '',
    'work/linked.md': link('../elsewhere/shared.md'),
    'work/deep': link('../elsewhere/deep'),
    'work/not-a-document': link('../elsewhere/deep/b.txt'),
  };

  test('out of the workspace are not followed, and named where documents may be missing', async () => {
    const { documents, outside, problems } = await search(elsewhere, 'work');
    expect(documents).toEqual(['a.md']);
    expect(outside).toEqual(['deep', 'linked.md']);
    expect(problems).toEqual([]);
  });

  test('out of the workspace are followed where that is wanted', async () => {
    const { documents, outside } = await search(elsewhere, 'work', () => null);
    expect(documents).toEqual(['a.md', 'deep/b.md', 'linked.md']);
    expect(outside).toEqual([]);
  });

  test('to the root of all, to a folder above and to a sibling of a like name lead out', async () => {
    const { documents, outside } = await search(
      {
        'work/a.md': '',
        'work/root': link('/'),
        'work/up': link('../..'),
        'work/twin': link('../workshop'),
        'workshop/b.md': '',
      },
      'work',
    );
    expect(documents).toEqual(['a.md']);
    expect(outside).toEqual(['root', 'twin', 'up']);
  });

  test('inside of the workspace that lead out by way of another one lead out', async () => {
    const { documents, outside } = await search(
      {
        'elsewhere/b.md': '',
        'work/x': link('y'),
        'work/y': link('../elsewhere'),
        'work/a.md': link('x/b.md'),
      },
      'work',
    );
    expect(documents).toEqual([]);
    expect(outside).toEqual(['a.md', 'x', 'y']);
  });

  test('to what the workspace holds itself add nothing', async () => {
    expect(
      await documentsOf({
        'a-link.md': link('z.md'),
        'a-folder': link('docs'),
        'docs/a.md': '',
        'z.md': '',
      }),
    ).toEqual(['docs/a.md', 'z.md']);
  });

  test('that lead in a circle end', async () => {
    expect(
      await documentsOf({
        'a/up': link('..'),
        'a/self': link('.'),
        'a/b/root': link('../..'),
        'a/b/c.md': '',
      }),
    ).toEqual(['a/b/c.md']);
  });

  test('to the same file elsewhere find it once, on the first path', async () => {
    const folder = temporaryFolder({
      'elsewhere/a.md': '',
      'work/z.md': link('../elsewhere/a.md'),
      'work/b': link('../elsewhere'),
      'work/c': link('../elsewhere'),
    });
    expect((await findFiles(join(folder, 'work'), newRules(), { boundary: null })).documents).toEqual([
      'b/a.md',
    ]);
  });

  test('are left out by the rules for their own path', async () => {
    const { documents, outside } = await search(
      {
        'elsewhere/a.md': '',
        'work/.gitignore': 'ignored\n',
        'work/ignored': link('../elsewhere'),
        'work/node_modules': link('../elsewhere'),
      },
      'work',
    );
    expect(documents).toEqual([]);
    expect(outside).toEqual([]);
  });

  test('to nothing are a problem only where a document is missing', async () => {
    const folder = temporaryFolder({
      'gone.md': link('nowhere.md'),
      gone: link('nowhere'),
      'round.md': link('round.md'),
    });
    const { documents, problems } = await findFiles(folder, newRules());
    expect(documents).toEqual([]);
    expect(problems).toEqual([
      { path: 'gone.md', message: 'It does not exist.' },
      { path: 'round.md', message: 'Its symbolic links form a loop.' },
    ]);
  });

  test('as the workspace folder itself are nothing special', async () => {
    const folder = temporaryFolder({ 'real/a.md': '', 'real/b': link('.'), work: link('real') });
    expect((await findFiles(join(folder, 'work'), newRules())).documents).toEqual(['a.md']);
  });
});

describe('what cannot be read', () => {
  test('of a .gitignore that is too long is a problem, and the rest of it counts', async () => {
    const { documents, problems } = await search({
      '.gitignore': `b.md\n${'x\n'.repeat(5_000)}`,
      'a.md': '',
      'b.md': '',
    });
    expect(documents).toEqual(['a.md']);
    expect(problems).toEqual([
      { path: '.gitignore', message: 'Only its first 5000 rules count. Shorten it.', partly: true },
    ]);
  });

  test('is a problem, and the rest is found', async () => {
    const { documents, problems } = await search({
      'a.md': '',
      '.runbook.yaml': new Uint8Array([0x61, 0xff]),
      'docs/.gitignore/a.txt': '',
      'docs/b.md': '',
    });
    expect(documents).toEqual(['a.md', 'docs/b.md']);
    expect(problems).toEqual([
      {
        path: '.runbook.yaml',
        message: 'It is not UTF-8 text (invalid byte at offset 1, line 1). Save it as UTF-8.',
      },
      { path: 'docs/.gitignore', message: 'It is a folder, not a file.' },
    ]);
  });

  test.skipIf(process.getuid?.() === 0)('may be a folder without permission', async () => {
    const folder = temporaryFolder({ 'a.md': '', 'closed/b.md': '' });
    chmodSync(join(folder, 'closed'), 0o000);
    const { documents, problems } = await findFiles(folder, newRules());
    chmodSync(join(folder, 'closed'), 0o700);
    expect(documents).toEqual(['a.md']);
    expect(problems.map(({ path }) => path)).toEqual(['closed']);
  });

  test('may be the workspace folder itself', async () => {
    const folder = temporaryFolder({ 'a.md': '' });
    expect((await findFiles(join(folder, 'gone'), newRules())).problems).toEqual([
      { path: '', message: 'It does not exist.' },
    ]);
    expect((await findFiles(join(folder, 'a.md'), newRules())).problems).toEqual([
      { path: '', message: 'It is not a folder.' },
    ]);
  });
});

describe('a search', () => {
  test('can be given up', async () => {
    const folder = temporaryFolder({ 'a/b/c/d.md': '' });
    const reason = new Error('no longer needed');
    await expect(
      findFiles(folder, newRules(), { boundary: null, signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);
    const controller = new AbortController();
    const running = findFiles(folder, newRules(), { boundary: null, signal: controller.signal });
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
  });

  test('lets others have their turn, and can be given up then', async () => {
    const folder = temporaryFolder({ 'a/b.md': '', 'c/d.md': '' });
    const controller = new AbortController();
    let pauses = 0;
    const pace = {
      isDue: true,
      pause: () => {
        pauses++;
        return Promise.resolve();
      },
    };
    const { documents } = await findFiles(folder, newRules(), { boundary: null, pace });
    expect(documents).toEqual(['a/b.md', 'c/d.md']);
    expect(pauses).toBe(3);
    const reason = new Error('no longer needed');
    const ending = {
      isDue: true,
      pause: () => {
        controller.abort(reason);
        return Promise.resolve();
      },
    };
    const options = { boundary: null, signal: controller.signal, pace: ending };
    await expect(findFiles(folder, newRules(), options)).rejects.toBe(reason);
  });

  test('finds the same every time, also among many folders', async () => {
    const content = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        `${String(index % 40)}/${String(index % 7)}/${String(index)}.md`,
        '',
      ]),
    );
    const folder = temporaryFolder(content);
    const found = await findFiles(folder, newRules());
    expect(found.documents).toEqual(Object.keys(content).toSorted());
    expect(await findFiles(folder, newRules())).toEqual(found);
  });
});

describe('a single file', () => {
  test('is judged by rules of folders that came after the search', async () => {
    const folder = temporaryFolder({ 'a.md': '' });
    const rules = newRules();
    await findFiles(folder, rules);
    fill(folder, { 'new/.gitignore': 'b.md\n', 'new/b.md': '', 'new/c.md': '', 'new/node_modules/d.md': '' });
    expect(await isDocument(folder, rules, 'new/b.md')).toBe(false);
    expect(await isDocument(folder, rules, 'new/c.md')).toBe(true);
    expect(await isDocument(folder, rules, 'new/node_modules/d.md')).toBe(false);
  });

  test('need not exist (any more)', async () => {
    const folder = temporaryFolder({ '.gitignore': 'out\n' });
    expect(await isDocument(folder, newRules(), 'gone/a.md')).toBe(true);
    expect(await isDocument(folder, newRules(), 'out/a.md')).toBe(false);
    mkdirSync(join(folder, 'there'));
    rmSync(join(folder, 'there'), { recursive: true });
    expect(await isDocument(folder, newRules(), 'there/a.md')).toBe(true);
  });
});
