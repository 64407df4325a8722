/** A link whose anchor its target document does not have: the page opens at the top. */
import { nearestWord } from '../../../config/nearest-word';
import type { Definition, Summary } from '../../../index/summary';
import { keyOf, type Identifier } from '../../../model/identifier';
import type { Link, Runbook } from '../../../model/runbook';
import { rememberOf } from '../../../text/remember';
import { wordsAt } from '../../../document/fields/fields';
import { hiddenFragments } from '../../../document/hidden-text';
import { isJudged } from '../../is-judged';
import { carriesOwnedId, idsOfLinks, type LinkIds } from '../../../document/links/link-ids';
import { LinkTargets } from '../../../index/link-target';
import { openLines } from '../../../document/links/open-lines';
import { destinationEdits } from '../../shared/retarget';
import { Messages } from '../../message';
import { defineRule, type Match, type RuleContext, type Severity } from '../../rule';

interface AnchorMismatch extends Match {
  readonly link: Link;
  readonly fragment: string;
  readonly target: Summary;
  /** The entry that the link refers to, or null. */
  readonly meant: Definition | null;
  /** Another entry of the target, whose title is in the fragment, or null. */
  readonly other: Definition | null;
}

/** [API-YYY](#api-yyy-name): link text and target are both placeholders. */
function isPlaceholder({ text }: Runbook, { inline, fragment }: Link): boolean {
  return (
    /-(?:x{2,5}|y{2,5}|z{2,5}|n{2,5}|0xx)(?![a-z0-9])/i.test(fragment ?? '') &&
    /-(?:X{2,5}|Y{2,5}|Z{2,5}|N{2,5}|0XX)(?![A-Za-z0-9])|[[{<]/.test(
      text.slice(inline.text.start, inline.text.end),
    )
  );
}

const messages = new Messages({
  otherTitle: 'The link names {id}, but its anchor has the title of {other}. Correct one of the two.',
  otherSlug: 'No anchor "#{fragment}" in the target, so the link opens at the top. Use "#{slug}".',
  otherFile: 'The link opens the wrong file: {id} is defined in {file}. Correct the link target.',
  noHeading:
    'No anchor "#{fragment}" in the target, so the link opens at the top. Use the anchor of an existing heading.',
});

export const anchorMismatch = defineRule<AnchorMismatch>({
  meta: {
    name: 'anchor-mismatch',
    summary: 'A link to an anchor that its target does not have',
    severity: 'information',
    scope: 'workspace',
    since: '0.1.0',
    group: 'identifiers',
    absentFrom: 'name',
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
    const judged = isJudged(context);
    const titles = new Titles();
    const { links } = runbook;
    for (let index = 0; index < links.length; index++) {
      const link = links[index];
      const fragment = link?.fragment ?? null;
      if (link === undefined || fragment === null || isNoHeading(fragment)) continue;
      const target = targets.of(link);
      if (target.kind !== 'document') continue;
      const { summary } = target;
      if (summary.read !== 'all' || hasFragment(context, summary, fragment.toLowerCase())) continue;
      // most links stop above, so what follows is asked of few
      const named = idsOfLinks(runbook).get(index);
      if (
        isPlaceholder(runbook, link) ||
        (!judged && !carriesOwnedId(named, context.workspace)) ||
        openLines(runbook).has(runbook.lines.lineAt(link.inline.span.start))
      )
        continue;
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
  message({ fragment, target, meant, other }, { workspace }) {
    if (meant === null) return messages.of('noHeading', { fragment });
    const { id, uri, slug } = meant;
    if (other !== null) return messages.of('otherTitle', { id: id.text, other: other.id.text });
    if (slug === '') return messages.of('noHeading', { fragment });
    return uri === target.uri
      ? messages.of('otherSlug', { fragment, slug })
      : messages.of('otherFile', { id: id.text, file: workspace.document(uri)?.path ?? uri });
  },
  fixes({ link, fragment, target, meant }, context) {
    const { uri } = context.place;
    if (meant !== null && meant.slug !== '') {
      const edits = destinationEdits(context, link, meant);
      return [
        {
          title: context.say`Change link target to #${meant.slug}`,
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
        title: context.say`Change link target to #${nearest}`,
        edits: new Map([[uri, edits]]),
        automatic: false,
        removes: 'destination',
      },
    ];
  },
});

/** What a fence hides that never ends counts in other documents; in its own, it is the fence that is reported. */
function hasFragment({ place, runbook }: RuleContext, summary: Summary, fragment: string): boolean {
  if (!fragmentsOf(summary).has(fragment)) return false;
  return (
    summary.uri !== place.uri ||
    !hiddenFragments(runbook).has(fragment) ||
    runbook.headings.some(({ slug }) => slug === fragment)
  );
}

const fragmentsOf = rememberOf(({ fragments }: Summary): ReadonlySet<string> => new Set(fragments));

/** Headings of a huge document that a wrong anchor is compared with: a guess is not worth more. */
const mostCompared = 300;

/** The id in the fragment, else the id that is the whole link text: [RUN-001](…), [RUN-001: Title](…). */
function idMeant(runbook: Runbook, { link, fragment, words }: LinkIds): Identifier | null {
  if (fragment !== null) return fragment.id;
  const [first] = words;
  const rest =
    first === undefined ? '' : wordsAt(runbook, { start: first.span.end, end: link.inline.text.end });
  return first !== undefined && /^[\s`*_\]]*(?:$|[:|])/.test(rest) ? first.id : null;
}

/** Top of the page, lines, footnotes, text fragments: anchors that do not come from headings. */
function isNoHeading(fragment: string): boolean {
  return /^(?:|top|L\d+(?:-L?\d+)?|:~:.*|fn.?[\w-]+|user-content-.*|[a-z]+=.*)$/i.test(fragment);
}

/** The id alone is a common shorthand, and this extension resolves it. */
function severityOf(fragment: string, meant: Definition | null, other: Definition | null): Severity {
  if (other !== null) return 'warning';
  return meant !== null && fragment.toLowerCase() === meant.id.text.toLowerCase() ? 'hint' : 'information';
}

/** Entries by title, for each document. */
class Titles {
  readonly #byDocument = new Map<string, ReadonlyMap<string, Definition>>();

  /** The entry of the target, other than `meant`, whose title follows the id of `meant` in the fragment. */
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
