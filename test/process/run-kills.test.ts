/**
 * The process that holds a run is ended hard, again and again, and the editor in some: what was ticked is ticked once, and
 * nothing else in the document differs. `npm run test:run-kills` ends it more often.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import type { OpenRun, RunActResult, RunEnd } from '../../protocol/src/run';
import type { RunView } from '../../protocol/src/run-view';
import { temporaryFolder } from '../server/disk/temporary-folder';
import { productForTests, startServer, type ServerProcess } from '../support/built-product';
import { nextAct } from '../support/run-steps';

const product = productForTests();
const kills = Number(process.env['RUNBOOK_KILLS'] ?? '20');
const name = 'RUN-020-restore-orders-database.md';
const example = readFileSync(join(import.meta.dirname, '../../examples/runbooks', name), 'utf8');

/** Numbers from 0 to 1, the same in each run of the test. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** An editor that has the runbook open and saves what a run changes, unless it is ended before. */
class Editor {
  text = example;
  version = 1;
  server: ServerProcess | null = null;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async start(): Promise<ServerProcess> {
    this.server = await startServer(product, join(this.#folder, 'docs'), {
      args: ['--no-cache'],
      runStorage: join(this.#folder, 'journals'),
      applyEdit: (edit) => this.#apply(edit),
    });
    const textDocument = {
      uri: this.server.uri(name),
      languageId: 'markdown',
      version: ++this.version,
      text: this.text,
    };
    await this.server.connection.sendNotification('textDocument/didOpen', { textDocument });
    return this.server;
  }

  /** The editor ends, too: what was not saved is gone. */
  end(): void {
    this.text = readFileSync(join(this.#folder, 'docs', name), 'utf8');
  }

  async #apply(edit: WorkspaceEdit): Promise<boolean> {
    const { server } = this;
    if (server === null) return false;
    for (const change of edit.documentChanges ?? []) {
      if (!('textDocument' in change)) continue;
      const { uri, version } = change.textDocument;
      const isRunbook = uri === server.uri(name);
      if (isRunbook && version !== this.version) return false;
      let text = isRunbook ? this.text : '';
      for (const one of [...change.edits].reverse())
        if ('newText' in one) text = edited(text, one.range, one.newText);
      if (!isRunbook) {
        writeFileSync(new URL(uri), text);
        await server.connection.sendNotification('textDocument/didOpen', {
          textDocument: { uri, languageId: 'markdown', version: 1, text },
        });
        await server.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
        continue;
      }
      this.text = text;
      const textDocument = { uri, version: ++this.version };
      await server.connection.sendNotification('textDocument/didChange', {
        textDocument,
        contentChanges: [{ text }],
      });
      // saved a moment later, as by an editor that saves on its own
      setTimeout(() => {
        if (this.server !== server) return;
        writeFileSync(join(this.#folder, 'docs', name), this.text);
        void server.connection
          .sendNotification('textDocument/didSave', { textDocument: { uri } })
          .catch(() => undefined);
      }, 1);
    }
    return true;
  }
}

function edited(
  text: string,
  { start, end }: { start: { line: number; character: number }; end: { line: number; character: number } },
  newText: string,
): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: { line: number; character: number }): number =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return text.slice(0, offset(start)) + newText + text.slice(offset(end));
}

/** Goes on with the run until it ends or the process does; the boxes whose ticks were answered are added to `ticked`. */
async function goOn(server: ServerProcess, ticked: Set<string>, asking: () => void): Promise<boolean> {
  const ask = <T>(method: string, params: unknown): Promise<T> => {
    asking();
    return server.connection.sendRequest<T>(method, params);
  };
  const textDocument = { uri: server.uri(name) };
  const [open] = await ask<OpenRun[]>('runbook/run.list', {});
  let view =
    open === undefined
      ? await ask<RunView>('runbook/run.start', { textDocument, who: 'Ada' })
      : await ask<RunView>('runbook/run.resume', { run: open.run });
  for (let act = nextAct(view); act !== null && view.endedAt === null; act = nextAct(view)) {
    ({ view } = await ask<RunActResult>('runbook/run.act', { run: view.run, act }));
    if (act.act === 'tick') ticked.add(act.box);
  }
  const { record } = await ask<RunEnd>('runbook/run.end', { run: view.run, outcome: 'succeeded' });
  return record !== null;
}

test(
  `of ${String(kills)} ends of the process none loses or doubles a tick`,
  async () => {
    const random = numbersFrom(Number(process.env['RUNBOOK_SEED'] ?? '7'));
    let done = 0;
    while (done < kills) {
      const folder = temporaryFolder({ [`docs/${name}`]: example, 'docs/runs/.keep': '' });
      const editor = new Editor(folder);
      const ticked = new Set<string>();
      for (let end = false; !end;) {
        const server = await editor.start();
        // in the middle of one of the next requests, or a moment behind it
        let left = done < kills ? Math.floor(random() * 14) : Infinity;
        const running = goOn(server, ticked, () => {
          if (left-- === 0)
            setTimeout(() => {
              server.kill('SIGKILL');
            }, random() * 8);
        }).catch(() => false);
        end = await Promise.race([running, server.end.then(() => false)]);
        if (!end) done++;
        editor.server = null;
        if (end) await settled(server, editor, folder);
        server.kill('SIGKILL');
        await server.end;
        server.connection.dispose();
        if (!end && random() < 0.5) editor.end();
        expect(editor.text.replaceAll('[x]', '[ ]')).toBe(example);
      }
      const boxes = example.split('[ ]').length - 1;
      const post = 3;
      expect(editor.text.split('[x]').length - 1).toBe(boxes - post);
      expect(ticked.size).toBeLessThanOrEqual(boxes - post);
    }
  },
  180_000 + kills * 10_000,
);

/** What was handed over to the editor is in its text when the server has nothing left to say. */
async function settled(server: ServerProcess, editor: Editor, folder: string): Promise<void> {
  await server.connection.sendRequest('runbook/run.list', {});
  writeFileSync(join(folder, 'docs', name), editor.text);
}
