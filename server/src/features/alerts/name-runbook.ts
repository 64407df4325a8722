/** Has an alert rule lead to a runbook that was written for it, from where its alert is listed. */
import type { EntryEdit } from '../../../../protocol/src/messages';
import type { EntryPlace } from '../../../../protocol/src/overview';
import type { AlertAddress } from '../../model/alert-document';
import type { AlertRule } from '../../model/alert-rule';
import { keyOf } from '../../model/identifier';
import type { Runbook } from '../../model/runbook';
import { applyEdits } from '../../text/edit';
import { toRange, type FeatureContext } from '../shared/feature-context';
import { addressHabit } from './address-habit';
import { placeOfAddress } from './address-place';
import { writeAnnotation } from './write-annotation';
import { entryIn, fragmentOf, plainEdits } from './written-entry';

/** A runbook entry with the edits that write it. */
export interface WrittenEntry {
  /** URI of its document. */
  readonly uri: string;
  readonly id: string;
  readonly edits: readonly EntryEdit[];
}

/**
 * The edit of the alert file, which takes the place of an address that leads nowhere; null where the rule is not there any
 * more, leads somewhere already, or has no certain place for an address.
 */
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
  const own = (runbook.alerts?.addresses ?? []).filter((one) => one.rule === rule);
  if (!own.every((one) => isLost(context, alert.uri, one))) return null;
  const edit = writeAnnotation(runbook, rule, own[0] ?? null, { annotation, address });
  return edit === null ? null : { range: toRange(runbook, edit.span), newText: edit.newText, snippet: false };
}

/** Whether an address is still to come, or leads to what is not there. */
function isLost(context: FeatureContext, uri: string, address: AlertAddress): boolean {
  const { target } = address;
  if (target.kind === 'unset') return true;
  if (target.kind !== 'id') return placeOfAddress(context, uri, address)?.kind === 'absent';
  const { workspace } = context;
  const key = keyOf(target.id);
  const known = workspace.definition(key) ?? workspace.imported(key);
  return known === undefined && workspace.owns(target.id.prefix);
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
