/** An alert without a runbook: on-call starts from scratch. */
import type { Definition } from '../../../index/summary';
import { keyOf } from '../../../model/identifier';
import type { Entry } from '../../../model/runbook';
import { bodyOf, headingsIn, namesPrefix, tablesIn } from '../../../document/entries/entry-text';
import { nameSpanOf, valueOf, wordsAt } from '../../../document/fields/fields';
import { nameEntry, wordsFor } from '../../../authoring/name-entry';
import { Messages } from '../../message';
import { defineRule, type Fix, type Match, type RuleContext } from '../../rule';

interface UnansweredAlert extends Match {
  readonly entry: Entry;
}

const messages = new Messages({
  noRunbook:
    '{id} has thresholds but no runbook, so on-call starts from scratch. Name a RUN entry under "Related" or in the action.',
  known:
    '{id} has thresholds but no runbook, so on-call starts from scratch. {runbook} names {id}: add it under "Related".',
});

export const alertWithoutRunbook = defineRule<UnansweredAlert>({
  meta: {
    name: 'alert-without-runbook',
    summary: 'A monitoring entry with thresholds that names no runbook',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'traceability',
    absentFrom: 'part',
  },
  *find(context) {
    const { runbook, entries, quiet } = context;
    if (quiet) return;
    for (const entry of entries) {
      if (entry.id.prefix !== 'MON' || entry.deprecated !== null) continue;
      const status = valueOf(entry, 'status');
      if (status !== undefined && /^planned$/i.test(wordsAt(runbook, status.token))) continue;
      if (!hasThresholds(context, entry) || namesPrefix(runbook, bodyOf(entry), 'RUN')) continue;
      yield { span: nameSpanOf(entry), entry };
    }
  },
  message({ entry }, context) {
    const id = entry.id.text;
    const [known] = answersOf(entry, context);
    return known === undefined
      ? messages.of('noRunbook', { id })
      : messages.of('known', { id, runbook: known.id.text });
  },
  fixes({ entry }, context) {
    const answers = answersOf(entry, context);
    const known = answers.map((answer) =>
      nameRunbook(entry, context, answer.id.text, answer.title, answers.length === 1),
    );
    return known.length > 0 ? known : [nameRunbook(entry, context, 'RUN-XXX', '', false)];
  },
});

function hasThresholds({ runbook }: RuleContext, entry: Entry): boolean {
  return (
    headingsIn(runbook, entry).some(({ key }) => /\bthresholds?\b/.test(key)) ||
    entry.fields.some(({ key, value }) => /\bthresholds?\b/.test(key) && value !== null) ||
    tablesIn(runbook, bodyOf(entry)).some(({ columns }) =>
      columns.some((name) => /\bthresholds?\b/.test(name)),
    )
  );
}

/** The runbooks that name the alert. */
function answersOf(entry: Entry, { workspace }: RuleContext): Definition[] {
  const found = new Map<string, Definition>();
  for (const { within } of workspace.references(keyOf(entry.id))) {
    const definition = within.startsWith('RUN-') ? workspace.definition(within) : undefined;
    if (definition !== undefined && !definition.stub && !definition.deprecated) found.set(within, definition);
  }
  return [...found.values()];
}

function nameRunbook(
  entry: Entry,
  { runbook, place, say }: RuleContext,
  id: string,
  title: string,
  automatic: boolean,
): Fix {
  const named = { id, title };
  return {
    title:
      id === 'RUN-XXX'
        ? say`Add a placeholder for the runbook to ${entry.id.text}`
        : say`Add ${wordsFor(named)} to ${entry.id.text}`,
    edits: new Map([[place.uri, [nameEntry(runbook, entry, named)]]]),
    automatic,
  };
}
