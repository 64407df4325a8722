/** A link whose fragment its target document does not have: the file opens at its top. */
import { nearestWord } from '../../../config/nearest-word';
import type { Definition, Summary } from '../../../index/summary';
import { keyOf, type Identifier } from '../../../model/identifier';
import type { Link, Runbook } from '../../../model/runbook';
import { rememberOf } from '../../../text/remember';
import { wordsAt } from '../../../document/fields/fields';
import { isJudged } from '../../is-judged';
import { carriesOwnedId, idsOfLinks, type LinkIds } from '../../../document/links/link-ids';
import { LinkTargets } from '../../../index/link-target';
import { openLines } from '../../../document/links/open-lines';
import { destinationEdits } from '../../shared/retarget';
import { defineRule, type Match, type Severity } from '../../rule';

interface AnchorMismatch extends Match {
  readonly link: Link;
  readonly fragment: string;
  readonly target: Summary;
  /** The entry that the link means, or null. */
  readonly meant: Definition | null;
  /** Another entry of the target, whose title the fragment carries, or null. */
  readonly other: Definition | null;
}

/** [API-YYY](#api-yyy-name): words and target both to fill in. */
function isPlaceholder({ text }: Runbook, { inline, fragment }: Link): boolean {
  return (
    /-(?:x{2,5}|y{2,5}|z{2,5}|n{2,5}|0xx)(?![a-z0-9])/i.test(fragment ?? '') &&
    /-(?:X{2,5}|Y{2,5}|Z{2,5}|N{2,5}|0XX)(?![A-Za-z0-9])|[[{<]/.test(
      text.slice(inline.text.start, inline.text.end),
    )
  );
}

export const anchorMismatch = defineRule<AnchorMismatch>({
  meta: {
    name: 'anchor-mismatch',
    summary: 'A link whose fragment its target does not have',
    severity: 'information',
    scope: 'workspace',
    since: '0.1.0',
    group: 'identifiers',
    yieldsTo: [
      'dangling-id',
      'nav-unknown-entry',
      'change-log-unknown-id',
      'link-id-mismatch',
      'malformed-id',
    ],
  },
  *find(context) {
    const { runbook, workspace, quiet } = context;
    if (quiet || !runbook.links.some(({ fragment }) => fragment !== null)) return;
    const targets = new LinkTargets(context);
    const ids = idsOfLinks(runbook);
    const judged = isJudged(context);
    const open = openLines(runbook);
    const titles = new Titles();
    for (const [index, link] of runbook.links.entries()) {
      const { fragment } = link;
      const named = ids.get(index);
      if (
        fragment === null ||
        isNoHeading(fragment) ||
        isPlaceholder(runbook, link) ||
        (!judged && !carriesOwnedId(named, context.workspace))
      )
        continue;
      const target = targets.of(link);
      if (target.kind !== 'document' || open.has(runbook.lines.lineAt(link.inline.span.start))) continue;
      const { summary } = target;
      if (summary.unread || fragmentsOf(summary).has(fragment.toLowerCase())) continue;
      const id = named === undefined ? null : idMeant(runbook, named);
      const meant = id === null ? null : (workspace.definition(keyOf(id)) ?? null);
      const other = meant === null ? null : titles.ownerOf(fragment, meant, summary);
      yield {
        span: link.fragmentSpan,
        link,
        fragment,
        target: summary,
        meant,
        other,
        severity: severityOf(fragment, meant, other),
      };
    }
  },
  message({ fragment, target, meant, other }, { place }) {
    const where = target.uri === place.uri ? 'This document' : target.path;
    if (other !== null)
      return {
        message: `This link names ${meant?.id.text ?? 'an entry'} and carries the title of ${other.id.text} (${other.title}): one of the two is wrong. Lead to the entry that is meant.`,
      };
    const advice =
      meant === null || meant.slug === ''
        ? 'Name a heading that is there'
        : meant.uri === target.uri
          ? `The heading's anchor is #${meant.slug}`
          : `${meant.id.text} is defined in another file`;
    return {
      message: `${where} has no anchor #${fragment}, so the link opens it at the top. ${advice}.`,
    };
  },
  fixes({ link, fragment, target, meant }, context) {
    const { uri } = context.place;
    if (meant !== null && meant.slug !== '') {
      const edits = destinationEdits(context, link, meant);
      return [
        {
          title: `Lead to #${meant.slug}`,
          edits: new Map([[uri, edits]]),
          automatic: true,
          removes: 'destination',
        },
      ];
    }
    const nearest = nearestWord(fragment, target.fragments.slice(0, mostCompared));
    if (nearest === null) return [];
    const edits = [{ span: link.fragmentSpan, newText: nearest }];
    return [
      {
        title: `Lead to #${nearest}`,
        edits: new Map([[uri, edits]]),
        automatic: false,
        removes: 'destination',
      },
    ];
  },
});

const fragmentsOf = rememberOf(({ fragments }: Summary): ReadonlySet<string> => new Set(fragments));

/** Headings of a huge document that a wrong anchor is compared with: a guess is not worth more. */
const mostCompared = 300;

/** The id of the fragment, else the one that is all the link says: [RUN-001](…), [RUN-001: Title](…). */
function idMeant(runbook: Runbook, { link, fragment, words }: LinkIds): Identifier | null {
  if (fragment !== null) return fragment.id;
  const [first] = words;
  const rest =
    first === undefined ? '' : wordsAt(runbook, { start: first.span.end, end: link.inline.text.end });
  return first !== undefined && /^[\s`*_\]]*(?:$|[:|])/.test(rest) ? first.id : null;
}

/** Tops of pages, lines, footnotes, text fragments: what no heading gives. */
function isNoHeading(fragment: string): boolean {
  return /^(?:|top|L\d+(?:-L?\d+)?|:~:.*|fn.?[\w-]+|user-content-.*|[a-z]+=.*)$/i.test(fragment);
}

/** The id alone is how people write it, and clients that know ids find it. */
function severityOf(fragment: string, meant: Definition | null, other: Definition | null): Severity {
  if (other !== null) return 'warning';
  return meant !== null && fragment.toLowerCase() === meant.id.text.toLowerCase() ? 'hint' : 'information';
}

/** Who carries which title, document by document. */
class Titles {
  readonly #byDocument = new Map<string, ReadonlyMap<string, Definition>>();

  /** The entry of the target, other than `meant`, whose title stands in the fragment behind the id of `meant`. */
  ownerOf(fragment: string, meant: Definition, target: Summary): Definition | null {
    const prefix = `${meant.id.text.toLowerCase()}-`;
    if (!fragment.toLowerCase().startsWith(prefix)) return null;
    const owner = this.#of(target).get(fragment.toLowerCase().slice(prefix.length).replace(/^-+/, ''));
    return owner === undefined || owner.key === meant.key ? null : owner;
  }

  #of(target: Summary): ReadonlyMap<string, Definition> {
    const known = this.#byDocument.get(target.uri);
    if (known !== undefined) return known;
    const titles = new Map<string, Definition>();
    for (const definition of target.definitions) {
      const prefix = definition.id.text.toLowerCase();
      if (!definition.slug.startsWith(prefix)) continue;
      const title = definition.slug.slice(prefix.length).replace(/^-+/, '');
      if (title !== '' && !titles.has(title)) titles.set(title, definition);
    }
    this.#byDocument.set(target.uri, titles);
    return titles;
  }
}
