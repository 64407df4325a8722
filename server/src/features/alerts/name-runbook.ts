/** Has an alert rule lead to a runbook that was written for it, from where its alert is listed. */
import type { EntryEdit } from '../../../../protocol/src/messages';
import type { EntryPlace } from '../../../../protocol/src/overview';
import type { AlertRule } from '../../model/alert-rule';
import type { Runbook } from '../../model/runbook';
import { applyEdits } from '../../text/edit';
import { toRange, type FeatureContext } from '../shared/feature-context';
import { addressHabit } from './address-habit';
import { writeAnnotation } from './write-annotation';
import { entryIn, fragmentOf, plainEdits } from './written-entry';

/** A runbook entry with the edits that write it. */
export interface WrittenEntry {
  /** URI of its document. */
  readonly uri: string;
  readonly id: string;
  readonly edits: readonly EntryEdit[];
}

/** The edit of the alert file; null where the rule is not there any more, or has no certain place for an address. */
export function nameRunbook(
  context: FeatureContext,
  alert: EntryPlace,
  written: WrittenEntry,
): EntryEdit | null {
  const runbook = context.workspace.holds(alert.uri) ? context.runbook(alert.uri) : undefined;
  const rule = runbook === undefined ? undefined : ruleNamed(runbook, alert);
  if (runbook === undefined || rule === undefined) return null;
  const { annotation, bareIds, addressOf } = addressHabit(context, alert.uri);
  const page = bareIds ? null : addressOf(context.placeOf(written.uri).path);
  const address = page === null ? written.id : `${page}#${anchorOf(context, written)}`;
  const unset = runbook.alerts?.addresses.find((one) => one.rule === rule) ?? null;
  const edit = writeAnnotation(runbook, rule, unset, { annotation, address });
  return edit === null ? null : { range: toRange(runbook, edit.span), newText: edit.newText, snippet: false };
}

/** The rule of this name that is nearest to where it was. */
function ruleNamed({ alerts, lines }: Runbook, { id, range }: EntryPlace): AlertRule | undefined {
  const away = ({ name, span }: AlertRule): number =>
    Math.abs(lines.lineAt((name.span ?? span)?.start ?? 0) - range.start.line);
  return (alerts?.rules ?? []).filter(({ name }) => name.value === id).sort((a, b) => away(a) - away(b))[0];
}

/** The anchor of the entry once it is written; its id leads to it too. */
function anchorOf(context: FeatureContext, { uri, id, edits }: WrittenEntry): string {
  const before = context.runbook(uri);
  const after =
    before === undefined ? undefined : context.read(uri, applyEdits(before.text, plainEdits(before, edits)));
  const entry = after === undefined ? undefined : entryIn(after, id);
  const anchor = after === undefined || entry === undefined ? '' : fragmentOf(after, entry);
  return anchor === '' ? id.toLowerCase() : anchor;
}
