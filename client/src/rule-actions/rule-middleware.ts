/** What the client adds to what the server says and does about rules: a pick of severities, saved files, pages in the preview. */
import { Uri, commands, l10n, window, workspace, type MarkdownString, type QuickPickItem } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import {
  explainRuleCommand,
  setSeverityCommand,
  type SetSeverityResult,
} from '../../../protocol/src/messages.js';
import { pagesScheme, rulePages } from '../wake/rule-pages.js';

/** Asks for the severity, and saves the configuration file unless it holds other changes: only then the severity counts. */
export const executeCommand: NonNullable<Middleware['executeCommand']> = async (
  command,
  given: readonly unknown[],
  next,
): Promise<unknown> => {
  const [document, rule, known] = given;
  if (command !== setSeverityCommand || typeof rule !== 'string') return next(command, [...given]);
  const severity = typeof known === 'string' ? known : await pickSeverity(rule);
  if (severity === undefined) return null;
  const unsaved = new Set(
    workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()),
  );
  const answer: unknown = await next(command, [document, rule, severity]);
  if (!isResult(answer)) return answer;
  const uri = Uri.parse(answer.uri);
  if (!unsaved.has(uri.toString())) await (await workspace.openTextDocument(uri)).save();
  void tell(uri, rule, severity);
  return answer;
};

/** Pages of rules open as a page; everything else as the client opens it. */
export const showDocument: NonNullable<NonNullable<Middleware['window']>['showDocument']> = async (
  params,
  token,
  next,
) => {
  const uri = Uri.parse(params.uri);
  if (uri.scheme !== pagesScheme) return next(params, token);
  await commands.executeCommand('vscode.open', uri);
  return { success: true };
};

const pageLink = new RegExp(`\\]\\(${rulePages}/([\\w-]+)\\.md\\)`, 'g');

/** Hovers take no links of our scheme, but run commands that they are trusted with: this one shows a page, whatever it is given. */
export function linkPages(words: MarkdownString): void {
  const linked = words.value.replace(
    pageLink,
    (_link, rule: string) => `](command:${explainRuleCommand}?${encodeURIComponent(JSON.stringify([rule]))})`,
  );
  if (linked === words.value) return;
  words.value = linked;
  words.isTrusted = { enabledCommands: [explainRuleCommand] };
}

async function pickSeverity(rule: string): Promise<string | undefined> {
  const severities: readonly (QuickPickItem & { readonly severity: string })[] = [
    { severity: 'error', label: `$(error) ${l10n.t('Error')}` },
    { severity: 'warning', label: `$(warning) ${l10n.t('Warning')}` },
    { severity: 'information', label: `$(info) ${l10n.t('Information')}` },
    { severity: 'hint', label: `$(lightbulb) ${l10n.t('Hint')}` },
    { severity: 'off', label: `$(circle-slash) ${l10n.t('Off')}` },
  ];
  const picked = await window.showQuickPick(
    severities.map((item) => ({ ...item, description: item.severity })),
    { title: l10n.t('Severity of {0}', rule), placeHolder: l10n.t('Pick how its findings are shown') },
  );
  return picked?.severity;
}

async function tell(uri: Uri, rule: string, severity: string): Promise<void> {
  const open = l10n.t('Open File');
  const words = l10n.t('{0} is now {1} in {2}.', rule, severity, workspace.asRelativePath(uri));
  if ((await window.showInformationMessage(words, open)) === open) await window.showTextDocument(uri);
}

function isResult(answer: unknown): answer is SetSeverityResult {
  return typeof answer === 'object' && answer !== null && 'uri' in answer && typeof answer.uri === 'string';
}
