/**
 * What the built-in preview shows of a runbook beyond Markdown: changes the tokens of a document on their way to the
 * renderer. Where which part is, is said by the language server; here it is only found again in what markdown-it has read.
 */
import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import type { PreviewContents } from '../../../protocol/src/preview.js';
import { ContentsByLine } from './contents-by-line.js';
import { InlineParts } from './inline-parts.js';
import type { PreviewWords } from './preview-words.js';
import { Tokens } from './tokens.js';

/** A document, by its URI. */
export interface PreviewedDocument {
  readonly uri: string;
  readonly contents: PreviewContents;
}

/** Gives the tokens to render instead of those of a document, which stay as they are. */
export function decorator(
  md: MarkdownIt,
  words: PreviewWords,
): (tokens: readonly Token[], document: PreviewedDocument) => Token[] {
  const make = new Tokens(md);
  return (tokens, document) => new Decoration(make, words, document).of(tokens);
}

class Decoration {
  readonly #make: Tokens;
  readonly #words: PreviewWords;
  readonly #contents: ContentsByLine;
  readonly #inline: InlineParts;
  readonly #out: Token[] = [];

  constructor(make: Tokens, words: PreviewWords, { uri, contents }: PreviewedDocument) {
    this.#make = make;
    this.#words = words;
    this.#contents = new ContentsByLine(contents);
    this.#inline = new InlineParts(make, words, this.#contents, uri);
  }

  of(tokens: readonly Token[]): Token[] {
    // cells of tables have no place of their own, but their rows have
    let line = 0;
    let tagBehind: string | null = null;
    for (const token of tokens) {
      line = token.map?.[0] ?? line;
      if (token.type === 'inline') tagBehind = this.#addInline(token, line);
      else if (token.type === 'fence') this.#addFence(token, line);
      else if (token.type === 'html_block') this.#addHtml(token, line);
      else if (tagBehind !== null && token.type === 'paragraph_close') {
        this.#out.push(Object.assign(this.#make.copyOf(token), { tag: tagBehind, hidden: false }));
        tagBehind = null;
      } else this.#out.push(token);
    }
    return this.#out;
  }

  /** @returns The tag of the paragraph around it, where that is none any more. */
  #addInline(token: Token, line: number): string | null {
    const around = this.#out.at(-1);
    const fields = this.#contents.fields(line);
    if (around?.type === 'paragraph_open' && fields !== undefined && token.map?.[1] === fields.end) {
      const items = this.#inline.fields(token, fields);
      if (items !== null) {
        this.#replaceLast(around, { tag: 'dl', hidden: false }, 'runbook-fields');
        this.#out.push(this.#withChildren(token, items));
        return 'dl';
      }
    }
    const isCell = around?.type === 'td_open' || around?.type === 'th_open';
    const parts = this.#inline.of(token, line, isCell);
    if (parts === null) {
      this.#out.push(token);
      return null;
    }
    const item = this.#out.at(-2);
    if (parts.startsWithBox && around?.type === 'paragraph_open' && item?.type === 'list_item_open') {
      this.#out.pop();
      this.#replaceLast(item, {}, 'runbook-task');
      this.#out.push(around);
    }
    this.#out.push(this.#withChildren(token, parts.children));
    return null;
  }

  /** A block of commands, with a button that copies them. */
  #addFence(token: Token, line: number): void {
    const commands = this.#contents.commands(line);
    if (commands?.end !== token.map?.[1]) {
      this.#out.push(token);
      return;
    }
    const { copy, copyCommands, copied, notCopied } = this.#words;
    this.#out.push(
      this.#make.open('div', { class: 'runbook-commands' }, true),
      token,
      this.#make.open('button', {
        type: 'button',
        class: 'runbook-copy',
        // shown by the script, without which it does nothing
        hidden: '',
        'aria-label': copyCommands,
        'data-text': commands?.text,
        'data-copied': copied,
        'data-not-copied': notCopied,
      }),
      this.#make.added(copy),
      this.#make.close('button'),
      this.#make.close('div', true),
    );
  }

  /** A placeholder `<Describe the goal>` on a line of its own is an element to Markdown, which nobody sees. */
  #addHtml(token: Token, line: number): void {
    const words = token.content.trim();
    if (this.#contents.placeholders(line).some(({ text }) => text === words))
      this.#out.push(
        this.#make.open('p'),
        ...this.#inline.placeholder(this.#make.added(words)),
        this.#make.close('p', true),
      );
    else this.#out.push(token);
  }

  #replaceLast(token: Token, change: Partial<Pick<Token, 'tag' | 'hidden'>>, name: string): void {
    const copy = Object.assign(this.#make.copyOf(token), change);
    copy.attrJoin('class', name);
    this.#out[this.#out.length - 1] = copy;
  }

  #withChildren(token: Token, children: Token[]): Token {
    return Object.assign(this.#make.copyOf(token), { children });
  }
}
