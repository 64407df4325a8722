/** The identifiers that a link names: in its words, in its fragment, in the file name it leads to. */
import type { Identifier } from '../../model/identifier';
import type { Link, Mention, Runbook } from '../../model/runbook';
import { rememberOf } from '../../text/remember';
import { encloses, type Span } from '../../text/span';

/** A mention that names an identifier with a number. */
export type NamedMention = Mention & { readonly id: Identifier };

export interface LinkIds {
  readonly link: Link;
  /** Ids of the words: [«RUN-001»](…) */
  readonly words: readonly NamedMention[];
  /** Id of the fragment: (SoT.md#«run-001»-title) */
  readonly fragment: NamedMention | null;
  /** Id of the file name: («RUN-001»-pool.md) */
  readonly file: NamedMention | null;
}

/** The links of a document that carry ids, by their index in {@link Runbook.links}. */
export const idsOfLinks = rememberOf(({ links, mentions }: Runbook): ReadonlyMap<number, LinkIds> => {
  const found = new Map<number, IdsFound>();
  for (const mention of mentions) {
    const { link: index, place, span } = mention;
    const link = index === null ? undefined : links[index];
    if (index === null || link === undefined || !isNamed(mention) || isOpen(mention)) continue;
    const part =
      place === 'link-text'
        ? 'words'
        : encloses(link.fragmentSpan, span)
          ? 'fragment'
          : encloses(link.pathSpan, span)
            ? 'file'
            : null;
    if (part === null) continue;
    let ids = found.get(index);
    if (ids === undefined) found.set(index, (ids = { link, words: [], fragment: null, file: null }));
    if (part === 'words') ids.words.push(mention);
    else ids[part] = mention;
  }
  return found;
});

interface IdsFound extends LinkIds {
  readonly words: NamedMention[];
  fragment: NamedMention | null;
  file: NamedMention | null;
}

/** Whether a link carries an id of this workspace: `#step-2-deploy` looks like one and is none. */
export function carriesOwnedId(
  ids: LinkIds | undefined,
  workspace: { owns(prefix: string): boolean },
): boolean {
  if (ids === undefined) return false;
  const named = [...ids.words, ids.fragment, ids.file];
  return named.some((mention) => mention !== null && workspace.owns(mention.id.prefix));
}

/** Where a mention counts: with the whole link that it is part of. [«RUN-001»](#run-001-title) */
export function placesOf({ links }: Runbook, { link, span }: Mention): Span[] {
  const around = link === null ? undefined : links[link]?.inline.span;
  return around === undefined ? [span] : [span, around];
}

export function isNamed(mention: Mention): mention is NamedMention {
  return mention.id !== null;
}

function isOpen({ excluded }: Mention): boolean {
  return excluded !== null && excluded !== 'range-end';
}
