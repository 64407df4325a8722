/** An identifier that is defined more than once: references to it are ambiguous. */
import { hasBody } from '../../../model/entry';
import { statedId } from '../../../index/stated-id';
import type { Definition } from '../../../index/summary';
import { keyOf } from '../../../model/identifier';
import type { Entry } from '../../../model/runbook';
import { renumberEntry } from '../../../authoring/renumber';
import { Messages, type Message } from '../../message';
import { defineRule, type Choice, type Match, type RuleContext } from '../../rule';

interface DuplicateId extends Match {
  readonly entry: Entry;
  readonly others: readonly Definition[];
}

/** Most other definitions that a finding lists. */
const mostNamed = 10;

/** The first items that pass, one more than are listed: the finding of each copy must not look at all copies. */
function firstFew<T>(items: readonly T[], passes: (item: T) => boolean): readonly T[] {
  const few: T[] = [];
  for (const item of items) {
    if (passes(item)) few.push(item);
    if (few.length > mostNamed) break;
  }
  return few;
}

const messages = new Messages({
  sameFile:
    '{id} is also defined on line {line}, so references to it are ambiguous. Renumber one of the two.',
  otherFile:
    '{id} is also defined in {file}:{line}, so references to it are ambiguous. Renumber one of the two.',
  several:
    '{id} is also defined in {count} other places, such as {file}:{line}, so references are ambiguous. Renumber all but one.',
  many: '{id} is also defined in more than {count} other places, such as {file}:{line}. Renumber all but one.',
  here: '{id} is also defined here',
  hereTitle: '{id} is also defined here: {title}',
});

export const duplicateId = defineRule<DuplicateId>({
  meta: {
    name: 'duplicate-id',
    summary: 'An identifier that is defined more than once',
    severity: 'error',
    scope: 'judged',
    since: '0.1.0',
    group: 'identifiers',
  },
  *find({ runbook, workspace, entries, quiet, place }) {
    if (quiet) return;
    for (const entry of entries) {
      if (!workspace.owns(entry.id.prefix)) continue;
      const own = runbook.lines.positionAt(entry.idSpan.start);
      const others = firstFew(
        workspace.definitions(keyOf(entry.id)),
        ({ uri, form, claims, stub, idRange }) =>
          hasBody({ form }) &&
          claims &&
          !stub &&
          workspace.document(uri)?.quiet !== true &&
          !(
            uri === place.uri &&
            idRange.start.line === own.line &&
            idRange.start.character === own.character
          ),
      );
      if (others.length === 0) continue;
      // a heading that took another entry's id differs from its ID field too
      const stated = statedId(runbook, entry);
      yield { span: entry.idSpan, entry, others, covers: [entry.idSpan, stated?.span ?? entry.idSpan] };
    }
  },
  message({ entry, others }, context) {
    const id = entry.id.text;
    return {
      ...messageOf(id, others, context),
      related: others.slice(0, mostNamed).map(({ uri, idRange, title }) => ({
        uri,
        range: idRange,
        message: title === '' ? messages.of('here', { id }) : messages.of('hereTitle', { id, title }),
      })),
    };
  },
  choices({ entry }, { workspace, place, runbook, say }) {
    const next = workspace.nextId(entry.id.prefix, place.uri);
    const renumber: Choice = {
      title: say`Renumber to ${next}, the next free number`,
      edits: new Map([[place.uri, renumberEntry(runbook, entry, next)]]),
      automatic: false,
      removes: 'id',
    };
    const stated = statedId(runbook, entry);
    if (stated === null || workspace.definition(keyOf(stated.id)) !== undefined) return [renumber];
    const asStated: Choice = {
      title: say`Renumber to ${stated.id.text}, as in the ID field`,
      edits: new Map([[place.uri, renumberEntry(runbook, entry, stated.id.text)]]),
      automatic: false,
      removes: 'id',
    };
    return [asStated, renumber];
  },
});

function messageOf(id: string, others: readonly Definition[], { workspace, place }: RuleContext): Message {
  const [first] = others;
  const uri = first?.uri ?? place.uri;
  const file = workspace.document(uri)?.path ?? uri;
  const line = (first?.idRange.start.line ?? 0) + 1;
  if (others.length > mostNamed) return messages.of('many', { id, count: mostNamed, file, line });
  if (others.length > 1) return messages.of('several', { id, count: others.length, file, line });
  return uri === place.uri
    ? messages.of('sameFile', { id, line })
    : messages.of('otherFile', { id, file, line });
}
