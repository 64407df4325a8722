/** What a document says, as elements. Its words become text, never markup; a link only says where it leads. */
import type { RunBlock, RunWords } from '../../../protocol/src/run-view.js';
import { html } from '../page-parts/dom.js';
import { idPattern, mayNameEntries } from '../run/page-messages.js';
import { visibleText } from './visible-text.js';

export interface WordPorts {
  /** Someone follows a link: its destination as written. */
  readonly open: (target: string) => void;
  /** Ids that lead to an entry. */
  readonly ids: readonly string[];
  /** The element of a command of the step, by its id. */
  readonly command: (id: string) => HTMLElement | undefined;
}

/** Some words in their forms. */
export function wordsView(
  words: readonly RunWords[],
  ports: Pick<WordPorts, 'open' | 'ids'>,
): (Node | string)[] {
  return words.flatMap(({ text, form, target }): (Node | string)[] => {
    if (form === 'link' && target !== undefined) return [linkView(text, target, ports)];
    const content = mayNameEntries(form) ? withEntries(text, ports) : visibleText(text);
    if (form === 'strong') return [html('strong', {}, ...content)];
    return form === 'code' ? [html('code', {}, ...content)] : content;
  });
}

/** Words in which the ids of entries lead to them. */
function withEntries(text: string, ports: Pick<WordPorts, 'open' | 'ids'>): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(idPattern)) {
    const [id] = match;
    if (!ports.ids.includes(id)) continue;
    parts.push(...visibleText(text.slice(end, match.index)), linkView(id, id, ports));
    end = match.index + id.length;
  }
  return [...parts, ...visibleText(text.slice(end))];
}

function linkView(text: string, target: string, ports: Pick<WordPorts, 'open'>): HTMLElement {
  const link = html('button', { type: 'button', class: 'link', title: target }, ...visibleText(text));
  link.addEventListener('click', () => {
    ports.open(target);
  });
  return link;
}

/** The same without forms, for what is read out. */
export function plainWords(words: readonly RunWords[]): string {
  return words.map(({ text }) => text).join('');
}

/** Blocks in order. */
export function blocksView(blocks: readonly RunBlock[], ports: WordPorts): HTMLElement[] {
  return blocks.flatMap((block): HTMLElement[] => {
    if (block.type === 'command') {
      const command = ports.command(block.command);
      return command === undefined ? [] : [command];
    }
    if (block.type === 'code') return [codeView(block.text)];
    const line = html('p', { class: block.marker === '' && block.level === 0 ? undefined : 'item' });
    // set from here: the security policy allows no style in markup
    line.style.setProperty('--level', String(block.level));
    if (block.marker !== '') line.append(html('span', { class: 'marker' }, `${block.marker} `));
    line.append(...wordsView(block.words, ports));
    return [line];
  });
}

/** Code line by line, so that a wrapped line is seen to be one. */
export function codeView(text: string): HTMLElement {
  const lines = text
    .split('\n')
    .map((line) => html('span', { class: 'line' }, ...line.split(/(\s+)/).flatMap(unbroken), '\n'));
  return html('pre', {}, html('code', {}, ...lines));
}

/** A word of a command. A browser breaks lines at dashes, and `--service` at the end of a line is another word than `service`. */
function unbroken(word: string): (Node | string)[] {
  const content = visibleText(word);
  return word.includes('-') ? [html('span', { class: 'whole' }, ...content)] : content;
}
