/** What is to be done where the run is: one step, one gate, one decision at a time. */
import type {
  RunDecision,
  RunGate,
  RunItemStatus,
  RunLead,
  RunStep,
} from '../../../protocol/src/run-view.js';
import { html } from '../page-parts/dom.js';
import { actButton } from './acts.js';
import { boxesView } from './boxes.js';
import { commandViews } from './commands.js';
import { endView } from './end.js';
import { act, hereIn, phaseTitle, portsOf, stepTitle, type Scene } from './scene.js';
import { blocksView, plainWords, wordsView } from './words.js';

/** The section about the place; its heading takes the focus when the place changes. */
export function placeView(scene: Scene): HTMLElement {
  const { view, words } = scene;
  const { at } = view;
  const { phase, rollback, step } = hereIn(view);
  if (at.type === 'end') return endView(scene);
  if (at.type === 'rollback') {
    if (step !== undefined) {
      // a rollback that is one block of commands has one step, without a name of its own
      const isNameless = step.number === '' && step.title === '';
      const name = rollback?.title ?? '';
      const title = (isNameless ? name : '') || stepTitle(step, words);
      const said = title === name || name === '' ? words.rollingBack : `${words.rollingBack}: ${name}`;
      return framed(title, [html('p', { class: 'tag' }, said)], stepParts(step, scene));
    }
    return framed(
      rollback?.title ?? words.rollingBack,
      [],
      [
        ...blocksView(rollback?.blocks ?? [], portsOf(scene)),
        ...stepList(rollback?.steps ?? [], scene),
        ...(rollback?.gate == null ? [] : gateParts(rollback.gate, scene)),
      ],
    );
  }
  const lead =
    phase === undefined || phaseTitle(phase, words) === ''
      ? []
      : [html('p', { class: 'tag' }, phaseTitle(phase, words))];
  if (at.type === 'step' && step !== undefined)
    return framed(stepTitle(step, words), lead, stepParts(step, scene));
  if (at.type === 'decision' && phase?.decision != null)
    return framed(phase.decision.title, lead, decisionParts(phase.decision, scene));
  if (at.type === 'dependencies' && phase !== undefined)
    return framed(words.before, lead, [
      ...(phase.objective.length === 0 ? [] : [html('p', {}, ...wordsView(phase.objective, portsOf(scene)))]),
      html(
        'ul',
        { class: 'dependencies' },
        ...phase.dependencies.map(({ words: said, done }) =>
          html(
            'li',
            {},
            html('span', {}, ...wordsView(said, portsOf(scene))),
            html(
              'strong',
              { class: done === false ? 'bad' : 'tag' },
              done === null ? words.yourself : done ? words.done : words.notDone,
            ),
          ),
        ),
      ),
    ]);
  const gate = gateAt(scene);
  if (gate !== undefined)
    return framed(gate.title, lead, [html('p', {}, words.gateHelp), ...gateParts(gate, scene)]);
  return framed(view.position, [], []);
}

/** The gate that the run stands at. */
export function gateAt({ view }: Pick<Scene, 'view'>): RunGate | undefined {
  const { at, prerequisites, post, phases, rollbacks } = view;
  if (at.type !== 'gate') return undefined;
  const gates = [
    prerequisites,
    ...phases.map(({ gate }) => gate),
    ...rollbacks.map(({ gate }) => gate),
    post,
  ];
  return gates.find((gate) => gate?.id === at.gate) ?? undefined;
}

/** What a status is called. */
export function statusWords(status: RunItemStatus, words: Scene['words']): string {
  return {
    open: words.open,
    started: words.started,
    done: words.done,
    failed: words.failedStep,
    skipped: words.skipped,
    'rolled-back': words.rolledBack,
  }[status];
}

function framed(title: string, lead: readonly HTMLElement[], parts: readonly HTMLElement[]): HTMLElement {
  return html(
    'section',
    { class: 'place', 'aria-labelledby': 'place' },
    ...lead,
    html('h2', { id: 'place', tabindex: -1, 'data-key': 'place' }, title),
    ...parts,
  );
}

function stepParts(step: RunStep, scene: Scene): HTMLElement[] {
  const { words } = scene;
  const commands = commandViews(step, scene);
  const shown = new Set([
    ...step.blocks.flatMap((block) => (block.type === 'command' ? [block.command] : [])),
    ...step.verification.flatMap((box) => box.commands),
  ]);
  const tags = [
    ...(step.status === 'open' || step.status === 'started' ? [] : [statusWords(step.status, words)]),
    ...(step.changed ? [words.changed] : []),
    ...(step.lost ? [words.stepLost] : []),
  ];
  return [
    ...(tags.length === 0
      ? []
      : [html('p', { class: step.status === 'failed' || step.lost ? 'tag bad' : 'tag' }, tags.join(' · '))]),
    ...blocksView(step.blocks, { ...portsOf(scene), command: (id) => commands.get(id) }),
    ...[...commands].filter(([id]) => !shown.has(id)).map(([, element]) => element),
    ...(step.verification.length === 0
      ? []
      : [
          html('h3', {}, words.verification),
          ...boxesView(step.verification, scene, (id) => commands.get(id)),
        ]),
    ...step.notes.map(({ who, text }) => html('p', { class: 'note' }, who === '' ? text : `${who}: ${text}`)),
  ];
}

function gateParts(gate: RunGate, scene: Scene): HTMLElement[] {
  return [
    ...boxesView(gate.boxes, scene),
    ...(gate.reason === '' ? [] : [html('p', { class: 'note' }, `${scene.words.reason}: ${gate.reason}`)]),
  ];
}

function stepList(steps: readonly RunStep[], { words }: Scene): HTMLElement[] {
  if (steps.length === 0) return [];
  const items = steps.map((step) =>
    html(
      'li',
      {},
      stepTitle(step, words),
      html('span', { class: 'tag' }, ` ${statusWords(step.status, words)}`),
    ),
  );
  return [html('ul', {}, ...items)];
}

function decisionParts(
  { id, blocks, branches, escalation, chosen }: RunDecision,
  scene: Scene,
): HTMLElement[] {
  const { words } = scene;
  const decide = (branch: string): void => {
    act(scene, { act: 'decide', decision: id, branch });
  };
  const leads: Readonly<Record<RunLead, string>> = {
    'go-on': words.leadGoOn,
    rollback: words.leadRollback,
    phase: words.leadPhase,
    step: words.leadStep,
    pause: words.leadPause,
    abort: words.leadAbort,
    none: '',
  };
  const items = branches.map((branch, index) => {
    const condition = plainWords(branch.condition);
    return html(
      'li',
      { class: branch.id === chosen ? 'current' : undefined },
      html('p', {}, html('strong', {}, ...wordsView(branch.condition, portsOf(scene)))),
      ...(branch.then.length === 0 ? [] : [html('p', {}, ...wordsView(branch.then, portsOf(scene)))]),
      actButton({
        key: String(index + 1),
        label: leads[branch.lead] === '' ? words.choose : leads[branch.lead],
        about: condition,
        onAct: () => {
          decide(branch.id);
        },
      }),
    );
  });
  return [
    ...blocksView(blocks, portsOf(scene)),
    html('ul', { class: 'branches' }, ...items),
    actButton({
      key: '0',
      label: words.noneOfThese,
      tone: 'main',
      onAct: () => {
        decide('none-of-these');
      },
    }),
    ...(escalation.length === 0
      ? []
      : [
          html(
            'p',
            {},
            html('strong', {}, `${words.escalation}: `),
            ...wordsView(escalation, portsOf(scene)),
          ),
        ]),
  ];
}
