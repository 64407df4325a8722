import { describe, expect, test } from 'vitest';
import { canRun } from '../../client/src/run/can-run.js';
import { drillWords } from '../../client/src/run/drill-words.js';
import { addressOf, idsIn, linksIn } from '../../client/src/run/link-targets.js';
import { passedRun, passedTarget } from '../../client/src/run/passed-target.js';
import { runsText } from '../../client/src/run/runs-text.js';
import type { OutlineNode } from '../../protocol/src/messages.js';
import type { OpenRun, RunRecordSummary } from '../../protocol/src/run.js';
import type { RunBox, RunView } from '../../protocol/src/run-view.js';

const l10n = {
  t: (message: string, ...args: readonly (string | number)[]): string =>
    message.replace(/\{(\d)\}/g, (mark, index: string) => String(args[Number(index)] ?? mark)),
};

describe('the status item', () => {
  const run = (part: Partial<OpenRun>): OpenRun => ({
    run: '1',
    textDocument: { uri: 'file:///a.md' },
    entry: 'RUN-020',
    title: 'Restore',
    startedAt: '2026-11-30T03:00:00Z',
    lastActAt: '2026-11-30T03:01:00Z',
    drill: false,
    who: '',
    held: 'here',
    position: 'step 3 of 5',
    ...part,
  });

  test('is not there without runs', () => {
    expect(runsText([], l10n)).toBeUndefined();
  });

  test.each([
    [[run({})], '$(play-circle) RUN-020 · step 3 of 5'],
    [[run({ entry: null })], '$(play-circle) Restore · step 3 of 5'],
    [[run({ held: 'left' })], '$(debug-continue) Resume RUN-020'],
    [[run({ held: 'elsewhere' })], '$(play-circle) RUN-020 runs in another window'],
    [[run({}), run({ held: 'elsewhere' })], '$(play-circle) 2 runs'],
    [[run({}), run({ held: 'left' })], '$(debug-continue) 2 runs, 1 to be resumed'],
  ] as const)('says what goes on', (runs, text) => {
    expect(runsText(runs, l10n)?.text).toBe(text);
  });

  test('has a line for each run behind it', () => {
    const runs = [run({ drill: true }), run({ entry: 'RUN-001', held: 'elsewhere' })];
    expect(runsText(runs, l10n)?.tooltip).toBe(
      'RUN-020 · step 3 of 5 (drill, in progress here)\nRUN-001 · step 3 of 5 (in progress in another window)',
    );
  });
});

describe('a drill in the Test Explorer', () => {
  const now = Date.parse('2026-11-30T12:00:00Z');
  const last: RunRecordSummary = {
    uri: 'file:///runs/1.md',
    startedAt: '2026-11-02T03:00:00Z',
    outcome: 'rolled-back',
    drill: true,
    minutes: 41,
    message: 'last run 2026-11-02, 41 min, rolled back at step 3',
  };

  test.each([
    [last, '2026-10-14', 'last run 2026-11-02, 41 min, rolled back at step 3 · 28 days ago'],
    [null, '2026-11-29', 'last tested 2026-11-29 · 1 day ago'],
    [null, '2026-11-30', 'last tested 2026-11-30 · today'],
    [null, 'soon', 'last tested soon'],
    [null, '2027-01-01', 'last tested 2027-01-01'],
    [null, '', 'never tested'],
  ])('says how it went last and how long ago', (lastDrill, lastTested, words) => {
    expect(drillWords({ lastDrill, lastTested, changes: null }, now, l10n)).toBe(words);
  });

  test('says what changed since', () => {
    const changes = { since: '', changed: ['a'], added: [], removed: [], message: '1 step changed' };
    expect(drillWords({ lastDrill: null, lastTested: '', changes }, now, l10n)).toBe(
      'never tested · 1 step changed',
    );
  });
});

describe('what a command is called on', () => {
  const uri = { scheme: 'file', toString: () => 'file:///a.md' };

  test.each([
    ['nothing', [], undefined],
    ['the document of an editor', [uri, { groupId: 1 }], { uri: 'file:///a.md', entry: undefined }],
    [
      'an address and an id, as of a lens',
      ['file:///a.md', 'RUN-001'],
      { uri: 'file:///a.md', entry: 'RUN-001' },
    ],
    [
      'a row of Entries',
      [{ kind: 'entry', entry: { uri: 'file:///a.md', id: 'RUN-001' } }],
      { uri: 'file:///a.md', entry: 'RUN-001' },
    ],
    ['a row of Phases', [{ kind: 'entry', label: 'RUN-001: Restart' }], { uri: undefined, entry: 'RUN-001' }],
    ['another row', [{ kind: 'phase', label: 'Phase 1' }], undefined],
  ])('is read of %s', (_what, passed, target) => {
    expect(passedTarget(passed)).toEqual(target);
  });

  test.each([
    ['run-1', 'run-1'],
    [{ run: 'run-1', command: '' }, 'run-1'],
    [{ run: 1 }, undefined],
    [undefined, undefined],
    [null, undefined],
  ])('a run is read of its id and its row', (passed, run) => {
    expect(passedRun(passed)).toBe(run);
  });
});

describe('a document can be run', () => {
  const node = (kind: OutlineNode['kind'], part: Partial<OutlineNode> = {}): OutlineNode => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    return {
      id: kind,
      kind,
      label: kind,
      range,
      selectionRange: range,
      missing: [],
      unwritten: [],
      actions: [],
      children: [],
      ...part,
    };
  };
  const entry = (prefix: string, ...children: readonly OutlineNode[]): OutlineNode =>
    node('entry', { prefix, children });

  test.each([
    ['playbook', [node('phase')], true],
    ['release', [node('section', { children: [node('step')] })], true],
    ['feature', [node('section')], false],
    ['sot', [node('group', { children: [entry('RUN', node('step'))] })], true],
    ['sot', [entry('RUN')], false],
    ['sot', [entry('DEP', node('step'))], false],
    ['skill', [node('step')], false],
    ['none', [entry('RUN', node('step'))], false],
  ] as const)('of kind %s', (kind, nodes, can) => {
    expect(canRun({ kind, nodes })).toBe(can);
  });
});

describe('links of a run', () => {
  test.each([
    ['https://grafana.example/d/1', 'https://grafana.example/d/1'],
    ['HTTP://a.example', 'HTTP://a.example'],
    ['../SoT.md#run-1', undefined],
    ['command:workbench.action.terminal.new', undefined],
    ['javascript:alert(1)', undefined],
    ['file:///etc/passwd', undefined],
    ['https://a.example/ b', undefined],
  ])('%s is an address or none', (target, address) => {
    expect(addressOf(target)).toBe(address);
  });

  test('are those that it shows, wherever they stand', () => {
    const link = (target: string): RunView['purpose'] => [{ text: 'x', form: 'link', target }];
    const box = (target: string): RunBox => ({
      id: target,
      words: link(target),
      ticked: false,
      inDocument: true,
      commands: [],
      lost: false,
    });
    const gate = (target: string): NonNullable<RunView['post']> => ({
      id: target,
      title: '',
      boxes: [box(target)],
      passedAt: null,
      reason: '',
    });
    const view: RunView = {
      run: '1',
      revision: 0,
      textDocument: { uri: 'file:///a.md' },
      kind: 'playbook',
      entry: null,
      title: '',
      purpose: [...link('purpose'), { text: 'plain', form: 'plain', target: 'no' }],
      drill: false,
      who: '',
      startedAt: '',
      endedAt: null,
      status: 'running',
      outcome: null,
      at: { type: 'end' },
      position: '',
      since: '',
      next: '',
      prerequisites: gate('prerequisites'),
      phases: [],
      rollbacks: [],
      rollback: null,
      escalation: { when: [], levels: [{ title: '', words: link('level'), afterMinutes: null }] },
      post: gate('post'),
      events: [],
      notices: [],
      changes: null,
      terminal: true,
    };
    expect([...linksIn(view)].sort()).toEqual(['level', 'post', 'prerequisites', 'purpose']);
    const purpose: RunView['purpose'] = [
      { text: 'See RUN-005, BR-FEA-002 and EPIC-04b, not RUN-1-2 or XRUN-', form: 'plain' },
      { text: 'MON-001', form: 'code' },
      { text: 'MON-002', form: 'link', target: 'purpose' },
    ];
    expect([...idsIn({ ...view, purpose })]).toEqual(['RUN-005', 'BR-FEA-002', 'EPIC-04b']);
  });
});
