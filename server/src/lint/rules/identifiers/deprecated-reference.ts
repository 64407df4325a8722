/** A reference to a deprecated entry. */
import type { Definition } from '../../../index/summary';
import { keyOf } from '../../../model/identifier';
import type { Mention } from '../../../model/runbook';
import { encloses, firstFrom } from '../../../text/span';
import { isInNavigation, navigationParts } from '../../../document/links/navigation';
import { retargetEdits } from '../../shared/retarget';
import { Messages, type Message } from '../../message';
import { defineRule, type Match } from '../../rule';

interface DeprecatedReference extends Match {
  readonly mention: Mention;
  readonly definition: Definition;
}

const messages = new Messages({
  deprecated: '{id} is deprecated and may no longer apply. See its entry for what to use instead.',
  replaced: '{id} is deprecated and may no longer apply. Use {next} instead.',
  replacedTitle: '{id} is deprecated and may no longer apply. Use {next} ("{title}") instead.',
  here: '{id} is deprecated here',
});

export const deprecatedReference = defineRule<DeprecatedReference>({
  meta: {
    name: 'deprecated-reference',
    summary: 'A reference to a deprecated entry',
    severity: 'hint',
    scope: 'judged',
    since: '0.1.0',
    group: 'identifiers',
  },
  *find({ runbook, workspace, quiet }) {
    if (quiet) return;
    const { mentions, entries, lines, text } = runbook;
    const navigation = navigationParts(runbook);
    const aside = runbook.parts.filter(({ role }) => role === 'change-log' || role === 'deprecated');
    const withdrawn = entries.filter(({ deprecated, form }) => deprecated !== null && form !== 'file-name');
    const reported = new Set<number>();
    const referring = mentions.filter(
      ({ id, excluded, place, field }) =>
        id !== null &&
        excluded === null &&
        place !== 'definition' &&
        field !== 'id' &&
        workspace.definition(keyOf(id))?.deprecated === true,
    );
    for (const mention of referring) {
      const { id, span, link } = mention;
      if (id === null || !workspace.owns(id.prefix)) continue;
      const definition = workspace.definition(keyOf(id));
      if (definition === undefined) continue;
      // the navigation lists it because it still resolves; the entry itself and change logs record the past
      if (isInNavigation(navigation, span) || aside.some((part) => encloses(part.span, span))) continue;
      const around = withdrawn[firstFrom(withdrawn, span.start + 1, (entry) => entry.span.start) - 1];
      if (around !== undefined && encloses(around.span, span)) continue;
      const line = lines.spanOf(lines.lineAt(span.start));
      if (
        /\b(?:replaces|supersedes|formerly|predecessor|successor of)\b/i.test(
          text.slice(line.start, span.start),
        )
      )
        continue;
      if (link !== null) {
        if (reported.has(link)) continue;
        reported.add(link);
      }
      yield { span, mention, definition };
    }
  },
  message({ definition }, { workspace }) {
    const id = definition.id.text;
    const here = messages.of('here', { id });
    return {
      ...messageOf(id, workspace.definition(definition.replacedBy)),
      related: [{ uri: definition.uri, range: definition.idRange, message: here }],
      tags: ['deprecated'],
    };
  },
  choices({ mention, definition }, context) {
    const next = context.workspace.definition(definition.replacedBy);
    if (next === undefined) return [];
    return [
      {
        title: context.say`Replace ${definition.id.text} with ${next.id.text}`,
        edits: new Map([[context.place.uri, retargetEdits(context, mention, next)]]),
        automatic: false,
        removes: 'id',
      },
    ];
  },
});

function messageOf(id: string, next: Definition | undefined): Message {
  if (next === undefined) return messages.of('deprecated', { id });
  return next.title === ''
    ? messages.of('replaced', { id, next: next.id.text })
    : messages.of('replacedTitle', { id, next: next.id.text, title: next.title });
}
