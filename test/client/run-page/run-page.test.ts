// @vitest-environment jsdom
/** The page of a run in a document: what is shown, what keys do, what is read out, and that nothing of a document becomes markup. */
import axe from 'axe-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { RunHostMessage, RunPageMessage, TerminalState } from '../../../client/src/run/page-messages.js';
import { RunPage } from '../../../client/src/run-page/run-page.js';
import type { RunEnd, RunRefusal } from '../../../protocol/src/run.js';
import type { RunPlace, RunView } from '../../../protocol/src/run-view.js';
import { box, hostile, phases, step, view, words } from './sample-view.js';

const sent: RunPageMessage[] = [];
let kept: unknown;
let now = 0;
let page: RunPage;
let main: HTMLElement;

beforeEach(() => {
  sent.length = 0;
  kept = undefined;
  now = Date.parse('2026-11-30T03:20:00Z');
  document.documentElement.lang = 'en';
  document.title = 'Run';
  main = document.createElement('main');
  document.body.replaceChildren(main);
  window.scrollTo = () => undefined;
  page = new RunPage(main, {
    send: (message) => sent.push(message),
    getState: () => kept,
    setState: (state) => (kept = state),
    now: () => now,
  });
});

const showing = (
  part: Partial<RunView> = {},
  terminal: TerminalState = 'ready',
  end: RunEnd | null = null,
): RunHostMessage => ({
  type: 'show',
  view: { ...view, ...part },
  end,
  terminal,
  words,
  ids: ['RUN-020', 'MON-001'],
  language: 'en-GB',
});

function show(part: Partial<RunView> = {}, terminal?: TerminalState, end?: RunEnd): void {
  page.take(showing(part, terminal, end));
}

function press(key: string, part: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...part });
  target.addEventListener(
    'keydown',
    (one) => {
      if (one instanceof KeyboardEvent) page.press(one);
    },
    { once: true },
  );
  target.dispatchEvent(event);
}

/** What the page asked for by a key, as the first of what it sent. */
function sentBy(key: string): RunPageMessage | undefined {
  sent.length = 0;
  press(key);
  return sent[0];
}

const text = (selector: string): string => main.querySelector(selector)?.textContent ?? '';

const places: Readonly<Record<string, Partial<RunView>>> = {
  'a step': {},
  'a gate': { at: { type: 'gate', gate: 'g1', phase: 'p2' } },
  prerequisites: { at: { type: 'gate', gate: 'pre', phase: null } },
  dependencies: { at: { type: 'dependencies', phase: 'p2' } },
  'a decision': { at: { type: 'decision', phase: 'p2', decision: 'd1' } },
  'a rollback': { at: { type: 'rollback', rollback: 'r-phase', step: null } },
  'a step of a rollback': { at: { type: 'rollback', rollback: 'r-phase', step: 'rs2' } },
  'a pause': { status: 'paused' },
  'the end': { at: { type: 'end' } },
  'an ended run': {
    at: { type: 'end' },
    status: 'ended',
    outcome: 'rolled-back',
    endedAt: '2026-11-30T03:31:00Z',
  },
};
const end: RunEnd = {
  view,
  record: 'file:///shop/runs/1.md',
  summary: `**Run** ${hostile}`,
  timeline: '- 02:50 started',
};

describe.each(Object.entries(places))('at %s', (name, part) => {
  beforeEach(() => {
    show(part, 'ready', name === 'an ended run' ? end : undefined);
  });

  test('no word of a document is markup', () => {
    expect(main.querySelector('img, script, a')).toBeNull();
    const names = [...main.querySelectorAll('*')].flatMap((element) => element.getAttributeNames());
    expect(names.filter((name) => name.startsWith('on') || name === 'href')).toEqual([]);
  });

  test('every act has a key of its own, which is shown', () => {
    const acts = [
      ...main.querySelectorAll<HTMLElement>('button:not(.link), input[aria-keyshortcuts]'),
    ].filter((element) => element.closest('[hidden]') === null);
    const keys = acts.map((element) => element.getAttribute('aria-keyshortcuts'));
    expect(keys).not.toContain(null);
    expect(new Set(keys).size).toBe(keys.length);
    for (const element of acts)
      expect((element.closest('label') ?? element).querySelector('kbd')?.textContent).not.toBe('');
  });
});

test.each(['a step', 'a decision', 'an ended run'])(
  'nothing speaks against the page at %s for those who do not see it',
  async (name) => {
    show(places[name], 'ready', name === 'an ended run' ? end : undefined);
    // colours are the editor's, and jsdom draws nothing
    const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  },
);

describe('a step', () => {
  beforeEach(() => {
    show();
  });

  test('is where the focus goes, and is read out with where it is', () => {
    expect(document.activeElement?.textContent).toBe(`Step 3: Restore into a new instance ${hostile}`);
    expect(text('[aria-live=polite]')).toBe('Phase 2 of 4 · step 3 of 4');
    expect(text('.position')).toBe('Phase 2 of 4 · step 3 of 4');
    expect(text('.progress')).toBe(' 2 of 4 steps');
    expect(text('.clock')).toContain('(8 min)');
    expect(text('.clock')).toContain('(30 min) · M. Okafor');
  });

  test('is done, has failed or is skipped by a key; failing and skipping ask first', () => {
    expect(sentBy('d')).toEqual({ type: 'act', act: { act: 'complete-step', step: 's3' } });
    show();
    expect(sentBy('f')).toBeUndefined();
    expect(text('form h2')).toBe('The step failed');
    expect(sentBy('Enter')).toBeUndefined(); // the field has the focus: the form takes it
    const field = main.querySelector('input[type=text]');
    if (field instanceof HTMLInputElement) field.value = ' disk full ';
    main.querySelector('form')?.requestSubmit();
    expect(sent).toEqual([{ type: 'act', act: { act: 'fail-step', step: 's3', note: 'disk full' } }]);
    show();
    press('s');
    main.querySelector('form')?.requestSubmit();
    expect(text('form [role=alert]')).toBe('Enter some text.');
    press('Escape');
    expect(main.querySelector('form')).toBeNull();
  });

  test('ticks boxes by their digits, and the next open one by a letter; only what is kept is shown', () => {
    expect(sentBy('2')).toEqual({ type: 'act', act: { act: 'tick', box: 'b2' } });
    expect(main.querySelectorAll<HTMLInputElement>('input[type=checkbox]')[1]?.checked).toBe(false);
    show();
    expect(sentBy('1')).toEqual({ type: 'act', act: { act: 'untick', box: 'b1' } });
    show();
    expect(sentBy('b')).toEqual({ type: 'act', act: { act: 'tick', box: 'b2' } });
    expect(text('.boxes')).toContain('Gone (no longer found in the document; the record keeps it)');
  });

  test('acts once until it is answered, and not while a key is held down or with a modifier', () => {
    press('d', { repeat: true });
    press('d', { ctrlKey: true });
    expect(sent).toEqual([]);
    press('d');
    press('d');
    expect(sent).toHaveLength(1);
    page.take({ type: 'say', message: 'No.' });
    press('d');
    expect(sent).toHaveLength(2);
  });

  test('has commands that are copied and put into a terminal, the chosen one by key', () => {
    expect(sentBy('c')).toEqual({ type: 'copy', command: 'c1' });
    expect(text('.command.current .controls')).toContain('Put line 2 of 2 into terminal, not run');
    expect(sentBy('t')).toEqual({ type: 'put', command: 'c1' });
    press('.');
    expect(sentBy('t')).toEqual({ type: 'put', command: 'c2' });
    expect(text('.command.current')).toContain('Destructive: rm -rf /srv/old');
    expect(text('.command')).toContain('Asks for: <name> = orders-restored, ${TOKEN} (secret, not stored)');
  });

  test('shows what nobody would see', () => {
    expect(main.querySelector('mark')?.textContent).toBe('⟨U+202E⟩');
  });

  test('says where links lead, and opens none by itself', () => {
    main.querySelector<HTMLElement>('.place button.link')?.click();
    expect(sent).toEqual([{ type: 'open', target: '../SoT.DEPLOYMENT.md#run-005' }]);
  });

  test('links the ids that lead to an entry, and no others', () => {
    show({ purpose: [{ text: 'MON-001 fires, or MON-002, as <b>RUN-020</b> says', form: 'plain' }] });
    const links = [...main.querySelectorAll<HTMLButtonElement>('aside button.link')].filter(
      ({ textContent }) => /^[A-Z]+-\d+$/.test(textContent),
    );
    expect(links.map(({ textContent }) => textContent)).toEqual(['MON-001', 'RUN-020']);
    links[0]?.click();
    expect(sent).toContainEqual({ type: 'open', target: 'MON-001' });
    expect(text('aside')).toContain('MON-001 fires, or MON-002, as <b>RUN-020</b> says');
  });

  test('shows beside the work what the nearest way back does', () => {
    const shown = (): string => text('aside').replace(/Escalation.*/, '');
    expect(shown()).toContain('Rollback of Step 3');
    show({ at: { type: 'gate', gate: 'g1', phase: 'p2' } });
    expect(shown()).toContain('Step 1: Close the checkout again');
  });

  test('names whom to call by now, and from when on the next', () => {
    expect(text('.levels .current')).toContain('Call now: Level 2: Engineering Lead');
    now = Date.parse('2026-11-30T03:51:00Z');
    page.tick();
    expect(text('.levels .current')).toContain('Call now: Level 3: Management');
    press('e');
    expect(sentBy('2')).toEqual({ type: 'act', act: { act: 'call', level: 1 } });
  });

  test('offers the nearest way back first', () => {
    press('r');
    expect(text('form h2')).toBe('Roll back?');
    expect(sentBy('2')).toEqual({ type: 'act', act: { act: 'start-rollback', rollback: 'r-phase' } });
  });

  test('looks at its neighbours and at all of them', () => {
    expect(sentBy('ArrowRight')).toEqual({
      type: 'act',
      act: { act: 'go', to: { type: 'step', phase: 'p2', step: 's4' } },
    });
    expect(main.querySelector<HTMLElement>('.overview')?.hidden).toBe(true);
    press('o');
    expect(main.querySelector<HTMLElement>('.overview')?.hidden).toBe(false);
    expect(text('.overview')).toContain('✓ Step 1: Close the checkout');
    expect(sentBy('g')).toEqual({ type: 'reveal', line: 20 });
  });

  test('keeps notes', () => {
    press('m');
    const field = main.querySelector('input[type=text]');
    if (field instanceof HTMLInputElement) field.value = 'slow';
    main.querySelector('form')?.requestSubmit();
    expect(sent).toEqual([{ type: 'act', act: { act: 'note', on: 's3', text: 'slow' } }]);
  });
});

test.each([
  ['restricted', 'In Restricted Mode commands can be copied only.'],
  ['off', 'switched off in .runbook.yaml'],
  ['none', 'There is no terminal here'],
] as const)('where the terminal is %s no key leads there', (state, said) => {
  show({}, state);
  expect(sentBy('t')).toBeUndefined();
  expect(sentBy('c')).toEqual({ type: 'copy', command: 'c1' });
  expect(text('.command')).toContain(said);
});

test('a step that failed says so, and is opened again or rolled back', () => {
  const [phase] = phases;
  const failed = step('s3', '3', 'Restore', { status: 'failed', rollback: 'r-step' });
  show({ phases: phase === undefined ? [] : [{ ...phase, steps: [failed] }] });
  expect(text('.place .tag.bad')).toBe('failed');
  expect(sentBy('d')).toBeUndefined();
  expect(sentBy('u')).toEqual({ type: 'act', act: { act: 'reopen-step', step: 's3' } });
});

test('a gate with open boxes asks for a reason, which goes with the act', () => {
  show({ at: { type: 'gate', gate: 'g1', phase: 'p2' } });
  expect(sentBy('d')).toEqual({ type: 'act', act: { act: 'pass-gate', gate: 'g1' } });
  const refusal: RunRefusal = {
    why: 'open-boxes',
    message: '2 boxes are open. Go on all the same?',
    open: ['make smoke passes'],
  };
  page.take({ type: 'refused', act: { act: 'pass-gate', gate: 'g1' }, refusal });
  expect(text('form')).toContain('2 boxes are open. Go on all the same?');
  expect(text('form li')).toBe('make smoke passes');
  const field = main.querySelector('input[type=text]');
  expect(document.activeElement).toBe(field);
  if (field instanceof HTMLInputElement) field.value = 'agreed with the lead';
  main.querySelector('form')?.requestSubmit();
  expect(sent.at(-1)).toEqual({
    type: 'act',
    act: { act: 'pass-gate', gate: 'g1', reason: 'agreed with the lead' },
  });
});

test('what is refused without a question is said', () => {
  show();
  page.take({
    type: 'refused',
    act: { act: 'resume' },
    refusal: { why: 'not-now', message: 'The run is not paused.', open: [] },
  });
  expect(text('[role=status]')).toBe('The run is not paused.');
});

test('dependencies that are not done are said before a phase begins', () => {
  show({ at: { type: 'dependencies', phase: 'p2' } });
  expect(text('.dependencies')).toContain('Requires Phase 1 completionnot done');
  expect(text('.dependencies')).toContain('Both operators presentconfirm by hand');
  expect(sentBy('d')).toEqual({ type: 'act', act: { act: 'start-phase', phase: 'p2' } });
});

test('a decision leads on by the branch that is chosen', () => {
  show({ at: { type: 'decision', phase: 'p2', decision: 'd1' } });
  expect(text('.branches button')).toBe('Roll back: If row counts differ1');
  expect(sentBy('1')).toEqual({ type: 'act', act: { act: 'decide', decision: 'd1', branch: 'br1' } });
  show({ at: { type: 'decision', phase: 'p2', decision: 'd1' } });
  expect(sentBy('0')).toEqual({
    type: 'act',
    act: { act: 'decide', decision: 'd1', branch: 'none-of-these' },
  });
  expect(text('.place')).toContain('the Data Team lead decides');
});

test('a rollback is gone through step by step and then done', () => {
  show({ at: { type: 'rollback', rollback: 'r-phase', step: 'rs1' } });
  expect(sentBy('d')).toEqual({ type: 'act', act: { act: 'complete-step', step: 'rs1' } });
  show({ at: { type: 'rollback', rollback: 'r-phase', step: null } });
  expect(text('.place')).toContain('Nothing is lost');
  expect(sentBy('d')).toEqual({ type: 'act', act: { act: 'complete-rollback', rollback: 'r-phase' } });
});

test('the end is asked for with its outcome, and leaves texts to be copied', () => {
  show({ at: { type: 'end' } });
  expect(text('.place')).toContain('Write the timeline');
  press('d');
  expect(sentBy('3')).toEqual({ type: 'end', outcome: 'rolled-back', note: '' });
  show({ ...places['an ended run'] }, 'ready', end);
  expect(text('#place')).toBe('Run: rolled back');
  expect(sentBy('y')).toEqual({ type: 'copy-text', text: 'summary' });
  expect(sentBy('l')).toEqual({ type: 'copy-text', text: 'timeline' });
  expect(sentBy('v')).toEqual({ type: 'record' });
  expect(sentBy('d')).toBeUndefined();
});

test('the page keeps which run it shows and nothing of the document', () => {
  show();
  press('.');
  expect(kept).toEqual({ run: 'run-1', command: 'c2', isOverviewOpen: false });
});

test('the focus stays where it is while the same place changes', () => {
  show();
  main.querySelector<HTMLElement>('[data-key=box-b2]')?.focus();
  const [phase] = phases;
  const ticked = phase?.steps.map((one) =>
    one.id === 's3' ? { ...one, verification: [box('b1', 'a'), box('b2', 'b', { ticked: true })] } : one,
  );
  show({ phases: phase === undefined || ticked === undefined ? [] : [{ ...phase, steps: ticked }] });
  expect(document.activeElement?.getAttribute('data-key')).toBe('box-b2');
  expect(document.activeElement instanceof HTMLInputElement && document.activeElement.checked).toBe(true);
});

test('a run that cannot be shown says why', () => {
  show();
  const at: RunPlace = view.at;
  expect(at.type).toBe('step');
  page.take({ type: 'fail', message: 'Another window holds this run.' });
  expect(text('[role=alert]')).toBe('Another window holds this run.');
  expect(sentBy('d')).toBeUndefined();
});
