/**
 * What a user may do about the rule behind a finding, besides the repair: silence it at the place, set its severity in the
 * configuration, read its page. Knows no connection: what the client must do itself are commands of the server.
 */
import { CodeActionKind, type CodeAction, type Command, type Diagnostic } from 'vscode-languageserver-types';
import { explainRuleCommand, setSeverityCommand } from '../../../../protocol/src/messages';
import type { Finding } from '../../lint/rule';
import { Suppressions } from '../../lint/suppressions';
import type { Runbook } from '../../model/runbook';
import { toRange, type FeatureContext } from '../shared/feature-context';
import { acceptingIn, type EditedBaseline } from './accept-finding';
import { silenceAlert } from './silence-alert';
import { silenceHere } from './silence-here';

/** What is offered besides silencing, by what the client can do. */
export interface RuleActionOptions {
  /** Path of the configuration file that is edited or created, for people; null where none can be. */
  readonly configuration: string | null;
  /** The baseline that findings can be accepted in; null where there is none, or none that can be edited. */
  readonly baseline: EditedBaseline | null;
  /** Whether the client can show the page of a rule. */
  readonly explains: boolean;
}

/** A finding with the diagnostics by which the client shows it. */
export interface ShownFinding {
  readonly finding: Finding;
  readonly shown: readonly Diagnostic[];
}

/** The actions for some findings of a document, in the order of a menu: places first, then rules. */
export function ruleActions(
  context: FeatureContext,
  uri: string,
  runbook: Runbook,
  findings: readonly ShownFinding[],
  options: RuleActionOptions,
): CodeAction[] {
  const byRule = new Map<string, Diagnostic[]>();
  for (const { finding, shown } of findings) {
    const { name } = finding.rule;
    byRule.set(name, [...(byRule.get(name) ?? []), ...shown]);
  }
  return [
    ...silencing(context, uri, runbook, findings),
    ...(options.baseline === null ? [] : accepting(context, uri, runbook, findings, options.baseline)),
    ...Array.from(byRule, ([rule, shown]) => ofRule(context, uri, rule, shown, options)).flat(),
  ];
}

function silencing(
  context: FeatureContext,
  uri: string,
  runbook: Runbook,
  findings: readonly ShownFinding[],
): CodeAction[] {
  const suppressions = new Suppressions(runbook);
  const actions = new Map<string, CodeAction>();
  for (const { finding, shown } of findings) {
    const { name } = finding.rule;
    const found =
      runbook.alerts === null
        ? silenceHere(runbook, suppressions, name, finding.span.start)
        : silenceAlert(runbook, name, finding.span.start);
    if (found === null) continue;
    const edits = found.edit.map(({ span, newText }) => ({ range: toRange(runbook, span), newText }));
    // one comment for all findings of a rule that it silences
    const key = JSON.stringify(edits);
    const diagnostics = [...(actions.get(key)?.diagnostics ?? []), ...shown];
    const textDocument = { uri, version: context.versionOf(uri) };
    actions.set(
      key,
      quickFix(context.say(found.title), diagnostics, {
        edit: { documentChanges: [{ textDocument, edits }] },
      }),
    );
  }
  return [...actions.values()];
}

function accepting(
  context: FeatureContext,
  uri: string,
  runbook: Runbook,
  findings: readonly ShownFinding[],
  baseline: EditedBaseline,
): CodeAction[] {
  const accept = acceptingIn(context, uri, runbook, baseline);
  return findings.flatMap(({ finding, shown }) => {
    const documentChanges = accept?.(finding) ?? null;
    if (documentChanges === null) return [];
    const title = context.say`Accept ${finding.rule.name} in ${baseline.path}`;
    return [quickFix(title, shown, { edit: { documentChanges: [...documentChanges] } })];
  });
}

function ofRule(
  { say }: FeatureContext,
  uri: string,
  rule: string,
  shown: readonly Diagnostic[],
  { configuration, explains }: RuleActionOptions,
): CodeAction[] {
  const does = (title: string, command: string, ...given: string[]): CodeAction => {
    const run: Command = { title, command, arguments: given };
    return quickFix(title, shown, { command: run });
  };
  return [
    ...(configuration === null
      ? []
      : [
          does(say`Set severity of ${rule} in ${configuration}…`, setSeverityCommand, uri, rule),
          does(say`Turn ${rule} off in ${configuration}`, setSeverityCommand, uri, rule, 'off'),
        ]),
    ...(explains ? [does(say`Explain ${rule}`, explainRuleCommand, rule)] : []),
  ];
}

function quickFix(
  title: string,
  diagnostics: readonly Diagnostic[],
  does: Pick<CodeAction, 'edit' | 'command'>,
): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    ...(diagnostics.length === 0 ? {} : { diagnostics: [...diagnostics] }),
    ...does,
  };
}
