/** One identifier, two definitions with a body: which of them a jump or an alert means is luck. */
import { hasBody } from '../../../model/entry';
import { statedId } from '../../../index/stated-id';
import type { Definition } from '../../../index/summary';
import { keyOf } from '../../../model/identifier';
import type { Entry } from '../../../model/runbook';
import { renumberEntry } from '../../../authoring/renumber';
import { defineRule, type Fix, type Match } from '../../rule';

interface DuplicateId extends Match {
  readonly entry: Entry;
  readonly others: readonly Definition[];
}

/** Other definitions that a finding names; of an entry that is copied hundreds of times nobody reads all places. */
const mostNamed = 10;

/** The first items that pass, one more than are named: a finding for each copy must not look at all copies. */
function firstFew<T>(items: readonly T[], passes: (item: T) => boolean): readonly T[] {
  const few: T[] = [];
  for (const item of items) {
    if (passes(item)) few.push(item);
    if (few.length > mostNamed) break;
  }
  return few;
}

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
  message({ entry, others }, { workspace, place }) {
    const named = others.slice(0, mostNamed).map(({ uri, idRange }) => {
      const line = String(idRange.start.line + 1);
      return uri === place.uri ? `line ${line}` : `${workspace.document(uri)?.path ?? uri}:${line}`;
    });
    const where = others.length > mostNamed ? [...named, 'more places'] : named;
    return {
      message: `${entry.id.text} is defined again in ${where.join(', ')}: references cannot tell which one is meant. Give one of them a new number.`,
      related: others.slice(0, mostNamed).map(({ uri, idRange, title }) => ({
        uri,
        range: idRange,
        message: `${entry.id.text} is also defined here${title === '' ? '' : `: ${title}`}`,
      })),
    };
  },
  fixes({ entry }, { workspace, place, runbook }) {
    const next = workspace.nextId(entry.id.prefix, place.uri);
    const renumber: Fix = {
      title: `Give this one the next free number, ${next}`,
      edits: new Map([[place.uri, renumberEntry(runbook, entry, next)]]),
      automatic: false,
      removes: 'id',
    };
    const stated = statedId(runbook, entry);
    if (stated === null || workspace.definition(keyOf(stated.id)) !== undefined) return [renumber];
    const asStated: Fix = {
      title: `Call this one ${stated.id.text}, as its ID field does`,
      edits: new Map([[place.uri, renumberEntry(runbook, entry, stated.id.text)]]),
      automatic: false,
      removes: 'id',
    };
    return [asStated, renumber];
  },
});
