/** The whole page out of what the extension sent. Knows no messages: who shows it says what happens. */
import type { ReportFileFormat, ReportPage } from '../../../protocol/src/overview.js';
import type { PageWords } from '../report/page-messages.js';
import { fill, html } from '../page-parts/dom.js';
import { graphView } from './graph-view.js';
import { sectionView } from './sections.js';

/** What is kept of the page while it is not on show. */
export interface PageState {
  /** Names of the lists that are open. */
  readonly open: readonly string[];
  /** Around which entries the drawings are, by the index of their folder. */
  readonly around: Readonly<Record<string, string>>;
  readonly scroll: number;
}

export const emptyState: PageState = { open: [], around: {}, scroll: 0 };

export interface PagePorts {
  readonly open: (place: number) => void;
  readonly exportAs: (format: ReportFileFormat) => void;
  readonly state: () => PageState;
  readonly change: (change: Partial<PageState>) => void;
}

const formats: readonly (readonly [ReportFileFormat, string])[] = [
  ['html', 'HTML'],
  ['markdown', 'Markdown'],
  ['csv', 'CSV'],
];

/** The content of the page's `main`. */
export function pageView(
  { folders }: ReportPage,
  words: PageWords,
  ports: PagePorts,
): readonly HTMLElement[] {
  const exports = formats.map(([format, name]) => {
    const button = html('button', { type: 'button' }, fill(words.exportAs, name));
    button.addEventListener('click', () => {
      ports.exportAs(format);
    });
    return button;
  });
  const header = html(
    'header',
    {},
    html('h1', {}, words.title),
    html('div', { class: 'controls' }, ...exports),
  );
  const parts = folders.map(({ name, headline, sections, graph }, folder) => {
    const graphName = `folder-${String(folder)}-graph`;
    return html(
      'article',
      {},
      html('h2', {}, name),
      html('p', { class: 'lead' }, headline),
      ...sections.map((section, index) =>
        sectionView(section, `folder-${String(folder)}-section-${String(index)}`, {
          words,
          open: ports.open,
          isOpen: (one) => ports.state().open.includes(one),
          onToggle: (one, isOpen) => {
            const others = ports.state().open.filter((other) => other !== one);
            ports.change({ open: isOpen ? [...others, one] : others });
          },
        }),
      ),
      html(
        'section',
        { 'aria-labelledby': graphName },
        html('h3', { id: graphName }, words.graph),
        graphView(graph, graphName, {
          words,
          open: ports.open,
          around: ports.state().around[String(folder)] ?? '',
          onAround: (id) => {
            ports.change({ around: { ...ports.state().around, [String(folder)]: id } });
          },
        }),
      ),
    );
  });
  return [header, ...parts];
}
