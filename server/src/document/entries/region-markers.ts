/**
 * Marks that enclose stretches of a document: comments such as `<!-- SECTION: entries -->` … `<!-- /SECTION: entries -->`,
 * `<!-- runbook-disable -->` … `<!-- runbook-enable -->`, `#region` … `#endregion`, and elements such as `<details>`.
 * Knows nothing of entries.
 */
import type { Runbook } from '../../model/runbook';
import { rememberOf } from '../../text/remember';
import type { Span } from '../../text/span';

/** A stretch between two marks. */
export interface Region {
  /** `<!-- SECTION: «entries» -->` in lower case; of an element its name. */
  readonly name: string;
  /** What made it: words that name a part, a switch for a tool, or an element of HTML. */
  readonly form: 'section' | 'switch' | 'element';
  readonly opening: Span;
  /** Null where nothing closes it: it reaches to the end of the document. */
  readonly closing: Span | null;
}

export interface Regions {
  /** In the order of their openings. */
  readonly all: readonly Region[];
  /** Closing marks that nothing opened. */
  readonly stray: readonly Span[];
}

interface Mark {
  readonly span: Span;
  readonly way: 'open' | 'close' | 'maybe';
  readonly form: Region['form'];
  readonly name: string;
}

/** The regions of a document. */
export const regionsOf = rememberOf((runbook: Runbook): Regions => {
  const marks = [...commentMarks(runbook), ...elementMarks(runbook)];
  if (marks.length === 0) return { all: [], stray: [] };
  marks.sort((a, b) => a.span.start - b.span.start);
  const all: Region[] = [];
  const stray: Span[] = [];
  const open: Mark[] = [];
  for (const mark of marks) {
    if (mark.way !== 'close') {
      open.push(mark);
      continue;
    }
    const at = open.findLastIndex((one) => isClosedBy(one, mark));
    const opening = open[at];
    if (opening === undefined) {
      stray.push(mark.span);
      continue;
    }
    open.splice(at, 1);
    all.push({ name: opening.name, form: opening.form, opening: opening.span, closing: mark.span });
  }
  // words that nothing closes are a remark, unless they say that a part of the document begins
  for (const { way, span, form, name } of open)
    if (way === 'open' && form !== 'element' && !/[a-z]-\d/.test(name))
      all.push({ name, form, opening: span, closing: null });
  all.sort((a, b) => a.opening.start - b.opening.start);
  return { all, stray };
});

function isClosedBy(opening: Mark, { form, name }: Mark): boolean {
  if (opening.form !== form && !(opening.way === 'maybe' && form === 'section')) return false;
  if (opening.name === name) return true;
  if (form === 'element') return false;
  // a closing mark may leave out what it closes, and a switch the rules that it named
  return (
    opening.way === 'open' && (name === '' || (form === 'switch' && opening.name.startsWith(`${name} `)))
  );
}

const switches = /^([a-z][\w-]{0,40}?)[-:](disable|enable|ignore-start|ignore-end|off|on)(?![\w-])(.*)$/;
const closers = /^(?:\/[ \t]*|(?:end|stop|close)(?:[ \t:_-]+(?:of[ \t]+)?|$))([^]*)$/;
const lateClosers = /^(.*?)(?<![ \t:_-])(?:[ \t:_-]+(?:end|stop|close)|(?<=^toc)stop)$/;
const openers = /^(?:begin|start|open|#?region|section)(?:[ \t:_-]+(?:of[ \t]+)?|$)([^]*)$/;
const lateOpeners = /^(.*?)(?<![ \t:_-])[ \t:_-]+(?:begin|start|open)$/;

/** `[//]: # (entries: end)`, a definition that is used as a comment. */
const definitionComment = /^\[(?:\/\/|comment)\]:[ \t]{0,4}<?#>?[ \t]{1,4}[("']([^\r\n]{0,200})[)"']$/i;

function commentsOf({ text, comments, blocks }: Runbook): { readonly span: Span; readonly words: string }[] {
  const elements = comments.map((span) => ({
    span,
    words: text
      .slice(span.start, Math.min(span.end, span.start + 201))
      .replace(/^<!--+/, '')
      .replace(/(?<!-)-{2,}>[^>]*$/, ''),
  }));
  const definitions = blocks.flatMap(({ type, span }) => {
    const words =
      type === 'definition' && span.end - span.start <= 200
        ? definitionComment.exec(text.slice(span.start, span.end))?.[1]
        : undefined;
    return words === undefined ? [] : [{ span, words }];
  });
  return [...elements, ...definitions];
}

function* commentMarks(runbook: Runbook): Iterable<Mark> {
  for (const { span, words: written } of commentsOf(runbook)) {
    if (span.end - span.start > 200) continue;
    const words = written.trim().toLowerCase();
    if (words === '' || words.includes('\n')) continue;
    const [, tool = '', turn, rest = ''] = switches.exec(words) ?? [];
    if (turn !== undefined) {
      const off = turn === 'disable' || turn === 'ignore-start' || turn === 'off';
      const name = `${tool} ${rest.replace(/--[^]*$/, '').trim()}`.trim();
      yield { span, way: off ? 'open' : 'close', form: 'switch', name };
      continue;
    }
    const plain = words.replace(/^#(?=(?:end)?region)/, '').replace(/^endregion\b/, 'end region');
    const closed = closers.exec(plain)?.[1] ?? lateClosers.exec(plain)?.[1];
    if (closed !== undefined) {
      yield { span, way: 'close', form: 'section', name: bare(closed) };
      continue;
    }
    const opened = openers.exec(plain)?.[1] ?? lateOpeners.exec(plain)?.[1];
    yield {
      span,
      way: opened === undefined ? 'maybe' : 'open',
      form: 'section',
      name: bare(opened ?? plain),
    };
  }
}

/** The words of a mark without the word that all marks of its kind have. */
function bare(words: string): string {
  return words
    .trim()
    .replace(/^(?:section|region)(?:[ \t:_-]+|$)/, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/** `<div id="run-001"></div>`, which encloses nothing: an anchor. */
const emptyElement = /<(details|div|section|article|aside|center|blockquote)\b[^<>]{0,300}><\/\1>/gi;
const element = /<(\/?)(details|div|section|article|aside|center|blockquote|table)\b[^<>]{0,300}>/gi;

function* elementMarks({ text, blocks }: Runbook): Iterable<Mark> {
  for (const { type, span } of blocks) {
    if (type !== 'html' || text.startsWith('<!--', span.start)) continue;
    const tags = text.slice(span.start, span.end).replace(emptyElement, (tag) => ' '.repeat(tag.length));
    for (const match of tags.matchAll(element)) {
      const start = span.start + match.index;
      const at = { start, end: start + match[0].length };
      const way = match[1] === '/' ? 'close' : 'open';
      if (!match[0].endsWith('/>'))
        yield { span: at, way, form: 'element', name: (match[2] ?? '').toLowerCase() };
    }
  }
}
