/** A link whose text names one entry and whose target is another. */
import { keyOf } from '../../../model/identifier';
import type { Span } from '../../../text/span';
import { idsOfLinks, type LinkIds, type NamedMention } from '../../../document/links/link-ids';
import { LinkTargets } from '../../../index/link-target';
import { readNavigation } from '../../../document/links/navigation';
import { destinationEdits, retargetEdits } from '../../shared/retarget';
import { Messages } from '../../message';
import { defineRule, type Choice, type Match, type RuleContext } from '../../rule';

interface LinkIdMismatch extends Match {
  readonly ids: LinkIds;
  readonly text: NamedMention;
  readonly target: NamedMention;
}

const messages = new Messages({
  mismatch:
    'The link text says {text}, but the target is {target}: responders may run the wrong procedure. Correct one of the two.',
});

export const linkIdMismatch = defineRule<LinkIdMismatch>({
  meta: {
    name: 'link-id-mismatch',
    summary: 'A link whose text and target are different entries',
    severity: 'warning',
    scope: 'workspace',
    since: '0.1.0',
    group: 'identifiers',
  },
  *find(context) {
    if (context.quiet) return;
    const targets = new LinkTargets(context);
    for (const [index, ids] of idsOfLinks(context.runbook)) {
      const [text, ...others] = ids.words;
      if (text === undefined || others.some(({ id }) => keyOf(id) !== keyOf(text.id))) continue;
      const target = ids.fragment ?? anchored(context, targets, ids, text) ?? ids.file;
      if (target === null || keyOf(target.id) === keyOf(text.id)) continue;
      if (target === ids.file && !isOtherFile(context, targets, text, target, ids)) continue;
      if (
        isKnown(context, text) &&
        isKnown(context, target) &&
        (resolves(context, text) || resolves(context, target))
      )
        yield { span: text.span, ids, text, target, covers: placesOfLink(context, index, ids) };
    }
  },
  message({ text, target }) {
    return messages.of('mismatch', { text: text.id.text, target: target.id.text });
  },
  choices({ ids, text, target }, context) {
    const { workspace, place } = context;
    const fixes: Choice[] = [];
    const meant = workspace.definition(keyOf(text.id));
    const edits = meant === undefined ? [] : destinationEdits(context, ids.link, meant);
    if (meant !== undefined && edits.length > 0)
      fixes.push({
        title: context.say`Change link target to ${meant.id.text}`,
        edits: new Map([[place.uri, edits]]),
        automatic: false,
        removes: 'destination',
      });
    const reached = workspace.definition(keyOf(target.id));
    if (reached !== undefined)
      fixes.push({
        title: context.say`Change link text to ${reached.id.text}`,
        edits: new Map([
          [
            place.uri,
            retargetEdits(context, text, reached).filter(({ span }) => span.start < ids.link.inline.text.end),
          ],
        ]),
        automatic: false,
        removes: 'id',
      });
    return fixes;
  },
});

/** The link, and the title behind it in a navigation bullet: - [RUN-001](#run-002-x) - «Title» */
function placesOfLink({ runbook }: RuleContext, index: number, { link }: LinkIds): Span[] {
  const bullet = readNavigation(runbook)?.bullets.find(({ mention }) => mention.link === index);
  return bullet?.title == null ? [link.inline.span] : [link.inline.span, bullet.title];
}

/** The entry that a custom anchor belongs to: [«RUN-001»](#drain) */
function anchored(
  { workspace }: RuleContext,
  targets: LinkTargets,
  { link }: LinkIds,
  text: NamedMention,
): NamedMention | null {
  const fragment = link.fragment?.toLowerCase();
  if (fragment === undefined) return null;
  const target = targets.of(link);
  const definition =
    target.kind === 'document'
      ? target.summary.definitions.find(({ anchors }) => anchors.includes(fragment))
      : undefined;
  if (definition === undefined || !workspace.owns(definition.id.prefix)) return null;
  return {
    ...text,
    id: definition.id,
    prefix: definition.id.prefix,
    span: link.fragmentSpan,
    place: 'link-target',
  };
}

/** A file named after another entry of the same prefix that does not hold the entry meant either. */
function isOtherFile(
  { workspace }: RuleContext,
  targets: LinkTargets,
  text: NamedMention,
  target: NamedMention,
  { link }: LinkIds,
): boolean {
  if (text.id.prefix !== target.id.prefix) return false;
  const reached = targets.of(link);
  const uri = reached.kind === 'document' ? reached.summary.uri : null;
  return !workspace.definitions(keyOf(text.id)).some((definition) => definition.uri === uri);
}

function isKnown({ workspace }: RuleContext, { id }: NamedMention): boolean {
  return workspace.owns(id.prefix);
}

function resolves({ workspace }: RuleContext, { id }: NamedMention): boolean {
  return workspace.definition(keyOf(id)) !== undefined;
}
