/** What a document says, as elements. Its words become text, never markup; a link only says where it leads. */
import type { RunBlock, RunWords } from '../../../protocol/src/run-view.js';
import { html } from '../page-parts/dom.js';
import { visibleText } from './visible-text.js';

export interface WordPorts {
  /** Someone follows a link: its destination as written. */
  readonly open: (target: string) => void;
  /** The element of a command of the step, by its id. */
  readonly command: (id: string) => HTMLElement | undefined;
}

/** Some words in their forms. */
export function wordsView(words: readonly RunWords[], ports: Pick<WordPorts, 'open'>): (Node | string)[] {
  return words.flatMap((part): (Node | string)[] => {
    const content = visibleText(part.text);
    if (part.form === 'strong') return [html('strong', {}, ...content)];
    if (part.form === 'code') return [html('code', {}, ...content)];
    const { target } = part;
    if (part.form === 'plain' || target === undefined) return content;
    const link = html('button', { type: 'button', class: 'link', title: target }, ...content);
    link.addEventListener('click', () => {
      ports.open(target);
    });
    return [link];
  });
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
  const lines = text.split('\n').map((line) => html('span', { class: 'line' }, ...visibleText(line), '\n'));
  return html('pre', {}, html('code', {}, ...lines));
}
