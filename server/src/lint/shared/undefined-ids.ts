/** Finds undefined identifiers of prefixes that this workspace owns (docs/runbook-format.md#references). */
import { hasBody } from '../../model/entry';
import { hiddenIds } from '../../index/hidden-ids';
import { misspelledDefinitions } from '../../index/misspelled-ids';
import { keyOf, type Identifier } from '../../model/identifier';
import type { Mention, Runbook } from '../../model/runbook';
import { Coverage } from '../../text/coverage';
import { rememberOf } from '../../text/remember';
import { encloses, type Span } from '../../text/span';
import { changeLogsOf, idCellOf } from '../../document/links/change-log';
import { idsOfLinks, type LinkIds } from '../../document/links/link-ids';
import { isInNavigation, navigationParts } from '../../document/links/navigation';
import type { RuleContext } from '../rule';
import { repeatedTitles } from './repeated-titles';

export interface UndefinedId {
  readonly mention: Mention;
  readonly id: Identifier;
  readonly inNavigation: boolean;
}

/** The undefined identifiers of a document in order, one per link. */
export const undefinedIds = rememberOf((context: RuleContext): readonly UndefinedId[] => [
  ...findUndefined(context),
]);

function* findUndefined(context: RuleContext): Iterable<UndefinedId> {
  const { runbook, workspace, quiet } = context;
  const { kind } = runbook.kind;
  const bodied = runbook.entries.filter(hasBody);
  if (quiet || kind === 'skill' || (bodied.length > 0 && bodied.every(({ stub }) => stub))) return;
  const judged =
    kind !== 'none' ||
    bodied.some(
      ({ id }) =>
        workspace.owns(id.prefix) && workspace.owners(id.prefix).some(({ uri }) => uri === context.place.uri),
    );
  const logs = runbook.parts.filter(({ role }) => role === 'change-log');
  // the cells that say which entry a row is about; elsewhere a change log may mention entries of the past
  const logged = new Coverage(kind === 'sot' ? idCellsOf(runbook) : []);
  const navigation = navigationParts(runbook);
  const repeated = repeatedTitles(context);
  const ids = idsOfLinks(runbook);
  const absent = new AbsentOwners(context);
  const reported = new Set<number>();
  // first what tells most of them, which are defined
  const candidates = runbook.mentions.filter(
    ({ id, excluded, place }) =>
      id !== null && excluded === null && place !== 'definition' && isUndefined(id, context),
  );
  for (const mention of candidates) {
    const { id, span, link } = mention;
    if (id === null) continue;
    const inNavigation = isInNavigation(navigation, span);
    if (inNavigation && repeated.encloses(span)) continue;
    const inLog = logged.encloses(span);
    if (mention.field === 'id' && !inNavigation && !inLog) continue;
    if (!judged && !isDeliberate(mention)) continue;
    if (absent.has(id.prefix)) continue;
    if (logs.some((log) => encloses(log.span, span)) && !inLog) continue;
    if (link !== null) {
      if (reported.has(link) || resolves(ids.get(link), context)) continue;
      reported.add(link);
    }
    yield { mention, id, inNavigation };
  }
}

/**
 * Whether this workspace owns the prefix and nothing defines the id, not even a misspelled heading of another file, or what
 * a fence hides there that never ends. While a joined folder is not loaded, no id is undefined.
 */
export function isUndefined(id: Identifier, { workspace, runbook }: RuleContext): boolean {
  const key = keyOf(id);
  if (workspace.lacksFolders || !workspace.owns(id.prefix)) return false;
  if (workspace.definition(key) !== undefined || workspace.imported(key) !== undefined) return false;
  return (
    !workspace.isMisspelled(key) ||
    misspelledDefinitions(runbook).some((definition) => keyOf(definition.id) === key) ||
    hiddenIds(runbook).has(key)
  );
}

/** In documents of no known kind, only links and fields for references are taken for references to entries. */
function isDeliberate({ place, field }: Mention): boolean {
  return (
    place === 'link-text' ||
    place === 'link-target' ||
    (place === 'field' && /^(?:linked|related) ids?$|^runbooks?$/.test(field))
  );
}

/** Prefixes whose owner, as configured, does not exist: what is defined is not known. */
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

/** Whether the text of a link names a known entry first, or its target is a file named after one. */
function resolves(ids: LinkIds | undefined, { workspace }: RuleContext): boolean {
  if (ids === undefined) return false;
  const { words, fragment, file } = ids;
  const [first = fragment] = words;
  const named = fragment !== null ? [first] : file !== null ? [first, file] : words;
  return named.some((mention) => mention !== null && workspace.definition(keyOf(mention.id)) !== undefined);
}

function idCellsOf(runbook: Runbook): Span[] {
  return changeLogsOf(runbook).flatMap((log) => log.table.rows.flatMap((row) => idCellOf(log, row) ?? []));
}
