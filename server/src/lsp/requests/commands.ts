/** The commands of the server, which its code actions run. */
import {
  MessageType,
  ShowMessageNotification,
  ShowMessageRequest,
  type Connection,
  type MessageActionItem,
} from 'vscode-languageserver';
import { ruleSeverities, type RuleSeverity } from '../../config/configuration';
import {
  explainRuleCommand,
  readAgainCommand,
  setSeverityCommand,
  type SetSeverityResult,
} from '../../../../protocol/src/messages';
import { rulePage, ruleNames } from '../../service';
import { isSeverity, severityChange } from '../rule-severity';
import { spellEdit } from '../spell-edit';
import type { RequestContext } from './request-context';

/** Runs commands. `readAgain` reads a document, by its inner URI, that was set aside. */
export function answerCommands(
  connection: Connection,
  context: RequestContext,
  readAgain: (uri: string) => void,
): void {
  connection.onExecuteCommand(async ({ command, arguments: all }): Promise<unknown> => {
    const given: readonly unknown[] = all ?? [];
    const [first, rule, severity] = given;
    if (typeof first !== 'string') return null;
    if (command === readAgainCommand) readAgain(context.uris.fromClient(first));
    if (command === explainRuleCommand && ruleNames.has(first)) await showPage(connection, context, first);
    if (command !== setSeverityCommand || typeof rule !== 'string' || !ruleNames.has(rule)) return null;
    const wanted = isSeverity(severity) ? severity : await askForSeverity(connection, context, rule);
    if (wanted === null) return null;
    return setSeverity(connection, context, context.uris.fromClient(first), rule, wanted);
  });
}

async function showPage(connection: Connection, { support }: RequestContext, rule: string): Promise<void> {
  const uri = rulePage(rule, support().rulePages);
  await connection.window.showDocument({
    uri,
    ...(/^https?:/.test(uri) ? { external: true } : {}),
    takeFocus: true,
  });
}

async function askForSeverity(
  connection: Connection,
  { service }: RequestContext,
  rule: string,
): Promise<RuleSeverity | null> {
  const actions = ruleSeverities.map((title): MessageActionItem => ({ title }));
  const message = service.say`Which severity should ${rule} have?`;
  const picked = await connection.sendRequest(ShowMessageRequest.type, {
    type: MessageType.Info,
    message,
    actions,
  });
  return isSeverity(picked?.title) ? picked.title : null;
}

async function setSeverity(
  connection: Connection,
  context: RequestContext,
  document: string,
  rule: string,
  severity: RuleSeverity,
): Promise<SetSeverityResult | null> {
  const { configured, uris, support } = context;
  const { say } = context.service;
  await configured;
  const refuse = async (message: string): Promise<null> => {
    await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
    return null;
  };
  const change = severityChange(context, document, rule, severity);
  if ('refused' in change) return refuse(say(change.refused));
  const edit = spellEdit(change.edit, uris, support().edits);
  const { applied, failureReason } = await connection.workspace.applyEdit({
    label: say`Set severity of ${rule}`,
    edit,
  });
  if (applied) return { uri: uris.toClient(change.uri) };
  return refuse(
    failureReason === undefined
      ? say`The editor did not set ${rule}, and gave no reason.`
      : say`The editor did not set ${rule}: ${failureReason}.`,
  );
}
