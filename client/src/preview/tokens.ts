/**
 * New tokens for markdown-it. Everything that the preview adds goes through its renderer, which escapes texts and attributes:
 * nothing here writes HTML.
 */
import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';

/**
 * Text that is not text of the document. The editor makes the anchors of headings of words: newer ones of those of text and
 * code, VS Code 1.91 of the content of all tokens, so that what is added has none.
 */
const addedText = 'runbook_text';

/** Attributes by name; those that are undefined are left out. */
type Attributes = Readonly<Record<string, string | undefined>>;

export class Tokens {
  readonly #make: (...args: ConstructorParameters<typeof Token>) => Token;

  /** For the tokens of one parser, which learns to render added text. */
  constructor(md: MarkdownIt) {
    const { Token: OfParser } = new md.core.State('', md, {});
    this.#make = (...args) => new OfParser(...args);
    md.renderer.rules[addedText] = (tokens, index) => md.utils.escapeHtml(textOf(tokens[index]));
  }

  /** Text that the document has as something else. */
  instead(content: string): Token {
    return this.#with(addedText, '', 0, { content });
  }

  /** Text that the document does not have. */
  added(content: string): Token {
    return Object.assign(this.#with(addedText, '', 0, {}), { meta: { added: content } });
  }

  /** Text of the document. */
  text(content: string): Token {
    return this.#with('text', '', 0, { content });
  }

  /** An element without content. */
  empty(tag: string, attributes: Attributes): Token {
    return this.#with(`runbook_${tag}`, tag, 0, { attributes });
  }

  /** The start of an element. Links are rendered as those of the document are. */
  open(tag: string, attributes: Attributes = {}, block = false): Token {
    return this.#with(tag === 'a' ? 'link_open' : `runbook_${tag}_open`, tag, 1, { attributes, block });
  }

  /** The end of an element. */
  close(tag: string, block = false): Token {
    return this.#with(tag === 'a' ? 'link_close' : `runbook_${tag}_close`, tag, -1, { block });
  }

  /** A token like another one, to be changed: parsed tokens are kept and rendered again. */
  copyOf(token: Token): Token {
    const copy = this.#make(token.type, token.tag, token.nesting);
    return Object.assign(copy, token, { attrs: token.attrs?.map(([name, value]) => [name, value]) ?? null });
  }

  #with(
    type: string,
    tag: string,
    nesting: -1 | 0 | 1,
    {
      content = '',
      attributes = {},
      block = false,
    }: { content?: string; attributes?: Attributes; block?: boolean },
  ): Token {
    const token = this.#make(type, tag, nesting);
    token.content = content;
    token.block = block;
    for (const [name, value] of Object.entries(attributes))
      if (value !== undefined) token.attrPush([name, value]);
    return token;
  }
}

function textOf(token: Token | undefined): string {
  const meta: unknown = token?.meta;
  const added = typeof meta === 'object' && meta !== null && 'added' in meta ? meta.added : undefined;
  return typeof added === 'string' ? added : (token?.content ?? '');
}
