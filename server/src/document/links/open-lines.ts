/** Lines that still hold template text: what stands there is an example and refers to nothing. */
import type { Runbook } from '../../model/runbook';
import { rememberOf } from '../../text/remember';

/** The lines (from 0) with placeholders in their words; marks such as TODO and arguments of commands do not count. */
export const openLines = rememberOf(
  ({ placeholders, lines }: Runbook): ReadonlySet<number> =>
    new Set(
      placeholders
        .filter(({ form, inCode }) => form !== 'marker' && !inCode)
        .map(({ span }) => lines.lineAt(span.start)),
    ),
);

/** Whether a path is an example of one: `path/to/file.md`, `SoT.XXX.md`. */
export function hasOpenPath(path: string): boolean {
  return /X{3}|Y{4}|[{}<>*[\]]|\.\.\.|…|(?:^|\/)path\/to\//.test(path);
}

/** Whether words that should say something are template text or a mark that stands for nothing. */
export function isUnfilledText(words: string): boolean {
  return /^(?:[[{<][^\]}>]*[\]}>]|tbd|todo|n\/?a|none|-+|—|\?+)\.?$/i.test(words.trim());
}
