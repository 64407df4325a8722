/** Code actions that say in the configuration where the address of an alert rule leads, and those like it. */
import {
  CodeActionKind,
  type CodeAction,
  type CreateFile,
  type Range,
  type TextDocumentEdit,
} from 'vscode-languageserver-types';
import { addAddress } from '../../config/address-edit';
import type { ProposedMapping } from '../../alerts/propose-mapping';
import { LineIndex } from '../../text/line-index';
import { wants } from '../code-actions';
import type { FeatureContext } from '../shared/feature-context';
import { ruleAt } from './alert-at';
import type { FolderConfiguration } from './folder-configuration';

/** The mappings that are proposed for the addresses of the rule at a range; nothing in any other file. */
export function mappingActions(
  context: FeatureContext,
  uri: string,
  { start }: Range,
  only: readonly string[] | undefined,
  configuration: FolderConfiguration | null,
): CodeAction[] {
  const runbook = context.runbook(uri);
  if (runbook?.alerts == null || configuration === null || !wants(only, CodeActionKind.QuickFix)) return [];
  const rule = ruleAt(runbook, runbook.lines.offsetAt(start));
  const foreign = runbook.alerts.addresses.filter(
    ({ rule: own, target }) => own === rule && (target.kind === 'elsewhere' || target.kind === 'unknown'),
  );
  if (foreign.length === 0) return [];
  return context
    .proposeMappings()
    .filter(({ from }) => foreign.some(({ field }) => field.value.raw.trim().startsWith(from)))
    .flatMap((mapping) => toAction(context, mapping, configuration) ?? []);
}

function toAction(
  { say }: FeatureContext,
  mapping: ProposedMapping,
  { uri, path, text, version }: FolderConfiguration,
): CodeAction | null {
  const edit = addAddress(text ?? '', mapping);
  if (edit === null) return null;
  const { from, to, resolved, total } = mapping;
  const position = new LineIndex(text ?? '').positionAt(edit.span.start);
  const change: TextDocumentEdit = {
    textDocument: { uri, version },
    edits: [{ range: { start: position, end: position }, newText: edit.newText }],
  };
  const create: CreateFile[] = text === null ? [{ kind: 'create', uri }] : [];
  return {
    title: say`Map ${from} to ${to} in ${path}: ${resolved} of ${total} addresses lead to a document`,
    kind: CodeActionKind.QuickFix,
    edit: { documentChanges: [...create, change] },
  };
}
