/** The edit that sets the severity of a rule for a document: which configuration file, with which text. Knows no connection. */
import type { WorkspaceEdit } from 'vscode-languageserver';
import { configurationFileName, ruleSeverities, type RuleSeverity } from '../config/configuration';
import { setRuleSeverity } from '../config/rule-severity-edit';
import { ruleOptions, type RunbookService } from '../service';
import { LineIndex } from '../text/line-index';
import type { ClientSupport } from './capabilities';
import { type Words, words } from '../text/say';
import { isConfiguration, type ConfigurationText } from './configuration-diagnostics';

/** A configuration file, or the place of one that is to be created. */
interface ConfigurationPlace {
  readonly uri: string;
  /** Relative to the workspace folder. */
  readonly path: string;
  /** Null where there is no file yet. */
  readonly file: ConfigurationText | null;
}

/** The edit, or why there is none. */
export type SeverityChange =
  { readonly uri: string; readonly edit: WorkspaceEdit } | { readonly refused: Words };

/** What is asked of the surroundings. */
export interface SeverityContext {
  readonly service: Pick<RunbookService, 'placeOf'>;
  /** The configuration files by URI, as they are open or on disk. */
  readonly configurations: () => ReadonlyMap<string, ConfigurationText>;
  readonly support: () => ClientSupport;
}

/** The path of the file that `severityChange` would edit or create; null where the client can do neither. */
export function editedConfiguration(context: SeverityContext, document: string): string | null {
  const place = placeFor(context, document);
  const { applyEdit, edits } = context.support();
  if (place === null || !applyEdit) return null;
  return place.file !== null || (edits.documentChanges && edits.createFiles) ? place.path : null;
}

/** Sets the severity of a rule in the nearest configuration file at or above a document. */
export function severityChange(
  context: SeverityContext,
  document: string,
  rule: string,
  severity: RuleSeverity,
): SeverityChange {
  const place = placeFor(context, document);
  if (place === null) return { refused: words`Cannot set ${rule}: the document is in no workspace folder.` };
  const { uri, path, file } = place;
  const folder = path.slice(0, path.length - configurationFileName.length);
  const text = file?.text ?? '';
  const wanted = { rule, severity, path: context.service.placeOf(document).path.slice(folder.length) };
  const found = setRuleSeverity(text, wanted, ruleOptions);
  if ('refused' in found) return { refused: words`Cannot set ${rule} in ${path}. ${found.refused}` };
  const { span, newText } = found.edit;
  const edits = [{ range: new LineIndex(text).rangeOf(span), newText }];
  const change = { textDocument: { uri, version: file?.version ?? null }, edits };
  const documentChanges = file === null ? [{ kind: 'create' as const, uri }, change] : [change];
  return { uri, edit: { documentChanges } };
}

export function isSeverity(value: unknown): value is RuleSeverity {
  return ruleSeverities.some((severity) => severity === value);
}

function placeFor({ service, configurations }: SeverityContext, document: string): ConfigurationPlace | null {
  const { folder, path } = service.placeOf(document);
  if (folder === '') return null;
  let nearest: ConfigurationPlace | null = null;
  for (const [uri, file] of configurations()) {
    if (!isConfiguration(uri)) continue;
    const place = service.placeOf(uri);
    const above = place.path.slice(0, place.path.length - configurationFileName.length);
    if (place.folder !== folder || !path.startsWith(above)) continue;
    if (nearest === null || nearest.path.length < place.path.length)
      nearest = { uri, path: place.path, file };
  }
  return nearest ?? { uri: `${folder}/${configurationFileName}`, path: configurationFileName, file: null };
}
