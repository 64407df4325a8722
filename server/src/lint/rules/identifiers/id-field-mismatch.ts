/** An entry whose **ID** field names another id than its heading. */
import { statedId } from '../../../index/stated-id';
import type { WorkspaceView } from '../../../index/workspace-view';
import { keyOf, type Identifier } from '../../../model/identifier';
import type { Entry } from '../../../model/runbook';
import { nameSpanOf } from '../../../document/fields/fields';
import { readNavigation } from '../../../document/links/navigation';
import { renumberEntry } from '../../../authoring/renumber';
import { defineRule, type Fix, type Match } from '../../rule';

interface IdFieldMismatch extends Match {
  readonly entry: Entry;
  readonly stated: Identifier;
}

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
    return {
      message: `The heading calls this entry ${entry.id.text}, its ID field ${stated.text}: searches for either find half of it. Make both the same.`,
      related: [
        {
          uri: place.uri,
          range: {
            start: runbook.lines.positionAt(entry.idSpan.start),
            end: runbook.lines.positionAt(entry.idSpan.end),
          },
          message: `Defined as ${entry.id.text} here`,
        },
      ],
    };
  },
  fixes({ span, entry, stated }, { workspace, place, runbook }) {
    const free = workspace.definition(keyOf(stated)) === undefined;
    // whoever refers to the entry knows which of the two it is
    const others = namings(workspace, entry.id);
    const known = free && namings(workspace, stated) > others;
    const toHeading: Fix = {
      title: `Write ${entry.id.text} into the ID field`,
      edits: new Map([[place.uri, [{ span, newText: entry.id.text }]]]),
      automatic: !known,
      removes: 'id',
    };
    const toField: Fix = {
      title: `Call the entry ${stated.text}`,
      edits: new Map([[place.uri, renumberEntry(runbook, entry, stated.text)]]),
      // what refers to the other number would lead nowhere
      automatic: known && others === 0,
      removes: 'id',
    };
    if (!free) return [toHeading];
    return known ? [toField, toHeading] : [toHeading, toField];
  },
});

/** How often an id is referred to, **ID** fields left out. */
function namings(workspace: WorkspaceView, id: Identifier): number {
  return workspace.references(keyOf(id)).filter(({ field, excluded }) => field !== 'id' && excluded === null)
    .length;
}
