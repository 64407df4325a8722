/** Completion inside comments that silence rules: the directives, and the names of the rules. */
import { isOurs } from '../../document/scope';
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { rules } from '../../lint/registry';
import { type Words, words } from '../../text/say';
import { besideRule, usualSeverity } from '../shared/rule-words';
import { inOrder, rangeAround, type CompletionRequest } from './completion-request';

const directives: readonly (readonly [name: string, meaning: Words])[] = [
  ['runbook-disable-next-line', words`Disables rules for the next line with text`],
  ['runbook-disable', words`Disables rules from here on`],
  ['runbook-enable', words`Re-enables rules that runbook-disable turned off`],
  ['runbook-disable-file', words`Disables rules in the whole file`],
];

/** Whether the cursor is behind the opening of a comment on its line. */
export function isInComment(before: string): boolean {
  return before.lastIndexOf('<!--') > before.lastIndexOf('-->');
}

/** Names of rules behind a directive; the directives themselves in documents that are ours. */
export function completeRuleNames(request: CompletionRequest): CompletionItem[] {
  const { context, runbook, position, before, after } = request;
  const comment = before.slice(before.lastIndexOf('<!--'));
  const named = /^<!--\s*runbook-(?:disable-next-line|disable-file|disable|enable)(\s[^]*)$/.exec(comment);
  if (named !== null) return ruleNames(request, named[1] ?? '');
  const typed = /^<!--\s*(runbook[\w-]*|r[a-z]{0,5}|)$/.exec(comment)?.[1];
  if (typed === undefined || !isOurs(runbook)) return [];
  const range = rangeAround(position, typed.length, /^[\w-]*(?!->)/.exec(after)?.[0].length ?? 0);
  return directives.map(([name, meaning], index) => ({
    label: name,
    detail: context.say(meaning),
    kind: CompletionItemKind.Keyword,
    sortText: inOrder(index),
    filterText: name,
    textEdit: { range, newText: name },
  }));
}

function ruleNames({ context: { say }, position, after }: CompletionRequest, list: string): CompletionItem[] {
  // behind "--" stands the reason
  if (/(?:^|\s)--/.test(list)) return [];
  const typed = /(?<![\w-])[\w-]*$/.exec(list)?.[0] ?? '';
  const given = new Set(list.slice(0, list.length - typed.length).split(/[\s,]+/));
  const rest = /^[\w-]*?(?=-->|[^\w-]|$)/.exec(after)?.[0].length ?? 0;
  const range = rangeAround(position, typed.length, rest);
  return rules
    .filter(({ meta }) => !given.has(meta.name))
    .map(({ meta }) => ({
      label: meta.name,
      labelDetails: besideRule,
      detail: say(meta.summary),
      documentation: usualSeverity(say, meta),
      kind: CompletionItemKind.Value,
      sortText: meta.name,
      filterText: meta.name,
      textEdit: { range, newText: meta.name },
    }));
}
