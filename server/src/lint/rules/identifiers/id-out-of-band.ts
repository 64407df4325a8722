/** An entry whose number is outside the bands that the navigation of its file declares. */
import { hasBody } from '../../../model/entry';
import { keyOf } from '../../../model/identifier';
import type { Entry } from '../../../model/runbook';
import { nameSpanOf } from '../../../document/fields/fields';
import { isInBand, readNavigation } from '../../../document/links/navigation';
import { renumberMentions } from '../../../authoring/renumber';
import { Messages } from '../../message';
import { defineRule, type Match } from '../../rule';

interface OutOfBand extends Match {
  readonly entry: Entry;
  /** `001–099` */
  readonly bands: readonly string[];
}

const messages = new Messages({
  outOfBand:
    '{id} is outside the ID band of this file ({band}), so another file may use the same number. Renumber it, or widen the band.',
  outOfBands:
    '{id} is outside the ID bands of this file ({bands}), so another file may use the same number. Renumber it, or widen a band.',
});

export const idOutOfBand = defineRule<OutOfBand>({
  meta: {
    name: 'id-out-of-band',
    summary: 'An entry with a number outside the bands of its file',
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
      const bands = own.map(({ first, last }) => `${padded(first)}–${padded(last)}`);
      yield { span: entry.idSpan, entry, bands, covers: [nameSpanOf(entry)] };
    }
  },
  message({ entry: { id }, bands }) {
    const [band = '', ...others] = bands;
    return others.length === 0
      ? messages.of('outOfBand', { id: id.text, band })
      : messages.of('outOfBands', { id: id.text, bands: bands.join(', ') });
  },
  fixes({ entry }, { workspace, place, runbook, say }) {
    const id = workspace.nextId(entry.id.prefix, place.uri);
    const navigation = readNavigation(runbook);
    // a full band is for the author to widen
    const number = Number(id.slice(entry.id.prefix.length + 1));
    if (navigation === null || !isInBand(navigation, entry.id.prefix, number)) return [];
    const key = keyOf(entry.id);
    const elsewhere = workspace.references(key).some(({ uri }) => uri !== place.uri);
    // of two entries with one id, what names it may mean the other
    const isOnlyOne =
      workspace.definitions(key).every(({ uri, form }) => uri === place.uri || !hasBody({ form })) &&
      runbook.entries.every((one) => one === entry || !hasBody(one) || keyOf(one.id) !== key);
    const edits = new Map(renumberMentions(runbook, entry.id, id).map((edit) => [edit.span.start, edit]));
    edits.set(entry.idSpan.start, { span: entry.idSpan, newText: id });
    return [
      {
        title: say`Renumber ${entry.id.text} to ${id} throughout this document`,
        edits: new Map([[place.uri, [...edits.values()]]]),
        // references in other documents would become dangling, and an entry inside of a band has to be listed
        automatic: !elsewhere && isOnlyOne && navigation.listed.has(key),
        removes: 'id',
      },
    ];
  },
});

function padded(number: number): string {
  return String(number).padStart(3, '0');
}
