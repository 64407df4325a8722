/** The bar of acts: what can be done here, each with its key. What the rules refuse, the server says. */
import { html } from '../page-parts/dom.js';
import { actButton, type ActOptions } from './acts.js';
import { gateAt } from './place.js';
import {
  callQuestion,
  endQuestion,
  failQuestion,
  noteQuestion,
  rollbackQuestion,
  skipQuestion,
  whoQuestion,
} from './questions.js';
import { act, hereIn, waysBack, type Scene } from './scene.js';
import { neighbours } from './overview.js';

/** What can be done anywhere, and below it what is to be done here, which stays in sight. */
export function actionsView(scene: Scene): HTMLElement {
  const { words, view } = scene;
  const here = view.status === 'ended' ? [] : placeActs(scene);
  const keys = here.map(({ key }) => key);
  const more = [...(view.status === 'ended' ? [] : runActs(scene)), ...lookActs(scene)].filter(
    ({ key }) => !keys.includes(key),
  );
  return html(
    'div',
    { class: 'bars' },
    html('nav', { class: 'controls more', 'aria-label': words.moreActs }, ...more.map(actButton)),
    ...(here.length === 0
      ? []
      : [html('nav', { class: 'controls here', 'aria-label': words.acts }, ...here.map(actButton))]),
  );
}

function placeActs(scene: Scene): ActOptions[] {
  const { view, words } = scene;
  const { at } = view;
  const { phase, rollback, step } = hereIn(view);
  const back: ActOptions[] =
    waysBack(view).length === 0
      ? []
      : [
          {
            key: 'r',
            label: words.rollBack,
            tone: 'danger',
            onAct: () => {
              scene.ask(rollbackQuestion(scene));
            },
          },
        ];
  const main = (label: string, onAct: () => void): ActOptions => ({ key: 'd', label, tone: 'main', onAct });
  if (view.status === 'paused')
    return [
      {
        key: 'p',
        label: words.resume,
        tone: 'main',
        onAct: () => {
          act(scene, { act: 'resume' });
        },
      },
    ];
  const gate = gateAt(scene);
  if (gate !== undefined)
    return [
      main(words.goOn, () => {
        act(scene, { act: 'pass-gate', gate: gate.id });
      }),
      ...back,
    ];
  if (at.type === 'dependencies' && phase !== undefined)
    return [
      main(words.begin, () => {
        act(scene, { act: 'start-phase', phase: phase.id });
      }),
      ...back,
    ];
  if (step !== undefined) {
    const { id, status } = step;
    if (status !== 'open' && status !== 'started')
      return [
        {
          key: 'u',
          label: words.reopen,
          onAct: () => {
            act(scene, { act: 'reopen-step', step: id });
          },
        },
        ...back,
        // what is left to do, when it is not to be tried again
        ...(status === 'failed' || status === 'rolled-back' ? [endAct(scene)] : []),
      ];
    return [
      main(words.stepDone, () => {
        act(scene, { act: 'complete-step', step: id });
      }),
      {
        key: 'f',
        label: words.failed,
        tone: 'danger',
        onAct: () => {
          scene.ask(failQuestion(id, scene));
        },
      },
      {
        key: 's',
        label: words.skip,
        onAct: () => {
          scene.ask(skipQuestion(id, scene));
        },
      },
      ...back,
    ];
  }
  if (rollback !== undefined)
    return [
      main(words.rollbackDone, () => {
        act(scene, { act: 'complete-rollback', rollback: rollback.id });
      }),
    ];
  return back;
}

/** What can be done wherever one is. */
function runActs(scene: Scene): ActOptions[] {
  const { view, words } = scene;
  return [
    {
      key: 'm',
      label: words.note,
      onAct: () => {
        scene.ask(noteQuestion(scene));
      },
    },
    ...(view.escalation.levels.length === 0
      ? []
      : [
          {
            key: 'e',
            label: words.call,
            onAct: () => {
              scene.ask(callQuestion(scene));
            },
          },
        ]),
    ...(view.status === 'running'
      ? [
          {
            key: 'p',
            label: words.pause,
            onAct: () => {
              act(scene, { act: 'pause' });
            },
          },
        ]
      : []),
    {
      key: 'w',
      label: words.who,
      onAct: () => {
        scene.ask(whoQuestion(scene));
      },
    },
    endAct(scene),
  ];
}

function endAct(scene: Scene): ActOptions {
  return {
    key: 'x',
    label: scene.view.drill ? scene.words.endDrill : scene.words.end,
    onAct: () => {
      scene.ask(endQuestion(scene));
    },
  };
}

/** What changes nothing. */
function lookActs(scene: Scene): ActOptions[] {
  const { view, words, state } = scene;
  const { before, after } = neighbours(view);
  const { step } = hereIn(view);
  return [
    ...(before === undefined || view.status === 'ended'
      ? []
      : [
          {
            key: 'ArrowLeft',
            label: words.stepBefore,
            onAct: () => {
              act(scene, { act: 'go', to: before });
            },
          },
        ]),
    ...(after === undefined || view.status === 'ended'
      ? []
      : [
          {
            key: 'ArrowRight',
            label: words.stepAfter,
            onAct: () => {
              act(scene, { act: 'go', to: after });
            },
          },
        ]),
    {
      key: 'o',
      label: words.overview,
      onAct: () => {
        scene.change({ isOverviewOpen: !state.isOverviewOpen });
        scene.focus(state.isOverviewOpen ? 'place' : 'overview');
      },
    },
    {
      key: 'g',
      label: words.document,
      onAct: () => {
        scene.send({ type: 'reveal', line: step?.line ?? null });
      },
    },
  ];
}
