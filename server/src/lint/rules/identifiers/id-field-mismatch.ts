/** An entry whose **ID** field differs from its heading. */
import { statedId } from '../../../index/stated-id';
import type { WorkspaceView } from '../../../index/workspace-view';
import { keyOf, type Identifier } from '../../../model/identifier';
import type { Entry } from '../../../model/runbook';
import { nameSpanOf } from '../../../document/fields/fields';
import { readNavigation } from '../../../document/links/navigation';
import { renumberEntry } from '../../../authoring/renumber';
import { Messages } from '../../message';
import { defineRule, type Fix, type Match } from '../../rule';

interface IdFieldMismatch extends Match {
  readonly entry: Entry;
  readonly stated: Identifier;
}

const messages = new Messages({
  mismatch:
    'The heading says {id}, but the ID field says {stated}: a search for one misses the other. Use one ID for both.',
  heading: 'Defined as {id} here',
});

export const idFieldMismatch = defineRule<IdFieldMismatch>({
  meta: {
    name: 'id-field-mismatch',
    summary: 'An entry whose ID field differs from its heading',
    severity: 'error',
    scope: 'judged',
    since: '0.1.0',
    group: 'identifiers',
    yieldsTo: ['duplicate-id'],
  },
  *find({ runbook, entries, workspace, quiet }) {
    if (quiet) return;
    for (const entry of entries) {
      const stated = statedId(runbook, entry);
      if (stated === null || keyOf(stated.id) === keyOf(entry.id) || !workspace.owns(entry.id.prefix))
        continue;
      // the navigation may list the entry by the other of its two ids
      const listed = readNavigation(runbook)?.listed.has(keyOf(stated.id)) === true;
      const covers = listed ? [stated.span, nameSpanOf(entry)] : [stated.span];
      yield { span: stated.span, entry, stated: stated.id, covers };
    }
  },
  message({ entry, stated }, { place, runbook }) {
    const id = entry.id.text;
    return {
      ...messages.of('mismatch', { id, stated: stated.text }),
      related: [
        {
          uri: place.uri,
          range: runbook.lines.rangeOf(entry.idSpan),
          message: messages.of('heading', { id }),
        },
      ],
    };
  },
  fixes({ span, entry, stated }, { workspace, place, runbook, say }) {
    const free = workspace.definition(keyOf(stated)) === undefined;
    // references tell which of the two is right
    const others = referencesTo(workspace, entry.id);
    const known = free && referencesTo(workspace, stated) > others;
    const toHeading: Fix = {
      title: say`Change the ID field to ${entry.id.text}`,
      edits: new Map([[place.uri, [{ span, newText: entry.id.text }]]]),
      automatic: !known,
      removes: 'id',
    };
    const toField: Fix = {
      title: say`Renumber the entry to ${stated.text}`,
      edits: new Map([[place.uri, renumberEntry(runbook, entry, stated.text)]]),
      // references to the other number would be dangling, and another prefix makes another kind of entry of it
      automatic: known && others === 0 && stated.prefix === entry.id.prefix,
      removes: 'id',
    };
    if (!free) return [toHeading];
    return known ? [toField, toHeading] : [toHeading, toField];
  },
});

/** How often an id is referred to, **ID** fields left out; rows of a change log, outside of entries, are none. */
function referencesTo(workspace: WorkspaceView, id: Identifier): number {
  return workspace
    .references(keyOf(id))
    .filter(({ field, within, excluded }) => (field !== 'id' || within === '') && excluded === null).length;
}
