/** A monitor that names a runbook, where the runbook does not name the monitor. */
import { hasBody } from '../../../model/entry';
import type { Definition } from '../../../index/summary';
import { keyOf } from '../../../model/identifier';
import type { Entry } from '../../../model/runbook';
import { appendLinkedId, mentionsIn } from '../../shared/linked-ids';
import { Messages } from '../../message';
import { defineRule, type Match, type RuleContext } from '../../rule';

interface OneWayLink extends Match {
  readonly entry: Entry;
  readonly run: Definition;
}

const messages = new Messages({
  oneWay:
    '{monitor} names {runbook}, but not the other way round: responders cannot get back to the alert. Add {monitor} to {runbook}.',
  silent: '{runbook} does not name {monitor}',
});

export const oneWayLink = defineRule<OneWayLink>({
  meta: {
    name: 'one-way-link',
    summary: 'A monitor that names a runbook which does not name the monitor',
    severity: 'information',
    scope: 'judged',
    since: '0.1.0',
    group: 'identifiers',
    absentFrom: 'document',
  },
  *find(context) {
    const { runbook, entries, workspace, quiet } = context;
    if (quiet) return;
    for (const entry of entries) {
      if (entry.id.prefix !== 'MON' || entry.deprecated !== null || !workspace.owns('MON')) continue;
      const seen = new Set<string>();
      for (const { id, span, place, excluded } of mentionsIn(runbook, entry.span)) {
        if (id?.prefix !== 'RUN' || excluded !== null || place === 'definition' || place === 'prose')
          continue;
        if (seen.has(keyOf(id))) continue;
        seen.add(keyOf(id));
        const run = workspace.definition(keyOf(id));
        if (run !== undefined && lacksReference(run, entry, context)) yield { span, entry, run };
      }
    }
  },
  message({ entry, run }) {
    const ids = { monitor: entry.id.text, runbook: run.id.text };
    return {
      ...messages.of('oneWay', ids),
      related: [{ uri: run.uri, range: run.idRange, message: messages.of('silent', ids) }],
    };
  },
  fixes({ entry, run }, { runbook, runbookOf, place, workspace, say }) {
    const target = run.uri === place.uri ? runbook : runbookOf(run.uri);
    const there = target?.entries.find((other) => keyOf(other.id) === run.key && hasBody(other));
    const monitor = workspace.definition(keyOf(entry.id));
    if (target === undefined || there === undefined || monitor === undefined) return [];
    return [
      {
        title: say`Add ${entry.id.text} to the linked IDs of ${run.id.text}`,
        edits: new Map([
          [run.uri, [appendLinkedId(target, there, monitor, place.path, { uri: run.uri, workspace })]],
        ]),
        automatic: true,
      },
    ];
  },
});

/** Whether a filled runbook names the monitor nowhere, not even in its file outside of all entries. */
function lacksReference(run: Definition, { id }: Entry, { workspace, place }: RuleContext): boolean {
  if (!hasBody(run)) return false;
  if (run.stub || run.deprecated || run.names.includes(keyOf(id))) return false;
  if (run.uri === place.uri) return true;
  // the ends of a band (MON-001 to MON-099) name no monitor
  return !workspace.someReference(
    keyOf(id),
    ({ within, excluded }, uri) => uri === run.uri && within === '' && excluded !== 'range-end',
  );
}
