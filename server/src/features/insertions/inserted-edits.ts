/** Edits of several documents as clients take them: ranges, and tab stops for what is to be filled in. */
import type { EntryEdit } from '../../../../protocol/src/messages';
import type { PartEdits } from '../../../../protocol/src/insert-part';
import { fromLineStart, withTabStops } from '../../authoring/slots';
import type { Edit } from '../../text/edit';
import { toRange, type FeatureContext } from '../shared/feature-context';

/** The document `uri` comes first, with tab stops; the others follow as plain text. */
export function insertedEdits(
  context: FeatureContext,
  uri: string,
  edits: ReadonlyMap<string, readonly Edit[]>,
): PartEdits[] {
  const others = [...edits.keys()].filter((other) => other !== uri);
  return [uri, ...others].flatMap((target): PartEdits[] => {
    const runbook = context.runbook(target);
    const own = edits.get(target) ?? [];
    if (runbook === undefined || own.length === 0) return [];
    const stopped =
      target === uri
        ? withTabStops(runbook.text, own).map((edit) => fromLineStart(runbook, edit))
        : own.map((edit) => ({ ...edit, snippet: false }));
    const toEntryEdit = ({ span, newText, snippet }: Edit & { readonly snippet: boolean }): EntryEdit => ({
      range: toRange(runbook, span),
      newText,
      snippet,
    });
    return [{ uri: target, version: context.versionOf(target), edits: stopped.map(toEntryEdit) }];
  });
}
