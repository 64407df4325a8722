/** The drawing of who leads where: SVG whose nodes take the focus, are read out with their ways, and are gone through by arrow keys. */
import type { EntryGraph, GraphNode } from '../../../protocol/src/overview.js';
import type { PageWords } from '../report/page-messages.js';
import { fill, html, svg } from '../page-parts/dom.js';
import { drawingOf, nodeSize, type Drawing } from './graph-layout.js';
import { busiestOf, mostDrawn, nextInDirection, partOf, type Direction } from './graph-part.js';

const directions: ReadonlyMap<string, Direction> = new Map([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
]);

/** Letters of the usual width that fit into a box. */
const mostLetters = 32;

const zooms = [0.5, 0.7, 0.85, 1, 1.25, 1.6, 2];

export interface GraphViewPorts {
  readonly words: PageWords;
  /** Someone wants to go to a place. */
  readonly open: (place: number) => void;
  /** Around which entry the drawing is, by id; empty for all. */
  readonly around: string;
  readonly onAround: (id: string) => void;
}

/** The controls and the drawing. `name` is unique on the page. */
export function graphView(graph: EntryGraph, name: string, ports: GraphViewPorts): HTMLElement {
  const { words } = ports;
  if (graph.nodes.length === 0) return html('p', {}, words.graphEmpty);
  const list = html(
    'datalist',
    { id: `${name}-ids` },
    ...graph.nodes.map(({ id, title }) => html('option', { value: id }, title)),
  );
  const input = html('input', {
    id: `${name}-around`,
    type: 'search',
    list: list.id,
    placeholder: words.graphAll,
    autocomplete: 'off',
  });
  input.value = ports.around;
  const note = html('p', { class: 'note', role: 'status' });
  const canvas = html('div', { class: 'canvas' });
  // the same is read out with the box itself
  const current = html('p', { class: 'current', 'aria-hidden': 'true' });
  let zoom = zooms.indexOf(1);
  const draw = (): void => {
    const wanted = graph.nodes.findIndex(({ id }) => id === input.value.trim().toUpperCase());
    const all = graph.nodes.length <= mostDrawn;
    const focus = wanted >= 0 ? wanted : all ? undefined : busiestOf(graph);
    const part = partOf(graph, focus);
    note.textContent =
      focus === undefined ? '' : fill(words.graphCut, graph.nodes[focus]?.id ?? '', graph.nodes.length);
    canvas.replaceChildren(
      drawn(graph, drawingOf(graph, part), focus, {
        ...ports,
        say: (label) => {
          current.textContent = label;
        },
      }),
    );
    applyZoom(canvas, zooms[zoom] ?? 1);
  };
  input.addEventListener('change', () => {
    ports.onAround(input.value.trim());
    draw();
  });
  const zoomBy = (step: number): void => {
    zoom = Math.min(zooms.length - 1, Math.max(0, zoom + step));
    applyZoom(canvas, zooms[zoom] ?? 1);
  };
  const zoomOut = html('button', { type: 'button', title: words.zoomOut, 'aria-label': words.zoomOut }, '−');
  const zoomIn = html('button', { type: 'button', title: words.zoomIn, 'aria-label': words.zoomIn }, '+');
  zoomOut.addEventListener('click', () => {
    zoomBy(-1);
  });
  zoomIn.addEventListener('click', () => {
    zoomBy(1);
  });
  draw();
  return html(
    'div',
    { class: 'graph' },
    html('p', { class: 'note', id: `${name}-help` }, words.graphHelp),
    html(
      'div',
      { class: 'controls' },
      html('label', { for: input.id }, words.graphAround),
      input,
      list,
      html('span', { class: 'pair' }, zoomOut, zoomIn),
    ),
    note,
    canvas,
    current,
  );
}

/** The words of a title that a box has room for: whole ones, as in the title that is read out, and shown below. */
function shortened(title: string): string {
  if (title.length <= mostLetters) return title;
  const start = title.slice(0, mostLetters);
  const end = start.lastIndexOf(' ');
  return `${end > 0 ? start.slice(0, end) : start.slice(0, -1)}…`;
}

function applyZoom(canvas: HTMLElement, zoom: number): void {
  const drawing = canvas.querySelector('svg');
  const { width = 0, height = 0 } = drawing?.viewBox.baseVal ?? {};
  drawing?.setAttribute('width', String(width * zoom));
  drawing?.setAttribute('height', String(height * zoom));
}

function drawn(
  graph: EntryGraph,
  drawing: Drawing,
  focus: number | undefined,
  { words, open, say }: GraphViewPorts & { readonly say: (label: string) => void },
): SVGSVGElement {
  const groups = drawing.nodes.map(({ node, x, y }, index) => {
    const entry = graph.nodes[node];
    if (entry === undefined) return svg('g');
    const group = svg(
      'g',
      {
        class: `node${node === focus ? ' around' : ''}${entry.deprecated ? ' deprecated' : ''}`,
        role: 'link',
        tabindex: index === 0 ? 0 : -1,
        transform: `translate(${x - nodeSize.width / 2} ${y - nodeSize.height / 2})`,
        'aria-label': spoken(graph, node, words),
      },
      svg('rect', { ...nodeSize, rx: 4 }),
      // a drawing of its own cuts off what is too long in a wide font
      svg(
        'svg',
        { width: nodeSize.width - 6, height: nodeSize.height },
        svg('text', { class: 'id', x: 10, y: 17 }, `${labelOf(entry, words)} `),
        svg('text', { class: 'title', x: 10, y: 33 }, shortened(entry.title)),
      ),
    );
    group.addEventListener('click', () => {
      open(entry.place);
    });
    return group;
  });
  const edges = drawing.edges.map(({ points }) =>
    svg('path', {
      class: 'edge',
      d: points
        .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
        .join(''),
      'marker-end': 'url(#arrow)',
    }),
  );
  const whole = svg(
    'svg',
    {
      viewBox: `0 0 ${drawing.width} ${drawing.height}`,
      role: 'group',
      'aria-label': words.graph,
    },
    svg(
      'defs',
      {},
      svg(
        'marker',
        {
          id: 'arrow',
          viewBox: '0 0 8 8',
          refX: 8,
          refY: 4,
          markerWidth: 7,
          markerHeight: 7,
          markerUnits: 'userSpaceOnUse',
          orient: 'auto',
        },
        svg('path', { class: 'arrow', d: 'M0 0L8 4L0 8z' }),
      ),
    ),
    svg('g', { 'aria-hidden': 'true' }, ...edges),
    ...groups,
  );
  const mark = (index: number): void => {
    say(groups[index]?.getAttribute('aria-label') ?? '');
    drawing.edges.forEach(({ from, to }, at) =>
      edges[at]?.classList.toggle('near', from === index || to === index),
    );
  };
  groups.forEach((group, index) => {
    group.addEventListener('focus', () => {
      for (const other of groups) other.setAttribute('tabindex', other === group ? '0' : '-1');
      mark(index);
    });
    group.addEventListener('mouseenter', () => {
      mark(index);
    });
    group.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ')
        open(graph.nodes[drawing.nodes[index]?.node ?? -1]?.place ?? 0);
      else {
        const direction = directions.get(event.key);
        const next = direction === undefined ? undefined : nextInDirection(drawing.nodes, index, direction);
        if (next === undefined) return;
        groups[next]?.focus();
      }
      event.preventDefault();
    });
  });
  return whole;
}

function labelOf({ id, deprecated }: GraphNode, words: PageWords): string {
  return deprecated ? `${id} (${words.deprecated})` : id;
}

function spoken(graph: EntryGraph, node: number, words: PageWords): string {
  const idsOf = (some: readonly number[]): string =>
    some.length === 0 ? words.nothing : some.map((one) => graph.nodes[one]?.id ?? '').join(', ');
  const entry = graph.nodes[node];
  return [
    `${entry === undefined ? '' : labelOf(entry, words)} ${entry?.title ?? ''}`.trim(),
    fill(words.leadsTo, idsOf(graph.edges.flatMap(([from, to]) => (from === node ? [to] : [])))),
    fill(words.comesFrom, idsOf(graph.edges.flatMap(([from, to]) => (to === node ? [from] : [])))),
  ].join('. ');
}
