/** Titles of steps that begin a paragraph: a whole sentence instead of a line of the source, and said once. */
import { textOfWords, type PlanBlock, type PlanWords } from './plan';

/** The longest title that is made of a paragraph without a sentence's end, in UTF-16 units. */
const longestTitle = 200;

interface Titled {
  readonly title: string;
  readonly blocks: readonly PlanBlock[];
}

/**
 * The first block says again what the title of a list item says: the title becomes its first sentence, and the block keeps
 * what comes behind. A link stays in the block, as a title has none.
 */
export function withTitle(title: string, blocks: readonly PlanBlock[]): Titled {
  const [first, ...others] = blocks;
  if (title === '' || first?.type !== 'text') return { title, blocks };
  const whole = textOfWords(first.words).trimEnd();
  if (!oneLine(whole).startsWith(oneLine(title))) return { title, blocks };
  const said =
    oneLine(whole) === oneLine(title) ? whole : (boldLead(title, first.words) ?? firstSentence(whole));
  if (said === null) return { title: `${title} …`, blocks };
  const rest = behind(first.words, said.length);
  const isLinked =
    first.words.some(({ form }) => form === 'link') && !rest.some(({ form }) => form === 'link');
  if (isLinked) return { title: oneLine(said), blocks };
  return {
    title: oneLine(said),
    blocks: rest.length === 0 ? others : [{ ...first, words: rest, marker: '' }, ...others],
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** `Stop the writers` of `**Stop the writers**: in both regions`; null where the words do not begin so. */
function boldLead(title: string, [first]: readonly PlanWords[]): string | null {
  return first?.form === 'strong' && oneLine(first.text).startsWith(oneLine(title)) ? first.text : null;
}

/** Null for a paragraph that would be too long a title. */
function firstSentence(text: string): string | null {
  const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(
    // a line's end is no sentence's
    text.slice(0, longestTitle + 1).replace(/\s/g, ' '),
  );
  const [first] = sentences;
  const sentence = first?.segment ?? '';
  return sentence.length > longestTitle ? null : sentence.trimEnd();
}

/** The words behind the first `length` characters. */
function behind(words: readonly PlanWords[], length: number): PlanWords[] {
  let left = length;
  const rest: PlanWords[] = [];
  for (const one of words) {
    const cut = Math.min(left, one.text.length);
    left -= cut;
    const text = rest.length === 0 ? one.text.slice(cut).replace(/^[\s:–—-]+/, '') : one.text.slice(cut);
    if (text !== '') rest.push({ ...one, text });
  }
  return rest;
}
