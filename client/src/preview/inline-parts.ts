/** The parts of running text that the preview of a runbook changes: identifiers, placeholders, boxes, fields, progress. */
import type { Token } from 'markdown-it';
import type { PreviewBox, PreviewFields, PreviewId } from '../../../protocol/src/preview.js';
import type { ContentsByLine } from './contents-by-line.js';
import { linesOf, splitTokens, wordsOf, type TokenLine } from './line-words.js';
import { marksIn, type Mark } from './marks.js';
import type { PreviewWords } from './preview-words.js';
import { relativeLink } from './relative-link.js';
import type { Tokens } from './tokens.js';

export class InlineParts {
  readonly #make: Tokens;
  readonly #words: PreviewWords;
  readonly #contents: ContentsByLine;
  readonly #uri: string;
  /** Identifiers whose anchor is there. */
  readonly #anchors = new Set<string>();

  constructor(make: Tokens, words: PreviewWords, contents: ContentsByLine, uri: string) {
    this.#make = make;
    this.#words = words;
    this.#contents = contents;
    this.#uri = uri;
  }

  /** Running text that begins on line `first`, and whether it begins with a box; null where nothing of it changes. */
  of(
    token: Token,
    first: number,
    isCell: boolean,
  ): { readonly children: Token[]; readonly startsWithBox: boolean } | null {
    const lines = linesOf(token.children ?? [], first);
    if (!lines.some(({ number }) => this.#contents.has(number))) return null;
    const children: Token[] = [];
    let startsWithBox = false;
    for (const [index, line] of lines.entries()) {
      const marks = this.#marksOf(line, isCell);
      if (index === 0) startsWithBox = marks[0]?.kind === 'box';
      children.push(...this.#line(line, marks), ...(line.end === null ? [] : [line.end]));
    }
    return { children, startsWithBox };
  }

  /** A paragraph of fields as the items of a list of them; null where it does not begin with the first one. */
  fields(token: Token, { line: first, names }: PreviewFields): Token[] | null {
    const children: Token[] = [];
    const lines = linesOf(token.children ?? [], first);
    const [start] = lines;
    if (start === undefined || nameLength(start.tokens, names[0]?.text ?? '') === 0) return null;
    for (const [index, line] of lines.entries()) {
      const tokens = this.#line(line, this.#marksOf(line, false));
      const name = names.find((one) => one.line === line.number);
      const isLast = index === lines.length - 1 || names.some((one) => one.line === line.number + 1);
      if (name === undefined) children.push(...tokens);
      else {
        const [before, behind] = splitTokens(tokens, nameLength(tokens, name.text), (text) =>
          this.#make.text(text),
        );
        children.push(
          this.#make.open('div', { class: 'runbook-field' }),
          this.#make.open('dt'),
          ...before,
          this.#make.close('dt'),
          this.#make.open('dd'),
          ...behind,
        );
      }
      if (isLast) children.push(this.#make.close('dd'), this.#make.close('div'));
      else if (line.end !== null) children.push(line.end);
    }
    return children;
  }

  /** Around the words of a placeholder. */
  placeholder(words: Token): Token[] {
    return [
      this.#make.open('mark', { class: 'runbook-placeholder', title: this.#words.placeholder }),
      words,
      this.#make.close('mark'),
    ];
  }

  #marksOf({ number, tokens }: TokenLine, isCell: boolean): Mark[] {
    const onLine = {
      ids: this.#contents.ids(number),
      placeholders: this.#contents.placeholders(number),
      boxes: this.#contents.boxes(number),
    };
    return marksIn(tokens.map(wordsOf).join(''), onLine, isCell);
  }

  /** A line with its marks, and behind the heading of a phase how much of it is done. */
  #line({ number, tokens }: TokenLine, marks: readonly Mark[]): Token[] {
    const out: Token[] = [];
    let at = 0;
    let links = 0;
    for (const token of tokens) {
      if (token.type === 'link_open') links++;
      if (token.type === 'link_close') links--;
      const words = wordsOf(token);
      const inside =
        words === '' ? [] : marks.filter(({ start, end }) => start < at + words.length && end > at);
      out.push(...(inside.length === 0 ? [token] : this.#marked(token, words, at, inside, links > 0)));
      at += words.length;
    }
    const phase = this.#contents.phase(number);
    if (phase !== undefined) {
      const { done, total } = phase;
      out.push(
        this.#make.added(' '),
        this.#make.open('span', {
          class: done === total ? 'runbook-progress runbook-done' : 'runbook-progress',
        }),
        this.#make.added(this.#words.progress(done, total)),
        this.#make.close('span'),
      );
    }
    return out;
  }

  /** One token; code and HTML are not taken apart. */
  #marked(token: Token, words: string, at: number, marks: readonly Mark[], inLink: boolean): Token[] {
    if (token.type === 'code_inline' || token.type === 'html_inline') {
      const [mark] = marks;
      if (mark?.start !== at || mark.end !== at + words.length) return [token];
      if (token.type === 'code_inline') return this.#mark(mark, token, inLink);
      return mark.kind === 'placeholder' ? this.placeholder(this.#make.instead(words)) : [token];
    }
    const out: Token[] = [];
    let from = 0;
    for (const mark of marks) {
      const start = Math.max(mark.start - at, 0);
      const end = Math.min(mark.end - at, words.length);
      if (start > from) out.push(this.#make.text(words.slice(from, start)));
      out.push(...this.#mark(mark, this.#make.text(words.slice(start, end)), inLink));
      from = end;
    }
    if (from < words.length) out.push(this.#make.text(words.slice(from)));
    return out;
  }

  #mark(mark: Mark, words: Token, inLink: boolean): Token[] {
    switch (mark.kind) {
      case 'placeholder':
        return this.placeholder(words);
      case 'box':
        return [this.#box(mark.box)];
      case 'id':
        return this.#id(mark.id, words, inLink);
    }
  }

  #box({ checked }: PreviewBox): Token {
    return this.#make.empty('input', {
      type: 'checkbox',
      class: 'runbook-box',
      disabled: '',
      checked: checked ? '' : undefined,
      'aria-label': checked ? this.#words.ticked : this.#words.open,
    });
  }

  #id(id: PreviewId, words: Token, inLink: boolean): Token[] {
    if (id.state === 'missing')
      return [
        this.#make.open('span', { class: 'runbook-missing', title: this.#words.missingId(id.id) }),
        words,
        this.#make.close('span'),
        this.#make.added(' '),
        this.#make.open('span', { class: 'runbook-note' }),
        this.#make.added(`(${this.#words.missing})`),
        this.#make.close('span'),
      ];
    if (id.defines) return this.#anchor(id, words);
    // what the author links leads where he said
    if (inLink) return [words];
    const isDeprecated = id.state === 'deprecated';
    const title = isDeprecated ? this.#words.deprecated(id.id, id.title) : this.#words.link(id.id, id.title);
    const name = isDeprecated ? 'runbook-id runbook-deprecated' : 'runbook-id';
    const href = this.#linkTo(id);
    return href === undefined
      ? [this.#make.open('span', { class: name, title }), words, this.#make.close('span')]
      : [this.#make.open('a', { href, class: name, title }), words, this.#make.close('a')];
  }

  /** Where links to an entry lead within the preview, which knows no other place of one without a heading. */
  #anchor({ id, line, target }: PreviewId, words: Token): Token[] {
    if (this.#anchors.has(id)) return [words];
    this.#anchors.add(id);
    const reached = target?.slug === '' ? { class: 'code-line', 'data-line': String(line) } : {};
    return [this.#make.open('span', { id: anchorOf(id), ...reached }), words, this.#make.close('span')];
  }

  #linkTo({ id, target }: PreviewId): string | undefined {
    if (target === null) return undefined;
    if (target.uri === this.#uri) return `#${anchorOf(id)}`;
    const path = relativeLink(this.#uri, target.uri);
    const fragment = target.slug === '' ? anchorOf(id) : encodeURIComponent(target.slug);
    return path === undefined ? undefined : `${path}#${fragment}`;
  }
}

function anchorOf(id: string): string {
  return `runbook-${id}`;
}

/** How much of the words of a line is the name of its field, with the colon. */
function nameLength(tokens: readonly Token[], name: string): number {
  const words = tokens.map(wordsOf).join('');
  const start = words.indexOf(name);
  if (start < 0) return 0;
  const end = start + name.length;
  return end + (/^ {0,8}[:：]? {0,8}/.exec(words.slice(end))?.[0].length ?? 0);
}
