// @vitest-environment jsdom
/** The report page in a document: what is read out, where its rows lead, and that nothing of a document becomes markup. */
import axe from 'axe-core';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { PageWords } from '../../../client/src/report/page-messages.js';
import { emptyState, pageView, type PageState } from '../../../client/src/report-page/page.js';
import { toPageState } from '../../../client/src/report-page/page-state.js';
import type { PageLink, ReportPage } from '../../../protocol/src/overview.js';

const words: PageWords = {
  title: 'Runbook Report',
  exportAs: 'Export as {0}',
  missing: 'What is missing',
  graph: 'Who leads where',
  graphHelp: 'Arrow keys move.',
  graphEmpty: 'No entry names another one.',
  graphAround: 'Around the entry',
  graphAll: 'all entries',
  graphCut: 'What is around {0}, of {1} entries.',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  leadsTo: 'Leads to: {0}',
  comesFrom: 'Named by: {0}',
  deprecated: 'deprecated',
  nothing: 'none',
};
const hostile = '<img src=x onerror=alert(1)>';
const at = { start: { line: 1, character: 3 }, end: { line: 1, character: 10 } };
const link = (text: string, place: number): PageLink => ({ text, detail: 'SoT.X.md:2', place });

const page: ReportPage = {
  places: [0, 1, 2].map(() => ({ uri: 'file:///shop/SoT.X.md', range: at })),
  folders: [
    {
      name: 'shop',
      headline: '1 of 2 gates met; as of 2026-11-20.',
      sections: [
        {
          title: 'Quality gates',
          empty: '',
          columns: ['Gate', 'Met', 'Count'],
          rows: [
            [
              { text: 'Every alert has a runbook', tone: 'plain', links: [], share: null },
              { text: 'no', tone: 'bad', links: [], share: null },
              { text: '1 of 2', tone: 'plain', links: [], share: { part: 1, of: 2 } },
            ],
          ],
          details: [{ link: link('MON-001', 0), lines: [`MON-001 ${hostile} has no runbook.`] }],
        },
        {
          title: 'Alerts and their runbooks',
          empty: 'No alerts.',
          columns: ['Alert', 'Critical'],
          rows: [
            [
              {
                text: `MON-001 ${hostile}`,
                tone: 'plain',
                links: [link(`MON-001 ${hostile}`, 0)],
                share: null,
              },
              {
                text: 'RUN-001, RUN-002',
                tone: 'good',
                links: [link('RUN-001', 1), link('RUN-002', 2)],
                share: null,
              },
            ],
          ],
          details: [],
        },
        {
          title: 'Unreferenced entries',
          empty: 'Every entry is referenced.',
          columns: [],
          rows: [],
          details: [],
        },
      ],
      graph: {
        nodes: [
          {
            id: 'MON-001',
            title: `The disk of the orders database ${hostile}`,
            prefix: 'MON',
            deprecated: false,
            place: 0,
          },
          { id: 'RUN-001', title: 'Disk is full', prefix: 'RUN', deprecated: false, place: 1 },
          { id: 'RUN-002', title: 'Old', prefix: 'RUN', deprecated: true, place: 2 },
        ],
        edges: [
          [0, 1],
          [0, 2],
          [1, 0],
        ],
      },
    },
  ],
};

const open = vi.fn<(place: number) => void>();
const exportAs = vi.fn<(format: string) => void>();
let state: PageState = emptyState;

function show(): HTMLElement {
  document.documentElement.lang = 'en';
  document.title = 'Runbook Report';
  const main = document.createElement('main');
  document.body.replaceChildren(main);
  main.append(
    ...pageView(page, words, {
      open,
      exportAs,
      state: () => state,
      change: (part) => {
        state = { ...state, ...part };
      },
    }),
  );
  return main;
}

function press(element: Element, key: string): void {
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

beforeEach(() => {
  state = emptyState;
  open.mockClear();
  exportAs.mockClear();
});

test('has nothing against it for those who do not see it', async () => {
  show();
  // colours are the editor's, and jsdom draws nothing
  const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test('takes no word of a document for markup', () => {
  const main = show();
  expect(main.querySelector('img')).toBeNull();
  expect(main.textContent).toContain(hostile);
});

describe('rows', () => {
  test('lead to the places that the server gave', () => {
    const main = show();
    for (const button of main.querySelectorAll<HTMLElement>('td button.link')) button.click();
    expect(open.mock.calls).toEqual([[1], [2]]);
  });

  test('say in words what a bar shows', () => {
    const bar = show().querySelector<HTMLElement>('.bar');
    expect(bar?.getAttribute('aria-hidden')).toBe('true');
    expect(bar?.parentElement?.textContent).toBe('1 of 2');
    expect(bar?.style.getPropertyValue('--part')).toBe('0.5');
  });

  test('that are none are said to be none', () => {
    expect(show().textContent).toContain('Every entry is referenced.');
  });
});

describe('the graph', () => {
  const nodes = (main: HTMLElement): SVGElement[] => [...main.querySelectorAll<SVGElement>('.node')];

  test('is one stop of the Tab key, and is gone through by arrows', () => {
    const main = show();
    const [alert, runbook, old] = nodes(main);
    expect(nodes(main).map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
    alert?.focus();
    if (alert !== undefined) press(alert, 'ArrowRight');
    expect([runbook, old]).toContain(document.activeElement);
    expect(document.activeElement?.getAttribute('tabindex')).toBe('0');
    expect(alert?.getAttribute('tabindex')).toBe('-1');
    if (document.activeElement !== null) press(document.activeElement, 'Enter');
    expect(open).toHaveBeenCalledTimes(1);
  });

  test('reads out where each entry leads, and who leads there', () => {
    const labels = nodes(show()).map((node) => node.getAttribute('aria-label'));
    expect(labels[1]).toBe('RUN-001 Disk is full. Leads to: MON-001. Named by: MON-001');
    expect(labels[2]).toBe('RUN-002 (deprecated) Old. Leads to: none. Named by: MON-001');
  });

  test('shows of a long title the words that fit', () => {
    const [alert, runbook] = nodes(show());
    expect(alert?.querySelector('.title')?.textContent).toBe('The disk of the orders database…');
    expect(runbook?.querySelector('.title')?.textContent).toBe('Disk is full');
  });

  test('shows what is around one entry, and keeps which one', () => {
    const main = show();
    const input = main.querySelector('input');
    if (input === null) throw new Error('no input');
    input.value = 'run-002';
    input.dispatchEvent(new Event('change'));
    expect(state.around).toEqual({ 0: 'run-002' });
    expect(main.querySelector('.node.around')?.textContent).toContain('RUN-002');
    expect(main.querySelector('[role=status]')?.textContent).toBe('What is around RUN-002, of 3 entries.');
  });
});

test('exports in three formats', () => {
  for (const button of show().querySelectorAll<HTMLElement>('header button')) button.click();
  expect(exportAs.mock.calls.flat()).toEqual(['html', 'markdown', 'csv']);
});

test('keeps which lists are open, and reads nothing else as its state', () => {
  const main = show();
  const details = main.querySelector('details');
  if (details === null) throw new Error('no details');
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  expect(state.open).toEqual(['folder-0-section-0']);
  expect(show().querySelector('details')?.open).toBe(true);
  expect(toPageState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  for (const value of [null, 1, {}, { open: 1, around: {} }, { open: [], around: null }])
    expect(toPageState(value)).toBeUndefined();
});
