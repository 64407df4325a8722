/** Code actions for an alert rule that lacks its runbook, or the entry that covers it. */
import {
  CodeActionKind,
  type CodeAction,
  type CreateFile,
  type Diagnostic,
  type Range,
  type TextDocumentEdit,
} from 'vscode-languageserver-types';
import { nameEntry, type NamedEntry } from '../../authoring/name-entry';
import type { Definition } from '../../index/summary';
import type { AlertAddress } from '../../model/alert-document';
import type { AlertRule } from '../../model/alert-rule';
import { hasBody } from '../../model/entry';
import { keyOf } from '../../model/identifier';
import type { Runbook } from '../../model/runbook';
import type { Edit } from '../../text/edit';
import { documentEdit, wants } from '../code-actions';
import type { FeatureContext } from '../shared/feature-context';
import { addressHabit } from './address-habit';
import { placeOfAddress } from './address-place';
import { ruleAt } from './alert-at';
import { factsOf, type AlertFacts } from './alert-facts';
import { newEntryFor, newPageFor, type NewRunbook } from './new-runbook';
import { writeAnnotation } from './write-annotation';

export interface AlertActionOptions {
  readonly tabStops?: boolean;
  /** Whether edits may create files. */
  readonly createsFiles?: boolean;
  /** Whether nobody asked: an editor asks by itself whenever the cursor moves. */
  readonly unasked?: boolean;
}

/** The findings that a new runbook ends. */
const withoutRunbook: ReadonlySet<unknown> = new Set(['paging-alert-without-runbook', 'placeholder-runbook']);

interface Place {
  readonly context: FeatureContext;
  readonly uri: string;
  readonly runbook: Runbook;
  readonly rule: AlertRule;
  readonly facts: AlertFacts;
  readonly options: AlertActionOptions;
}

/** What can be created for the alert rule at a range; nothing in any other file. */
export function alertActions(
  context: FeatureContext,
  uri: string,
  { start }: Range,
  diagnostics: readonly Diagnostic[],
  only: readonly string[] | undefined,
  options: AlertActionOptions,
): CodeAction[] {
  const runbook = context.runbook(uri);
  if (runbook?.alerts == null || !wants(only, CodeActionKind.QuickFix)) return [];
  if (!context.workspace.holds(uri)) return [];
  const ended = diagnostics.filter(({ code }) => withoutRunbook.has(code));
  // an entry is written and read for each offer
  if (options.unasked === true && ended.length === 0) return [];
  const rule = ruleAt(runbook, runbook.lines.offsetAt(start));
  const facts = rule === null ? null : factsOf(rule);
  if (rule === null || facts === null) return [];
  const place = { context, uri, runbook, rule, facts, options };
  const created = createRunbook(place, ended);
  return options.unasked === true ? created : [...created, ...createMonitoring(place)];
}

/** An entry or a page, and its address in the rule. A MON entry that covers the alert is named by it, and names it. */
function createRunbook(place: Place, ended: Diagnostic[]): CodeAction[] {
  const { context, uri, runbook, rule, facts, options } = place;
  const addresses = (runbook.alerts?.addresses ?? []).filter((address) => address.rule === rule);
  if (addresses.some(({ target }) => target.kind !== 'unset') || sharesAnnotations(place)) return [];
  const covering = coveringEntry(place);
  const made =
    newEntryFor(context, 'RUN', facts, covering) ??
    (options.createsFiles === true ? newPageFor(context, context.placeOf(uri).folder, facts) : null);
  const written = made === null ? null : writtenAddress(place, made, addresses[0] ?? null);
  if (made === null || written === null) return [];
  const { say } = context;
  const title =
    made.id === ''
      ? say`Create a runbook for this alert: ${made.path}`
      : say`Create a runbook for this alert: ${made.id} in ${made.path}`;
  const back = made.id === '' ? null : covering;
  return [toAction(title, ended, [...changeTo(place, made, back), documentEdit(context, uri, [written])])];
}

/** Whether annotations of the rule are those of another one too, by an alias: what is written there would be of both. */
function sharesAnnotations({ runbook: { alerts }, rule }: Place): boolean {
  const own = new Set(rule.annotations.flatMap(({ nameSpan }) => nameSpan?.start ?? []));
  const values = new Set(rule.annotations.flatMap(({ value }) => value.span?.start ?? []));
  return (alerts?.rules ?? []).some(
    (other) =>
      other !== rule &&
      other.annotations.some(
        ({ nameSpan, value }) => own.has(nameSpan?.start ?? -1) || values.has(value.span?.start ?? -1),
      ),
  );
}

/** The edit that writes the address of a new runbook into the rule, as the workspace writes addresses. */
function writtenAddress(
  { context, uri, runbook, rule }: Place,
  { path, fragment, id }: NewRunbook,
  placeholder: AlertAddress | null,
): Edit | null {
  const { addressOf, bareIds, annotation } = addressHabit(context, uri);
  const page = addressOf(path);
  const anchored = page === null || fragment === '' ? page : `${page}#${fragment}`;
  const address = id !== '' && (bareIds || anchored === null) ? id : anchored;
  return address === null ? null : writeAnnotation(runbook, rule, placeholder, { annotation, address });
}

/** A MON entry that covers the alert; it leads to the runbook of the alert, which names it. */
function createMonitoring(place: Place): CodeAction[] {
  const { context, facts } = place;
  if (coveringEntry(place) !== null) return [];
  const answer = runbookEntry(place);
  const made = newEntryFor(context, 'MON', facts, answer);
  if (made === null) return [];
  const title = context.say`Create a MON entry for this alert: ${made.id} in ${made.path}`;
  return [toAction(title, [], changeTo(place, made, answer))];
}

/** The MON entry that is about the alert. */
function coveringEntry({ context, facts }: Place): Definition | null {
  for (const { entry } of context.workspace.alerts.claimsOf(facts.name)) {
    const definition = entry.startsWith('MON-') ? context.workspace.definition(entry) : undefined;
    if (definition !== undefined) return definition;
  }
  return null;
}

/** The runbook entry that the rule leads to. */
function runbookEntry({ context, uri, runbook, rule }: Place): Definition | null {
  for (const address of runbook.alerts?.addresses ?? []) {
    const place = address.rule === rule ? placeOfAddress(context, uri, address) : null;
    if (place?.kind === 'entry' && place.definition.id.prefix === 'RUN') return place.definition;
  }
  return null;
}

function toAction(
  title: string,
  diagnostics: Diagnostic[],
  documentChanges: (CreateFile | TextDocumentEdit)[],
): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    ...(diagnostics.length === 0 ? {} : { diagnostics }),
    edit: { documentChanges },
  };
}

/** The changes that create a runbook or an entry; `back` is an entry that is to name it. */
function changeTo(
  { context, facts, options: { tabStops = false } }: Place,
  { uri, edits, text, id }: NewRunbook,
  back: Definition | null,
): (CreateFile | TextDocumentEdit)[] {
  const way = back === null ? null : namingEdit(context, back, { id, title: facts.name });
  if (edits === null) {
    const top = { line: 0, character: 0 };
    return [
      { kind: 'create', uri },
      { textDocument: { uri, version: null }, edits: [{ range: { start: top, end: top }, newText: text }] },
      ...(way === null || back === null ? [] : [documentEdit(context, back.uri, [way])]),
    ];
  }
  if (way === null || back === null) return [documentEdit(context, uri, edits, tabStops)];
  // before the entry: where both are put at one place, the words belong to what is above
  if (back.uri === uri) return [documentEdit(context, uri, [way, ...edits], tabStops)];
  return [documentEdit(context, uri, edits, tabStops), documentEdit(context, back.uri, [way])];
}

/** Nothing changes a document of a folder that is joined, and the row of a register has no room. */
function namingEdit(context: FeatureContext, { uri, key }: Definition, named: NamedEntry): Edit | null {
  const runbook = context.workspace.holds(uri) ? context.runbook(uri) : undefined;
  const entry = runbook?.entries.find((one) => keyOf(one.id) === key && hasBody(one));
  return runbook === undefined || entry === undefined ? null : nameEntry(runbook, entry, named);
}
