/** Finds the identifiers that are defined nowhere though this workspace owns their prefix (`domain.md` section 2, "Dangling"). */
import { keyOf, type Identifier } from '../model/identifier';
import type { Mention } from '../model/runbook';
import { encloses } from '../text/span';
import { idsOfLinks, type LinkIds } from './link-ids';
import { LinkTargets } from './link-target';
import { isInNavigation, navigationParts } from './navigation';
import type { RuleContext } from './rule';

export interface UndefinedId {
  readonly mention: Mention;
  readonly id: Identifier;
  readonly inNavigation: boolean;
}

/** The undefined identifiers of a document in order, one per link. */
export function* undefinedIds(context: RuleContext): Iterable<UndefinedId> {
  const { runbook, workspace, quiet } = context;
  const { kind } = runbook.kind;
  const bodied = runbook.entries.filter(({ form }) => form === 'heading' || form === 'plain');
  if (quiet || kind === 'skill' || (bodied.length > 0 && bodied.every(({ stub }) => stub))) return;
  const judged =
    kind !== 'none' ||
    bodied.some(
      ({ id }) =>
        workspace.owns(id.prefix) && workspace.owners(id.prefix).some(({ uri }) => uri === context.place.uri),
    );
  const logs = runbook.parts.filter(({ role }) => role === 'change-log');
  const navigation = navigationParts(runbook);
  const links = new LinkQuestions(context);
  const absent = new AbsentOwners(context);
  const reported = new Set<number>();
  for (const mention of runbook.mentions) {
    const { id, span, link } = mention;
    if (id === null || mention.excluded !== null) continue;
    const inNavigation = isInNavigation(navigation, span);
    if (mention.place === 'definition' || (mention.field === 'id' && !inNavigation)) continue;
    if (!judged && !pointsOnPurpose(mention)) continue;
    if (!isUndefined(id, context) || absent.has(id.prefix)) continue;
    if (logs.some((log) => encloses(log.span, span))) continue;
    if (link !== null) {
      if (reported.has(link) || links.speaksElsewhere(link)) continue;
      reported.add(link);
    }
    yield { mention, id, inNavigation };
  }
}

/**
 * Whether this workspace owns the prefix and nothing defines the id, not even a heading that misspells it. Where a folder
 * that is joined is not known, nobody can say.
 */
export function isUndefined(id: Identifier, { workspace }: Pick<RuleContext, 'workspace'>): boolean {
  const key = keyOf(id);
  if (workspace.lacksFolders) return false;
  return workspace.owns(id.prefix) && workspace.definition(key) === undefined && !workspace.isMisspelled(key);
}

/** In documents of no known kind only links and fields made for references speak of entries on purpose. */
function pointsOnPurpose({ place, field }: Mention): boolean {
  return (
    place === 'link-text' ||
    place === 'link-target' ||
    (place === 'field' && /^(?:linked|related) ids?$|^runbooks?$/.test(field))
  );
}

/** Prefixes whose owner, as the configuration names it, is not there: nobody can say what is defined. */
class AbsentOwners {
  readonly #context: RuleContext;
  readonly #known = new Map<string, boolean>();

  constructor(context: RuleContext) {
    this.#context = context;
  }

  has(prefix: string): boolean {
    const known = this.#known.get(prefix) ?? this.#isAbsent(prefix);
    this.#known.set(prefix, known);
    return known;
  }

  #isAbsent(prefix: string): boolean {
    const { configuration, workspace, place } = this.#context;
    const owner = configuration.prefixes.get(prefix)?.owner ?? null;
    return owner !== null && workspace.documentAt(place.folder, owner) === undefined;
  }
}

/** Links of which other rules speak: those to files that are absent, and those that name a known id besides. */
class LinkQuestions {
  readonly #context: RuleContext;
  readonly #targets: LinkTargets;
  #ids: ReadonlyMap<number, LinkIds> | null = null;

  constructor(context: RuleContext) {
    this.#context = context;
    this.#targets = new LinkTargets(context);
  }

  speaksElsewhere(link: number): boolean {
    const { runbook, workspace } = this.#context;
    this.#ids ??= idsOfLinks(runbook);
    const ids = this.#ids.get(link);
    if (ids === undefined) return false;
    const target = ids.fragment ?? ids.file;
    const named = target === null ? ids.words : [...ids.words.slice(0, 1), target];
    if (named.some(({ id }) => workspace.definition(keyOf(id)) !== undefined)) return true;
    return this.#targets.of(ids.link).kind === 'absent';
  }
}
