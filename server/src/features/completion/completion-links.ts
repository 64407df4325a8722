/** Completion of link targets: Markdown files and headings. Ids as targets are completion-ids.ts's. */
import { isOurs } from '../../document/scope';
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { alertSourceOf } from '../../alerts/alert-source';
import { resolvePath } from '../../document/links/linked-paths';
import type { Summary } from '../../index/summary';
import type { DocumentHeading } from '../../model/runbook';
import { pathBetween } from '../../index/link-target';
import { inOrder, rangeAround, type CompletionRequest } from './completion-request';
import type { FeatureContext } from '../shared/feature-context';
import { firstItems, holdsLetters, mostItems } from '../shared/long-lists';

/** Files behind `](`, headings behind `](#` and `](file.md#`; none for editors that offer them by themselves. */
export function completeLinks(request: CompletionRequest): CompletionItem[] {
  const { runbook, before, options } = request;
  const typed = /\]\(([^()\s]*)$/.exec(before)?.[1];
  if (typed === undefined || options.links === false || !isOurs(runbook)) return [];
  return typed.includes('#') ? headings(request, typed) : files(request, typed);
}

/** The document of the workspace that the path of a link in `uri` leads to; the empty path leads to itself. */
export function documentAt(
  { workspace, placeOf }: FeatureContext,
  uri: string,
  path: string,
): Summary | undefined {
  if (path === '') return workspace.document(uri);
  const { path: from, folder } = placeOf(uri);
  const resolved = resolvePath(from, decode(path));
  for (const summary of workspace.documents())
    if (summary.path === resolved && summary.folder === folder) return summary;
  return undefined;
}

function files(request: CompletionRequest, typed: string): CompletionItem[] {
  const { context, uri, position, after } = request;
  const { path: from, folder } = context.placeOf(uri);
  const range = rangeAround(position, typed.length, /^[^()\s#]*/.exec(after)?.[0].length ?? 0);
  const own = [...context.workspace.documents()].filter(
    (summary) => summary.folder === folder && summary.uri !== uri && alertSourceOf(summary.path) === null,
  );
  const byPath = (a: Summary, b: Summary): number => (a.path < b.path ? -1 : 1);
  return fewEnough(request, own, ({ path }) => path, pathWords(typed), byPath)
    .toSorted(byPath)
    .map(({ path }, index) => {
      const newText = pathBetween(from, path);
      return {
        label: newText,
        kind: CompletionItemKind.File,
        sortText: inOrder(index, 'x'),
        filterText: newText,
        textEdit: { range, newText },
      };
    });
}

function headings(request: CompletionRequest, typed: string): CompletionItem[] {
  const { context, uri, position, after } = request;
  const hash = typed.indexOf('#');
  const target = documentAt(context, uri, typed.slice(0, hash));
  const runbook = target === undefined ? undefined : context.runbook(target.uri);
  const range = rangeAround(position, typed.length - hash, /^[^()\s]*/.exec(after)?.[0].length ?? 0);
  const entries = new Set(runbook?.entries.map(({ headingSpan }) => headingSpan.start));
  const named = (runbook?.headings ?? []).filter(({ span, slug }) => slug !== '' && !entries.has(span.start));
  const inOrderOfText = (a: DocumentHeading, b: DocumentHeading): number => a.span.start - b.span.start;
  return fewEnough(request, named, ({ slug }) => slug, typed.slice(hash + 1), inOrderOfText).map(
    ({ slug, title, depth }, index) => ({
      label: `#${slug}`,
      detail: `${'#'.repeat(depth)} ${title}`,
      kind: CompletionItemKind.Reference,
      sortText: inOrder(index, 'x'),
      filterText: `#${slug}`,
      textEdit: { range, newText: `#${slug}` },
    }),
  );
}

/** Those whose words hold what is typed, and no more than a list may have; all where they are few. */
function fewEnough<T>(
  { leaveOut }: CompletionRequest,
  candidates: readonly T[],
  wordsOf: (candidate: T) => string,
  typed: string,
  compare: (a: T, b: T) => number,
): readonly T[] {
  if (candidates.length <= mostItems) return candidates;
  const wanted = typed.toLowerCase();
  const words = (candidate: T): string => wordsOf(candidate).toLowerCase();
  const fitting = candidates.filter((candidate) => holdsLetters(words(candidate), wanted));
  if (fitting.length > mostItems) leaveOut();
  return firstItems(fitting, (candidate) => (words(candidate).includes(wanted) ? 0 : 1), compare);
}

/** What is typed of a relative path as the path of a file has it: without steps up at its start, decoded. */
export function pathWords(typed: string): string {
  return decode(typed.replace(/^(?:\.{0,2}\/)*\.{0,2}|%[\da-f]?$/gi, ''));
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
