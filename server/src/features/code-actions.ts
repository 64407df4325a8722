/** Code actions: the fixes of findings, one by one and all of a rule in the document, and what to do about their rules. */
import { fromLineStart, withTabStops } from '../authoring/slots';
import {
  CodeActionKind,
  StringValue,
  type CodeAction,
  type Diagnostic,
  type Range,
  type SnippetTextEdit,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver-types';
import type { Runbook } from '../model/runbook';
import { automaticFix } from '../lint/automatic-fix';
import type { Finding, Fix } from '../lint/rule';
import type { Edit } from '../text/edit';
import { toRange, type FeatureContext } from './shared/feature-context';
import { fixAllKind } from './fix-all-action';
import type { FolderConfiguration } from './alerts/folder-configuration';
import { ruleActions, type RuleActionOptions, type ShownFinding } from './rule-actions/rule-actions';

/** Kinds that the server offers. */
export const codeActionKinds: readonly string[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorRewrite,
  CodeActionKind.RefactorExtract,
  'refactor.move',
  fixAllKind,
];

/** What the client can do with code actions. */
export interface CodeActionOptions extends RuleActionOptions {
  /** The configuration file of the workspace folder of the document; null where none can be edited. */
  readonly folderConfiguration?: FolderConfiguration | null;
  /** Whether edits may create files. */
  readonly createsFiles?: boolean;
  /** Whether nobody asked: an editor asks by itself whenever the cursor moves. */
  readonly unasked?: boolean;
  /** Whether edits may hold tab stops, see {@link documentEdit}. */
  readonly tabStops?: boolean;
}

/**
 * The fixes of the findings that touch a range. `only` are the kinds that the client wants, `diagnostics` those that it
 * shows there, to be tied to the fixes that end them. Behind the fixes stands what to do about the rules.
 */
export function codeActions(
  context: FeatureContext,
  uri: string,
  range: Range,
  diagnostics: readonly Diagnostic[],
  only: readonly string[] | undefined,
  { tabStops = false, ...options }: CodeActionOptions,
): CodeAction[] {
  const runbook = context.runbook(uri);
  if (runbook === undefined || !wants(only, CodeActionKind.QuickFix)) return [];
  const from = runbook.lines.offsetAt(range.start);
  const to = runbook.lines.offsetAt(range.end);
  const findings = context.findings(uri);
  const actions: CodeAction[] = [];
  const rules = new Set<string>();
  const here: ShownFinding[] = [];
  for (const finding of findings) {
    if (finding.span.start > to || finding.span.end < from) continue;
    // a rule may say two things of one place
    const shown = diagnostics.filter(
      ({ code, range: at, message }) =>
        code === finding.rule.name &&
        message === finding.message &&
        samePlace(at, toRange(runbook, finding.span)),
    );
    here.push({ finding, shown });
    for (const fix of finding.fixes()) {
      actions.push(toAction(context, fix, shown, tabStops));
      if (fix.automatic) rules.add(finding.rule.name);
    }
  }
  for (const rule of rules) {
    const all = fixAllOf(context, runbook, uri, rule, findings);
    if (all !== null) actions.push(all);
  }
  // what is not read has no place for a comment, and its rules no severity that would help
  return runbook.unread ? actions : [...actions, ...ruleActions(context, uri, runbook, here, options)];
}

/** Whether a client that asked for `only` these kinds wants one of `kind`; a kind holds those below it. */
export function wants(only: readonly string[] | undefined, kind: string): boolean {
  return (
    only === undefined ||
    only.length === 0 ||
    only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`))
  );
}

function toAction(
  context: FeatureContext,
  { title, edits, automatic }: Fix,
  diagnostics: Diagnostic[],
  tabStops: boolean,
): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    ...(diagnostics.length === 0 ? {} : { diagnostics }),
    ...(automatic ? { isPreferred: true } : {}),
    edit: {
      documentChanges: [...edits].map(([uri, changes]) => documentEdit(context, uri, changes, tabStops)),
    },
  };
}

/** "Fix all": the automatic fixes of one rule that touch this document only and do not overlap; null below two. */
function fixAllOf(
  context: FeatureContext,
  runbook: Runbook,
  uri: string,
  rule: string,
  findings: readonly Finding[],
): CodeAction | null {
  const edits: Edit[] = [];
  let count = 0;
  for (const finding of findings) {
    if (finding.rule.name !== rule) continue;
    const fix = automaticFix(finding);
    const own = fix?.edits.size === 1 ? (fix.edits.get(uri) ?? []) : [];
    if (own.length === 0 || own.some((edit) => edits.some((other) => overlaps(edit, other)))) continue;
    edits.push(...own);
    count++;
  }
  if (count < 2) return null;
  return {
    title: context.say`Fix all ${count} findings of ${rule} in this document`,
    kind: CodeActionKind.QuickFix,
    edit: {
      documentChanges: [
        { textDocument: { uri, version: context.versionOf(uri) }, edits: toTextEdits(runbook, edits) },
      ],
    },
  };
}

function overlaps({ span: a }: Edit, { span: b }: Edit): boolean {
  return a.start < b.end && b.start < a.end ? true : a.start === b.start && a.end === b.end;
}

/**
 * The LSP edit of a document; the document must be known. `tabStops`: whether what is to be filled in becomes tab stops, so
 * that the first of them is selected when the edit is made.
 */
export function documentEdit(
  context: FeatureContext,
  uri: string,
  edits: readonly Edit[],
  tabStops = false,
): TextDocumentEdit {
  const runbook = context.runbook(uri);
  return {
    textDocument: { uri, version: context.versionOf(uri) },
    edits: runbook === undefined ? [] : (tabStops ? toSnippetEdits : toTextEdits)(runbook, edits),
  };
}

function toSnippetEdits(runbook: Runbook, edits: readonly Edit[]): (TextEdit | SnippetTextEdit)[] {
  return withTabStops(runbook.text, edits).map((edit) => {
    if (!edit.snippet) return { range: toRange(runbook, edit.span), newText: edit.newText };
    const { span, newText } = fromLineStart(runbook, edit);
    return { range: toRange(runbook, span), snippet: StringValue.createSnippet(newText) };
  });
}

function toTextEdits(runbook: Runbook, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, newText }) => ({ range: toRange(runbook, span), newText }));
}

function samePlace(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
