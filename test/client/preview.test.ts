import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt, { type Token } from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { candidateFor } from '../../client/src/preview/candidate-for';
import { decorator } from '../../client/src/preview/decorate';
import { relativeLink } from '../../client/src/preview/relative-link';
import { shiftContents } from '../../client/src/preview/shift-contents';
import type { PreviewContents } from '../../protocol/src/preview';
import { serveFixture } from '../support/check-feature';
import { exampleTexts } from '../support/example-workspace';
import { uriOf } from '../support/workspace';

const words = {
  ticked: 'Done',
  open: 'Not done',
  placeholder: 'To be filled in',
  link: (id: string, title: string) => (title === '' ? id : `${id}: ${title}`),
  deprecated: (id: string, title: string) => `${id}: ${title}. Deprecated`,
  missing: 'not defined',
  missingId: (id: string) => `${id} is not defined`,
  progress: (done: number, total: number) => `${String(done)} of ${String(total)} done`,
  copy: 'Copy',
  copyCommands: 'Copy these commands',
  copied: 'Copied',
  notCopied: 'Could not copy',
};

/** Renders as the built-in preview does: HTML is let through, links carry their destination once more. */
function render(text: string, contents: PreviewContents | null, uri = uriOf('RUN-001.md')): string {
  const md = new MarkdownIt({ html: true, linkify: true });
  const decorate = decorator(md, words);
  const tokens = md.parse(text, {});
  const before = JSON.stringify(tokens);
  const shown = contents === null ? tokens : decorate(tokens, { uri, contents });
  // tokens are kept and rendered again
  expect(JSON.stringify(tokens)).toBe(before);
  return md.renderer.render(shown, md.options, {});
}

const others = `//- /SoT.OPS.md
---
id_prefix: RUN-XXX, MON-XXX
---

# Operations (SoT File)

## MON-001: Queue "length"

**ID**: MON-001

## MON-002: [DEPRECATED] Old queue

**ID**: MON-002
**Status**: Deprecated, replaced by MON-001
`;

/** A runbook with some lines at its end, as the preview shows these lines. */
function checkLines(source: string, ...expected: readonly string[]): void {
  const head =
    '# RUN-001: Queue is stuck\n\n**Owner**: Platform team\n\n**Trigger**: an alert\n\n## Steps\n\n';
  const text = `${head}${source.replaceAll('~~~', '```')}`;
  const { service } = serveFixture(`${others}\n//- /RUN-001.md\n${text}`);
  const contents = service.editor.preview(uriOf('RUN-001.md'));
  expect(contents).not.toBeNull();
  const html = render(text, contents);
  const shown = html.slice(html.indexOf('<h2>Steps</h2>') + '<h2>Steps</h2>'.length).trim();
  expect(shown.split('\n')).toEqual(expected);
}

describe('identifiers in the preview', () => {
  it('are links with the title of their entry', () => {
    checkLines(
      'See MON-001.',
      '<p>See <a href="SoT.OPS.md#mon-001-queue-length" class="runbook-id" title="MON-001: Queue &quot;length&quot;">MON-001</a>.</p>',
    );
  });

  it('lead within the document to where the entry is defined', () => {
    const text = '# RUN-001: Queue is stuck\n\n**Owner**: A\n\n**Trigger**: an alert\n\nAs RUN-001 says.\n';
    const { service } = serveFixture(`${others}\n//- /RUN-001.md\n${text}`);
    const html = render(text, service.editor.preview(uriOf('RUN-001.md')));
    expect(html).toContain('<h1><span id="runbook-RUN-001">RUN-001</span>: Queue is stuck</h1>');
    expect(html).toContain('<a href="#runbook-RUN-001" class="runbook-id"');
  });

  it('are marked in words where no document defines them', () => {
    checkLines(
      '**MON-009** fires.',
      '<p><strong><span class="runbook-missing" title="MON-009 is not defined">MON-009</span> <span class="runbook-note">(not defined)</span></strong> fires.</p>',
    );
  });

  it('of a list with slashes are each taken alone', () => {
    checkLines(
      'MON-001/002, not 002',
      '<p><a href="SoT.OPS.md#mon-001-queue-length" class="runbook-id" title="MON-001: Queue &quot;length&quot;">MON-001</a>/' +
        '<a href="SoT.OPS.md#mon-002-deprecated-old-queue" class="runbook-id runbook-deprecated" title="MON-002: Old queue. Deprecated">002</a>, not 002</p>',
    );
  });

  it('keep the links that an author wrote, and code whole', () => {
    checkLines(
      '[MON-001](other.md) and `MON-001` and `get MON-001`, REQ-MON-001',
      '<p><a href="other.md">MON-001</a> and <a href="SoT.OPS.md#mon-001-queue-length" class="runbook-id" title="MON-001: Queue &quot;length&quot;"><code>MON-001</code></a> and <code>get MON-001</code>, REQ-MON-001</p>',
    );
  });
});

describe('placeholders in the preview', () => {
  const mark = (text: string): string =>
    `<mark class="runbook-placeholder" title="To be filled in">${text}</mark>`;

  it('are marked, across markup too', () => {
    checkLines(
      'Call [the **team** on duty] by YYYY-MM-DD',
      `<p>Call ${mark('[the ')}<strong>${mark('team')}</strong>${mark(' on duty]')} by ${mark('YYYY-MM-DD')}</p>`,
    );
  });

  it('are seen where Markdown takes them for HTML', () => {
    checkLines(
      'Call <team name> now\n\n<Describe the goal>',
      `<p>Call ${mark('&lt;team name&gt;')} now</p>`,
      `<p>${mark('&lt;Describe the goal&gt;')}</p>`,
    );
  });
});

describe('boxes in the preview', () => {
  const box = (checked: boolean): string =>
    `<input type="checkbox" class="runbook-box" disabled=""${checked ? ' checked=""' : ''} aria-label="${checked ? 'Done' : 'Not done'}">`;

  it('stand in lists', () => {
    checkLines(
      '- [x] One\n- [ ] Two [ ] of them\n- Three',
      '<ul>',
      `<li class="runbook-task">${box(true)} One</li>`,
      `<li class="runbook-task">${box(false)} Two [ ] of them</li>`,
      '<li>Three</li>',
      '</ul>',
    );
  });

  it('stand in tables', () => {
    checkLines(
      '| Check | Done |\n| --- | --- |\n| [ ] left | [x] |',
      '<table>',
      '<thead>',
      '<tr>',
      '<th>Check</th>',
      '<th>Done</th>',
      '</tr>',
      '</thead>',
      '<tbody>',
      '<tr>',
      '<td>[ ] left</td>',
      `<td>${box(true)}</td>`,
      '</tr>',
      '</tbody>',
      '</table>',
    );
  });
});

describe('fields in the preview', () => {
  const field = (name: string, value: string): string =>
    `<div class="runbook-field"><dt>${name}</dt><dd>${value}</dd></div>`;

  it('are a list with names and values', () => {
    checkLines(
      '**Owner**: Platform *team*\n**Since:** 2026\nand before\nStatus: Active',
      ...(
        `<dl class="runbook-fields">${field('<strong>Owner</strong>: ', 'Platform <em>team</em>')}` +
        `${field('<strong>Since:</strong> ', '2026\nand before')}${field('Status: ', 'Active')}</dl>`
      ).split('\n'),
    );
  });
});

describe('commands in the preview', () => {
  it('have a button that copies them', () => {
    checkLines(
      '~~~bash\nqueue drain <name>\n~~~',
      '<div class="runbook-commands">',
      '<pre><code class="language-bash">queue drain &lt;name&gt;',
      '</code></pre>',
      '<button type="button" class="runbook-copy" hidden="" aria-label="Copy these commands" data-copied="Copied" data-not-copied="Could not copy">Copy</button></div>',
    );
  });

  it('are copied without prompts', () => {
    const text = '# RUN-001: A\n\n**Owner**: A\n\n**Trigger**: B\n\n```console\n$ a "b"\nc\n```\n';
    const { service } = serveFixture(`//- /RUN-001.md\n${text}`);
    expect(render(text, service.editor.preview(uriOf('RUN-001.md')))).toContain(
      'data-text="a &quot;b&quot;"',
    );
  });
});

describe('phases in the preview', () => {
  it('say how much is done, outside of the words that make their anchor', () => {
    const text =
      '# Playbook: Move\n\n## Phases\n\n### Phase 1: Copy\n\n**Gate Criteria:**\n\n- [x] A\n- [ ] B\n';
    const { service } = serveFixture(`//- /move.md\n${text}`);
    const html = render(text, service.editor.preview(uriOf('move.md')), uriOf('move.md'));
    expect(html).toContain('<h3>Phase 1: Copy <span class="runbook-progress">1 of 2 done</span></h3>');
  });

  it('keep the anchors that VS Code 1.91 makes of all that tokens contain', () => {
    const text =
      '# Playbook: Move\n\n## Phases\n\n### Phase 1: Copy <table>, see RUN-404\n\n**Gate Criteria:**\n\n- [x] A\n';
    const { service } = serveFixture(
      `//- /SoT.OPS.md\n## RUN-001: Stuck\n\n**ID**: RUN-001\n\n//- /move.md\n${text}`,
    );
    const contents = service.editor.preview(uriOf('move.md'));
    const md = new MarkdownIt({ html: true });
    const tokens = md.parse(text, {});
    const shown = decorator(md, words)(tokens, {
      uri: uriOf('move.md'),
      contents: contents ?? expect.fail(),
    });
    const anchorWords = (all: readonly Token[]): readonly string[] =>
      all.flatMap(({ type }, index) =>
        type === 'heading_open'
          ? [(all[index + 1]?.children ?? []).map(({ content }) => content).join('')]
          : [],
      );
    expect(md.renderer.render(shown, md.options, {})).toContain('1 of 1 done');
    expect(md.renderer.render(shown, md.options, {})).toContain('(not defined)');
    expect(anchorWords(shown)).toEqual(anchorWords(tokens));
  });
});

describe('contents of another text', () => {
  it('change nothing that is not there', () => {
    const contents: PreviewContents = {
      ids: [],
      placeholders: [{ line: 0, text: '[x]' }],
      boxes: [{ line: 0, text: '[ ]', checked: false }],
      fields: [{ line: 0, end: 1, names: [{ line: 0, text: 'Owner' }] }],
      phases: [],
      commands: [{ line: 2, end: 4 }],
    };
    const text = 'Other words\n\n```\na\n```\n';
    expect(render(text, contents)).toBe(render(text, null));
  });

  it('escape what they say', () => {
    const evil = '"><script>alert(1)</script>';
    const contents: PreviewContents = {
      ids: [
        {
          line: 0,
          text: 'RUN-009',
          lead: '',
          id: 'RUN-009',
          state: 'defined',
          defines: false,
          title: evil,
          target: { uri: uriOf(`${evil}.md`), slug: evil },
        },
      ],
      placeholders: [{ line: 0, text: '<b>' }],
      boxes: [],
      fields: [],
      phases: [{ line: 0, done: 0, total: 1 }],
      commands: [{ line: 2, end: 5, text: evil }],
    };
    const html = render('RUN-009 <b>\n\n```\na\n```\n', contents);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<b>');
  });
});

describe('the preview of whole documents', () => {
  const folders = ['fixtures/templates', 'fixtures/awkward'].map((path) =>
    join(import.meta.dirname, '..', path),
  );
  const texts = new Map([
    ...Object.entries(exampleTexts()).filter(([path]) => path.endsWith('.md')),
    ...folders.flatMap((folder) =>
      readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const),
    ),
  ]);

  it.each([...texts.keys()])('has every word of %s, in order', (path) => {
    const text = texts.get(path) ?? '';
    const { service } = serveFixture(`//- /${path}\n${text}`);
    const uri = uriOf(path);
    expect(wordsOf(render(text, service.editor.preview(uri), uri))).toBe(wordsOf(render(text, null)));
  });

  /** The words of a page without what the preview adds, and without placeholders that Markdown does not show. */
  function wordsOf(html: string): string {
    return html
      .replace(/ <span class="runbook-(?:progress|note)[^>]*>[^<]*<\/span>/g, '')
      .replace(/<button [^>]*>Copy<\/button>/g, '')
      .replace(/<mark [^>]*>&lt;[^<]*<\/mark>/g, '')
      .replace(/<input [^>]*?( checked="")?[^>]*>/g, (box) => (box.includes(' checked') ? '[x]' : '[ ]'))
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, '')
      .replaceAll('[X]', '[x]')
      .replaceAll('[]', '[ ]');
  }
});

describe('links between documents', () => {
  it.each([
    ['file:///w/a.md', 'file:///w/b.md', 'b.md'],
    ['file:///w/x/a.md', 'file:///w/y%20z/b.md', '../y%20z/b.md'],
    ['file:///w/a.md', 'file:///w/x/b.md', 'x/b.md'],
    ['file:///c%3A/w/a.md', 'file:///c:/w/x/b.md', 'x/b.md'],
    ['vscode-vfs://github/o/r/a.md', 'vscode-vfs://github/o/r/d/b.md', 'd/b.md'],
    ['vscode-vfs://github/o/r/a.md', 'vscode-vfs://other/o/r/b.md', undefined],
    ['untitled:Untitled-1', 'file:///w/b.md', undefined],
    ['file:///w/a.md', 'untitled:Untitled-1', undefined],
  ])('from %s to %s are %s', (from, to, link) => {
    expect(relativeLink(from, to)).toBe(link);
  });
});

describe('the document of a preview', () => {
  it.each([
    ['Preview move.md', 'file:///w/move.md'],
    ['[Vorschau] move.md', 'file:///w/move.md'],
    ['Preview old-move.md', 'file:///w/old-move.md'],
    ['Preview SoT.md', 'file:///w/b/SoT.md'],
    ['Preview a b.md', 'file:///w/a%20b.md'],
    ['Preview other.md', undefined],
  ])('with the label %s is %s', (label, uri) => {
    const rendered = ['move.md', 'old-move.md', 'a/SoT.md', 'b/SoT.md', 'a%20b.md', '50%.md'];
    expect(
      candidateFor(
        label,
        rendered.map((path) => `file:///w/${path}`),
      ),
    ).toBe(uri);
  });
});

describe('contents after an edit', () => {
  const contents: PreviewContents = {
    ids: [],
    placeholders: [2, 4, 6].map((line) => ({ line, text: 'TODO' })),
    boxes: [],
    fields: [{ line: 4, end: 6, names: [4, 5].map((line) => ({ line, text: 'Owner' })) }],
    phases: [{ line: 0, done: 1, total: 2 }],
    commands: [{ line: 6, end: 9 }],
  };
  const after = (first: number, last: number, lines: number): unknown => {
    const { placeholders, fields, phases, commands } = shiftContents(contents, { first, last, lines });
    return {
      lines: placeholders.map(({ line }) => line),
      fields: fields.map(({ line, end, names }) => [line, end, ...names.map((name) => name.line)]),
      phases: phases.map(({ line }) => line),
      commands: commands.map(({ line, end }) => [line, end]),
    };
  };

  it('stay on their lines', () => {
    expect(after(4, 4, 1)).toEqual({
      lines: [2, 4, 6],
      fields: [[4, 6, 4, 5]],
      phases: [0],
      commands: [[6, 9]],
    });
  });

  it('move down', () => {
    expect(after(1, 1, 3)).toEqual({
      lines: [4, 6, 8],
      fields: [[6, 8, 6, 7]],
      phases: [0],
      commands: [[8, 11]],
    });
  });

  it('move up, but for what is gone', () => {
    expect(after(3, 6, 1)).toEqual({ lines: [2, 3], fields: [], phases: [0], commands: [[3, 6]] });
  });
});
