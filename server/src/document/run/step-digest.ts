/** A digest of what a step says: the same when it is ticked, renumbered, or laid out in another way. */
import { digestOfText } from '../../text/digest';
import { withoutComments } from '../../text/without-comments';

/** `source`: the Markdown of the step from its title on. */
export function digestOfStep(source: string): string {
  return digestOfText(
    withoutComments(source)
      .replace(/\[[xX]\]/g, '[ ]')
      .replace(/^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$/gm, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}
