/** An alert without a runbook: on-call starts from scratch. */
import type { Definition } from '../../../index/summary';
import { keyOf } from '../../../model/identifier';
import type { Entry, Part } from '../../../model/runbook';
import type { Edit } from '../../../text/edit';
import { trimSpan } from '../../../text/span';
import { bodyOf, headingsIn, namesPrefix, tablesIn } from '../../../document/entries/entry-text';
import { nameSpanOf, valueOf, wordsAt } from '../../../document/fields/fields';
import {
  bulletOf,
  endOfContent,
  insertBlockAfter,
  joinLines,
  labelStyle,
  sectionMarks,
} from '../../../authoring/insertion';
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
  const words = title === '' ? id : `${id} - ${title}`;
  const related = entry.parts.find(({ role, name }) => role === 'linked-ids' && !/alert/i.test(name));
  const edit =
    related === undefined
      ? insertBlockAfter(runbook, endOfContent(runbook, entry.span), newSection(entry, runbook, words))
      : intoPart(related, runbook, id, words);
  return {
    title: say`Add ${id === 'RUN-XXX' ? 'a placeholder for the runbook' : words} to ${entry.id.text}`,
    edits: new Map([[place.uri, [edit]]]),
    automatic,
  };
}

function newSection(entry: Entry, runbook: RuleContext['runbook'], words: string): string[] {
  const bullet = `${bulletOf(runbook)} ${words}`;
  return entry.form === 'heading' && headingsIn(runbook, entry).length > 0
    ? [`${sectionMarks(entry)} Related`, '', bullet]
    : [`${labelStyle(runbook, entry.span)('Related')} ${words}`];
}

/** Appends to a field after a comma, to a section below its last line. */
function intoPart(part: Part, runbook: RuleContext['runbook'], id: string, words: string): Edit {
  const { text, lines } = runbook;
  const end = endOfContent(runbook, part.span);
  const sameLine = lines.lineAt(end) === lines.lineAt(part.nameSpan.end);
  if (part.from === 'label' && sameLine) {
    const empty = trimSpan(text, part.content).end === part.content.start;
    return { span: { start: end, end }, newText: empty ? ` ${id}` : `, ${id}` };
  }
  const bullet = `${bulletOf(runbook)} ${words}`;
  return sameLine
    ? insertBlockAfter(runbook, end, [bullet])
    : { span: { start: end, end }, newText: joinLines(runbook, ['', bullet]) };
}
