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
import { drillWords } from './drill-words.js';
import type { Runs } from './runs.js';

export class Drills {
  readonly #runs: Runs;
  readonly #targets = new Map<string, RunTarget>();

  constructor(runs: Runs) {
    this.#runs = runs;
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
