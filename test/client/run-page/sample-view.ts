/** Runs as the server tells of them, for tests of the page. */
import type { RunPageWords } from '../../../client/src/run/page-messages.js';
import { runPageWords } from '../../../client/src/run/page-words.js';
import type {
  RunBox,
  RunCommand,
  RunGate,
  RunPhase,
  RunRollback,
  RunStep,
  RunView,
  RunWords,
} from '../../../protocol/src/run-view.js';

/** What would be markup, an address of a command, and marks that nobody sees. */
export const hostile = '<img src=x onerror=alert(1)>';

const plain = (text: string): readonly RunWords[] => [{ text, form: 'plain' }];

export const box = (id: string, text: string, part: Partial<RunBox> = {}): RunBox => ({
  id,
  words: plain(text),
  ticked: false,
  inDocument: true,
  commands: [],
  lost: false,
  ...part,
});

const command = (id: string, text: string, part: Partial<RunCommand> = {}): RunCommand => ({
  id,
  text,
  language: 'bash',
  slots: [],
  lines: text.split('\n').length,
  destructive: null,
  unsendable: null,
  sent: 0,
  ...part,
});

const gate = (id: string, title: string, ...boxes: readonly RunBox[]): RunGate => ({
  id,
  title,
  boxes,
  passedAt: null,
  reason: '',
});

export const step = (id: string, number: string, title: string, part: Partial<RunStep> = {}): RunStep => ({
  id,
  number,
  title,
  status: 'open',
  startedAt: null,
  completedAt: null,
  blocks: [],
  commands: [],
  verification: [],
  rollback: null,
  notes: [],
  lost: false,
  changed: false,
  line: 20,
  ...part,
});

const restoring = step('s3', '3', `Restore into a new instance ${hostile}`, {
  status: 'started',
  blocks: [
    {
      type: 'text',
      level: 0,
      marker: '',
      words: [
        { text: 'The damaged instance is ', form: 'plain' },
        { text: 'kept', form: 'strong' },
        { text: ' as it is; see ', form: 'plain' },
        { text: 'RUN-005', form: 'link', target: '../SoT.DEPLOYMENT.md#run-005' },
        { text: ' and ', form: 'plain' },
        { text: 'orders-old', form: 'code' },
        { text: '.', form: 'plain' },
      ],
    },
    { type: 'command', command: 'c1' },
    { type: 'text', level: 1, marker: '-', words: plain('The last line reads "restore complete"') },
    { type: 'code', text: 'restore complete', language: '' },
    { type: 'command', command: 'c2' },
  ],
  commands: [
    command(
      'c1',
      'shopctl restore start --database orders --to "$RESTORE_MOMENT" --instance <name>\nshopctl restore wait --instance <name> --timeout 90m',
      {
        slots: [
          { name: 'name', written: '<name>', secret: false, value: 'orders-restored' },
          { name: 'TOKEN', written: '${TOKEN}', secret: true, value: null },
        ],
        sent: 1,
      },
    ),
    command('c2', `rm -rf /srv/old \u202e${hostile}`, { destructive: 'rm -rf /srv/old' }),
  ],
  verification: [
    box('b1', 'The last line reads "restore complete"', { ticked: true }),
    box('b2', `Row counts match ${hostile}`),
    box('b3', 'Nobody calls', { inDocument: false }),
    box('b4', 'Gone', { lost: true }),
  ],
  rollback: 'r-step',
  notes: [{ at: '2026-11-30T03:14:00Z', who: 'M. Okafor', text: 'slow disk' }],
  changed: true,
});

export const phases: readonly RunPhase[] = [
  {
    id: 'p2',
    number: '2',
    title: 'Switch over',
    objective: plain('The shop writes to the new instance.'),
    duration: '2h',
    dependencies: [
      { words: plain('Requires Phase 1 completion'), done: false },
      { words: plain('Both operators present'), done: null },
    ],
    steps: [
      step('s1', '1', 'Close the checkout', { status: 'done' }),
      step('s2', '2', 'Choose the moment', { status: 'skipped' }),
      restoring,
      step('s4', '4', 'Point the shop there'),
    ],
    decision: {
      id: 'd1',
      title: 'Decision Point',
      blocks: [],
      branches: [
        {
          id: 'br1',
          condition: plain('If row counts differ'),
          then: plain(`roll this phase back ${hostile}`),
          lead: 'rollback',
        },
        { id: 'br2', condition: plain('If nobody answers'), then: [], lead: 'none' },
      ],
      escalation: plain('the Data Team lead decides'),
      chosen: null,
    },
    gate: gate('g1', 'Gate Criteria', box('gb1', 'make smoke passes'), box('gb2', 'MON-001 is quiet')),
    rollback: 'r-phase',
    status: 'started',
    startedAt: '2026-11-30T03:00:00Z',
    completedAt: null,
    notes: [],
    lost: false,
  },
];

const rollbacks: readonly RunRollback[] = [
  {
    id: 'r-step',
    title: 'Rollback of Step 3',
    phase: null,
    step: 's3',
    steps: [],
    blocks: [],
    gate: null,
    status: 'open',
  },
  {
    id: 'r-phase',
    title: 'Rollback of Phase 2',
    phase: 'p2',
    step: null,
    steps: [step('rs1', '1', 'Close the checkout again'), step('rs2', '2', 'Point the shop back')],
    blocks: [{ type: 'text', level: 0, marker: '', words: plain('Takes ten minutes.') }],
    gate: gate('rg', 'Rollback checklist', box('rb1', 'Nothing is lost')),
    status: 'open',
  },
];

/** A run that stands at a step, half an hour after it began. */
export const view: RunView = {
  run: 'run-1',
  revision: 7,
  textDocument: { uri: 'file:///shop/runbooks/RUN-020.md' },
  kind: 'entry',
  entry: 'RUN-020',
  title: `Restore the orders database ${hostile}`,
  purpose: plain('The orders database is lost, or rows are missing.'),
  drill: false,
  who: 'M. Okafor',
  startedAt: '2026-11-30T02:50:00Z',
  endedAt: null,
  status: 'running',
  outcome: null,
  at: { type: 'step', phase: 'p2', step: 's3' },
  position: 'Phase 2 of 4 · step 3 of 4',
  since: '2026-11-30T03:12:00Z',
  next: 'Step 4: Point the shop there',
  prerequisites: gate('pre', 'Prerequisites', box('pb1', 'A second person'), box('pb2', 'Access')),
  phases,
  rollbacks,
  rollback: null,
  escalation: {
    when: [
      { type: 'text', level: 0, marker: '', words: plain('When the restore takes longer than 90 minutes.') },
    ],
    levels: [
      { title: 'Level 1: On-Call Engineer', words: plain('everything'), afterMinutes: 0 },
      { title: 'Level 2: Engineering Lead', words: plain(`pager data-lead ${hostile}`), afterMinutes: 15 },
      { title: 'Level 3: Management', words: [], afterMinutes: 60 },
      { title: 'Product Owner', words: [], afterMinutes: null },
    ],
  },
  post: gate('post', 'Post-Incident', box('po1', 'Write the timeline')),
  events: [
    { at: '2026-11-30T02:50:00Z', who: 'M. Okafor', text: 'Run started' },
    { at: '2026-11-30T03:12:00Z', who: '', text: `Step 3 started ${hostile}` },
  ],
  notices: ['A step is no longer found.'],
  changes: {
    since: '2026-08-14',
    changed: ['Step 3: Restore'],
    added: [],
    removed: ['Step 9'],
    message: '2 steps changed since the test of 2026-08-14',
  },
  terminal: true,
};

/** The words of the page in English. */
export const words: RunPageWords = runPageWords({ t: (message) => message });
