/**
 * What in a stretch of text no reader sees: comments, tags of HTML, rules. Knows nothing of blocks, so that tags in code
 * count as tags, too.
 */
import { wordSet } from './word-set';

/** Elements that structure a page or style its words; others, such as `<img>`, show something, or may be template text. */
const structure = wordSet(
  `a abbr address article aside b bdi bdo blockquote body br caption center cite col colgroup dd del details dfn div dl dt
  em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i ins label legend li link
  main mark menu meta nav nobr ol p pre q s samp section small span strike strong sub summary sup table tbody td template
  tfoot th thead time tr tt u ul var wbr`,
);

const comments = /<!--[^]*?(?:-->|$)/g;
const summaries = /<summary\b[^<>]{0,200}>[^<>]{0,400}<\/summary>/gi;
const tag = /<\/?([a-z][a-z0-9-]{0,40})(?=[\s/>])[^<>]{0,300}>/gi;
const shows = /^(?:audio|canvas|embed|iframe|img|input|math|object|picture|progress|svg|video)$/i;

/** A text without comments, also one that never ends. */
export function withoutComments(source: string): string {
  return source.replace(comments, '');
}

/** A text without comments, also one that never ends, summaries and the tags around words. Links and images stay. */
export function withoutTags(source: string): string {
  return stripped(source, (name) => !shows.test(name));
}

/** Whether a text shows nothing: white space, comments, rules, tags of elements that HTML has, summaries of nothing. */
export function isUnseen(source: string): boolean {
  if (/[^\s*_-]/.test(source) && !source.includes('<')) return false;
  return (
    stripped(source, (name) => structure.has(name.toLowerCase()))
      .replace(/^[ \t]*(?:-[ \t]*){3,}$|^[ \t]*(?:\*[ \t]*){3,}$|^[ \t]*(?:_[ \t]*){3,}$/gm, '')
      .trim() === ''
  );
}

const lead = new RegExp(`\\s+|${summaries.source}|${tag.source}`, 'iy');

/** How many UTF-16 units of a text the lines take that it begins with and that show nothing, and the blanks behind them. */
export function unseenLines(source: string): number {
  let whole = 0;
  for (let at = 0; at < source.length;) {
    if (source.startsWith('<!--', at)) {
      const close = source.indexOf('-->', at);
      if (close < 0) break;
      at = close + '-->'.length;
      continue;
    }
    lead.lastIndex = at;
    const match = lead.exec(source);
    const name = match?.[1];
    if (match === null || (name !== undefined && !structure.has(name.toLowerCase()))) break;
    at += match[0].length;
    if (/^\s*[\r\n]/.test(match[0])) whole = at;
  }
  return whole;
}

function stripped(source: string, isMark: (name: string) => boolean): string {
  if (!source.includes('<')) return source;
  return withoutComments(source)
    .replace(summaries, '')
    .replace(tag, (whole, name: string) => (isMark(name) ? '' : whole));
}
