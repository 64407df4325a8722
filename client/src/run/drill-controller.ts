/** The drills of the Test Explorer, which is there before someone looks: what it lists and does is loaded then. */
import { TestRunProfileKind, l10n, tests, type Disposable } from 'vscode';
import type { Drills } from './drills.js';

/** @param load gives the third stage's part; called when someone looks at the Test Explorer */
export function drillController(load: () => Promise<Drills>): Disposable {
  const controller = tests.createTestController('runbook.drills', l10n.t('Runbook Drills'));
  controller.resolveHandler = async (item) => {
    if (item === undefined) await (await load()).list(controller);
  };
  controller.refreshHandler = async () => {
    await (await load()).list(controller);
  };
  controller.createRunProfile(
    l10n.t('Run as Drill'),
    TestRunProfileKind.Run,
    async (request, token) => {
      await (await load()).run(controller, request, token);
    },
    true,
  );
  return controller;
}
