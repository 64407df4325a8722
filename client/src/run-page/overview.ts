/** All phases and steps with how far each is, and what happened so far. */
import type { RunItemStatus, RunPlace, RunView } from '../../../protocol/src/run-view.js';
import { html } from '../page-parts/dom.js';
import { timeWords } from './clock.js';
import { statusWords } from './place.js';
import { act, phaseTitle, stepTitle, type Scene } from './scene.js';

/** The steps beside the one that the run is at, in the order of the document. */
export function neighbours({ at, phases, rollbacks }: RunView): { before?: RunPlace; after?: RunPlace } {
  const places: RunPlace[] =
    at.type === 'rollback'
      ? rollbacks
          .filter(({ id }) => id === at.rollback)
          .flatMap(({ id, steps }) =>
            steps.map((step) => ({ type: 'rollback', rollback: id, step: step.id })),
          )
      : phases.flatMap(({ id, steps }) => steps.map((step) => ({ type: 'step', phase: id, step: step.id })));
  const index = places.findIndex((place) => 'step' in place && 'step' in at && place.step === at.step);
  if (index === -1) return {};
  const [before, after] = [places[index - 1], places[index + 1]];
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

/** Steps that are done with, of all: what a bar shows. */
export function progressOf({ phases }: RunView): { readonly done: number; readonly total: number } {
  const steps = phases.flatMap((phase) => phase.steps);
  const done = steps.filter(({ status }) => status === 'done' || status === 'skipped').length;
  return { done, total: steps.length };
}

const marks: Readonly<Record<RunItemStatus, string>> = {
  open: '□',
  started: '▶',
  done: '✓',
  failed: '✗',
  skipped: '–',
  'rolled-back': '↩',
};

/** The section with everything; hidden until someone wants it. */
export function overviewView(scene: Scene): HTMLElement {
  const { view, words, now, language } = scene;
  const whole = html(
    'section',
    { class: 'overview', 'aria-labelledby': 'overview' },
    html('h2', { id: 'overview', tabindex: -1, 'data-key': 'overview' }, words.overview),
  );
  for (const phase of view.phases) {
    const title = phaseTitle(phase, words);
    if (title !== '')
      whole.append(html('h3', {}, `${marks[phase.status]} ${title} (${statusWords(phase.status, words)})`));
    const items = phase.steps.map((step) => {
      const name = `${marks[step.status]} ${stepTitle(step, words)}`;
      const go = html('button', { type: 'button', class: 'link', 'data-key': `go-${step.id}` }, name);
      go.disabled = view.status === 'ended';
      go.addEventListener('click', () => {
        act(scene, { act: 'go', to: { type: 'step', phase: phase.id, step: step.id } });
      });
      return html('li', {}, go, html('span', { class: 'tag' }, ` ${statusWords(step.status, words)}`));
    });
    if (items.length > 0) whole.append(html('ul', { class: 'steps' }, ...items));
  }
  if (view.events.length > 0)
    whole.append(
      html('h3', {}, words.happened),
      html(
        'ol',
        { class: 'events', reversed: '' },
        ...[...view.events]
          .reverse()
          .map(({ at, who, text }) =>
            html(
              'li',
              {},
              html('time', { datetime: at }, timeWords(at, now, language)),
              ` ${text}`,
              ...(who === '' ? [] : [html('small', {}, ` ${who}`)]),
            ),
          ),
      ),
    );
  whole.hidden = !scene.state.isOverviewOpen;
  return whole;
}
