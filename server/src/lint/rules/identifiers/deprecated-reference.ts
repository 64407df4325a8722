/** A reference to an entry that is deprecated. */
import type { Definition } from '../../../index/summary';
import { keyOf } from '../../../model/identifier';
import type { Mention } from '../../../model/runbook';
import { encloses, firstFrom } from '../../../text/span';
import { isInNavigation, navigationParts } from '../../../document/links/navigation';
import { retargetEdits } from '../../shared/retarget';
import { defineRule, type Match } from '../../rule';

interface DeprecatedReference extends Match {
  readonly mention: Mention;
  readonly definition: Definition;
}

export const deprecatedReference = defineRule<DeprecatedReference>({
  meta: {
    name: 'deprecated-reference',
    summary: 'A reference to an entry that is deprecated',
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
    for (const mention of mentions) {
      const { id, span, place, link, excluded } = mention;
      if (id === null || excluded !== null || place === 'definition' || mention.field === 'id') continue;
      const definition = workspace.definition(keyOf(id));
      if (definition?.deprecated !== true || !workspace.owns(id.prefix)) continue;
      // the navigation lists it because it still resolves; the entry itself and change logs speak of the past
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
    const next = workspace.definition(definition.replacedBy);
    const advice =
      next === undefined
        ? 'See what its entry says instead'
        : `${next.id.text}${next.title === '' ? '' : ` (${next.title})`} takes its place`;
    return {
      message: `${definition.id.text} is deprecated: what it describes may no longer hold. ${advice}.`,
      related: [
        {
          uri: definition.uri,
          range: definition.idRange,
          message: `${definition.id.text} is deprecated here`,
        },
      ],
      tags: ['deprecated'],
    };
  },
  fixes({ mention, definition }, context) {
    const next = context.workspace.definition(definition.replacedBy);
    if (next === undefined) return [];
    return [
      {
        title: `Replace ${definition.id.text} by ${next.id.text}`,
        edits: new Map([[context.place.uri, retargetEdits(context, mention, next)]]),
        automatic: false,
        removes: 'id',
      },
    ];
  },
});
