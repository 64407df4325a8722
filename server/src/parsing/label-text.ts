/** What a line is read as for its label: each character in its place. Knows nothing of labels. */

const fixedBlanks = /[\u00a0\u202f]/g;

/** A line with plain blanks for those that do not break it, each in its place. */
export function withoutFixedBlanks(source: string): string {
  return source.includes('\u00a0') || source.includes('\u202f') ? source.replace(fixedBlanks, ' ') : source;
}

const anyTag = /<\/?[a-z][^<>]{0,90}>/gi;
const emphasis = /^<\/?(?:(b|strong)|u|i|em|ins|mark|small|big|span|font)[ >]/i;

/** A line with its tags of emphasis as Markdown has them or as blanks, each in its place: `<b>Step 1:</b> Stop`. */
export function withoutTags(source: string): string {
  if (!source.includes('<')) return source;
  return source.replace(anyTag, (tag) => {
    const kind = emphasis.exec(tag);
    return kind === null ? tag : (kind[1] === undefined ? '' : '**').padStart(tag.length);
  });
}

/** Whether there is a colon, be it one of Chinese or Japanese text. */
export function hasColon(source: string): boolean {
  return source.includes(':') || source.includes('：');
}
