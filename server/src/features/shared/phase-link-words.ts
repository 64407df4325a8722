/**
 * What other documents say of a phase of this one where they link to it: the words of links and of `<a>`, and the titles
 * behind destinations. [Phase «2»](tide.md#phase-2-switch "Phase «2»: Switch")
 */
import { destinationsOf } from '../../document/links/destinations';
import type { Link, Phase, Runbook } from '../../model/runbook';
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';
import type { FeatureContext } from './feature-context';
import { namedPhases } from './phase-places';
import { phaseCalled } from '../../document/phases/phase-spelling';
import { fileOf } from '../../document/links/linked-paths';
import { linkersOf } from './moved-fragments';

const named = /\bphase\s{1,4}(\d{1,3}[a-z]?|[A-Za-z]{1,6})(?![\w%]|\.\d)/gi;

/** How far the words and titles of HTML and of definitions are looked for, in UTF-16 units. */
const nearby = 400;

/** The edits by document; `newNumber` gives a phase's number in the spelling of what is written, or null where it stays. */
export function phaseLinkEdits(
  context: FeatureContext,
  uri: string,
  runbook: Runbook,
  newNumber: (phase: Phase, written: string) => string | null,
): Map<string, Edit[]> {
  const phases = namedPhases(runbook);
  const own = context.placeOf(uri).path;
  const all = new Map<string, Edit[]>();
  for (const linker of linkersOf(context, [uri])) {
    const document = linker === uri ? undefined : context.runbook(linker);
    if (document === undefined) continue;
    const from = context.placeOf(linker).path;
    const edits = new Map<number, Edit>();
    for (const { path, fragment, words } of placesIn(document)) {
      if (fileOf(from, path) !== own) continue;
      const phase = phases.find(
        ({ heading }) =>
          heading !== null &&
          [heading.slug, heading.gitLabSlug, heading.explicitId?.toLowerCase()].includes(fragment),
      );
      if (phase === undefined) continue;
      for (const { start, end } of words)
        for (const match of document.text.slice(start, end).matchAll(named)) {
          const written = match[1] ?? '';
          if (phaseCalled(written, phases) !== phase) continue;
          const newText = newNumber(phase, written);
          const to = start + match.index + match[0].length;
          const span = { start: to - written.length, end: to };
          if (newText !== null && newText !== written) edits.set(span.start, { span, newText });
        }
    }
    if (edits.size > 0) all.set(linker, [...edits.values()]);
  }
  return all;
}

interface NamingPlace {
  readonly path: string;
  /** Lower case. */
  readonly fragment: string;
  /** Where words may name what it leads to. */
  readonly words: readonly Span[];
}

/** The links, definitions and HTML of a document that lead to a fragment of another one. */
function* placesIn(document: Runbook): Iterable<NamingPlace> {
  for (const link of document.links) {
    const { external, path, fragment } = link;
    if (external || path === '' || fragment === null) continue;
    yield { path, fragment: fragment.toLowerCase(), words: [link.inline.text, ...titleOf(link)] };
  }
  for (const { path, fragment, pathSpan, fragmentSpan } of destinationsOf(document)) {
    if (path === '' || fragment === null) continue;
    const words = wordsAround(document.text, { start: pathSpan.start, end: fragmentSpan.end });
    yield { path, fragment: fragment.toLowerCase(), words };
  }
}

/** [words](tide.md#phase-2« "title"») */
function titleOf({ inline, fragmentSpan }: Link): Span[] {
  return inline.form === 'inline' ? [{ start: fragmentSpan.end, end: inline.span.end }] : [];
}

/** The title behind the destination of a definition; of a tag its other attributes and the words up to `</a>`. */
function wordsAround(text: string, { start, end }: Span): Span[] {
  const before = text.slice(Math.max(0, start - nearby), start);
  const behind = text.slice(end, end + nearby);
  if (/\]:\s{0,8}<?$/.test(before)) {
    const title = /^>?\s{1,8}(?:"[^"]{0,300}"|'[^']{0,300}'|\([^()]{0,300}\))/.exec(behind)?.[0] ?? '';
    return [{ start: end, end: end + title.length }];
  }
  const open = before.lastIndexOf('<');
  const close = behind.search(/<\/?a\b/i);
  return [
    { start: start - before.length + Math.max(0, open), end: start },
    { start: end, end: end + Math.max(0, close) },
  ];
}

/** Two sets of edits by document as one. */
export function together(
  first: ReadonlyMap<string, readonly Edit[]>,
  second: ReadonlyMap<string, readonly Edit[]>,
): Map<string, Edit[]> {
  const all = new Map([...first].map(([uri, edits]) => [uri, [...edits]]));
  for (const [uri, edits] of second) all.set(uri, [...(all.get(uri) ?? []), ...edits]);
  return all;
}
