/** An entry whose number lies in none of the bands that its file's navigation declares. */
import { keyOf } from '../../../model/identifier';
import type { Entry } from '../../../model/runbook';
import { nameSpanOf } from '../../../document/fields/fields';
import { isInBand, readNavigation } from '../../../document/links/navigation';
import { renumberMentions } from '../../../authoring/renumber';
import { defineRule, type Match } from '../../rule';

interface OutOfBand extends Match {
  readonly entry: Entry;
  /** `001 to 099 or 200 to 299` */
  readonly bands: string;
}

export const idOutOfBand = defineRule<OutOfBand>({
  meta: {
    name: 'id-out-of-band',
    summary: 'An entry whose number lies outside the bands of its file',
    severity: 'warning',
    scope: 'judged',
    since: '0.1.0',
    group: 'identifiers',
  },
  *find({ runbook, entries, workspace, quiet }) {
    const navigation = quiet ? null : readNavigation(runbook);
    if (navigation === null) return;
    for (const entry of entries) {
      const { prefix, number } = entry.id;
      if (!workspace.owns(prefix) || isInBand(navigation, prefix, number)) continue;
      const own = navigation.bands.filter((band) => band.prefix === prefix);
      const bands = own.map(({ first, last }) => `${padded(first)} to ${padded(last)}`).join(' or ');
      yield { span: entry.idSpan, entry, bands, covers: [nameSpanOf(entry)] };
    }
  },
  message({ entry, bands }) {
    return {
      message: `${entry.id.text} lies outside the numbers that the navigation of this file declares (${bands}), so two files may give the same number. Take the next free number of the band, or widen the band.`,
    };
  },
  fixes({ entry }, { workspace, place, runbook }) {
    const id = workspace.nextId(entry.id.prefix, place.uri);
    const navigation = readNavigation(runbook);
    // a full band has to be widened by its author
    const number = Number(id.slice(entry.id.prefix.length + 1));
    if (navigation === null || !isInBand(navigation, entry.id.prefix, number)) return [];
    const elsewhere = workspace.references(keyOf(entry.id)).some(({ uri }) => uri !== place.uri);
    const edits = new Map(renumberMentions(runbook, entry.id, id).map((edit) => [edit.span.start, edit]));
    edits.set(entry.idSpan.start, { span: entry.idSpan, newText: id });
    return [
      {
        title: `Renumber ${entry.id.text} to ${id}, here and wherever this document names it`,
        edits: new Map([[place.uri, [...edits.values()]]]),
        // references in other documents would be left behind
        automatic: !elsewhere,
        removes: 'id',
      },
    ];
  },
});

function padded(number: number): string {
  return String(number).padStart(3, '0');
}
