/** Runbooks as drills in the Test Explorer: the last result and its age, and a way to begin one. What a drill is, the server knows. */
import {
  Disposable,
  TestMessage,
  Uri,
  l10n,
  window,
  type CancellationToken,
  type TestController,
  type TestItem,
  type TestRunRequest,
} from 'vscode';
import type { RunTarget } from '../../../protocol/src/run.js';
import type { RunbookServer } from '../language-client.js';
import { drillWords } from './drill-words.js';
import type { Runs } from './runs.js';

/** Changes of the workspace after which a record that has not come is not waited for any longer. */
const mostTries = 10;

export class Drills {
  readonly #runs: Runs;
  readonly #server: RunbookServer;
  readonly #targets = new Map<string, RunTarget>();

  constructor(runs: Runs, server: RunbookServer) {
    this.#runs = runs;
    this.#server = server;
  }

  /** Lists all that can be run, anew. */
  async list(controller: TestController): Promise<void> {
    const targets = await this.#runs.requests.targets();
    this.#targets.clear();
    const items = targets.map((target) => {
      const { textDocument, entry, title } = target;
      const id = `${textDocument.uri}#${entry ?? ''}`;
      this.#targets.set(id, target);
      const name = entry === null ? title : `${entry} ${title}`;
      const item = controller.createTestItem(id, name, Uri.parse(textDocument.uri, true));
      item.description = drillWords(target, Date.now(), l10n);
      return item;
    });
    controller.items.replace(items);
  }

  /** Begins a drill, which a person carries out in its page; settles when it has ended or is given up. */
  async run(controller: TestController, request: TestRunRequest, token: CancellationToken): Promise<void> {
    const items = request.include ?? [...controller.items].map(([, item]) => item);
    const item = items.length === 1 ? items[0] : await pickOne(items);
    const target = item === undefined ? undefined : this.#targets.get(item.id);
    if (item === undefined || target === undefined) return;
    const view = await this.#runs.start(target, true);
    if (view === undefined) return;
    const test = controller.createTestRun(request);
    test.started(item);
    const began = Date.now();
    await new Promise<void>((resolve) => {
      const waiting = Disposable.from(
        this.#runs.onDidEnd(({ run, outcome }) => {
          if (run !== view.run) return;
          if (outcome === 'succeeded') test.passed(item, Date.now() - began);
          else test.failed(item, new TestMessage(l10n.t('The drill did not succeed.')), Date.now() - began);
          waiting.dispose();
          resolve();
        }),
        // the drill itself goes on, and can be ended in its page
        token.onCancellationRequested(() => {
          test.skipped(item);
          waiting.dispose();
          resolve();
        }),
      );
    });
    test.end();
    await this.list(controller);
    this.#listAgain(controller, item.id, view.startedAt);
  }

  /** Lists once more when the record is known, which is read like any other file. */
  #listAgain(controller: TestController, id: string, startedAt: string): void {
    let left = mostTries;
    const known = (): boolean => this.#targets.get(id)?.lastDrill?.startedAt === startedAt;
    if (known()) return;
    const waiting = this.#server.onDidChangeOverview(() => {
      void this.list(controller).then(() => {
        if (known() || --left === 0) waiting.dispose();
      });
    });
  }
}

/** A drill takes a person: one at a time. */
async function pickOne(items: readonly TestItem[]): Promise<TestItem | undefined> {
  const picked = await window.showQuickPick(
    items.map((item) => ({ label: item.label, description: item.description ?? '', item })),
    { title: l10n.t('Run as Drill'), placeHolder: l10n.t('Run one drill at a time') },
  );
  return picked?.item;
}
