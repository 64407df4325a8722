/** An identifier of a prefix that this workspace owns, defined nowhere (`domain.md` section 2, "Dangling"). */
import { keyOf, type Identifier } from '../../model/identifier';
import type { Mention } from '../../model/runbook';
import { encloses } from '../../text/span';
import { defineRule, type Match, type RuleContext } from '../rule';
import { nearestIdentifier } from '../nearest-identifier';

interface DanglingId extends Match {
  readonly id: Identifier;
}

export const danglingId = defineRule<DanglingId>({
  meta: {
    name: 'dangling-id',
    summary: 'An identifier that is defined nowhere in the workspace',
    severity: 'warning',
    scope: 'workspace',
    since: '0.1.0',
    source: 'section 2, Dangling',
  },
  *find(context) {
    const { runbook, workspace, quiet } = context;
    const { kind } = runbook.kind;
    const bodied = runbook.entries.filter(({ form }) => form === 'heading' || form === 'plain');
    if (quiet || kind === 'skill' || (bodied.length > 0 && bodied.every(({ stub }) => stub))) return;
    const judged =
      kind !== 'none' ||
      bodied.some(
        ({ id }) =>
          workspace.owns(id.prefix) &&
          workspace.owners(id.prefix).some(({ uri }) => uri === context.place.uri),
      );
    const logs = runbook.parts.filter(({ role }) => role === 'change-log');
    const reported = new Set<number>();
    for (const mention of runbook.mentions) {
      const { id, span, link } = mention;
      if (
        id === null ||
        mention.excluded !== null ||
        mention.place === 'definition' ||
        mention.field === 'id'
      )
        continue;
      if (!judged && !pointsOnPurpose(mention)) continue;
      if (
        !workspace.owns(id.prefix) ||
        workspace.definition(keyOf(id)) !== undefined ||
        ownerIsAbsent(id.prefix, context)
      )
        continue;
      if (logs.some((log) => encloses(log.span, span))) continue;
      if (link !== null) {
        if (reported.has(link)) continue;
        reported.add(link);
      }
      const strict = mention.place !== 'prose' && mention.place !== 'code' && mention.place !== 'table';
      yield { span, id, severity: strict ? 'warning' : 'information' };
    }
  },
  word({ id }, { workspace }) {
    const nearest = nearestIdentifier(id, workspace);
    const hint =
      nearest === null
        ? 'Define it, or correct the number'
        : `Did you mean ${nearest.id.text}${nearest.title === '' ? '' : ` (${nearest.title})`}? Otherwise define it`;
    return {
      message: `${id.text} is defined nowhere in this workspace, so whoever follows it finds nothing. ${hint}.`,
    };
  },
});

/** In documents of no known kind only links and fields made for references speak of entries on purpose. */
function pointsOnPurpose({ place, field }: Mention): boolean {
  return (
    place === 'link-text' ||
    place === 'link-target' ||
    (place === 'field' && /^(?:linked|related) ids?$|^runbooks?$/.test(field))
  );
}

/** Whether the configuration names a file that owns the prefix and that file is not there. */
function ownerIsAbsent(prefix: string, { configuration, workspace, place }: RuleContext): boolean {
  const owner = configuration.prefixes.get(prefix)?.owner ?? null;
  if (owner === null) return false;
  for (const { path, folder } of workspace.documents())
    if (path === owner && folder === place.folder) return false;
  return true;
}
