/** Completion in front matter: keys that this kind of document lacks, and their values. */
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { houseField } from '../../document/house/house-fields';
import type { KindDecision, Runbook } from '../../model/runbook';
import { asKey } from '../../model/house-names';
import { normalizeName } from '../../model/vocabulary';
import { inOrder, rangeAround, type CompletionRequest } from './completion-request';
import { isDateField } from './completion-values';
import { peopleFor } from './completion-people';
import { purposeOf } from '../shared/field-purposes';
import { valuesOfField } from '../shared/field-values';
import { ownFieldNamed, ownValues } from '../shared/own-fields';
import type { Say } from '../../text/say';
import { templateKeys } from './template-outline';

/** Whether an offset lies between the delimiters of the front matter. */
export function isInFrontMatter({ frontMatter }: Runbook, offset: number): boolean {
  return frontMatter !== null && frontMatter.span.start < offset && offset < frontMatter.span.end;
}

/** Keys at the start of a line, values behind `key: `. Nothing in documents that are none of ours and have a text. */
export function completeFrontMatter(request: CompletionRequest): CompletionItem[] {
  const { runbook, before, trigger } = request;
  const kinds = kindsOf(runbook);
  if (kinds.length === 0) return [];
  const value = /^([\p{L}\p{N}_-]+):(\s*)(?!\s)(["']?)([^"'#]*)$/u.exec(before);
  if (value !== null) return values(request, value[1] ?? '', value[2] ?? '', value[3] ?? '', value[4] ?? '');
  const typed = /^[\p{L}\p{N}_-]*$/u.exec(before)?.[0];
  return typed === undefined || trigger !== undefined ? [] : keys(request, kinds, typed);
}

/** The kinds that a document may be of; an empty one may still become anything that has front matter. */
function kindsOf({ kind, text, frontMatter }: Runbook): readonly KindDecision['kind'][] {
  if (kind.kind !== 'none') return [kind.kind];
  return text.slice(frontMatter?.span.end ?? 0).trim() === '' ? ['playbook', 'sot'] : [];
}

function keys(
  { context: { say }, runbook, position, after }: CompletionRequest,
  kinds: readonly KindDecision['kind'][],
  typed: string,
): CompletionItem[] {
  const line = position.line;
  const there = new Set(
    (runbook.frontMatter?.fields ?? [])
      .filter(({ keySpan }) => runbook.lines.lineAt(keySpan.start) !== line)
      .map(({ key }) => key),
  );
  const rest = /^[\p{L}\p{N}_-]*(?::\s*$)?/u.exec(after)?.[0].length ?? 0;
  const range = rangeAround(position, typed.length, rest);
  const own = (runbook.kind.house?.fields ?? []).filter((field) => houseField(runbook, field) === undefined);
  const wanted = new Set([
    ...own.map(({ name }) => asKey(name)),
    ...kinds.flatMap((kind) => templateKeys(kind)),
    'runbook',
  ]);
  return [...wanted]
    .filter((key) => !there.has(key))
    .map((key, index) => ({
      label: key,
      documentation: documentationOf(say, key),
      kind: CompletionItemKind.Property,
      sortText: inOrder(index),
      filterText: key,
      textEdit: { range, newText: `${key}: ` },
    }));
}

function documentationOf(say: Say, key: string): string {
  if (key === 'runbook') return say`The kind of this document, overriding what Runbook detects.`;
  return purposeOf(say, nameOf(key), null);
}

function values(
  request: CompletionRequest,
  key: string,
  blank: string,
  quote: string,
  typed: string,
): CompletionItem[] {
  const { context, uri, runbook, offset, position, after } = request;
  const name = nameOf(key);
  const own = ownFieldNamed(runbook, name);
  const known = ownValues(own, context.today());
  const found = isDateField(name)
    ? [context.today()]
    : [
        ...known,
        ...(examples.get(name) ?? []),
        ...valuesOfField(context, uri, runbook, name, offset),
        ...peopleFor(request, own?.sets === 'owner' ? 'owner' : name),
      ];
  const lead = blank === '' && quote === '' ? ' ' : '';
  const range = rangeAround(position, typed.length, /^[\w-]*/.exec(after)?.[0].length ?? 0);
  return found.map((value, index) => ({
    label: value,
    kind: CompletionItemKind.EnumMember,
    sortText: inOrder(index),
    filterText: value,
    textEdit: { range, newText: lead + value },
  }));
}

/** Values of fields that take others as well. */
const examples: ReadonlyMap<string, readonly string[]> = new Map([
  ['estimated duration', ['2h', '1d', '1w']],
  ['id prefix', ['DEP-XXX, GTM-XXX, RUN-XXX, MON-XXX', 'DEP-XXX', 'GTM-XXX', 'RUN-XXX', 'MON-XXX']],
]);

function nameOf(key: string): string {
  return normalizeName(key.replace(/[_-]/g, ' '));
}
