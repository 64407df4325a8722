/** The entry that a row of an overview stands for. */
import type { EntryPlace } from '../../../../protocol/src/overview';
import { hasBody } from '../../model/entry';
import type { Entry, Runbook } from '../../model/runbook';

/**
 * The entry of this id that is nearest to where it was, whatever form it has; undefined where there is none any more. The
 * text may have changed since: another entry that has come to its place is not meant.
 */
export function entryAt({ entries, lines }: Runbook, { id, range }: EntryPlace): Entry | undefined {
  const away = ({ idSpan }: Entry): number => Math.abs(lines.lineAt(idSpan.start) - range.start.line);
  const [nearest] = entries
    .filter((entry) => entry.id.text === id)
    .sort((a, b) => away(a) - away(b) || Number(hasBody(b)) - Number(hasBody(a)));
  return nearest;
}
