/** What every part of the page is made of: the run as it is, the words, and what someone can do. */
import type { RunAct } from '../../../protocol/src/run.js';
import type { RunPhase, RunRollback, RunStep, RunView } from '../../../protocol/src/run-view.js';
import type { RunHostMessage, RunPageMessage } from '../run/page-messages.js';
import type { Question } from './question.js';
import type { WordPorts } from './words.js';

export type Shown = Extract<RunHostMessage, { readonly type: 'show' }>;

/** What is kept of the page while it is not on show. Nothing of the document, and no secret. */
export interface PageState {
  /** Names the run, for the extension that finds the page when the window was closed. */
  readonly run: string;
  /** Id of the command that the keys are about; empty for the first one. */
  readonly command: string;
  readonly isOverviewOpen: boolean;
}

export const emptyState: PageState = { run: '', command: '', isOverviewOpen: false };

export interface Scene extends Shown {
  readonly state: PageState;
  readonly change: (part: Partial<PageState>) => void;
  readonly send: (message: RunPageMessage) => void;
  readonly ask: (question: Question) => void;
  /** Brings a part of the page to sight, with the focus on it: its `data-key`. */
  readonly focus: (key: string) => void;
  /** Milliseconds of now. */
  readonly now: number;
}

export function act(scene: Scene, one: RunAct): void {
  scene.send({ type: 'act', act: one });
}

/** What words of the run need: links lead through the extension, and no command stands in them. */
export function portsOf({ send, ids }: Pick<Scene, 'send' | 'ids'>): WordPorts {
  return {
    ids,
    open: (target) => {
      send({ type: 'open', target });
    },
    command: () => undefined,
  };
}

/** What the place of the run names. */
export interface Here {
  readonly phase: RunPhase | undefined;
  readonly rollback: RunRollback | undefined;
  readonly step: RunStep | undefined;
}

export function hereIn({ at, phases, rollbacks }: RunView): Here {
  const phase = phases.find(({ id }) => 'phase' in at && id === at.phase);
  const rollback = at.type === 'rollback' ? rollbacks.find(({ id }) => id === at.rollback) : undefined;
  const steps = rollback?.steps ?? phase?.steps ?? [];
  const step = 'step' in at ? steps.find(({ id }) => id === at.step) : undefined;
  return { phase, rollback, step };
}

/** The ways back from here, the nearest first, each once. */
export function waysBack(view: RunView): readonly RunRollback[] {
  const { phase, rollback, step } = hereIn(view);
  if (rollback !== undefined) return [];
  const ids = [step?.rollback, phase?.rollback, view.rollback];
  return [...new Set(ids)].flatMap((id) => view.rollbacks.filter((one) => one.id === id));
}

/** `Step 3: Point the shop to the new instance`; never empty. */
export function stepTitle({ number, title }: RunStep, words: Shown['words']): string {
  if (number === '') return title === '' ? words.step : title;
  return title === '' ? `${words.step} ${number}` : `${words.step} ${number}: ${title}`;
}

/** `Phase 2: Replicate and compare`; empty for the one part of a runbook without phases. */
export function phaseTitle({ number, title }: RunPhase, words: Shown['words']): string {
  return number === '' ? title : `${words.phase} ${number}: ${title}`;
}
