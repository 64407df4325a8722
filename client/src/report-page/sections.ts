/** The sections of the report as tables whose rows lead to their places. */
import type { PageCell, PageLink, PageSection } from '../../../protocol/src/overview.js';
import type { PageWords } from '../report/page-messages.js';
import { html } from '../page-parts/dom.js';

export interface SectionPorts {
  readonly words: PageWords;
  /** Someone wants to go to a place. */
  readonly open: (place: number) => void;
  /** Whether a list of what is missing is open, by its name. */
  readonly isOpen: (name: string) => boolean;
  readonly onToggle: (name: string, isOpen: boolean) => void;
}

/** A section with its heading; `name` is unique on the page. */
export function sectionView(section: PageSection, name: string, ports: SectionPorts): HTMLElement {
  const heading = html('h3', { id: name }, section.title);
  const whole = html('section', { 'aria-labelledby': name }, heading);
  if (section.rows.length === 0) whole.append(html('p', {}, section.empty));
  else whole.append(tableOf(section, name, ports));
  if (section.details.length > 0) whole.append(detailsOf(section, name, ports));
  return whole;
}

function tableOf({ columns, rows }: PageSection, name: string, ports: SectionPorts): HTMLElement {
  const head = html('tr', {}, ...columns.map((column) => html('th', { scope: 'col' }, column)));
  const body = rows.map((row) =>
    html(
      'tr',
      {},
      ...row.map((cell, index) =>
        index === 0
          ? html('th', { scope: 'row' }, ...contentOf(cell, ports))
          : html('td', { class: cell.tone }, ...contentOf(cell, ports)),
      ),
    ),
  );
  // wide tables scroll by themselves, with the keyboard too
  return html(
    'div',
    { class: 'wide', tabindex: 0, role: 'group', 'aria-labelledby': name },
    html('table', { 'aria-labelledby': name }, html('thead', {}, head), html('tbody', {}, ...body)),
  );
}

function contentOf({ text, links, share }: PageCell, ports: SectionPorts): (Node | string)[] {
  const words =
    links.length === 0
      ? [text]
      : links.flatMap((link, index) => [...(index === 0 ? [] : [', ']), linkOf(link, ports)]);
  if (share === null) return words;
  const bar = html('span', { class: 'bar', 'aria-hidden': 'true' }, html('span'));
  // set from here: the security policy allows no style in markup
  const part = share.of === 0 ? 0 : share.part / share.of;
  bar.style.setProperty('--part', String(Math.max(0, Math.min(1, part))));
  return [html('span', { class: 'count' }, ...words), bar];
}

function linkOf({ text, detail, place }: PageLink, { open }: SectionPorts): HTMLElement {
  const button = html('button', { type: 'button', class: 'link', title: detail }, text);
  button.addEventListener('click', () => {
    open(place);
  });
  return button;
}

function detailsOf({ details }: PageSection, name: string, ports: SectionPorts): HTMLElement {
  const items = details.flatMap(({ link, lines }) => [
    html('dt', {}, linkOf(link, ports), ' ', html('small', {}, link.detail)),
    ...lines.map((line) => html('dd', {}, line)),
  ]);
  const whole = html(
    'details',
    {},
    html('summary', {}, `${ports.words.missing} (${String(details.length)})`),
    html('dl', {}, ...items),
  );
  whole.open = ports.isOpen(name);
  whole.addEventListener('toggle', () => {
    ports.onToggle(name, whole.open);
  });
  return whole;
}
